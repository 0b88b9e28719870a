package io.amends.ingest.recorder;

import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one response stands, for whoever asks.
 *
 * @param version grows by one with every change
 * @param reasons why it is quarantined
 * @param history oldest first
 * @param response what counts: the newest version with what a person corrected
 */
public record Standing(
        String portal,
        String responseId,
        @Nullable String ticketId,
        @Nullable String supportGroup,
        ResponseState state,
        long version,
        List<Reason> reasons,
        List<Entry> history,
        @Nullable String replacedBy,
        @Nullable String replaces,
        Instant recordedAt,
        SurveyResponse response) {

    /**
     * One thing that happened.
     *
     * @param what recorded, updated, replaced, reassigned, quarantined, repaired; or stale, where an older version came
     *     later and changed nothing
     * @param person who did it, if a person did
     * @param key the API key that vouches for the person; null for what is older than this field
     * @param trimmed ids and codes that were sent with blanks around them, which were removed
     */
    public record Entry(
            Instant at,
            String what,
            @Nullable Long version,
            @Nullable ResponseState state,
            @Nullable String person,
            @Nullable String key,
            @Nullable String reason,
            List<Reason> trimmed,
            SurveyResponse response) {}
}
