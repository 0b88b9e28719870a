package io.amends.ingest.recorder;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import io.amends.ingest.response.Corrections;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.Recording;
import io.amends.ingest.response.Replacement;
import io.amends.ingest.response.SourceVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code response}, field by column; it travels as JSON, many rows in one statement. Jackson fills the
 * fields of a row that is read, as JPA fills those of an entity.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonInclude(JsonInclude.Include.NON_NULL)
@SuppressWarnings("NullAway.Init")
final class StoredResponse {
    String portal;
    String responseId;
    String ticketKey;
    long version;
    ResponseState state;
    SurveyResponse response;

    @Nullable
    SurveyResponse source;

    @Nullable
    ObjectNode corrections;

    String bodyHash;
    Instant acceptedAt;
    List<QuarantineReason> reasons;

    @Nullable
    String replacedBy;

    @Nullable
    String replaces;

    boolean everRecorded;
    boolean repaired;
    Instant recordedAt;
    long directoryOffset;

    /** Where the newest version stands, where that is not its updatedAt. */
    @Nullable
    Instant placedAt;

    int reading;

    private StoredResponse() {}

    StoredResponse(HeldResponse held) {
        boolean corrected = !held.corrections().isEmpty();
        portal = held.response().portal();
        responseId = held.response().responseId();
        ticketKey = held.response().ticketKey();
        version = held.version();
        state = held.state();
        response = held.response();
        source = corrected ? held.newest().body() : null;
        corrections = corrected ? held.corrections().fields() : null;
        bodyHash = held.newest().bodyHash();
        acceptedAt = held.newest().acceptedAt();
        reasons = held.reasons();
        replacedBy = held.links().replacedBy();
        replaces = held.links().replaces();
        everRecorded = held.recording().ever();
        repaired = held.recording().repaired();
        recordedAt = held.recording().at();
        directoryOffset = held.directoryOffset();
        SourceVersion.Place place = held.newest().place();
        placedAt = place.at().equals(held.newest().updatedAt()) ? null : place.at();
        reading = place.reading();
    }

    HeldResponse held() {
        SurveyResponse sent = source == null ? response : source;
        Instant updatedAt = sent.updatedAt() == null ? acceptedAt : sent.updatedAt();
        SourceVersion.Place place = new SourceVersion.Place(placedAt == null ? updatedAt : placedAt, reading);
        return new HeldResponse(
                new SourceVersion(sent, bodyHash, acceptedAt, place),
                corrections == null ? Corrections.none() : new Corrections(corrections),
                response,
                version,
                reasons,
                new Replacement.Links(replacedBy, replaces),
                new Recording(recordedAt, everRecorded, repaired),
                directoryOffset);
    }
}
