package io.amends.rules.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where the overall score stands against the threshold in force (B1). */
public enum OverallRating {
    /** The rating is at or below the threshold: the customer is unhappy. */
    LOW,
    ABOVE,
    /** No overall score was given. */
    UNRATED;

    static OverallRating of(@Nullable BigDecimal overall, BigDecimal threshold) {
        if (overall == null) {
            return UNRATED;
        }
        return overall.compareTo(threshold) <= 0 ? LOW : ABOVE;
    }
}
