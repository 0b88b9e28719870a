package io.amends.ingest.recorder;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.amends.contracts.SurveyResponse;
import java.time.Instant;

/**
 * A body that came under the id of an earlier delivery with another one, and was not applied (A2).
 *
 * @param response the body that was not applied
 */
public record Conflict(
        @JsonAlias("event_id") String eventId,
        String source,
        @JsonAlias("accepted_at") Instant acceptedAt,
        SurveyResponse response) {}
