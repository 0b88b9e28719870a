package io.amends.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.kit.secrets.Hmac;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Signs what is posted as Standard Webhooks has it (https://www.standardwebhooks.com), version v1 with symmetric keys. */
final class StandardWebhook {
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final String SECRET = "whsec_";
    private static final String VERSION = "v1,";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 64;

    private StandardWebhook() {}

    /** Whether a text is a secret: {@code whsec_} and 24 to 64 bytes in base64. */
    static boolean isSecret(String text) {
        if (!text.startsWith(SECRET)) {
            return false;
        }
        try {
            int bytes = key(text).length;
            return bytes >= SHORTEST_KEY && bytes <= LONGEST_KEY;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The header of signatures: one for each secret, with a space between. */
    static String signatures(List<String> secrets, String id, Instant at, byte[] body) {
        byte[] before = (id + "." + at.getEpochSecond() + ".").getBytes(UTF_8);
        return secrets.stream()
                .map(secret -> VERSION + Base64.getEncoder().encodeToString(Hmac.SHA256.of(key(secret), before, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.substring(SECRET.length()));
    }
}
