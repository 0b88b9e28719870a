package io.amends.rules.stage;

import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.Topics;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.PermanentFailure;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.inbound.Received;
import io.amends.kit.inbound.Rejection;
import io.amends.kit.inbound.Step;
import io.amends.kit.produce.EventProducer;
import io.amends.rules.evaluation.Verdicts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about what was recorded, batch by batch: the offset moves only after every decision is acknowledged. Needs no
 * database; ids are derived, so what is decided twice after a crash is recognised downstream.
 */
@ApplicationScoped
public class RulesStage implements Step {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> HEARD = Set.of(
            EventTypes.SURVEY_RECORDED,
            EventTypes.SURVEY_UPDATED,
            EventTypes.SURVEY_REPLACED,
            EventTypes.SURVEY_REASSIGNED,
            EventTypes.SURVEY_REPAIRED,
            EventTypes.SURVEY_QUARANTINED);

    private final DirectoryView directory;
    private final Verdicts verdicts;
    private final EventProducer producer;
    private final StageMetrics metrics;

    RulesStage(DirectoryView directory, Verdicts verdicts, EventProducer producer, StageMetrics metrics) {
        this.directory = directory;
        this.verdicts = verdicts;
        this.producer = producer;
        this.metrics = metrics;
    }

    private record Heard(Received record, SurveyRecorded survey) {}

    @Override
    public List<Rejection> process(List<Received> batch) throws InterruptedException {
        List<Rejection> rejected = new ArrayList<>();
        List<Heard> heard = new ArrayList<>(batch.size());
        for (Received record : batch) {
            try {
                SurveyRecorded survey = read(record.event());
                if (survey != null) {
                    heard.add(new Heard(record, survey));
                }
            } catch (PermanentFailure e) {
                rejected.add(new Rejection(record, e.reason()));
            }
        }
        awaitDirectory(heard);
        List<RecoveryDecided> decisions = new ArrayList<>(heard.size());
        for (Heard one : heard) {
            try {
                RecoveryDecided decision = verdicts.decide(one.survey());
                if (decision != null) {
                    decisions.add(decision);
                }
            } catch (PermanentFailure e) {
                rejected.add(new Rejection(one.record(), e.reason()));
            }
        }
        producer.sendAll(decisions.stream().map(RulesStage::event).toList());
        metrics.published(decisions);
        return rejected;
    }

    private static @Nullable SurveyRecorded read(CloudEvent event) {
        if (!HEARD.contains(event.type())) {
            return null;
        }
        SurveyRecorded survey = event.read(SurveyRecorded.class);
        if (survey.portal() == null
                || survey.responseId() == null
                || survey.state() == null
                || survey.recordedAt() == null
                || survey.response() == null
                || survey.response().submittedAt() == null) {
            throw new PermanentFailure(
                    "the event lacks one of portal, responseId, state, recordedAt, response, response.submittedAt");
        }
        return survey;
    }

    /** A response is never judged by an older directory than the one that let it in. */
    private void awaitDirectory(List<Heard> heard) throws InterruptedException {
        long needed = heard.stream()
                .mapToLong(one -> one.survey().directoryOffset())
                .max()
                .orElse(0);
        if (!directory.awaitOffset(needed, PATIENCE)) {
            throw new TransientFailure(
                    "the directory has been read to " + directory.offset() + ", not yet to " + needed);
        }
    }

    private static OutboundEvent event(RecoveryDecided decision) {
        return OutboundEvent.of(
                Topics.DECIDED,
                decision.response().ticketKey(),
                decision.decisionId(),
                EventTypes.RECOVERY_DECIDED,
                decision);
    }
}
