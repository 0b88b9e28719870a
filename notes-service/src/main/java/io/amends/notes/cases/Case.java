package io.amends.notes.cases;

import io.amends.contracts.CaseView;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.CaseView.Outcome;
import io.amends.notes.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work on one ticket's candidate, from opened to closed (D7). {@link CaseLife} makes and changes it.
 *
 * @param responseId the newest response of the ticket
 * @param owner contact id; first the Support Lead
 * @param removedTags tags that a person took away; no decision brings them back (E2)
 * @param closing what the last closing said; kept while reopened
 * @param closings how often it was closed
 * @param unhappy whether an unhappy response stands behind it, not only an opportunity
 * @param satisfiedNow whether the newest answer is happy after an unhappy one (A4)
 */
public record Case(
        String caseId,
        TicketId ticket,
        String responseId,
        String supportGroup,
        CaseState state,
        @Nullable String owner,
        @Nullable Instant dueAt,
        List<String> tags,
        List<String> removedTags,
        @Nullable Closing closing,
        int closings,
        boolean unhappy,
        boolean satisfiedNow,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** The tag that asks for a follow-up survey; without it there is none (E2). */
    public static final String RECOVERY_TAG = "service_recovery";

    public boolean closed() {
        return state == CaseState.CLOSED;
    }

    /** As others see it. Outcome and root cause belong to a closed case. */
    public CaseView view() {
        Closing last = closed() ? closing : null;
        Outcome outcome = last == null ? null : last.outcome();
        String rootCause = last == null ? null : last.rootCause();
        return new CaseView(
                caseId,
                ticket.portal(),
                ticket.ticketId(),
                responseId,
                supportGroup,
                state,
                owner,
                dueAt,
                tags,
                outcome,
                rootCause,
                satisfiedNow,
                openedAt,
                closedAt);
    }

    /** Adds a tag, also one that was taken away before. */
    public Case tagged(String tag) {
        return withTags(plus(tags, List.of(tag)), minus(removedTags, tag));
    }

    /** Takes a tag away and remembers it, so that a later decision does not bring it back. */
    public Case untagged(String tag) {
        return withTags(minus(tags, tag), plus(removedTags, List.of(tag)));
    }

    Case decidedTags(Collection<String> decided) {
        List<String> kept =
                decided.stream().filter(tag -> !removedTags.contains(tag)).toList();
        return withTags(CaseTag.fitting(plus(tags, kept)), removedTags);
    }

    Case at(String newestResponse, String group, @Nullable String newOwner) {
        return new Case(
                caseId,
                ticket,
                newestResponse,
                group,
                state,
                newOwner,
                dueAt,
                tags,
                removedTags,
                closing,
                closings,
                unhappy,
                satisfiedNow,
                openedAt,
                closedAt);
    }

    Case due(@Nullable Instant at) {
        return new Case(
                caseId,
                ticket,
                responseId,
                supportGroup,
                state,
                owner,
                at,
                tags,
                removedTags,
                closing,
                closings,
                unhappy,
                satisfiedNow,
                openedAt,
                closedAt);
    }

    Case felt(boolean everUnhappy, boolean nowSatisfied) {
        return new Case(
                caseId,
                ticket,
                responseId,
                supportGroup,
                state,
                owner,
                dueAt,
                tags,
                removedTags,
                closing,
                closings,
                everUnhappy,
                nowSatisfied,
                openedAt,
                closedAt);
    }

    Case closedWith(Closing last, Instant at) {
        return new Case(
                caseId,
                ticket,
                responseId,
                supportGroup,
                CaseState.CLOSED,
                owner,
                dueAt,
                tags,
                removedTags,
                last,
                closings + 1,
                unhappy,
                satisfiedNow,
                openedAt,
                at);
    }

    Case reopenedUntil(Instant due) {
        return new Case(
                caseId,
                ticket,
                responseId,
                supportGroup,
                CaseState.OPEN,
                owner,
                due,
                tags,
                removedTags,
                closing,
                closings,
                unhappy,
                satisfiedNow,
                openedAt,
                null);
    }

    private Case withTags(List<String> now, List<String> removed) {
        return new Case(
                caseId,
                ticket,
                responseId,
                supportGroup,
                state,
                owner,
                dueAt,
                now,
                removed,
                closing,
                closings,
                unhappy,
                satisfiedNow,
                openedAt,
                closedAt);
    }

    private static List<String> plus(List<String> tags, Collection<String> more) {
        List<String> all = new ArrayList<>(tags);
        more.stream().filter(tag -> !all.contains(tag)).forEach(all::add);
        return List.copyOf(all);
    }

    private static List<String> minus(List<String> tags, String tag) {
        return tags.stream().filter(t -> !t.equals(tag)).toList();
    }
}
