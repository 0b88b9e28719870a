package io.amends.contracts;

import java.time.Instant;

/**
 * The data of {@code amends.source.silent} and {@code .heard}: somebody who usually sends has stopped, or sends again (A11).
 * Each silence is told once, and so is its end.
 *
 * @param lastHeardAt when it was heard last before it is told: as the silence began, or as it ended
 * @param silentSince when the silence began; the same in both events of a silence
 * @param eventsAWeek how many events are usual in a week
 * @param missing how many events usually would have come since the silence began, until it was told or ended
 * @param weeks in so many weeks, chance makes less than one silence as long as this
 * @param at when it was found
 */
public record SourceSilence(
        String portal,
        SignalOrigin origin,
        Instant lastHeardAt,
        Instant silentSince,
        long eventsAWeek,
        long missing,
        int weeks,
        Instant at) {}
