package io.amends.rules.versions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RuleSetPublished;
import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.topic.TopicSetup;
import io.amends.local.testing.Brokers;
import io.amends.rules.testing.Loop;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A portal's newest rules were published by an Amends that knows a kind of clause which this one does not. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class UnreadableRulesTest {
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final String READABLE =
            "{\"rules\":[{\"name\":\"vip\",\"when\":{\"tag\":\"vip\"},\"then\":{\"priority\":1}}]}";
    private static final String UNREADABLE =
            "{\"rules\":[{\"name\":\"wet\",\"when\":{\"weather\":\"rain\"},\"then\":{\"priority\":1}}]}";

    @Inject
    Loop loop;

    @Inject
    RuleBooks books;

    @Inject
    RuleSetStore store;

    @Inject
    EventProducer producer;

    @Inject
    TopicSetup topics;

    @ConfigProperty(name = "amends.kafka")
    String bootstrap;

    private final String cpc = "n" + UUID.randomUUID().toString().substring(0, 8);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    @DisplayName("B7: an instance that cannot read a portal's newest rules decides by the newest that it can read, also"
            + " after a start, says why, until there are rules that it can read")
    void newestUnreadable() throws IOException {
        loop.portal(cpc, "");
        Awaitility.await()
                .atMost(AT_MOST)
                .until(() ->
                        given().get("/v1/portals/{cpc}/rule-set/draft", cpc).statusCode() == 200);
        loop.publish(cpc, READABLE);
        publishedElsewhere(2);
        publishedElsewhere(3);
        RuleBooks another = new RuleBooks(KafkaAccess.plain(bootstrap), topics, store, metrics);
        another.start(new StartupEvent());
        try {
            assertDecidesByFirst(books);
            assertDecidesByFirst(another);
            assertThat(unreadable()).isEqualTo(1);
            given().get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body(
                            "checks.find { it.name == 'rules' }.data." + cpc,
                            equalTo("version 3 cannot be read, so version 1 decides; the log says why"));

            loop.publish(cpc, READABLE);
            loop.publish(cpc, READABLE);
            for (RuleBooks one : List.of(books, another)) {
                Awaitility.await()
                        .atMost(AT_MOST)
                        .until(() -> one.of(cpc).version() == 3
                                && one.call().getData().isEmpty());
            }
            assertThat(unreadable()).isZero();
        } finally {
            another.stop(new ShutdownEvent());
        }
    }

    private void assertDecidesByFirst(RuleBooks instance) {
        Awaitility.await()
                .atMost(AT_MOST)
                .ignoreExceptionsInstanceOf(TransientFailure.class)
                .untilAsserted(() -> {
                    assertThat(instance.of(cpc).version()).isEqualTo(1);
                    assertThat(instance.of(cpc).rules().rules()).hasSize(1);
                    assertThat(instance.call().getStatus()).isEqualTo(Status.UP);
                    assertThat(instance.call().getData()).isPresent();
                });
    }

    private long unreadable() {
        return metrics.find(UnreadableRules.UNREADABLE)
                .tag("portal", cpc)
                .gauges()
                .size();
    }

    private void publishedElsewhere(long version) throws IOException {
        JsonNode rules = Json.MAPPER.readTree(UNREADABLE);
        producer.sendAll(List.of(OutboundEvent.of(
                Topics.RULES,
                cpc + "/" + version,
                UUID.randomUUID().toString(),
                EventTypes.RULESET_PUBLISHED,
                new RuleSetPublished(cpc, version, rules, "robin", "crm", Instant.now(), "newer"))));
    }
}
