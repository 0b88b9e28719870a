package io.amends.contracts.api;

import org.jspecify.annotations.Nullable;

/**
 * What a draft would flag of the newest responses against what was flagged (B7).
 *
 * @param days back from now
 * @param judged responses looked at; a sample where there are very many
 * @param before candidates as decided live
 * @param after candidates by the draft
 * @param ratio after to before; null where nothing was flagged
 * @param multiple from which on a draft warns
 * @param warns whether it would flag more than that many times as much, and not just a handful
 * @param sentence says the same in plain words
 */
public record DraftForecast(
        int days,
        long judged,
        long before,
        long after,
        @Nullable Double ratio,
        double multiple,
        boolean warns,
        String sentence) {}
