package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.amends.contracts.CaseView;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Explanation;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.SurveyResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The responses of a notes dialog (D3, D4).
 *
 * @param items in the order in which the dialog goes through them
 * @param missing those of a report that were replaced or reassigned since
 */
public record Recovery(List<Item> items, List<Missing> missing) {

    /**
     * What a notes dialog shows of one response (D1, D3), or of a case for which no survey has come yet (A9): then there
     * is no response and no decision.
     *
     * @param receivedAt the moment the customer answered; without a response, when the case was opened
     * @param notes the ticket's log, newest first
     */
    public record Item(
            @Nullable String responseId,
            String ticketId,
            String supportGroup,
            @Nullable String caseId,
            Instant receivedAt,
            @Nullable SurveyResponse response,
            @Nullable Why decision,
            List<NoteView> notes,
            @JsonProperty("case") @Nullable CaseView caseView) {}

    /** Why someone should act, or must not. */
    public record Why(
            Kind kind,
            Contact contact,
            @Nullable Integer priority,
            Explanation explanation,
            List<String> tags,
            boolean history) {}

    /**
     * A response that is not where it was (D4).
     *
     * @param responseId null where there never was one
     * @param location the address of where it is now; null where there is none
     */
    public record Missing(@Nullable String responseId, MissingCause cause, @Nullable String location) {}
}
