package io.amends.dashboard.recovery;

import io.amends.contracts.api.Recovery;
import io.amends.dashboard.recovery.core.Cause;
import io.amends.dashboard.recovery.core.Position;
import org.jspecify.annotations.Nullable;

/** Where a response is that a dialog was asked for: in what is open, or somewhere else. */
sealed interface Whereabouts {
    /**
     * A response, and where it stands among the others.
     *
     * @param recipient whom the report was sent to that is open; null without a report
     */
    record ListedResponse(Recovery.Item item, Position position, @Nullable String recipient) implements Whereabouts {}

    /**
     * A response that is not in what is open, and why (D4).
     *
     * @param responseId the response that was here and is elsewhere now; null where there is none
     * @param location the address of where it is now; null where there is none, or none for whoever asks
     * @param position where it stands in its report; null without a report
     */
    record MissingResponse(
            Cause cause, @Nullable String responseId, @Nullable String location, @Nullable Position position)
            implements Whereabouts {
        /** The same, and where it is now. */
        MissingResponse at(@Nullable String now) {
            return new MissingResponse(cause, responseId, now, position);
        }
    }
}
