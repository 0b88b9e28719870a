package io.amends.notes.cases;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.contracts.RequestFiled;
import io.amends.kit.id.Ids;
import io.amends.notes.cases.CaseProgress.CaseStep;
import io.amends.notes.portal.PortalFacts;
import io.amends.notes.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of a case (D7, D8, A4, A8). The customer's newest answer leads; a person closes.
 *
 * <pre>
 *                candidate, or a note on history,          newest says NO, or a person closes
 *                or a request, or opened by hand
 *   (no case) ────────────────────────────────► OPEN ──────────────────────────────────────► CLOSED
 *                                                │ ▲                                           │
 *                       happy: satisfied now,    └─┘      a new candidate or request, or a     │
 *                       other group or owner:    OPEN ◄── follow-up answer, unhappy again ─────┘
 *                       moved
 * </pre>
 *
 * A NO never opens, reopens or leaves open a case (B4): a request that crosses one on its way makes a case that is closed.
 * Pure: the same inputs make the same change.
 */
public final class CaseLife {
    private static final int BUSINESS_DAYS = 2;

    private final TicketId ticket;
    private final PortalFacts facts;
    private final Instant now;

    public CaseLife(TicketId ticket, PortalFacts facts, Instant now) {
        this.ticket = ticket;
        this.facts = facts;
        this.now = now;
    }

    /**
     * A decision changed what the ticket's newest answer is.
     *
     * @param before the answer that the ticket stood at until now; null where there was none
     * @param newest the newest answer from now on; null while none counts: replaced by one not yet known, or withdrawn
     */
    public CaseProgress onDecision(
            @Nullable Case current, @Nullable RecoveryDecided before, @Nullable RecoveryDecided newest) {
        if (newest == null || newest.equals(before)) {
            return CaseProgress.none(current);
        }
        if (current == null) {
            return actionable(newest) ? opened(newest, dueBy(newest)) : CaseProgress.none(null);
        }
        List<CaseStep> steps = new ArrayList<>();
        Case next = placed(current, newest, steps);
        if (newest.contact() == Contact.FORBIDDEN) {
            next = next.closed() ? next : closed(next, CaseClosing.REFUSED, steps);
        } else if (actionable(newest)) {
            next = worked(next.decidedTags(newest.tags()), before, newest, steps);
        } else if (asksStill(next) && refused(before)) {
            // The NO that closed it was taken back, and what staff asked for still stands (A9).
            steps.add(CaseStep.REOPENED);
            next = next.reopenedUntil(next.dueAt());
        }
        if (steps.isEmpty() && !next.view().equals(current.view())) {
            steps.add(CaseStep.MOVED);
        }
        return new CaseProgress(next, List.copyOf(steps));
    }

    /**
     * Staff ask for a recovery, or for a follow-up (A9): that opens the ticket's case, or reopens it. Whether the survey comes
     * before or after, the case ends the same.
     *
     * @param newest the ticket's newest answer; null while there is none that counts
     * @param refused whether the customer said NO: who filed the request could not know it yet
     */
    public CaseProgress onRequest(
            @Nullable Case current, @Nullable RecoveryDecided newest, boolean refused, RequestFiled request) {
        List<CaseStep> steps = new ArrayList<>();
        Case next = current == null ? opened(newest, request, steps) : current;
        boolean unhappy = request.type() == RequestType.NEGATIVE_REVIEW_RECOVERY;
        CustomerMood mood = unhappy ? next.mood().grieved(request.filedAt()) : next.mood();
        next = next.requested(mood.by(newest), request.filedAt());
        next = unhappy ? next.decidedTags(List.of(Case.RECOVERY_TAG)) : next;
        Instant due = businessDaysLater(next.assignment().supportGroup(), request.filedAt());
        if (refused) {
            next = next.closed() ? next : closed(next, CaseClosing.REFUSED, steps);
        } else if (next.closed()) {
            steps.add(CaseStep.REOPENED);
            next = next.reopenedUntil(due);
        } else {
            next = next.due(earlier(due, next.dueAt()));
        }
        if (steps.isEmpty() && current != null && !next.view().equals(current.view())) {
            steps.add(CaseStep.MOVED);
        }
        return new CaseProgress(next, List.copyOf(steps));
    }

    /**
     * The newest answer was withdrawn: its newest version is not valid (A5). The case stays as it is and where it is,
     * whatever that version says, until it is repaired; but a NO is a hard stop (B4).
     */
    public CaseProgress onWithdrawn(@Nullable Case current, RecoveryDecided withdrawal) {
        return current == null || current.closed() || withdrawal.contact() != Contact.FORBIDDEN
                ? CaseProgress.none(current)
                : onClosed(current, CaseClosing.REFUSED);
    }

    /** Someone wrote a note on a response: for a candidate that only history kept without a case, that opens one (C2). */
    public CaseProgress onNote(@Nullable Case current, RecoveryDecided noted) {
        boolean opens = current == null && noted.candidate();
        return opens ? opened(noted, businessDaysLater(noted.supportGroup(), now)) : CaseProgress.none(current);
    }

    /**
     * Someone opens a case for a response that nobody flagged (D7).
     *
     * @throws ContactForbidden if the customer said NO (B4)
     */
    public CaseProgress onOpenedByHand(@Nullable Case current, RecoveryDecided newest) {
        if (newest.contact() == Contact.FORBIDDEN) {
            throw new ContactForbidden();
        }
        if (current == null) {
            return opened(newest, businessDaysLater(newest.supportGroup(), now));
        }
        return CaseProgress.none(current);
    }

