package io.amends.bench.rules;

import io.amends.bench.BenchReport;
import io.amends.bench.Contender;
import io.amends.bench.Rounds;
import io.amends.bench.RuleSamples;
import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.Topics;
import io.amends.contracts.directory.Portal;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.produce.Sending;
import io.amends.messages.testing.PlainMessages;
import io.amends.rules.decision.Decider;
import io.amends.rules.decision.DecisionMessages;
import io.amends.rules.decision.DecisionSummary;
import io.amends.rules.decision.Policies;
import io.amends.rules.events.RecordedEvent;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.stage.StageMetrics;
import io.amends.rules.stage.StagePoll;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules stage beside a loop that only copies, and beside the same function as a Kafka Streams application. */
final class StageBench {
    static final int RECORDS = 100_000;
    static final int RULES = 100;
    /** Tells decisions as the service does, in English. */
    static final DecisionSummary SUMMARY = new DecisionSummary(PlainMessages.english(DecisionMessages.class));

    static final Decider DECIDER = new Decider(SUMMARY);
    private static final String RECORDED = "bench.recorded";
    private static final String COPIED = "bench.copied";
    private static final String STREAMED = "bench.streamed";
    private static final String COPY = "passthrough";
    private static final String STREAMS = "Streams, databind";

    private final Broker broker;
    private final RuleBook book;
    private final Policies policies;
    private final Clock clock = Clock.systemUTC();

    StageBench(Broker broker, long seed) {
        this.broker = broker;
        this.book = RuleBook.of(1, new RuleSamples(seed).rules(RULES));
        this.policies = policies();
    }

    static Policies policies() {
        Portal portal = io.amends.contracts.Json.MAPPER.convertValue(Map.of("name", "Acme"), Portal.class);
        return new Policies(new PortalDirectory(
                EventSamples.PORTAL,
                portal,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                PortalDirectory.Connections.NONE));
    }

    void run(BenchReport report, int repetitions, long seed) throws Exception {
        broker.create(RECORDED, COPIED, STREAMED, Topics.DECIDED);
        EventProducer producer = new EventProducer(KafkaAccess.plain(broker.bootstrap), "recovery-rules", clock);
        fill(seed);
        StageMetrics metrics = new StageMetrics(new SimpleMeterRegistry());
        StagePoll all = new StagePoll(portal -> book, this::decide, producer, metrics);
        StagePoll flagged = new StagePoll(portal -> book, this::flagged, producer, metrics);
        Loop waiting = new Loop(broker.bootstrap, RECORDED, true);
        Loop loop = new Loop(broker.bootstrap, RECORDED, false);
        StreamsPeer streams = new StreamsPeer(broker, RECORDED, STREAMED, book, policies);
        try (Passthrough copy = new Passthrough(broker.bootstrap, COPIED)) {
            List<Contender> contenders = List.of(
                    new Contender(COPY, () -> waiting.run(RECORDS, copy::process)),
                    new Contender(COPY + " again (A/A)", () -> waiting.run(RECORDS, copy::process)),
                    new Contender(COPY + " in the stage's loop", () -> loop.run(RECORDS, copy::process)),
                    new Contender("stage, every decision", () -> stage(loop, all)),
                    new Contender("stage, flagged only", () -> stage(loop, flagged)),
                    new Contender(STREAMS, () -> streams.run(RECORDS, false)),
                    new Contender("Streams, our reader and writer", () -> streams.run(RECORDS, true)));
            report.rates(
                    "stage, " + RULES + " rules", Rounds.run(contenders, repetitions, seed), List.of(COPY, STREAMS));
        }
    }

    private double stage(Loop loop, StagePoll deciding) throws Exception {
        return loop.run(RECORDS, batch -> {
            if (!deciding.process(batch).isEmpty()) {
                throw new IllegalStateException("an event of the sample was refused");
            }
        });
    }

    private @Nullable RecoveryDecided decide(RecordedEvent event) {
        return DECIDER.decide(
                event.survey(), policies.of(event.survey().response().supportGroup()), event.book(), clock.instant());
    }

    private @Nullable RecoveryDecided flagged(RecordedEvent event) {
        RecoveryDecided decision = decide(event);
        return decision == null || decision.kind() == Kind.NONE ? null : decision;
    }

    private void fill(long seed) {
        EventSamples samples = new EventSamples(seed);
        EventProducer recorder = new EventProducer(KafkaAccess.plain(broker.bootstrap), "survey-ingest", clock);
        for (int sent = 0; sent < RECORDS; sent += 5_000) {
            Sending sending = recorder.sending();
            for (int i = 0; i < 5_000; i++) {
                SurveyRecorded event = samples.event();
                sending.send(OutboundEvent.of(
                        RECORDED,
                        event.response().ticketKey(),
                        UUID.randomUUID().toString(),
                        EventTypes.SURVEY_RECORDED,
                        event));
            }
            sending.await();
        }
    }
}
