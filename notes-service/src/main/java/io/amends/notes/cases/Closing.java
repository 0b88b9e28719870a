package io.amends.notes.cases;

import io.amends.contracts.CaseView.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What whoever closes a case says (D8).
 *
 * @param sendFollowUp null: as the decision said
 * @param approval the customer's explicit approval, in words
 */
public record Closing(
        Outcome outcome, @Nullable String rootCause, @Nullable Boolean sendFollowUp, @Nullable String approval) {

    /** The closing that a customer's NO makes (A4, B4). */
    static final Closing REFUSED = new Closing(Outcome.CONTACT_REFUSED, null, null, null);
}
