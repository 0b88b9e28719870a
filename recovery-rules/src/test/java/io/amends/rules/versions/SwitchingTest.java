package io.amends.rules.versions;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import io.amends.rules.testing.Loop;
import io.amends.rules.testing.Surveys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class SwitchingTest {
    private static final int VERSIONS = 6;

    @Inject
    Loop loop;

    private final String cpc = "s" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName("B7: while versions are published under load, every decision is wholly by the version that it names,"
            + " and none goes back")
    void underLoad() throws Exception {
        long offset = loop.portal(cpc, "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        given().get("/v1/portals/{cpc}/rule-set/draft", cpc).statusCode() == 200);
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger sent = new AtomicInteger();
        var load = CompletableFuture.runAsync(() -> {
            Map<String, Answer> measures = Map.of("csat", new Answer.Score(BigDecimal.valueOf(5)));
            while (!enough.get()) {
                String id = "r-" + sent.getAndIncrement();
                loop.recorded(Surveys.recorded(cpc, id, "G", measures, ContactChoice.NOT_ASKED, Instant.now(), offset));
            }
        });
        try {
            for (int version = 1; version <= VERSIONS; version++) {
                publish(version);
                String named = "\"ruleSetVersion\":" + version + ",";
                loop.await(Topics.DECIDED, 1, value -> value.contains("\"" + cpc + "\"") && value.contains(named));
            }
        } finally {
            enough.set(true);
            load.join();
        }

        List<ConsumerRecord<byte[], byte[]>> decided =
                loop.await(Topics.DECIDED, sent.get(), value -> value.contains("\"" + cpc + "\""));
        assertThat(decided).hasSizeGreaterThan(VERSIONS);
        Map<Integer, Long> reached = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : decided) {
            RecoveryDecided decision = read(record);
            long version = decision.ruleSetVersion();
            assertThat(version).isGreaterThanOrEqualTo(reached.getOrDefault(record.partition(), 0L));
            reached.put(record.partition(), version);
            // Each version has one rule, which matches everything and is named after it.
            assertThat(decision.matchedRules())
                    .as(new String(record.key(), UTF_8))
                    .isEqualTo(version == 0 ? List.of() : List.of("of version " + version));
            assertThat(decision.priority()).isEqualTo(version == 0 ? null : Integer.valueOf((int) version));
        }
        assertThat(reached.values()).contains((long) VERSIONS);
    }

    private void publish(int version) {
        loop.publish(
                cpc,
                ("{'rules':[{'name':'of version " + version + "','when':{'comment':'absent'},"
                                + "'then':{'kind':'RECOVERY','priority':" + version + "}}]}")
                        .replace('\'', '"'));
    }

    private static RecoveryDecided read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.read(record.value(), RecoveryDecided.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
