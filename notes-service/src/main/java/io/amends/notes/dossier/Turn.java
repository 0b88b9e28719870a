package io.amends.notes.dossier;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.CaseView;
import io.amends.contracts.FollowUp;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.contracts.RequestFiled;
import io.amends.kit.id.Ids;
import io.amends.notes.cases.Assignment;
import io.amends.notes.cases.Case;
import io.amends.notes.cases.CaseClosing;
import io.amends.notes.cases.CaseLife;
import io.amends.notes.cases.CaseProgress;
import io.amends.notes.cases.CaseProgress.CaseStep;
import io.amends.notes.cases.FollowUpRule;
import io.amends.notes.note.NoteMark;
import io.amends.notes.portal.PortalFacts;
import io.amends.notes.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a ticket's file: what happened, the file after it, and the events that tell others. Pure; who calls it holds
 * the ticket's lock, so that versions grow by one.
 */
public final class Turn {
    private final PortalFacts facts;
    private final Instant now;
    private final List<CaseEvent> events = new ArrayList<>();
    private Dossier dossier;

    public Turn(Dossier before, PortalFacts facts, Instant now) {
        this.dossier = before;
        this.facts = facts;
        this.now = now;
    }

    /** A decision arrives. One that is not newer than what is known changes nothing (A3). */
    public Turn decided(RecoveryDecided arrived) {
        Dossier before = dossier;
        dossier = before.with(arrived);
        RecoveryDecided was = before.answered();
        RecoveryDecided newest = dossier.newest();
        CaseProgress change = life().onDecision(before.recoveryCase(), was, newest);
        take(change, newest, null);
        if (arrived.standing() == Standing.WITHDRAWN
                && !dossier.equals(before)
                && was != null
                && was.responseId().equals(arrived.responseId())) {
            take(life().onWithdrawn(dossier.recoveryCase(), arrived), newest == null ? was : newest, null);
        }
        if (change.steps().isEmpty() && newest != null && notesMoved(before.newest(), newest)) {
            // Notes without a case go with the ticket too (A4): whoever lists responses has to hear where they are now.
            emit(CaseEvent.Kind.MOVED, newest, null);
        }
        return this;
    }

    /**
     * A note was written.
     *
     * @param on the response that it is on; null for one on a case without a survey (A9)
     */
    public Turn noted(@Nullable RecoveryDecided on, NoteView note) {
        dossier = dossier.with(new NoteMark(note.responseId(), note.spoke(), note.at()));
        if (on != null) {
            take(life().onNote(dossier.recoveryCase(), on), on, null);
        }
        emit(CaseEvent.Kind.NOTE_ADDED, on, note);
        return this;
    }

    /**
     * Staff ask for a recovery or a follow-up (A9). A positive request plans an invitation to a survey, or tells why there is
     * none.
     *
     * @param note the request as the newest note on the case
     */
    public Turn requested(RequestFiled request, NoteView note) {
        RecoveryDecided newest = dossier.newest();
        boolean refused = dossier.refused();
        CaseProgress change = life().onRequest(dossier.recoveryCase(), newest, refused, request);
        take(change, newest, null);
        noted(newest, note);
        Case asked = dossier.recoveryCase();
        if (asked != null && request.type() == RequestType.POSITIVE_REVIEW_FOLLOW_UP) {
            follow(FollowUpRule.invitation(asked, request, newest, refused));
        }
        return this;
    }

    /** Someone opens a case by hand (D7). */
    public Turn opened(RecoveryDecided on) {
        take(life().onOpenedByHand(dossier.recoveryCase(), on), on, null);
        return this;
    }

    /** Someone closes the case (D8); {@link io.amends.notes.cases.ClosingRule} has allowed it. */
    public Turn closed(Case open, CaseClosing closing, @Nullable RecoveryDecided newest) {
        take(life().onClosed(open, closing), newest, closing);
        return this;
    }

    /** Someone gives the case to another owner. */
    public Turn handedOver(Case open, String owner) {
        take(life().onHandedOver(open, owner), dossier.answered(), null);
        return this;
    }

    /** The tags changed; nobody is told before the case's next event. */
    public Turn tagged(Case changed) {
        dossier = dossier.with(changed);
        return this;
    }

    public Dossier dossier() {
        return dossier;
    }

    public List<CaseEvent> events() {
        return List.copyOf(events);
    }

    private CaseLife life() {
        return new CaseLife(dossier.id(), facts, now);
    }

    private void take(CaseProgress change, @Nullable RecoveryDecided on, @Nullable CaseClosing by) {
        dossier = dossier.with(change.after());
        Case after = change.after();
        for (CaseStep step : change.steps()) {
            if (after == null) {
                throw new IllegalStateException("a step without a case: " + step);
            }
            emit(kind(step), on, null);
            CaseClosing closing = by == null ? after.course().closing() : by;
            if (step == CaseStep.CLOSED && closing != null) {
                follow(FollowUpRule.trigger(after, closing, on));
            }
        }
    }

    /** @param on null where the ticket has no answer: then it is about the case */
    private void emit(CaseEvent.Kind kind, @Nullable RecoveryDecided on, @Nullable NoteView note) {
        long version = dossier.version() + 1;
        dossier = dossier.atVersion(version);
        TicketId id = dossier.id();
        Case current = dossier.recoveryCase();
        String response = on != null ? on.responseId() : about(current).responseId();
        String group = on != null ? on.supportGroup() : about(current).supportGroup();
        List<NoteMark> notes = dossier.notesOn(response);
        CaseView view = current == null ? null : current.view();
        events.add(new CaseEvent(
                kind,
                id.key(),
                Ids.v5(kind.type(), id.portal(), id.ticketId(), Long.toString(version))
                        .toString(),
                new CaseChanged(
                        id.portal(),
                        view,
                        id.ticketId(),
                        response,
                        group,
                        version,
                        note,
                        notes.size(),
                        notes.stream().anyMatch(NoteMark::spoke),
                        now)));
    }

    private static Assignment about(@Nullable Case current) {
        if (current == null) {
            throw new IllegalStateException("neither a response nor a case");
        }
        return current.assignment();
    }

    private void follow(FollowUp trigger) {
        CaseEvent.Kind kind =
                trigger.reason() == null ? CaseEvent.Kind.FOLLOW_UP_REQUESTED : CaseEvent.Kind.FOLLOW_UP_SKIPPED;
        events.add(new CaseEvent(kind, dossier.id().key(), trigger.followUpId(), trigger));
    }

    private static CaseEvent.Kind kind(CaseStep step) {
        return switch (step) {
            case OPENED -> CaseEvent.Kind.OPENED;
            case MOVED -> CaseEvent.Kind.MOVED;
            case REOPENED -> CaseEvent.Kind.REOPENED;
            case CLOSED -> CaseEvent.Kind.CLOSED;
        };
    }

    private boolean notesMoved(@Nullable RecoveryDecided before, RecoveryDecided newest) {
        boolean stayed = before != null
                && before.responseId().equals(newest.responseId())
                && before.supportGroup().equals(newest.supportGroup());
        return !stayed && !dossier.notesOn(newest.responseId()).isEmpty();
    }
}
