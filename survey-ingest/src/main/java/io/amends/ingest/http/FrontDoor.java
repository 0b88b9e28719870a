package io.amends.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.ingest.submission.DeliveryId;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.Submission;
import io.amends.ingest.submission.SubmissionReader;
import io.amends.kit.access.Caller;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.TransientFailure;
import io.amends.kit.problem.Problem;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.produce.Sending;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/** Checks what comes over HTTP and puts it on the topic as it was sent (A1). Needs Kafka, not PostgreSQL. */
@ApplicationScoped
public class FrontDoor {
    private final SubmissionReader reader = new SubmissionReader();
    private final DirectoryView directory;
    private final Caller caller;
    private final EventProducer producer;
    private final Counter accepted;
    private final Counter refused;

    FrontDoor(DirectoryView directory, Caller caller, EventProducer producer, MeterRegistry metrics) {
        this.directory = directory;
        this.caller = caller;
        this.producer = producer;
        this.accepted = metrics.counter("amends.ingest.accepted");
        this.refused = metrics.counter("amends.ingest.refused");
    }

    /**
     * An event that was let in.
     *
     * @param keyId the API key that it came with; null where it came with none, such as a line of a file
     */
    public record Admission(Submission submission, OutboundEvent event, @Nullable String keyId) {}

    /**
     * Checks one event.
     *
     * @param deadline of {@link System#nanoTime}, until which a portal just made may still become known
     * @throws Malformed if it is no survey response
     * @throws Problem 404 for an unknown portal, and word by word the same for one of others
     * @throws TransientFailure while the directory is not read to its end: nobody can say that a portal is unknown
     */
    Admission admit(byte[] body, @Nullable String idempotencyKey, long deadline) throws Malformed {
        try {
            Submission submission = reader.read(body);
            caller.require(submission.response().portal());
            if (directory.portal(submission.response().portal()) == null && !directoryRead()) {
                throw new TransientFailure("the directory is still being read");
            }
            directory.requireBy(submission.response().portal(), deadline);
            return admission(submission, DeliveryId.of(submission, idempotencyKey), body, caller.keyId());
        } catch (Malformed | Problem e) {
            refused.increment();
            throw e;
        }
    }

    /**
     * Checks one event that came by a way of one portal, such as a line of a file. Who may use that way was asked before;
     * whoever has done something with it counts it by {@link #counted}.
     *
     * @throws Malformed if it is no survey response
     */
    public Admission admitFrom(String portal, JsonNode response) throws Malformed {
        byte[] body = Json.write(response);
        Submission submission = reader.read(response, body.length, portal);
        return admission(submission, DeliveryId.of(submission, null), body, null);
    }

    /** Sends what was let in without waiting for it; whoever has waited counts it by {@link #counted}. */
    public Sending send(List<Admission> admitted) {
        Sending sending = producer.sending();
        admitted.forEach(admission -> sending.send(admission.event(), admission.keyId()));
        return sending;
    }

    /** Counts what Kafka has, and what was refused. */
    public void counted(int taken, int turnedAway) {
        accepted.increment(taken);
        refused.increment(turnedAway);
    }

    /**
     * Returns when Kafka has all of them on all in-sync replicas.
     *
     * @throws TransientFailure if it has not: the sender may send all of them again
     */
    void take(List<Admission> admitted) {
        send(admitted).await();
        counted(admitted.size(), 0);
    }

    /** The deadline of a request that begins now. */
    static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    }

    private static Admission admission(Submission submission, String id, byte[] body, @Nullable String keyId) {
        return new Admission(
                submission,
                new OutboundEvent(
                        Topics.SUBMITTED,
                        submission.response().ticketKey(),
                        id,
                        EventTypes.SURVEY_SUBMITTED,
                        submission.response().responseId(),
                        body),
                keyId);
    }

    private boolean directoryRead() {
        return directory.call().getStatus() == HealthCheckResponse.Status.UP;
    }
}
