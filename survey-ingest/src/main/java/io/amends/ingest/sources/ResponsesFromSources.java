package io.amends.ingest.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.Topics;
import io.amends.contracts.api.SourceOutcome;
import io.amends.contracts.directory.Source;
import io.amends.ingest.sources.SourceDeliveryTable.Ending;
import io.amends.ingest.sources.core.BodyMapping;
import io.amends.ingest.sources.core.MappedResponse;
import io.amends.ingest.sources.core.Vendor;
import io.amends.ingest.submission.DeliveryId;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.Submission;
import io.amends.ingest.submission.SubmissionReader;
import io.amends.ingest.watch.HeardOrigins;
import io.amends.ingest.watch.HeardOrigins.HeardEvent;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes responses of what vendors sent and puts them on the topic of all surveys, where the recorder takes them as it takes
 * every other one (A1, A10).
 */
@ApplicationScoped
public class ResponsesFromSources {
    private final SubmissionReader reader = new SubmissionReader();
    private final Outbox outbox;
    private final HeardOrigins heard;

    ResponsesFromSources(Outbox outbox, HeardOrigins heard) {
        this.outbox = outbox;
        this.heard = heard;
    }

    /** A body of a source, and who can read it. */
    public record SourceBody(SourceId id, Vendor vendor, Source source, JsonNode body) {}

    /**
     * What a body is as a response.
     *
     * @param submission null where it is none
     * @param mapped its canonical form as far as there is one, and what is wrong with it
     */
    public record ReadBody(@Nullable Submission submission, byte[] json, MappedResponse mapped) {}

    /** Reads a body, without effects. */
    public ReadBody read(PortalDirectory portal, SourceBody of) {
        MappedResponse mapped =
                BodyMapping.map(of.vendor(), portal.cpc(), portal.portal().timeZone(), of.source(), of.body());
        byte[] json = Json.write(mapped.json());
        List<Reason> errors = new ArrayList<>(mapped.errors());
        Submission submission = null;
        try {
            submission = reader.read(json, portal.cpc());
        } catch (Malformed e) {
            errors.addAll(e.reasons());
        }
        return new ReadBody(
                errors.isEmpty() ? submission : null,
                json,
                new MappedResponse(mapped.json(), List.copyOf(errors), mapped.warnings()));
    }

    /**
     * Submits the response that a body is, in the caller's transaction.
     *
     * @param eventId by which a repetition is known
     * @param sentAt when the vendor told of it: that is when the source was heard (A11)
     */
    Ending submit(Handle tx, PortalDirectory portal, SourceBody of, String eventId, Instant sentAt) {
        ReadBody read = read(portal, of);
        int version = of.source().mappingVersion();
        Submission submission = read.submission();
        if (submission == null) {
            String responseId = read.mapped().json().path("responseId").textValue();
            return new Ending(
                    SourceOutcome.REFUSED, Reason.phrases(read.mapped().errors()), responseId, version);
        }
        String responseId = submission.response().responseId();
        outbox.add(
                tx,
                List.of(new OutboundEvent(
                        Topics.SUBMITTED,
                        submission.response().ticketKey(),
                        DeliveryId.of(submission, "source " + of.id().code() + " " + eventId),
                        EventTypes.SURVEY_SUBMITTED,
                        responseId,
                        read.json())));
        heard.hear(tx, List.of(new HeardEvent(of.id().watched(), sentAt)));
        return new Ending(SourceOutcome.ACCEPTED, null, responseId, version, submission.bodyHash());
    }

    /** The customer that a body names, in the form of a response. */
    JsonNode customer(SourceBody of) {
        return BodyMapping.map(of.vendor(), of.id().portal(), ZoneOffset.UTC, of.source(), of.body())
                .json()
                .path("customer");
    }
}
