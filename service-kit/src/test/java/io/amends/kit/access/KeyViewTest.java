package io.amends.kit.access;

import static io.amends.contracts.testing.KeyBuilder.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Sha256;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.problem.Problem;
import io.amends.kit.testing.Workbench;
import io.amends.kit.topic.TopicSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2: keys are followed over a real broker, and after a start nothing is decided before all of them are read. */
class KeyViewTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String secret = "secret-" + UUID.randomUUID();
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench();
        bench.topics.ensure(List.of(Topics.named(Topics.ACCESS)));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @DisplayName("H2: what was published before a start is known before the first request is answered")
    void afterStart() {
        publish(key(Sha256.hex(secret)).build());
        KeyView view = new KeyView(KafkaAccess.plain(bench.brokers.bootstrap()), bench.topics, bench.metrics);
        ApiKeys keys = keys(view);

        assertThatThrownBy(() -> keys.holder(secret)).isInstanceOfSatisfying(Problem.class, reading -> {
            assertThat(reading.status()).isEqualTo(503);
            assertThat(reading.retrySeconds()).contains(1L);
        });
        view.start(new StartupEvent());
        try {
            await().atMost(SOON).until(view::complete);

            assertThat(keys.holder(secret)).get().extracting(KeyHolder::name).isEqualTo("CRM");
            assertThat(view.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        } finally {
            view.stop(new ShutdownEvent());
        }
    }

    @Test
    @DisplayName("H2: a revoked key is refused within 2 s of its record")
    void revoked() {
        publish(key(Sha256.hex(secret)).build());
        KeyView view = new KeyView(KafkaAccess.plain(bench.brokers.bootstrap()), bench.topics, bench.metrics);
        ApiKeys keys = keys(view);
        view.start(new StartupEvent());
        try {
            await().atMost(SOON).until(view::complete);
            assertThat(keys.holder(secret)).isPresent();

            publish(key(Sha256.hex(secret)).revoked().build());

            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThatThrownBy(() -> keys.holder(secret))
                            .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.status())
                                    .isEqualTo(401)));
        } finally {
            view.stop(new ShutdownEvent());
        }
    }

    @Test
    @DisplayName(
            "H2: while Kafka is away from the start nobody is let in by a key that was made, and none is called wrong")
    void kafkaAway() {
        KeyView view = new KeyView(
                KafkaAccess.plain("127.0.0.1:1"),
                new TopicSetup(KafkaAccess.plain("127.0.0.1:1"), 1, (short) 1),
                new SimpleMeterRegistry());
        ApiKeys keys = keys(view);

        assertThat(keys.holder("configured")).isPresent();
        assertThatThrownBy(() -> keys.holder(secret))
                .isInstanceOfSatisfying(
                        Problem.class, away -> assertThat(away.status()).isEqualTo(503));
        assertThat(view.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    }

    private static ApiKeys keys(KeyView view) {
        return new ApiKeys("all:" + Sha256.hex("configured"), view, Clock.systemUTC());
    }

    private void publish(AccessKey key) {
        bench.producer.sendAll(List.of(
                OutboundEvent.of(Topics.ACCESS, key.hash(), UUID.randomUUID().toString(), EventTypes.KEY, key)));
    }
}
