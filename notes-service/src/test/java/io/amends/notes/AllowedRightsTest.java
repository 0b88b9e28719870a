package io.amends.notes;

import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.outbox.Outbox;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.GuardedBroker;
import io.amends.local.testing.GuardedKafka;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service on a Kafka that allows it what {@code deploy/kafka/acls} says, and nothing else. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "notes"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(
        value = GuardedBroker.class,
        initArgs = @ResourceArg(name = "user", value = "notes-service"),
        restrictToAnnotatedClass = true)
class AllowedRightsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    GuardedKafka kafka;

    @Inject
    Jdbi jdbi;

    @Inject
    Outbox outbox;

    @BeforeEach
    void ready() {
        await().atMost(SOON).until(() -> get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource({Topics.DECIDED + ",cases", Topics.COMMANDS + ",commands"})
    @DisplayName("H3: it may read what it hears, as its group, and write what it can never process")
    void hears(String topic, String consumer) {
        String letters = Topics.deadLetters(topic, consumer).name();
        await().atMost(SOON).until(() -> get("/q/health/live").asString().contains(consumer + "\": \"well"));

        kafka.send(topic, "no event".getBytes(UTF_8));

        await().atMost(SOON)
                .until(() -> !WholeTopic.read(kafka.keeper(), letters).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.CASES, Topics.FOLLOWUPS, Topics.AUDIT, Topics.KEY_USES})
    @DisplayName("H3: it may write what it publishes")
    void publishes(String topic) {
        String id = UUID.randomUUID().toString();

        jdbi.useTransaction(tx -> outbox.add(tx, List.of(OutboundEvent.of(topic, id, id, "test", "of no type"))));

        await().atMost(SOON).untilAsserted(() -> assertThat(WholeTopic.read(kafka.keeper(), topic))
                .anyMatch(record -> record.key() != null && new String(record.key(), UTF_8).equals(id)));
    }
}
