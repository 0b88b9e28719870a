package io.amends.rules.stage;

import static io.amends.rules.decision.InEnglish.DECIDER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.Topics;
import io.amends.contracts.Topics.Topic;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.inbound.ConsumerStep;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.topic.TopicSetup;
import io.amends.local.process.Ports;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import io.amends.rules.decision.Policy;
import io.amends.rules.decision.Samples;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.testing.Surveys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Instances of the stage come and go on real Kafka while events keep coming. */
@Timeout(120)
class RebalanceTest {
    private static final int TICKETS = 40;
    private static final int VERSIONS = 60;
    private static final Policy POLICY = Samples.policy("");

    private final String bootstrap = Brokers.shared().bootstrap();
    private final String cpc = "p" + UUID.randomUUID().toString().substring(0, 8);
    private final String group = "stage-" + cpc;
    private final Topic recorded = new Topic("test.recorded." + cpc, 7, 1024 * 1024, false, false);
    private final EventProducer producer =
            new EventProducer(KafkaAccess.plain(bootstrap), "recovery-rules", Clock.systemUTC());
    private final List<Loops.Instance> instances = new ArrayList<>();

    @BeforeEach
    void topics() {
        new TopicSetup(KafkaAccess.plain(bootstrap), 4, (short) 1)
                .ensure(List.of(recorded, Topics.named(Topics.DECIDED)));
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Loops.Instance instance : instances) {
            instance.stop().run();
            instance.thread().join(15_000);
        }
    }

    @Test
    @DisplayName("B9: an instance that leaves under load takes no event with it; order per ticket holds")
    void leaves() throws Exception {
        start(stage(producer), Map.of());
        start(stage(producer), Map.of());
        load(0, VERSIONS / 2);
        instances.get(0).stop().run();
        load(VERSIONS / 2, VERSIONS);

        assertAllDecided();
    }

    @Test
    @DisplayName("B9: an instance that dies between its decisions and their offset repeats decisions with the same ids")
    void dies() throws Exception {
        ConsumerStep stage = stage(producer);
        AtomicInteger batches = new AtomicInteger();
        ConsumerStep dying = batch -> {
            stage.process(batch);
            if (batches.incrementAndGet() == 3) {
                throw new AssertionError("the process is killed before it commits");
            }
            return List.of();
        };
        // It does not say goodbye either: the group finds out when its session ends.
        start(dying, Map.of("internal.leave.group.on.close", false));
        load(0, VERSIONS / 2);
        start(stage(producer), Map.of());
        load(VERSIONS / 2, VERSIONS);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !instances.get(0).thread().isAlive());

        List<RecoveryDecided> decisions = assertAllDecided();
        assertThat(decisions).hasSizeGreaterThan(TICKETS * VERSIONS);
    }

    @Test
    @DisplayName("B9: where acknowledgements fail no offset moves; once they come, everything is decided")
    void notAcknowledged() throws Exception {
        EventProducer cutOff =
                new EventProducer(KafkaAccess.plain("localhost:" + Ports.free()), "recovery-rules", Clock.systemUTC());
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger connected = new AtomicInteger();
        start(
                batch -> {
                    tries.incrementAndGet();
                    return stage(connected.get() == 0 ? cutOff : producer).process(batch);
                },
                Map.of());
        load(0, 1);
        await().atMost(Duration.ofSeconds(40)).until(() -> tries.get() >= 2);

        assertThat(committed()).isEmpty();
        assertThat(decisions()).isEmpty();

        connected.set(1);
        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        committed().values().stream().mapToLong(Long::longValue).sum() == TICKETS);
        assertThat(decisions()).hasSize(TICKETS);
    }

    private ConsumerStep stage(EventProducer to) {
        return new StagePoll(
                portal -> RuleBook.NONE,
                event -> DECIDER.decide(event.survey(), POLICY, event.book(), Samples.SUBMITTED),
                to,
                new StageMetrics(new SimpleMeterRegistry()))::process;
    }

    private void start(ConsumerStep step, Map<String, Object> more) {
        instances.add(Loops.start(bootstrap, group, recorded.name(), step, producer, more));
    }

    /** Every ticket's versions in order, a few at a time. */
    private void load(int from, int to) {
        for (int version = from; version < to; version++) {
            List<OutboundEvent> events = new ArrayList<>();
            for (int ticket = 0; ticket < TICKETS; ticket++) {
                SurveyRecorded survey = survey(ticket, version + 1);
                events.add(OutboundEvent.of(
                        recorded.name(),
                        survey.response().ticketKey(),
                        UUID.randomUUID().toString(),
                        EventTypes.SURVEY_UPDATED,
                        survey));
            }
            producer.sendAll(events);
        }
    }

    private SurveyRecorded survey(int ticket, long version) {
        SurveyRecorded first = Surveys.recorded(
                cpc,
                "r-" + ticket,
                "G",
                Map.of("csat", new Answer.Score(BigDecimal.ONE)),
                ContactChoice.YES,
                Samples.SUBMITTED,
                0);
        return Samples.recorded(first.response(), version, ResponseState.RECORDED, first.recordedAt());
    }

    private List<RecoveryDecided> assertAllDecided() {
        Map<String, String> wanted = new HashMap<>();
        for (int ticket = 0; ticket < TICKETS; ticket++) {
            for (int version = 1; version <= VERSIONS; version++) {
                RecoveryDecided decision = Objects.requireNonNull(
                        DECIDER.decide(survey(ticket, version), POLICY, RuleBook.NONE, Samples.SUBMITTED));
                wanted.put("r-" + ticket + " " + version, decision.decisionId());
            }
        }
        List<RecoveryDecided> decisions = new ArrayList<>();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            decisions.clear();
            decisions.addAll(decisions());
            assertThat(decisions).extracting(RecoveryDecided::decisionId).containsAll(wanted.values());
        });
        Map<String, Long> newest = new HashMap<>();
        for (RecoveryDecided decision : decisions) {
            String id = decision.responseId() + " " + decision.responseVersion();
            assertThat(decision.decisionId()).isEqualTo(wanted.get(id));
            // A repetition goes back; what is new is always the next version.
            long before = newest.getOrDefault(decision.responseId(), 0L);
            assertThat(decision.responseVersion()).as(id).isLessThanOrEqualTo(before + 1);
            newest.put(decision.responseId(), Math.max(before, decision.responseVersion()));
        }
        return decisions;
    }

    /** In the order of each partition. */
    private List<RecoveryDecided> decisions() throws Exception {
        List<RecoveryDecided> ours = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : WholeTopic.read(bootstrap, Topics.DECIDED)) {
            if (new String(record.key(), UTF_8).startsWith(cpc + ":")) {
                ours.add(Json.read(record.value(), RecoveryDecided.class));
            }
        }
        return ours;
    }

    private Map<TopicPartition, Long> committed() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(e -> e.getValue() != null)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().offset()));
        }
    }
}
