package io.amends.contracts.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel does (C8).
 *
 * @param lastOk when a post was last taken
 * @param lastFailure when one was last not taken
 * @param error what that one met; null where the last post was taken
 * @param failingSince since when nothing has been taken; null while it works
 * @param off since when nothing is posted, and why; null while it posts
 * @param waiting posts that are to go out
 */
public record ChannelStatus(
        ChannelSecretsSet secrets,
        @Nullable Instant lastOk,
        @Nullable Instant lastFailure,
        @Nullable String error,
        @Nullable Instant failingSince,
        @Nullable SwitchedOff off,
        long waiting) {

    /** Which secrets are set. */
    public record ChannelSecretsSet(boolean current, boolean previous, boolean url) {}

    /** Since when it is off. */
    public record SwitchedOff(Instant since, OffWhy why) {}

    /** Why a channel is switched off by itself. */
    public enum OffWhy {
        /** Nothing was taken for five days. */
        FAILING,
        /** The other side says that it is gone for good. */
        GONE
    }
}
