package io.amends.notes.cases;

import io.amends.contracts.CaseView.CaseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a case has come.
 *
 * @param closing what the last closing said; kept while the case is reopened
 * @param closings how often the case was closed
 */
public record CaseCourse(
        CaseState state, @Nullable CaseClosing closing, int closings, Instant openedAt, @Nullable Instant closedAt) {

    static CaseCourse opened(Instant at) {
        return new CaseCourse(CaseState.OPEN, null, 0, at, null);
    }

    CaseCourse closed(CaseClosing last, Instant at) {
        return new CaseCourse(CaseState.CLOSED, last, closings + 1, openedAt, at);
    }

    CaseCourse reopened() {
        return new CaseCourse(CaseState.OPEN, closing, closings, openedAt, null);
    }
}
