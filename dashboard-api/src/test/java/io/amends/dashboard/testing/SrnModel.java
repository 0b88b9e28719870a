package io.amends.dashboard.testing;

import io.amends.dashboard.responses.core.Srn;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What each filter of the report lists (F1), in plain Java: the model that the report's SQL is held against. */
public final class SrnModel {
    private SrnModel() {}

    /**
     * Whether the filter lists a response.
     *
     * @param overall on the portal's own scale; null where it was not given, which is never at or below a threshold
     * @param threshold in force for the response's group
     * @param noteCount how many notes the response has
     * @param everSpoke whether one of its notes says that the customer was spoken to
     */
    public static boolean lists(
            Srn srn, @Nullable BigDecimal overall, BigDecimal threshold, int noteCount, boolean everSpoke) {
        boolean rated = srn.rating() == Srn.Rating.ANY || (overall != null && overall.compareTo(threshold) <= 0);
        return rated
                && switch (srn.notes()) {
                    case ANY -> true;
                    case NONE -> noteCount == 0;
                    case SOME -> noteCount > 0;
                    case NEVER_SPOKEN -> noteCount > 0 && !everSpoke;
                    case SPOKEN -> noteCount > 0 && everSpoke;
                };
    }
}
