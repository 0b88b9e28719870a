package io.amends.rules.backtest.core;

import java.util.Map;
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
 */
public record Forecast(
        int days, long judged, long before, long after, @Nullable Double ratio, double multiple, boolean warns) {
    /** Fewer cases than this are no flood, whatever the multiple. */
    static final long HANDFUL = 20;

    /** Sums up what was counted. */
    public static Forecast of(int days, Map<Share, Long> counts, double multiple) {
        long kept = Balance.count(Share.Side.KEPT, counts);
        long before = kept + Balance.count(Share.Side.LOST, counts);
        long after = kept + Balance.count(Share.Side.GAINED, counts);
        long judged = counts.entrySet().stream()
                .filter(entry -> entry.getKey().judged())
                .mapToLong(Map.Entry::getValue)
                .sum();
        Double ratio = before == 0 ? null : Math.round(100.0 * after / before) / 100.0;
        return new Forecast(
                days, judged, before, after, ratio, multiple, after >= HANDFUL && after > multiple * before);
    }
}
