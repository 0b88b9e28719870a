package io.amends.notes.cases;

import io.amends.contracts.CaseView.CaseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a case has come.
 *
 * @param closing what the last closing said; kept while the case is reopened
 * @param closings how often the case was closed
 * @param requestedAt when staff filed the last request for it (A9); null where there is none
 */
public record CaseCourse(
        CaseState state,
        @Nullable CaseClosing closing,
        int closings,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant requestedAt) {

    static CaseCourse opened(Instant at) {
        return new CaseCourse(CaseState.OPEN, null, 0, at, null, null);
    }

    CaseCourse closed(CaseClosing last, Instant at) {
        return new CaseCourse(CaseState.CLOSED, last, closings + 1, openedAt, at, requestedAt);
    }

    CaseCourse reopened() {
        return new CaseCourse(CaseState.OPEN, closing, closings, openedAt, null, requestedAt);
    }

    CaseCourse requested(Instant at) {
        Instant last = requestedAt == null || at.isAfter(requestedAt) ? at : requestedAt;
        return new CaseCourse(state, closing, closings, openedAt, closedAt, last);
    }
}
