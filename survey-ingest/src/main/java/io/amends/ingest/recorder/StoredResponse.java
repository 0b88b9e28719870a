package io.amends.ingest.recorder;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import io.amends.ingest.response.Corrections;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.Replacement;
import io.amends.ingest.response.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code response}, field by column; it travels as JSON, many rows in one statement. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StoredResponse(
        String portal,
        String responseId,
        String ticketKey,
        long version,
        ResponseState state,
        SurveyResponse response,
        @Nullable SurveyResponse source,
        @Nullable ObjectNode corrections,
        String bodyHash,
        Instant acceptedAt,
        List<Reason> reasons,
        @Nullable String replacedBy,
        @Nullable String replaces,
        boolean everRecorded,
        boolean repaired,
        Instant recordedAt,
        long directoryOffset) {

    static StoredResponse of(HeldResponse held) {
        boolean corrected = !held.corrections().isEmpty();
        return new StoredResponse(
                held.response().portal(),
                held.response().responseId(),
                held.response().ticketKey(),
                held.version(),
                held.state(),
                held.response(),
                corrected ? held.newest().body() : null,
                corrected ? held.corrections().fields() : null,
                held.newest().bodyHash(),
                held.newest().acceptedAt(),
                held.reasons(),
                held.links().replacedBy(),
                held.links().replaces(),
                held.everRecorded(),
                held.repaired(),
                held.recordedAt(),
                held.directoryOffset());
    }

    HeldResponse held() {
        return new HeldResponse(
                new Version(source == null ? response : source, bodyHash, acceptedAt),
                corrections == null ? Corrections.none() : new Corrections(corrections),
                response,
                version,
                state,
                reasons,
                new Replacement.Links(replacedBy, replaces),
                everRecorded,
                repaired,
                recordedAt,
                directoryOffset);
    }
}
