package io.amends.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.Topics.Topic;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.testing.Workbench;
import io.amends.kit.topic.TopicFollower;
import io.amends.kit.topic.TopicSetup;
import io.amends.local.testing.GuardedKafka;
import io.amends.local.testing.Logged;
import io.amends.local.testing.TestCertificate;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients that the kit makes itself, on a broker that asks who they are; channels are survey-ingest's test. */
class GuardedKafkaTest {
    private static final String PRODUCER_OF = "kit-test";

    private static GuardedKafka kafka;

    private final Topic topic = Workbench.topic("test." + UUID.randomUUID());

    @BeforeAll
    static void start() {
        kafka = GuardedKafka.start(List.of("kit", "stranger"));
        kafka.allow(List.of(new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "test.", PatternType.PREFIXED),
                new AccessControlEntry("User:kit", "*", AclOperation.ALL, AclPermissionType.ALLOW))));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "SCRAM-SHA-512"})
    @DisplayName("H3: topics are made, written and followed over TLS by who signs in")
    void signsIn(String mechanism) {
        KafkaAccess access = access("kit", Map.of("AMENDS_KAFKA_MECHANISM", mechanism));
        TopicSetup topics = topics(access);
        topics.ensure(List.of(topic));
        EventProducer producer = new EventProducer(access, PRODUCER_OF, Clock.systemUTC());
        producer.sendAll(List.of(OutboundEvent.of(topic.name(), "k", "1", "test", "one")));

        Queue<String> followed = new ConcurrentLinkedQueue<>();
        TopicFollower follower = new TopicFollower(
                access, topics, topic, record -> followed.add(new String(record.value())), (offset, caughtUp) -> {});
        follower.start();
        try {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(followed).containsExactly("\"one\""));
        } finally {
            follower.stop();
        }
    }

    @Test
    @DisplayName("H3: a wrong password is told once, in words and without itself, and the follower is not there")
    void wrongPassword() {
        refused(Map.of("AMENDS_KAFKA_PASSWORD", "very-wrong"), "Authentication failed");
    }

    @Test
    @DisplayName("H3: a broker with another certificate is told once, in words, and gets no password")
    void wrongAuthority() {
        String other = TestCertificate.make().authority().toString();

        refused(Map.of("AMENDS_KAFKA_CA", other), "PKIX path");
    }

    @Test
    @DisplayName("H3: who is in and may not do it is told which right is missing")
    void noRight() {
        topics(access("kit", Map.of())).ensure(List.of(topic));
        KafkaAccess stranger = access("stranger", Map.of());

        assertThatThrownBy(() -> topics(stranger).ensure(List.of(topic)))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining("refuses this service a right");
        EventProducer producer = new EventProducer(stranger, PRODUCER_OF, Clock.systemUTC());
        assertThatThrownBy(() -> producer.sendAll(List.of(OutboundEvent.of(topic.name(), "k", "1", "test", "one"))))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContaining(topic.name())
                .hasMessageContaining("refuses this service a right");
    }

    private void refused(Map<String, String> wrong, String words) {
        KafkaAccess access = access("kit", wrong);
        EventProducer producer = new EventProducer(access, PRODUCER_OF, Clock.systemUTC());
        TopicFollower follower =
                new TopicFollower(access, topics(access), topic, record -> {}, (offset, caughtUp) -> {});
        try (Logged logged = new Logged()) {
            follower.start();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> logged.text().contains("this service do not trust each other"));
            assertThatThrownBy(() -> producer.sendAll(List.of(OutboundEvent.of(topic.name(), "k", "1", "test", "one"))))
                    .isInstanceOf(TransientFailure.class)
                    .hasMessageContaining("do not trust each other")
                    .hasMessageContaining(words);

            assertThat(follower.complete()).isFalse();
            assertThat(logged.text())
                    .containsOnlyOnce("this service do not trust each other")
                    .contains(words)
                    .doesNotContain("very-wrong", "s\\ec;ret");
        } finally {
            follower.stop();
        }
    }

    private static TopicSetup topics(KafkaAccess access) {
        return new TopicSetup(access, 1, (short) 1);
    }

    /** As a service is configured: by the variables of its environment, through the kit's own properties. */
    private static KafkaAccess access(String user, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(kafka.configuration(user));
        variables.putAll(more);
        return KafkaAccess.configured(new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(variables, "test", 1_000))
                .build());
    }
}
