package io.amends.rules.backtest.core;

import io.amends.contracts.ContactChoice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one response adds to the balance. Responses with equal shares are counted together, so that a million of them need
 * little room.
 *
 * @param judged false where the response does not count: replaced, withdrawn, or answered at another time
 * @param day local
 * @param score the overall score as text; null where none was given
 * @param before whether it is a candidate as decided live
 * @param after whether it is one by the judged rules
 * @param rules the judged rules that match
 */
public record Share(
        boolean judged,
        String supportGroup,
        LocalDate day,
        @Nullable String score,
        ContactChoice contactChoice,
        boolean before,
        boolean after,
        List<String> rules) {
    static final Share NOTHING = none(false, "");

    /** The share of most responses of a group: no candidate, and no rule matches. */
    static Share judged(String supportGroup) {
        return none(true, supportGroup);
    }

    private static Share none(boolean judged, String supportGroup) {
        return new Share(judged, supportGroup, LocalDate.EPOCH, null, ContactChoice.NOT_ASKED, false, false, List.of());
    }

    /** Whether it is no case, and no rule matches: then nobody wants to find it again. */
    boolean plain() {
        return side() == null && rules.isEmpty();
    }

    /** Whether it is a case on either side, and which. */
    @Nullable
    Side side() {
        if (before) {
            return after ? Side.KEPT : Side.LOST;
        }
        return after ? Side.GAINED : null;
    }

    /** Where a case stands between what was decided and what would be. */
    public enum Side {
        GAINED,
        LOST,
        KEPT
    }
}
