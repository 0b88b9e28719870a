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
import java.util.Objects;
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
     * What became of a body, and what is to be sent of it.
     *
     * @param event null where it made no response
     * @param sent by which its source was heard; null where it made no response
     */
    record MadeResponse(Ending ending, @Nullable OutboundEvent event, @Nullable HeardEvent sent) {}

    /**
     * Makes the response that a body is, without effects.
     *
     * @param eventId by which a repetition is known
     * @param sentAt when the vendor told of it: that is when the source was heard (A11)
     */
    MadeResponse make(PortalDirectory portal, SourceBody of, String eventId, Instant sentAt) {
        ReadBody read = read(portal, of);
        int version = of.source().mappingVersion();
        Submission submission = read.submission();
        if (submission == null) {
            String responseId = read.mapped().json().path("responseId").textValue();
            return new MadeResponse(
                    new Ending(
                            SourceOutcome.REFUSED, Reason.phrases(read.mapped().errors()), responseId, version),
                    null,
                    null);
        }
        String responseId = submission.response().responseId();
        return new MadeResponse(
                new Ending(SourceOutcome.ACCEPTED, null, responseId, version, submission.bodyHash()),
                new OutboundEvent(
                        Topics.SUBMITTED,
                        submission.response().ticketKey(),
                        DeliveryId.of(submission, "source " + of.id().code() + " " + eventId),
                        EventTypes.SURVEY_SUBMITTED,
                        responseId,
                        read.json()),
                new HeardEvent(of.id().watched(), sentAt));
    }

    /** Submits what was made, all of a transaction together: each source is heard once then, and not by every response. */
    void submit(Handle tx, List<MadeResponse> made) {
        outbox.add(
                tx,
                made.stream().map(MadeResponse::event).filter(Objects::nonNull).toList());
        heard.hear(
                tx,
                made.stream().map(MadeResponse::sent).filter(Objects::nonNull).toList());
    }

    /** The customer that a body names, in the form of a response. */
    JsonNode customer(SourceBody of) {
        return BodyMapping.map(of.vendor(), of.id().portal(), ZoneOffset.UTC, of.source(), of.body())
                .json()
                .path("customer");
    }
}
