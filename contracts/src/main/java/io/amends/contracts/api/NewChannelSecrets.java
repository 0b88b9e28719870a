package io.amends.contracts.api;

import org.jspecify.annotations.Nullable;

/**
 * The secrets of a channel, all of them at once: one that is left out is none (C8).
 *
 * @param current by which the posts of a WEBHOOK are signed
 * @param previous by which they are signed as well, while the receiver still asks for that
 * @param url where the posts of TEAMS and SLACK go
 */
public record NewChannelSecrets(@Nullable String current, @Nullable String previous, @Nullable String url) {

    /** Nobody reads them in a log. */
    @Override
    public String toString() {
        return "NewChannelSecrets";
    }
}
