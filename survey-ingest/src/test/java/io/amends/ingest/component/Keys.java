package io.amends.ingest.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Known callers, a key for all portals and one for beta only; and less patience with unknown portals. */
public class Keys implements QuarkusTestProfile {
    static final String ALL = "key-of-all";
    static final String BETA_ONLY = "key-of-beta";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "amends.api-key-hashes",
                "all:" + sha256(ALL) + ",beta:" + sha256(BETA_ONLY) + ":beta",
                "amends.ingest.unknown-portal-wait",
                "4s");
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
