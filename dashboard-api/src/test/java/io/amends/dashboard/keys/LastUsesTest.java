package io.amends.dashboard.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.contracts.access.KeyUsed;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.topic.TopicSetup;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2: when a key was used last, whoever says it. */
class LastUsesTest {
    private static final KafkaAccess NOWHERE = KafkaAccess.plain("127.0.0.1:1");
    private static final Instant USED = Instant.parse("2026-11-20T08:00:00Z");

    private final String keyId = Golden.of(EventTypes.KEY_USED).get("keyId").asText();
    private final LastUses uses = new LastUses(NOWHERE, new TopicSetup(NOWHERE, 1, (short) 1));

    @Test
    @DisplayName("H2: the golden example is read, and of two services the later use counts in either order")
    void later() {
        apply(Golden.bytes(EventTypes.KEY_USED));
        assertThat(uses.of(keyId)).isEqualTo(USED);

        apply(Json.write(new KeyUsed("acme", keyId, USED.plusSeconds(60))));
        apply(Json.write(new KeyUsed("acme", keyId, USED.plusSeconds(30))));
        assertThat(uses.of(keyId)).isEqualTo(USED.plusSeconds(60));
    }

    @Test
    @DisplayName("H2: a use that cannot be read is passed over")
    void unreadable() {
        apply(Golden.bytes(EventTypes.KEY_USED));
        apply("{".getBytes(UTF_8));

        assertThat(uses.of(keyId)).isEqualTo(USED);
    }

    private void apply(byte[] value) {
        uses.apply(new ConsumerRecord<>(Topics.KEY_USES, 0, 0, keyId.getBytes(UTF_8), value));
    }
}
