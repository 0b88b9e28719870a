package io.amends.contracts;

import org.jspecify.annotations.Nullable;

/** Why somebody did something, in their words: said where it is asked for, storable, and of a length that people read. */
public final class StatedReason {
    /** Most characters. */
    public static final int LONGEST = 1_000;

    private StatedReason() {}

    /** Why this is no reason; null if it is one. */
    public static @Nullable String fault(@Nullable String reason) {
        return reason == null || StorableText.blank(reason)
                ? "must say why, in 1 to " + LONGEST + " characters"
                : StorableText.fault(reason, LONGEST);
    }
}
