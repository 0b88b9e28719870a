package io.amends.alerting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhookTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    @Test
    @DisplayName(
            "C8: the signature is that of the example which the reference implementations of Standard Webhooks test")
    void published() {
        assertThat(StandardWebhook.signatures(List.of(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    @DisplayName("C8: with two live secrets there are two signatures, the current one's first")
    void both() {
        String other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

        String[] signatures = StandardWebhook.signatures(List.of(SECRET, other), "id", AT, BODY)
                .split(" ");

        assertThat(signatures).hasSize(2).allMatch(signature -> signature.startsWith("v1,"));
        assertThat(signatures[0]).isNotEqualTo(signatures[1]);
    }

    @ParameterizedTest
    @DisplayName("C8: a secret has whsec_ before 24 to 64 bytes in base64")
    @ValueSource(strings = {"", "whsec_", "whsec_c2VjcmV0", "whsec_%%%", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void noSecret(String text) {
        assertThat(StandardWebhook.isSecret(text)).isFalse();
        assertThat(StandardWebhook.isSecret(SECRET)).isTrue();
    }
}
