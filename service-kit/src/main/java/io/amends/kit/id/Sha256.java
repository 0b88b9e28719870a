package io.amends.kit.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256, in 64 lower-case hexadecimal digits. Hashes of keys, notes, bodies and preferences are stored, and compared
 * across releases: what this returns for a value never changes.
 */
public final class Sha256 {
    private Sha256() {}

    /** The hash of these bytes. */
    public static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash of this text in UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(UTF_8));
    }
}
