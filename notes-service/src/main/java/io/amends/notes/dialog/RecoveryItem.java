package io.amends.notes.dialog;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.amends.contracts.CaseView;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Explanation;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.SurveyResponse;
import io.amends.notes.cases.Case;
import io.amends.notes.search.SearchResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a notes dialog shows of one response (D1, D3).
 *
 * @param receivedAt the moment the customer answered
 * @param notes the ticket's log, newest first
 */
public record RecoveryItem(
        String responseId,
        String ticketId,
        String supportGroup,
        @Nullable String caseId,
        Instant receivedAt,
        SurveyResponse response,
        Why decision,
        List<NoteView> notes,
        @JsonProperty("case") @Nullable CaseView caseView) {

    /** Why someone should act, or must not. */
    public record Why(
            Kind kind,
            Contact contact,
            @Nullable Integer priority,
            Explanation explanation,
            List<String> tags,
            boolean history) {}

    static RecoveryItem of(SearchResult.Match match, List<NoteView> notes) {
        RecoveryDecided d = match.response().decision();
        Case theCase = match.dossier().recoveryCase();
        return new RecoveryItem(
                d.responseId(),
                d.ticketId(),
                d.supportGroup(),
                theCase == null ? null : theCase.caseId(),
                d.response().submittedAt(),
                d.response(),
                new Why(d.kind(), d.contact(), d.priority(), d.explanation(), d.tags(), d.history()),
                notes,
                theCase == null ? null : theCase.view());
    }
}
