package io.amends.ingest.response;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a response became valid, and how.
 *
 * @param at when it became valid (a repair sets it anew), or was first quarantined
 * @param ever whether it has ever been valid
 * @param repaired whether it waited in quarantine before it became valid
 */
public record Recording(Instant at, boolean ever, boolean repaired) {

    /** What a judgement makes of the one before it; null: there was none. */
    static Recording after(@Nullable HeldResponse before, boolean valid, Instant now) {
        if (before == null) {
            return new Recording(now, valid, false);
        }
        Recording earlier = before.recording();
        boolean healed = valid && !before.valid();
        return new Recording(healed ? now : earlier.at(), valid || earlier.ever(), healed || earlier.repaired());
    }
}
