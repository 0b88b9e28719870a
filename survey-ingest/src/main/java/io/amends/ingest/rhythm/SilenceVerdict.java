package io.amends.ingest.rhythm;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about an origin at one look (A11). A silence is told once, and its end is told once:
 *
 * <pre>
 *   speaks ── SILENT: the alarm's moment has come ──► silent
 *      ▲                                                │
 *      ├──────────── HEARD: it was heard since ─────────┤
 *      └── UNWATCHED: it is to send no more, or gone ───┘
 * </pre>
 */
public enum SilenceVerdict {
    NOTHING,
    SILENT,
    HEARD,
    /** The silence ends without a word: nobody waits for what was switched off, revoked or deleted. */
    UNWATCHED;

    /**
     * Decides.
     *
     * @param lastAt when it was heard last
     * @param silentSince since when it is silent, if that was told
     * @param watched whether it is meant to send
     * @param alarm from when on a silence since it was heard last is no chance; empty while that is not known
     * @param asOf until when all is known that was sent; null while that is not known
     */
    public static SilenceVerdict of(
            Instant lastAt,
            @Nullable Instant silentSince,
            boolean watched,
            Optional<Instant> alarm,
            @Nullable Instant asOf) {
        if (silentSince != null) {
            if (!watched) {
                return UNWATCHED;
            }
            return lastAt.isAfter(silentSince) ? HEARD : NOTHING;
        }
        boolean due = asOf != null && alarm.filter(at -> !at.isAfter(asOf)).isPresent();
        return watched && due ? SILENT : NOTHING;
    }
}
