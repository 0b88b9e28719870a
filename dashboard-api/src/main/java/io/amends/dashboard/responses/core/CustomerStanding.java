package io.amends.dashboard.responses.core;

import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.RecoveryDecided;
import org.jspecify.annotations.Nullable;

/**
 * How things stand between us and the customer of one response, in the report (F1) and in the dialog (D1). One of them,
 * {@link #WAITING}, asks for somebody to act.
 */
public enum CustomerStanding {
    /** The customer asked not to be contacted, or the portal's policy forbids it. */
    FORBIDDEN,
    /** The case of the ticket is closed. */
    CLOSED,
    /** The response was decided to need no contact. */
    NOT_NEEDED,
    /** Somebody has spoken to the customer; the case is still open, or there is none. */
    SPOKEN_TO,
    /** The response was to be contacted, and no case was opened for it: it is history (C2). */
    NO_CASE,
    /** The case is open, the customer is to be contacted, and nobody has spoken to them yet; a voicemail is no talk. */
    WAITING;

    /**
     * The standing of a response. {@code ReportSql} asks the database for the waiting ones by the same rule.
     *
     * @param kind as it was decided; null where nothing was, which needs no contact
     * @param state of the ticket's case; null where there is none
     * @param spoken whether any note of the response says that the customer was spoken to
     */
    public static CustomerStanding of(
            RecoveryDecided.@Nullable Kind kind,
            RecoveryDecided.@Nullable Contact contact,
            @Nullable CaseState state,
            boolean spoken) {
        if (contact == RecoveryDecided.Contact.FORBIDDEN) {
            return FORBIDDEN;
        }
        if (state != null && !state.open()) {
            return CLOSED;
        }
        if (kind == null || kind == RecoveryDecided.Kind.NONE) {
            return NOT_NEEDED;
        }
        if (spoken) {
            return SPOKEN_TO;
        }
        return state == null ? NO_CASE : WAITING;
    }
}
