package io.amends.contracts.api;

import org.jspecify.annotations.Nullable;

/**
 * The secrets of a source, all of them at once: one that is left out is none (A10).
 *
 * @param current by which its vendor signs
 * @param previous good beside it, while the vendor still signs by that
 * @param api for the vendor's API
 */
public record NewSourceSecrets(@Nullable String current, @Nullable String previous, @Nullable String api) {

    /** Nobody reads them in a log. */
    @Override
    public String toString() {
        return "NewSourceSecrets";
    }
}
