package io.amends.alerting.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * How long it takes from the decision about a case until somebody is told of it at once (C7), by channel and by what it waited
 * for: NOTHING, the contact's TURN, since they had a message a moment ago, or the end of QUIET time.
 */
@Singleton
final class HandOverTimes {
    private static final Logger LOG = Logger.getLogger(HandOverTimes.class);

    private final Jdbi jdbi;
    private final Clock clock;
    private final MeterRegistry metrics;

    HandOverTimes(Jdbi jdbi, Clock clock, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The other side has taken a message; one that tells no case at once counts nothing. */
    void sent(Claim claim) {
        if (claim.digestId() != null) {
            return;
        }
        Instant now = clock.instant();
        try {
            jdbi.useHandle(handle -> handle.createQuery(
                            "SELECT flagged_at, waited FROM immediate_case WHERE delivery_id = :id")
                    .bind("id", claim.id())
                    .map((row, context) -> {
                        Duration taken =
                                Duration.between(row.getTimestamp("flagged_at").toInstant(), now);
                        metrics.timer(
                                        "amends.immediate.handover",
                                        "channel",
                                        claim.channel().name(),
                                        "waited",
                                        row.getString("waited"))
                                .record(taken.isNegative() ? Duration.ZERO : taken);
                        return taken;
                    })
                    .list());
        } catch (RuntimeException e) {
            LOG.debugf("how long delivery %s took is not counted", claim.id());
        }
    }
}
