package io.amends.dashboard.responses.core;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
 * One response of the report (F1). In its JSON the fields of its parts stand side by side, in this order.
 *
 * @param tags the tags of its recovery
 * @param notes newest first; null where the report does not show notes
 */
public record ReportItem(
        @JsonUnwrapped Identity identity,
        @JsonUnwrapped Progress progress,
        @JsonUnwrapped Answers answers,
        @JsonUnwrapped ItemVerdict verdict,
        @JsonUnwrapped People people,
        @JsonUnwrapped ItemSource source,
        List<String> tags,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<NoteView> notes) {

    /** Which response it is, and of which ticket. */
    public record Identity(String responseId, @Nullable String ticketId, String supportGroup) {}

    /**
     * How far its recovery is.
     *
     * @param spoken whether any of its notes says that the customer was spoken to
     */
    public record Progress(@Nullable String caseId, @Nullable CaseState caseState, boolean spoken) {}

    /**
     * What the customer answered.
     *
     * @param overall on the portal's own scale; null where it was not given
     */
    public record Answers(
            Instant receivedAt,
            @Nullable BigDecimal overall,
            Map<String, Answer> measures,
            List<String> factors,
            @Nullable String comment,
            ContactChoice contactChoice) {}

    /**
     * What was decided.
     *
     * @param why the decision in one sentence (B6)
     */
    public record ItemVerdict(
            RecoveryDecided.Kind kind, RecoveryDecided.Contact contact, @Nullable Integer priority, String why) {}

    /** Who answered, and who had worked on the ticket. */
    public record People(@Nullable Customer customer, @Nullable Agent agent) {}

    /** Where the answer came from. */
    public record ItemSource(
            @Nullable String segment, @Nullable String brand, @Nullable String channel, @Nullable String language) {}

    /** The item of a decision and of what was done since, without notes. */
    public static ReportItem of(RecoveryDecided decided, Progress progress) {
        SurveyResponse response = decided.response();
        return new ReportItem(
                new Identity(decided.responseId(), decided.ticketId(), decided.supportGroup()),
                progress,
                new Answers(
                        response.submittedAt(),
                        decided.explanation().overall(),
                        response.measures(),
                        response.factors(),
                        response.comment(),
                        response.contactChoice()),
                new ItemVerdict(
                        decided.kind(),
                        decided.contact(),
                        decided.priority(),
                        decided.explanation().summary()),
                new People(response.customer(), response.agent()),
                new ItemSource(response.segment(), response.brand(), response.channel(), response.language()),
                decided.tags(),
                null);
    }

    /** Which response it is. */
    public String responseId() {
        return identity.responseId();
    }

    /** How things stand with its customer. */
    public CustomerStanding standing() {
        return CustomerStanding.of(verdict.kind(), verdict.contact(), progress.caseState(), progress.spoken());
    }

    /** The same for somebody for whom its case does not exist. */
    public ReportItem withoutCase() {
        Progress seen = new Progress(null, null, progress.spoken());
        return new ReportItem(identity, seen, answers, verdict, people, source, tags, notes);
    }

    /** The same with its notes. */
    public ReportItem withNotes(List<NoteView> shown) {
        return new ReportItem(identity, progress, answers, verdict, people, source, tags, List.copyOf(shown));
    }
}
