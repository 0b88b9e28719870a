package io.amends.dashboard.responses.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.contracts.Agent;
import io.amends.contracts.Answer;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One response of the report (F1).
 *
 * @param spoken whether any of its notes says that the customer was spoken to
 * @param overall on the portal's own scale; null where it was not given
 * @param why the decision in one sentence (B6)
 * @param notes newest first; null where the report does not show notes
 */
public record ReportItem(
        String responseId,
        @Nullable String ticketId,
        String supportGroup,
        @Nullable String caseId,
        @Nullable String caseState,
        boolean spoken,
        Instant receivedAt,
        @Nullable BigDecimal overall,
        Map<String, Answer> measures,
        List<String> factors,
        @Nullable String comment,
        ContactChoice contactChoice,
        RecoveryDecided.Kind kind,
        RecoveryDecided.Contact contact,
        @Nullable Integer priority,
        String why,
        @Nullable Customer customer,
        @Nullable Agent agent,
        @Nullable String segment,
        @Nullable String brand,
        @Nullable String channel,
        @Nullable String language,
        List<String> tags,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<NoteView> notes) {

    /** The item of a decision, its case and its notes. */
    public static ReportItem of(
            RecoveryDecided decided,
            @Nullable String caseId,
            @Nullable String caseState,
            boolean spoken,
            @Nullable List<NoteView> notes) {
        SurveyResponse response = decided.response();
        return new ReportItem(
                decided.responseId(),
                decided.ticketId(),
                decided.supportGroup(),
                caseId,
                caseState,
                spoken,
                response.submittedAt(),
                decided.explanation().overall(),
                response.measures(),
                response.factors(),
                response.comment(),
                response.contactChoice(),
                decided.kind(),
                decided.contact(),
                decided.priority(),
                decided.explanation().summary(),
                response.customer(),
                response.agent(),
                response.segment(),
                response.brand(),
                response.channel(),
                response.language(),
                decided.tags(),
                notes);
    }

    /** How things stand with its customer. */
    public Standing standing() {
        return Standing.of(kind, contact, caseState == null ? null : CaseState.valueOf(caseState), spoken);
    }

    /** The same with its notes. */
    public ReportItem withNotes(List<NoteView> shown) {
        return new ReportItem(
                responseId,
                ticketId,
                supportGroup,
                caseId,
                caseState,
                spoken,
                receivedAt,
                overall,
                measures,
                factors,
                comment,
                contactChoice,
                kind,
                contact,
                priority,
                why,
                customer,
                agent,
                segment,
                brand,
                channel,
                language,
                tags,
                List.copyOf(shown));
    }
}
