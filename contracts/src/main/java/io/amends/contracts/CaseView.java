package io.amends.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as others see it (D7).
 *
 * @param responseId the newest response of the ticket; null while only a request stands behind the case (A9)
 * @param owner contact id; first the Support Lead
 * @param satisfiedNow whether the customer's newest answer is happy (A4)
 */
public record CaseView(
        String caseId,
        String portal,
        String ticketId,
        @Nullable String responseId,
        String supportGroup,
        CaseState state,
        @Nullable String owner,
        @Nullable Instant dueAt,
        List<String> tags,
        @Nullable Outcome outcome,
        @Nullable String rootCause,
        boolean satisfiedNow,
        Instant openedAt,
        @Nullable Instant closedAt) {

    public CaseView {
        tags = Absent.orEmpty(tags);
    }

    /** Where a case stands (D8). */
    public enum CaseState {
        OPEN(true),
        /** It waits for the customer, or for us until a promised date. Not set yet: no step of a case leads here. */
        WAITING(true),
        CLOSED(false);

        private final boolean open;

        CaseState(boolean open) {
            this.open = open;
        }

        /** Whether somebody may still have something to do. */
        public boolean open() {
            return open;
        }
    }

    /** How a case ended (D8). */
    public enum Outcome {
        RESOLVED,
        RESOLVED_BY_CUSTOMER,
        UNRESOLVED,
        UNRESPONSIVE,
        CONTACT_REFUSED,
        NOT_NEEDED
    }
}
