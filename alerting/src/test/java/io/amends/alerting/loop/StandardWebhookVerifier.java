package io.amends.alerting.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.alerting.loop.HookServer.Hooked;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Judges a post as whoever receives it does, by the text of Standard Webhooks, and with nothing of the code that signs. */
final class StandardWebhookVerifier {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private StandardWebhookVerifier() {}

    static boolean valid(Hooked post, String secret) throws GeneralSecurityException {
        Instant at = Instant.ofEpochSecond(Long.parseLong(post.header("webhook-timestamp")));
        if (Duration.between(at, Instant.now()).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        String content = post.header("webhook-id") + "." + post.header("webhook-timestamp") + "." + post.body();
        byte[] expected = mac.doFinal(content.getBytes(UTF_8));
        return Stream.of(post.header("webhook-signature").split(" "))
                .filter(signature -> signature.startsWith("v1,"))
                .map(signature -> Base64.getDecoder().decode(signature.substring(3)))
                .anyMatch(signature -> MessageDigest.isEqual(signature, expected));
    }
}
