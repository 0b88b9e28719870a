package io.amends.kit.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.event.CloudEvents;
import io.amends.kit.testing.Workbench;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H3: what can never be processed is kept, as far as a topic takes it, and always told. */
@Timeout(60)
class DeadLettersTest {
    private static final byte[] SMALL = "{}".getBytes(UTF_8);

    @Test
    @DisplayName(
            "H3: a record that is too large goes without its value, and one with too large a key or header without all")
    void tooLarge() {
        Workbench bench = new Workbench();
        try (bench) {
            Topic topic = bench.topic();
            String letters = Topics.deadLetters(topic.name(), "effects").name();
            bench.topics.ensure(List.of(Topics.deadLetters(topic.name(), "effects")));

            new DeadLetters(bench.producer, bench.metrics)
                    .put(
                            "effects",
                            List.of(
                                    rejected(topic, "whole", SMALL, SMALL, SMALL),
                                    rejected(topic, "value", SMALL, huge(), SMALL),
                                    rejected(topic, "key", huge(), SMALL, SMALL),
                                    rejected(topic, "header", SMALL, SMALL, huge())),
                            1);

            assertThat(bench.read(letters))
                    .extracting(DeadLettersTest::kept)
                    .containsExactlyInAnyOrder(
                            "whole with key, header and value",
                            "value with key and header",
                            "key with nothing",
                            "header with nothing");
            assertThat(bench.metrics
                            .counter("amends.dead.letters.cut", "consumer", "effects")
                            .count())
                    .isEqualTo(5);
        }
    }

    private static Rejection rejected(Topic topic, String why, byte[] key, byte[] value, byte[] header) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("own", header);
        return new Rejection(new Received(topic.name(), 0, 7, Instant.EPOCH, key, value, headers), why);
    }

    /** Larger than any topic takes, and of a kind that does not compress. */
    private static byte[] huge() {
        byte[] bytes = new byte[18 * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static String kept(ConsumerRecord<byte[], byte[]> letter) {
        assertThat(letter.value() != null || letter.headers().lastHeader(DeadLetters.VALUE_SHA256) != null)
                .as("the value, or its hash")
                .isTrue();
        return CloudEvents.text(letter.headers(), DeadLetters.REASON) + " with "
                + (letter.key() == null
                        ? "nothing"
                        : "key" + (letter.value() == null ? " and header" : ", header and value"));
    }
}
