package io.amends.ingest.component;

import io.amends.kit.id.Sha256;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Known callers, a key for all portals and one for beta only; and less patience with unknown portals. */
public class Keys implements QuarkusTestProfile {
    static final String ALL = "key-of-all";
    static final String BETA_ONLY = "key-of-beta";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "amends.api-key-hashes",
                "all:" + Sha256.hex(ALL) + ",beta:" + Sha256.hex(BETA_ONLY) + ":beta",
                "amends.ingest.unknown-portal-wait",
                "4s",
                "amends.private-targets",
                "allow",
                "amends.sources.backoff",
                "0.1S");
    }
}
