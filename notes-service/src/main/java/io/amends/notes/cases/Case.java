package io.amends.notes.cases;

import io.amends.contracts.CaseView;
import io.amends.contracts.CaseView.Outcome;
import io.amends.notes.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The work on one ticket's candidate or request, from opened to closed (D7, A9). {@link CaseLife} makes and changes it. */
public record Case(
        String caseId,
        TicketId ticket,
        Assignment assignment,
        @Nullable Instant dueAt,
        CaseTags tags,
        CaseCourse course,
        CustomerMood mood) {

    /** The tag that asks for a follow-up survey; without it there is none (E2). */
    public static final String RECOVERY_TAG = "service_recovery";

    public boolean closed() {
        return !course.state().open();
    }

    /** The case as others see it. Outcome and root cause belong to a closed case. */
    public CaseView view() {
        CaseClosing last = closed() ? course.closing() : null;
        Outcome outcome = last == null ? null : last.outcome();
        String rootCause = last == null ? null : last.rootCause();
        return new CaseView(
                caseId,
                ticket.portal(),
                ticket.ticketId(),
                assignment.responseId(),
                assignment.supportGroup(),
                course.state(),
                assignment.owner(),
                dueAt,
                tags.names(),
                outcome,
                rootCause,
                mood.satisfiedNow(),
                course.openedAt(),
                course.closedAt());
    }

    /** Adds a tag, also one that was taken away before. */
    public Case tagged(String tag) {
        return with(tags.tagged(tag));
    }

    /** Takes a tag away and remembers it, so that a later decision does not bring it back. */
    public Case untagged(String tag) {
        return with(tags.untagged(tag));
    }

    Case decidedTags(Collection<String> decided) {
        return with(tags.decided(decided));
    }

    Case at(Assignment newest, CustomerMood now) {
        return new Case(caseId, ticket, newest, dueAt, tags, course, now);
    }

    Case due(@Nullable Instant at) {
        return new Case(caseId, ticket, assignment, at, tags, course, mood);
    }

    Case closedWith(CaseClosing last, Instant at) {
        return new Case(caseId, ticket, assignment, dueAt, tags, course.closed(last, at), mood);
    }

    Case reopenedUntil(@Nullable Instant due) {
        return new Case(caseId, ticket, assignment, due, tags, course.reopened(), mood);
    }

    Case requested(CustomerMood now, Instant filedAt) {
        return new Case(caseId, ticket, assignment, dueAt, tags, course.requested(filedAt), now);
    }

    private Case with(CaseTags changed) {
        return new Case(caseId, ticket, assignment, dueAt, changed, course, mood);
    }
}
