package io.amends.alerting.loop;

import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.outbox.Outbox;
import io.amends.local.testing.AllowedRights;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.GuardedBroker;
import io.amends.local.testing.GuardedKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service on a Kafka that allows it what {@code deploy/kafka/acls} says, and nothing else. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(
        value = GuardedBroker.class,
        initArgs = @ResourceArg(name = "user", value = "alerting"),
        restrictToAnnotatedClass = true)
class AllowedRightsTest {
    GuardedKafka kafka;

    @TestHTTPResource("/")
    URI base;

    @Inject
    Jdbi jdbi;

    @Inject
    Outbox outbox;

    @ParameterizedTest
    @CsvSource({Topics.DECIDED + ",candidates", Topics.RECORDED + ",requests", Topics.OPERATIONS + ",operations"})
    @DisplayName("H3: it may read what it hears, as its group, and write what it can never process")
    void hears(String topic, String consumer) {
        String letters = Topics.deadLetters(topic, consumer).name();

        new AllowedRights(kafka, base).hears(topic, consumer, letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.DELIVERIES, Topics.AUDIT, Topics.KEY_USES})
    @DisplayName("H3: it may write what it publishes")
    void publishes(String topic) {
        new AllowedRights(kafka, base)
                .publishes(
                        topic,
                        key -> jdbi.useTransaction(tx ->
                                outbox.add(tx, List.of(OutboundEvent.of(topic, key, key, "test", "of no type")))));
    }
}
