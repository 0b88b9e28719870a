package io.amends.alerting.immediate;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.directory.Portal;
import org.jspecify.annotations.Nullable;

/** Why a case is told at once, and not only by the next digest (C7). */
public enum ImmediateWhy {
    /** A rule says so (B5). */
    RULE,
    /** The customer asks to be contacted, and the portal wants to hear of that at once. */
    ASKED;

    /**
     * The reason for which a decision is told at once; null where it waits for the digest, or is for nobody to act on. A
     * channel of a portal hears by the same rule as its people do.
     */
    public static @Nullable ImmediateWhy of(RecoveryDecided decision, Portal portal) {
        if (!possible(decision)) {
            return null;
        }
        if (decision.alert() == Alert.IMMEDIATE) {
            return RULE;
        }
        return portal.immediateOnYes() ? ASKED : null;
    }

    /** Whether there may be such a reason, whatever the portal says. */
    public static boolean possible(RecoveryDecided decision) {
        boolean told = decision.stands() && !decision.history() && decision.alert() != Alert.NONE;
        return told
                && (decision.alert() == Alert.IMMEDIATE || decision.response().contactChoice() == ContactChoice.YES);
    }
}
