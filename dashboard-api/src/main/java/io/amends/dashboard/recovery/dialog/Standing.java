package io.amends.dashboard.recovery.dialog;

import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with a customer now: the dialog's first line, before it is put in words. A customer waits where there
 * is an open case, they are to be contacted, and nobody has spoken to them yet; the report counts the same (F1).
 */
public enum Standing {
    /** The case is closed. */
    CLOSED,
    /** The customer said No (B4). */
    REFUSED,
    /** The customer said nothing of the kind, but the rules or the portal forbid to contact them (B3). */
    FORBIDDEN,
    /** Somebody has spoken to them. */
    SPOKEN_TO,
    /** There was never a case: a response of long ago, or one with nothing to recover. */
    NO_CASE,
    /** There is an open case, but not for this response: it asks for no contact. */
    NOT_ASKED_FOR,
    /** They wait, and somebody has tried. */
    NOT_REACHED,
    /** They wait, and nothing is noted yet. */
    WAITING;

    /**
     * The standing of a response.
     *
     * @param state of its ticket's case; null: no case
     * @param kind as it was decided; null: not decided
     * @param contact as it was decided; null: not decided
     * @param log of its ticket
     */
    public static Standing of(
            @Nullable CaseState state,
            ContactChoice choice,
            @Nullable Kind kind,
            @Nullable Contact contact,
            List<NoteView> log) {
        if (state == CaseState.CLOSED) {
            return CLOSED;
        }
        if (forbidden(choice, contact)) {
            return choice == ContactChoice.NO ? REFUSED : FORBIDDEN;
        }
        if (log.stream().anyMatch(NoteView::spoke)) {
            return SPOKEN_TO;
        }
        if (state == null) {
            return NO_CASE;
        }
        if (kind == null || kind == Kind.NONE) {
            return NOT_ASKED_FOR;
        }
        return log.isEmpty() ? WAITING : NOT_REACHED;
    }

    /** Whether the customer must not be contacted, whatever else stands (B4). */
    public static boolean forbidden(ContactChoice choice, @Nullable Contact contact) {
        return choice == ContactChoice.NO || contact == Contact.FORBIDDEN;
    }

    /** Whether the customer waits: an open case, to be contacted, and nobody has spoken to them yet. */
    public boolean waits() {
        return this == WAITING || this == NOT_REACHED;
    }
}
