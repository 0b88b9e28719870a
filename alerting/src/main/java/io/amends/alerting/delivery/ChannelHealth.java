package io.amends.alerting.delivery;

import io.amends.contracts.api.ChannelStatus.OffWhy;
import io.amends.contracts.api.ChannelStatus.SwitchedOff;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * How channels do, by the database's clock (C8). After two failures in a row a channel is left alone for a while, twice as long
 * after each further one, at most an hour; after five days without success it is switched off. Where nothing was posted for a
 * day, they are counted anew.
 */
@Singleton
final class ChannelHealth {
    static final Duration PATIENCE = Duration.ofDays(5);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String WHOSE = " WHERE portal = :portal AND channel = :channel";

    private final Duration first;
    private final ChannelNotices notices;

    ChannelHealth(@ConfigProperty(name = "amends.delivery.first-backoff") Duration first, ChannelNotices notices) {
        this.first = first;
        this.notices = notices;
    }

    /** How a channel does. */
    record Standing(
            @Nullable Instant lastOk,
            @Nullable Instant lastFailure,
            @Nullable String error,
            @Nullable Instant failingSince,
            @Nullable SwitchedOff off) {}

    Optional<Standing> of(Handle handle, ChannelId channel) {
        return at(channel, handle.createQuery("SELECT * FROM channel_health" + WHOSE))
                .map((row, context) -> {
                    Instant off = row.getObject("off_since") == null
                            ? null
                            : row.getTimestamp("off_since").toInstant();
                    return new Standing(
                            instant(row.getTimestamp("last_ok_at")),
                            instant(row.getTimestamp("last_failure_at")),
                            row.getString("last_error"),
                            instant(row.getTimestamp("failing_since")),
                            off == null ? null : new SwitchedOff(off, OffWhy.valueOf(row.getString("off_why"))));
                })
                .findOne();
    }

    /** Whether a channel was switched off by itself. */
    boolean isOff(Handle handle, ChannelId channel) {
        return of(handle, channel).filter(standing -> standing.off() != null).isPresent();
    }

    /** Posts of a channel that are to go out. */
    long waiting(Handle handle, ChannelId channel) {
        return at(
                        channel,
                        handle.createQuery(
                                """
                                SELECT count(*) FROM delivery WHERE portal = :portal AND address = :channel
                                AND channel IN ('TEAMS', 'SLACK', 'WEBHOOK') AND state IN ('QUEUED', 'SENDING')"""))
                .mapTo(Long.class)
                .one();
    }

    /**
     * Whether a worker may ask a channel now. One that fails, or has never taken anything, is asked by the first who comes; the
     * others wait until that one knows.
     *
     * @param lease after which that one is not waited for
     */
    boolean mayAsk(Handle tx, ChannelId channel, Duration lease) {
        return at(
                                channel,
                                tx.createUpdate(
                                        """
                                        UPDATE channel_health SET next_at = CASE
                                               WHEN off_since IS NULL AND (failures > 0 OR last_ok_at IS NULL)
                                               THEN now() + :lease * interval '1 millisecond' ELSE next_at END"""
                                                + WHOSE + " AND (off_since IS NOT NULL OR next_at <= now())"))
                        .bind("lease", lease.toMillis())
                        .execute()
                == 1;
    }

    /** How many workers ask a channel now. */
    long asking(Handle tx, ChannelId channel) {
        return at(
                        channel,
                        tx.createQuery(
                                """
                                SELECT count(*) FROM delivery WHERE portal = :portal AND address = :channel
                                AND channel IN ('TEAMS', 'SLACK', 'WEBHOOK') AND state = 'SENDING'
                                AND lease_until >= now()"""))
                .mapTo(Long.class)
                .one();
    }

    /** Whoever was to ask had no need to: the next one need not wait. */
    void notAsked(Handle tx, ChannelId channel) {
        at(channel, tx.createUpdate("UPDATE channel_health SET next_at = now()" + WHOSE + " AND off_since IS NULL"))
                .execute();
    }

    /** Something was taken. What is known already is not written again each time: many workers end at once. */
    void ok(Handle tx, ChannelId channel) {
        at(
                        channel,
                        tx.createUpdate(
                                """
                                UPDATE channel_health SET last_ok_at = now(), failures = 0, failing_since = NULL,
                                       last_error = NULL, next_at = now(), off_since = NULL, off_why = NULL"""
                                        + WHOSE
                                        + " AND (failing_since IS NOT NULL OR off_since IS NOT NULL OR last_ok_at IS"
                                        + " NULL OR last_ok_at < now() - interval '5 seconds')"))
                .execute();
    }

    /** A sample was taken: what was switched off posts again. */
    void tested(Handle tx, ChannelId channel) {
        at(
                        channel,
                        tx.createUpdate(
                                "INSERT INTO channel_health (portal, channel) VALUES (:portal, :channel) ON CONFLICT"
                                        + " DO NOTHING"))
                .execute();
        ok(tx, channel);
    }

    /**
     * Something was not taken.
     *
     * @param heldUp whether that may be the channel's fault, so that it is to be left alone for a while
     * @param notBefore how long it asks to be left alone; null where it did not say
     */
    void failed(Handle tx, ChannelId channel, String error, boolean heldUp, @Nullable Duration notBefore) {
        Duration asked = notBefore == null ? Duration.ZERO : notBefore;
        at(
                        channel,
                        tx.createUpdate(
                                """
                                UPDATE channel_health SET last_failure_at = now(), last_error = :error,
                                       failures = failures + 1,
                                       failing_since = CASE WHEN last_failure_at >= now() - interval '1 day'
                                           THEN COALESCE(failing_since, now()) ELSE now() END,
                                       next_at = now() + interval '1 millisecond' * CASE
                                           WHEN NOT :heldUp THEN 0
                                           WHEN failures = 0 THEN :asked
                                           ELSE GREATEST(:asked, LEAST(:longest, :first * power(2, LEAST(failures - 1, 20))))
                                       END"""
                                        + WHOSE + " AND off_since IS NULL"))
                .bind("error", error)
                .bind("heldUp", heldUp)
                .bind("asked", Math.min(asked.toMillis(), LONGEST.toMillis()))
                .bind("longest", LONGEST.toMillis())
                .bind("first", first.toMillis())
                .execute();
        off(tx, channel, OffWhy.FAILING, "failing_since <= now() - interval '" + PATIENCE.toSeconds() + " seconds'");
    }

    /** The other side says that it is gone for good. */
    void gone(Handle tx, ChannelId channel, String error) {
        failed(tx, channel, error, true, null);
        off(tx, channel, OffWhy.GONE, "true");
    }

    private void off(Handle tx, ChannelId channel, OffWhy why, String where) {
        boolean switched = at(
                                channel,
                                tx.createUpdate("UPDATE channel_health SET off_since = now(), off_why = :why" + WHOSE
                                        + " AND off_since IS NULL AND " + where))
                        .bind("why", why.name())
                        .execute()
                == 1;
        if (switched) {
            Standing now = of(tx, channel).orElseThrow();
            notices.off(tx, channel, now);
        }
    }

    private static <S extends SqlStatement<S>> S at(ChannelId channel, S statement) {
        return statement.bind("portal", channel.portal()).bind("channel", channel.code());
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
