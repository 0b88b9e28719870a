package io.amends.ingest.recorder;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.HistoryKind;
import io.amends.ingest.response.Replacement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one response stands, for whoever asks. The fields of its parts stand beside each other.
 *
 * @param history oldest first
 * @param response what counts: the newest version with what a person corrected
 */
public record ResponseStanding(
        @JsonUnwrapped Identification subject,
        @JsonUnwrapped Validation validation,
        List<HistoryEntry> history,
        @JsonUnwrapped Replacement.Links links,
        Instant recordedAt,
        SurveyResponse response) {

    /** Which response it is, of which ticket, and whose. */
    public record Identification(
            String portal, String responseId, @Nullable String ticketId, @Nullable String supportGroup) {}

    /**
     * Whether the response counts.
     *
     * @param version grows by one with every change
     * @param reasons why it is quarantined
     */
    public record Validation(ResponseState state, long version, List<Reason> reasons) {}

    /**
     * One thing that happened.
     *
     * @param version the version of the response after it; null for what was stale
     * @param trimmed ids and codes that were sent with blanks around them, which were removed
     */
    public record HistoryEntry(
            Instant at,
            HistoryKind what,
            @Nullable Long version,
            @Nullable ResponseState state,
            @JsonUnwrapped Author author,
            List<Reason> trimmed,
            SurveyResponse response) {}

    /**
     * Who did it, and why; all null where no person did.
     *
     * @param key the API key that vouches for the person; null for what is older than this field
     */
    public record Author(@Nullable String person, @Nullable String key, @Nullable String reason) {}

    static ResponseStanding of(HeldResponse held, List<HistoryEntry> history, Replacement.Links links) {
        SurveyResponse response = held.response();
        return new ResponseStanding(
                new Identification(
                        response.portal(), response.responseId(), response.ticketId(), response.supportGroup()),
                new Validation(held.state(), held.version(), held.reasons()),
                history,
                links,
                held.recording().at(),
                response);
    }
}
