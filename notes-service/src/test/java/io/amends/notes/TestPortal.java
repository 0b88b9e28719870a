package io.amends.notes;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Two keys: {@code all} opens every portal, {@code umbrella} only that one. */
public final class TestPortal implements QuarkusTestProfile {
    public static final String ALL = "key-of-all";
    public static final String UMBRELLA = "key-of-umbrella";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("amends.api-key-hashes", "all:" + sha256(ALL) + ",umbrella:" + sha256(UMBRELLA) + ":umbrella");
    }

    private static String sha256(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
