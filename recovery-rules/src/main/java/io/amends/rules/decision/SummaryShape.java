package io.amends.rules.decision;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.directory.Portal.ContactPolicy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which sentence a summary is, without the values in it: there are a few hundred.
 *
 * @param scaled whether the top of the scale is told
 * @param overridden whether the group whose threshold it is is told
 */
record SummaryShape(Flagging flagging, OverallRating rating, boolean scaled, boolean overridden, Wish wish) {
    /** What is made of the response. */
    enum Flagging {
        NOT_FLAGGED,
        NOT_TO_BE_CONTACTED,
        FLAGGED,
        OPPORTUNITY
    }

    /** What the customer answered to the contact question, and what a blank answer means by preference (B3). */
    enum Wish {
        WANTED,
        REFUSED,
        NOT_ASKED,
        BLANK_ALLOWS,
        BLANK_FORBIDS,
        BLANK_IS_NOTHING,
        BLANK_IS_OPPORTUNITY
    }

    static SummaryShape of(DecisionOutcome outcome, ContactChoice choice, @Nullable BigDecimal overall, Policy policy) {
        OverallRating rating = OverallRating.of(overall, policy.threshold());
        return new SummaryShape(
                flagging(outcome),
                rating,
                policy.highest() != null,
                policy.overriddenBy() != null,
                wish(choice, rating == OverallRating.LOW, policy.contact()));
    }

    private static Flagging flagging(DecisionOutcome outcome) {
        if (outcome.kind() == Kind.NONE) {
            return Flagging.NOT_FLAGGED;
        }
        if (outcome.contact() == Contact.FORBIDDEN) {
            return Flagging.NOT_TO_BE_CONTACTED;
        }
        return outcome.kind() == Kind.RECOVERY ? Flagging.FLAGGED : Flagging.OPPORTUNITY;
    }

    private static Wish wish(ContactChoice choice, boolean unhappy, ContactPolicy policy) {
        return switch (choice) {
            case YES -> Wish.WANTED;
            case NO -> Wish.REFUSED;
            case NOT_ASKED -> Wish.NOT_ASKED;
            case UNANSWERED -> unhappy ? blankOfUnhappy(policy) : blankOfOthers(policy);
        };
    }

    private static Wish blankOfUnhappy(ContactPolicy policy) {
        return switch (policy.lowUnanswered()) {
            case ALLOWED -> Wish.BLANK_ALLOWS;
            case FORBIDDEN -> Wish.BLANK_FORBIDS;
        };
    }

    private static Wish blankOfOthers(ContactPolicy policy) {
        return switch (policy.highUnanswered()) {
            case NONE -> Wish.BLANK_IS_NOTHING;
            case OPPORTUNITY -> Wish.BLANK_IS_OPPORTUNITY;
        };
    }
}
