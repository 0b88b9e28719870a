package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.kit.secrets.Hmac;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which vendors sign. What cannot be read is no signature, and nothing here throws. */
final class Signatures {
    /** Before the hash in a header of many vendors. */
    static final String SHA256_EQUALS = "sha256=";

    /** Before a secret in the header Authorization. */
    static final String BEARER = "Bearer ";

    private static final String STANDARD_SECRET = "whsec_";
    private static final String STANDARD_VERSION = "v1,";

    private Signatures() {}

    /** The text behind what a header must begin with; empty where it does not. */
    static String after(String prefix, String value) {
        return value.startsWith(prefix) ? value.substring(prefix.length()) : "";
    }

    /** Whether that is the hash in base64. */
    static boolean isBase64(String written, byte[] hash) {
        return Hmac.same(Base64.getEncoder().encodeToString(hash).getBytes(UTF_8), written.getBytes(UTF_8));
    }

    /** Whether that is the hash in hexadecimal digits, in small or in capital letters. */
    static boolean isHex(String written, byte[] hash) {
        return Hmac.same(
                HexFormat.of().formatHex(hash).getBytes(UTF_8),
                written.toLowerCase(Locale.ROOT).getBytes(UTF_8));
    }

    /** Whether that is the secret itself. */
    static boolean isSecret(String written, String secret) {
        return Hmac.same(secret.getBytes(UTF_8), written.getBytes(UTF_8));
    }

    /** Whether a time is near enough to now. */
    static boolean isRecent(@Nullable Instant signedAt, Instant now) {
        return signedAt != null
                && !signedAt.isBefore(now.minus(Vendor.TOLERANCE))
                && !signedAt.isAfter(now.plus(Vendor.TOLERANCE));
    }

    /** Seconds since 1970; null for what is none. */
    static @Nullable Instant seconds(String written) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(written));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    /** A time with its zone, in ISO 8601; null for what is none. */
    static @Nullable Instant iso(String written) {
        try {
            return java.time.OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Standard Webhooks: several signatures may stand in the header, of which one must be right. */
    static boolean isStandard(Webhook webhook, String secret, Instant now) {
        String id = webhook.text("webhook-id");
        String timestamp = webhook.text("webhook-timestamp");
        if (id.isEmpty() || !isRecent(seconds(timestamp), now)) {
            return false;
        }
        boolean right = false;
        for (byte[] key : standardKeys(secret)) {
            byte[] hash = Hmac.SHA256.of(key, (id + "." + timestamp + ".").getBytes(UTF_8), webhook.body());
            for (String written : webhook.text("webhook-signature").split(" ")) {
                right |= isBase64(after(STANDARD_VERSION, written), hash);
            }
        }
        return right;
    }

    /** What is wrong with a secret of Standard Webhooks; null where nothing is. */
    static @Nullable String standardFault(String secret) {
        return secret.startsWith(STANDARD_SECRET) && decoded(secret.substring(STANDARD_SECRET.length())).length == 0
                ? "must be " + STANDARD_SECRET + " and base64 behind it"
                : null;
    }

    /** A secret is base64 behind whsec_. One that somebody chose without it is taken as it is, and as base64 where it can be. */
    private static List<byte[]> standardKeys(String secret) {
        List<byte[]> keys = new ArrayList<>();
        byte[] decoded =
                decoded(secret.startsWith(STANDARD_SECRET) ? secret.substring(STANDARD_SECRET.length()) : secret);
        if (decoded.length > 0) {
            keys.add(decoded);
        }
        if (!secret.startsWith(STANDARD_SECRET) && !secret.isEmpty()) {
            keys.add(secret.getBytes(UTF_8));
        }
        return keys;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
