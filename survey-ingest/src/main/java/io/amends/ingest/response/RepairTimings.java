package io.amends.ingest.response;

import io.amends.contracts.api.ResponseStanding.DigestTiming;
import io.amends.contracts.api.ResponseStanding.RepairTiming;
import io.amends.contracts.directory.Portal;
import io.amends.kit.time.AlertInstants;
import java.time.Duration;
import java.time.Instant;

/** Whether a repaired response is late for its digest (A6, C2). */
public final class RepairTimings {
    private RepairTimings() {}

    /** What a digest makes of the repair at a moment of what the customer answered at another. */
    public static RepairTiming of(Portal portal, Instant received, Instant repairedAt) {
        AlertInstants instants = new AlertInstants(portal.alertTime(), portal.timeZone());
        Instant before = instants.onDayAfter(received);
        return new RepairTiming(digest(portal, instants, before, received, repairedAt), before);
    }

    private static DigestTiming digest(
            Portal portal, AlertInstants instants, Instant before, Instant received, Instant repairedAt) {
        if (repairedAt.isBefore(before)) {
            return DigestTiming.IN_TIME;
        }
        if (portal.lateDigest() == Portal.LateDigest.NEVER) {
            return DigestTiming.LATE_NEVER;
        }
        Instant oldest = instants.firstAfter(repairedAt).minus(Duration.ofDays(portal.lateDays()));
        return received.isBefore(oldest) ? DigestTiming.LATE_TOO_OLD : DigestTiming.LATE;
    }
}
