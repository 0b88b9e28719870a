package io.amends.notes.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What something that happened made of a case.
 *
 * @param after the case now; null where there is none
 * @param steps what to tell others, in order; empty where nothing they can see has changed
 */
public record CaseProgress(@Nullable Case after, List<CaseStep> steps) {

    /** The steps of a case's life that others hear of. */
    public enum CaseStep {
        OPENED,
        /** It stands elsewhere now: another owner, another group, a newer response, or a customer now satisfied. */
        MOVED,
        REOPENED,
        CLOSED
    }

    static CaseProgress none(@Nullable Case unchanged) {
        return new CaseProgress(unchanged, List.of());
    }
}
