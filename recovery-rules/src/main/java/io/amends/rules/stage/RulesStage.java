package io.amends.rules.stage;

import io.amends.contracts.RecoveryDecided;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.inbound.ConsumerStep;
import io.amends.kit.inbound.Received;
import io.amends.kit.inbound.Rejection;
import io.amends.kit.produce.EventProducer;
import io.amends.rules.evaluation.Verdicts;
import io.amends.rules.events.RecordedEvent;
import io.amends.rules.versions.RuleBooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides about what was recorded, batch by batch: the offset moves only after every decision is acknowledged. Needs no
 * database; ids are derived, so what is decided twice after a crash is recognised downstream.
 */
@ApplicationScoped
public class RulesStage implements ConsumerStep {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DirectoryView directory;
    private final Verdicts verdicts;
    private final StagePoll deciding;

    RulesStage(
            DirectoryView directory, RuleBooks books, Verdicts verdicts, EventProducer producer, StageMetrics metrics) {
        this.directory = directory;
        this.verdicts = verdicts;
        this.deciding = new StagePoll(books::of, this::decide, producer, metrics);
    }

    @Override
    public List<Rejection> process(List<Received> batch) throws InterruptedException {
        return deciding.process(batch);
    }

    /** A response is never judged by an older directory than the one that let it in. */
    private @Nullable RecoveryDecided decide(RecordedEvent event) throws InterruptedException {
        long needed = event.survey().directoryOffset();
        if (directory.offset() < needed && !directory.awaitOffset(needed, PATIENCE)) {
            throw new TransientFailure(
                    "the directory has been read to " + directory.offset() + ", not yet to " + needed);
        }
        return verdicts.decide(event.survey(), event.book());
    }
}
