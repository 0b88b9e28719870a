package io.amends.rules.stage;

import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.Topics;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.inbound.Received;
import io.amends.kit.inbound.Rejection;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.produce.Sending;
import io.amends.rules.events.DecisionWriter;
import io.amends.rules.events.RecordedEvent;
import io.amends.rules.events.RecordedReader;
import io.amends.rules.matching.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way of one poll through the stage: every event is read, decided and sent while those before it are still on their
 * way, and in the end all acknowledgements are awaited (B9).
 */
public final class StagePoll {
    private static final Set<String> HEARD = Set.copyOf(EventTypes.ofResponses());

    private final Function<String, RuleBook> books;
    private final Deciding deciding;
    private final EventProducer producer;
    private final StageMetrics metrics;

    /** @param books the rules in force for a portal */
    public StagePoll(
            Function<String, RuleBook> books, Deciding deciding, EventProducer producer, StageMetrics metrics) {
        this.books = books;
        this.deciding = deciding;
        this.producer = producer;
        this.metrics = metrics;
    }

    /** Decides about one event. */
    @FunctionalInterface
    public interface Deciding {
        /**
         * The decision, or null where there is none to make.
         *
         * @throws PermanentFailure if there can never be one
         */
        @Nullable
        RecoveryDecided decide(RecordedEvent event) throws InterruptedException;
    }

    /** Returns when Kafka has every decision. What it throws fails all of them; their ids are the same the next time. */
    public List<Rejection> process(List<Received> batch) throws InterruptedException {
        List<Rejection> rejected = new ArrayList<>();
        List<RecoveryDecided> decisions = new ArrayList<>(batch.size());
        Sending sending = producer.sending();
        for (Received record : batch) {
            try {
                RecoveryDecided decision = decide(record.event(), sending);
                if (decision != null) {
                    decisions.add(decision);
                }
            } catch (PermanentFailure e) {
                rejected.add(new Rejection(record, e.reason()));
            }
        }
        sending.await();
        metrics.published(decisions);
        return rejected;
    }

    private @Nullable RecoveryDecided decide(CloudEvent event, Sending sending) throws InterruptedException {
        if (!HEARD.contains(event.type())) {
            return null;
        }
        RecordedEvent recorded = RecordedReader.read(event.data(), books);
        RecoveryDecided decision = deciding.decide(recorded);
        if (decision != null) {
            String key = decision.response().ticketKey();
            sending.send(new OutboundEvent(
                    Topics.DECIDED,
                    key,
                    decision.decisionId(),
                    EventTypes.RECOVERY_DECIDED,
                    key,
                    DecisionWriter.write(decision, recorded)));
        }
        return decision;
    }
}
