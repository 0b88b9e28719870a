package io.amends.alerting.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** API keys of the tests: one for all portals, one for a portal that is nobody's. */
final class Keys {
    static final String ALL = "a-key-for-everything";
    static final String OTHER = "a-key-for-another-portal";

    private Keys() {}

    static String hashes() {
        return "all:" + hash(ALL) + ",other:" + hash(OTHER) + ":elsewhere";
    }

    private static String hash(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