    /** A person closes it; who asks {@link ClosingRule} first whether that may be. */
    public CaseProgress onClosed(Case current, CaseClosing closing) {
        List<CaseStep> steps = new ArrayList<>();
        return new CaseProgress(closed(current, closing, steps), List.copyOf(steps));
    }

    /** A person gives it to another owner. To give it to the owner that it has changes nothing. */
    public CaseProgress onHandedOver(Case current, String owner) {
        Assignment now = current.assignment();
        return owner.equals(now.owner())
                ? CaseProgress.none(current)
                : new CaseProgress(
                        current.at(new Assignment(now.responseId(), now.supportGroup(), owner), current.mood()),
                        List.of(CaseStep.MOVED));
    }

    private CaseProgress opened(RecoveryDecided on, @Nullable Instant due) {
        Case opened = new Case(
                Ids.ofCase(ticket.portal(), ticket.ticketId()),
                ticket,
                new Assignment(on.responseId(), on.supportGroup(), facts.lead(on.supportGroup())),
                due,
                new CaseTags(CaseTag.fitting(on.tags()), List.of()),
                CaseCourse.opened(now),
                new CustomerMood(on.kind() == Kind.RECOVERY, false, null));
        return new CaseProgress(opened, List.of(CaseStep.OPENED));
    }

    private Case opened(@Nullable RecoveryDecided newest, RequestFiled request, List<CaseStep> steps) {
        steps.add(CaseStep.OPENED);
        String group = newest == null ? request.supportGroup() : newest.supportGroup();
        return new Case(
                Ids.ofCase(ticket.portal(), ticket.ticketId()),
                ticket,
                new Assignment(newest == null ? null : newest.responseId(), group, facts.lead(group)),
                businessDaysLater(group, request.filedAt()),
                new CaseTags(List.of(), List.of()),
                CaseCourse.opened(request.filedAt()),
                new CustomerMood(false, false, null));
    }

    /** Where the case stands by the newest answer: its response, its group with that group's lead, and how the customer feels. */
    private Case placed(Case current, RecoveryDecided newest, List<CaseStep> steps) {
        boolean moved = !current.assignment().supportGroup().equals(newest.supportGroup());
        if (moved) {
            steps.add(CaseStep.MOVED);
        }
        String owner =
                moved ? facts.lead(newest.supportGroup()) : current.assignment().owner();
        return current.at(
                new Assignment(newest.responseId(), newest.supportGroup(), owner),
                current.mood().by(newest));
    }

    /** What a candidate makes of a case: due no later than before; reopened if it asks for something new. */
    private Case worked(Case current, @Nullable RecoveryDecided before, RecoveryDecided newest, List<CaseStep> steps) {
        boolean again = current.caseId().equals(newest.response().followUpOf()) && newest.kind() == Kind.RECOVERY;
        Instant due = again ? now : dueBy(newest);
        if (!current.closed()) {
            return current.due(earlier(due, current.dueAt()));
        }
        if (before == null || asksAnew(before, newest)) {
            steps.add(CaseStep.REOPENED);
            return current.reopenedUntil(due);
        }
        return current; // a late comment on what was dealt with does not open it again (A3)
    }

    /** An older answer that counts again, since what had replaced it does not, asks for nothing new. */
    private static boolean asksAnew(RecoveryDecided before, RecoveryDecided newest) {
        return before.responseId().equals(newest.responseId())
                ? !actionable(before)
                : !newest.response().submittedAt().isBefore(before.response().submittedAt());
    }

    private Case closed(Case current, CaseClosing closing, List<CaseStep> steps) {
        steps.add(CaseStep.CLOSED);
        return current.closedWith(closing, now);
    }

    /** The end of the same business day for a YES, else two more; null where the group's calendar has no hours any more. */
    private @Nullable Instant dueBy(RecoveryDecided candidate) {
        Instant received = candidate.response().submittedAt();
        return candidate.response().contactChoice() == ContactChoice.YES
                ? facts.deskTime(candidate.supportGroup()).endOfDay(received, 0).orElse(null)
                : businessDaysLater(candidate.supportGroup(), received);
    }

    private @Nullable Instant businessDaysLater(String group, Instant from) {
        return facts.deskTime(group).endOfDay(from, BUSINESS_DAYS).orElse(null);
    }

    private static @Nullable Instant earlier(@Nullable Instant due, @Nullable Instant until) {
        return until == null || (due != null && due.isBefore(until)) ? due : until;
    }

    private static boolean actionable(RecoveryDecided decision) {
        return decision.candidate() && !decision.history();
    }

    /** Whether staff asked for it, and only a NO has closed it since. */
    private static boolean asksStill(Case closed) {
        return closed.closed()
                && closed.course().requestedAt() != null
                && CaseClosing.REFUSED.equals(closed.course().closing());
    }

    private static boolean refused(@Nullable RecoveryDecided answer) {
        return answer != null && answer.contact() == Contact.FORBIDDEN;
    }

    /** Refused: the customer said NO, and no person's hand in this release overrides that (B4). */
    public static final class ContactForbidden extends RuntimeException {
        private ContactForbidden() {
            super("The customer asked not to be contacted.");
        }
    }
}
