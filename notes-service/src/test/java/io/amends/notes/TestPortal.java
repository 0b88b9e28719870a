package io.amends.notes;

import io.amends.kit.id.Sha256;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Two keys: {@code all} opens every portal, {@code umbrella} only that one. */
public final class TestPortal implements QuarkusTestProfile {
    public static final String ALL = "key-of-all";
    public static final String UMBRELLA = "key-of-umbrella";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "amends.api-key-hashes", "all:" + Sha256.hex(ALL) + ",umbrella:" + Sha256.hex(UMBRELLA) + ":umbrella");
    }
}
