package io.amends.alerting.report;

import io.amends.alerting.digest.Digest;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A case that is told at once (C7).
 *
 * @param item as a digest has it
 * @param due when the customer is to be contacted, where they asked for it
 * @param solved whether its case was closed meanwhile (C10)
 */
public record ToldCase(Digest.Item item, Due due, boolean solved) {

    /**
     * The end of a desk's day.
     *
     * @param at null where the desk has no hours
     * @param zone whose clocks the desk works by
     */
    public record Due(@Nullable Instant at, ZoneId zone) {}
}
