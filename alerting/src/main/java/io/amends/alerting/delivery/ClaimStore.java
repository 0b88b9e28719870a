package io.amends.alerting.delivery;

import io.amends.contracts.Delivered;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.api.AttemptOutcome;
import io.amends.contracts.api.DeliveryState;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Claims on deliveries, by the database's clock. Between claim and end no transaction is open; every step checks that
 * the attempt is still the worker's own.
 */
@ApplicationScoped
public class ClaimStore {
    private static final RowMapper<Claim> CLAIM = ConstructorMapper.of(Claim.class);
    private static final String MAIL = "channel = 'EMAIL' AND ";
    private static final String ALERT = MAIL + "digest_id IS NULL";
    private static final String DIGEST = MAIL + "digest_id IS NOT NULL";
    private static final String SMS = "channel = 'SMS'";
    /** Posts that one channel is sent at a time; one that has not taken the last one gets one alone. */
    private static final int AT_ONCE = 4;

    private static final String SMS_ALERT = SMS + " AND digest_id IS NULL";

    private final Jdbi jdbi;
    private final Clock clock;
    private final Outbox outbox;
    private final SmsStops stops;
    private final ChannelHealth health;
    private final Duration lease;
    private final Counter possibleRepeats;

    ClaimStore(
            Jdbi jdbi,
            Clock clock,
            Outbox outbox,
            SmsStops stops,
            ChannelHealth health,
            MeterRegistry metrics,
            @ConfigProperty(name = "amends.delivery.lease") Duration lease) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.outbox = outbox;
        this.stops = stops;
        this.health = health;
        this.lease = lease;
        this.possibleRepeats = metrics.counter("amends.delivery.possible.repeats");
    }

    /**
     * Takes the mail that is due longest: a queued one, or one whose worker lost its lease. An alert comes before all
     * digests (C7).
     *
     * @param passedOver portals of which no digest is taken now
     */
    public Optional<Claim> claim(Set<String> passedOver) {
        return jdbi.inTransaction(tx -> longestDue(tx, ALERT, Set.of())
                .or(() -> longestDue(tx, DIGEST, passedOver))
                .map(taken -> begun(tx, taken)));
    }

    /** Takes the alert that is due longest. */
    public Optional<Claim> claimAlert() {
        return jdbi.inTransaction(tx -> longestDue(tx, ALERT, Set.of()).map(taken -> begun(tx, taken)));
    }

    /** Takes the text message that is due longest. One that tells at once comes before those of digests (C7). */
    public Optional<Claim> claimSms() {
        return jdbi.inTransaction(tx -> longestDue(tx, SMS_ALERT, Set.of())
                .or(() -> longestDue(tx, SMS, Set.of()))
                .map(taken -> begun(tx, taken)));
    }

    /**
     * Takes the post that is due longest, of those of channels that may be asked now, and first of those that are asked least: a
     * channel that fails is asked by one at a time, and left alone in between, so that however many of its posts wait, they hold
     * up none of another (C8).
     */
    public Optional<Claim> claimPost() {
        try {
            return jdbi.inTransaction(this::duePost);
        } catch (AskedByAnother e) {
            return Optional.empty();
        }
    }

    /** Other workers ask the channel at this moment: nothing is taken. */
    private static final class AskedByAnother extends RuntimeException {
        private static final long serialVersionUID = 1;

        AskedByAnother() {
            super(null, null, false, false);
        }
    }

    private Optional<Claim> duePost(Handle tx) {
        Optional<Claim> taken = tx.createQuery(
                        """
                            UPDATE delivery SET state = 'SENDING', attempt = attempt + 1, tries = tries + 1,
                                   lease_until = now() + :lease * interval '1 millisecond'
                            WHERE id = (
                                SELECT next.id FROM (
                                    SELECT k.portal, k.channel, k.off_since, k.failures, k.last_ok_at,
                                           (SELECT count(*) FROM delivery o
                                            WHERE o.portal = k.portal AND o.address = k.channel
                                              AND o.channel IN ('TEAMS', 'SLACK', 'WEBHOOK')
                                              AND o.state = 'SENDING' AND o.lease_until >= now()) AS busy
                                    FROM channel_health k
                                    WHERE k.off_since IS NOT NULL OR k.next_at <= now() OFFSET 0) h
                                CROSS JOIN LATERAL (
                                    SELECT d.id, d.due_at FROM delivery d
                                    WHERE d.portal = h.portal AND d.address = h.channel
                                      AND d.channel IN ('TEAMS', 'SLACK', 'WEBHOOK')
                                      AND ((d.state = 'QUEUED' AND d.due_at <= now())
                                        OR (d.state = 'SENDING' AND d.lease_until < now()))
                                    ORDER BY d.due_at LIMIT 1 FOR UPDATE SKIP LOCKED) next
                                WHERE h.off_since IS NOT NULL
                                   OR h.busy < CASE WHEN h.failures = 0 AND h.last_ok_at IS NOT NULL THEN :atOnce ELSE 1 END
                                ORDER BY h.busy, next.due_at LIMIT 1)
                            RETURNING id, portal, channel, digest_id, contact_id, address, attempt, tries, resends""")
                .bind("lease", lease.toMillis())
                .bind("atOnce", AT_ONCE)
                .map(CLAIM)
                .findOne();
        if (taken.isPresent()) {
            ChannelId channel = ChannelId.of(taken.get());
            // Whoever may ask has locked the channel: what others have taken is seen, and counted with this one.
            if (!health.mayAsk(tx, channel, lease) || health.asking(tx, channel) > AT_ONCE) {
                throw new AskedByAnother();
            }
        }
        return taken.map(claim -> begun(tx, claim));
    }

    private Optional<Claim> longestDue(Handle tx, String which, Set<String> passedOver) {
        return tx.createQuery(
                        """
                        UPDATE delivery SET state = 'SENDING', attempt = attempt + 1, tries = tries + 1,
                               lease_until = now() + :lease * interval '1 millisecond'
                        WHERE id = (SELECT id FROM delivery
                                    WHERE ((state = 'QUEUED' AND due_at <= now())
                                        OR (state = 'SENDING' AND lease_until < now()))
                                      AND NOT portal = ANY (:passedOver) AND\s"""
                                + which
                                + " ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id, portal, channel,"
                                + " digest_id, contact_id, address, attempt, tries, resends")
                .bind("lease", lease.toMillis())
                .bindArray("passedOver", String.class, List.copyOf(passedOver))
                .map(CLAIM)
                .findOne();
    }

    private Claim begun(Handle tx, Claim claim) {
        List<Boolean> lost = tx.createQuery(
                        """
                        UPDATE delivery_attempt SET outcome = 'LOST', finished_at = now()
                        WHERE delivery_id = :id AND outcome IS NULL
                        RETURNING sending_at IS NOT NULL""")
                .bind("id", claim.id())
                .mapTo(Boolean.class)
                .list();
        lost.stream().filter(mayBeSent -> mayBeSent).forEach(mayBeSent -> possibleRepeats.increment());
        tx.createUpdate("INSERT INTO delivery_attempt (delivery_id, attempt) VALUES (:id, :attempt)")
                .bind("id", claim.id())
                .bind("attempt", claim.attempt())
                .execute();
        return claim;
    }

    /**
     * To be asked right before the other side is: whether the claim still holds, with its lease begun anew. From here a
     * crash leaves open whether the message went out.
     */
    public boolean mayStillSend(Claim claim) {
        return jdbi.inTransaction(tx -> {
            boolean ours = renewed(tx, claim);
            if (ours) {
                tx.createUpdate("UPDATE delivery_attempt SET sending_at = now() WHERE delivery_id = :id AND attempt ="
                                + " :attempt")
                        .bind("id", claim.id())
                        .bind("attempt", claim.attempt())
                        .execute();
            }
            return ours;
        });
    }

    /** Begins the claim's lease anew. False where it was lost. */
    public boolean renew(Claim claim) {
        return jdbi.withHandle(handle -> renewed(handle, claim));
    }

    private boolean renewed(Handle handle, Claim claim) {
        return handle.createUpdate(
                                """
                                UPDATE delivery SET lease_until = now() + :lease * interval '1 millisecond'
                                WHERE id = :id AND attempt = :attempt AND state = 'SENDING' AND lease_until >= now()""")
                        .bind("lease", lease.toMillis())
                        .bind("id", claim.id())
                        .bind("attempt", claim.attempt())
                        .execute()
                == 1;
    }

    /** The other side has taken it. False where the claim was lost meanwhile. */
    public boolean sent(Claim claim, @Nullable ServerAnswer said) {
        return end(claim, DeliveryState.SENT, null, Duration.ZERO, tx -> {
            keep(tx, claim, said);
            if (claim.channel() == Delivered.Channel.SMS) {
                stops.lift(tx, claim);
            } else if (claim.isPost()) {
                health.ok(tx, ChannelId.of(claim));
            }
        });
    }

    /** Records that it did not go out and never will, since its recipient wants no more by this way. */
    public boolean stopped(Claim claim, String error, @Nullable ServerAnswer said) {
        return end(claim, DeliveryState.FAILED, error, Duration.ZERO, tx -> {
            keep(tx, claim, said);
            if (claim.isPost()) {
                health.gone(tx, ChannelId.of(claim), error);
                toldAlready(tx, claim);
            } else {
                stops.add(tx, claim);
            }
        });
    }

    /** Records that a post was not taken, which says something about its channel. */
    public boolean notTaken(
            Claim claim,
            String error,
            @Nullable Duration again,
            @Nullable Duration notBefore,
            @Nullable ServerAnswer said) {
        return end(
                claim,
                again == null ? DeliveryState.FAILED : DeliveryState.QUEUED,
                error,
                again == null ? Duration.ZERO : again,
                tx -> {
                    keep(tx, claim, said);
                    health.failed(tx, ChannelId.of(claim), error, again != null, notBefore);
                });
    }

    /**
     * Records that it did not go out.
     *
     * @param error why, as the other side or the network said
     * @param again the delay until the next try; null if there is none
     * @param said what the other side answered; null where it did not
     * @return false where the claim was lost meanwhile
     */
    public boolean failed(Claim claim, String error, @Nullable Duration again, @Nullable ServerAnswer said) {
        return end(
                claim,
                again == null ? DeliveryState.FAILED : DeliveryState.QUEUED,
                error,
                again == null ? Duration.ZERO : again,
                tx -> keep(tx, claim, said));
    }

    /**
     * Records that a post goes to nobody, since what it would go to is gone or switched off, or it was taken back, and that its
     * channel was not asked.
     */
    public boolean unsent(Claim claim, String error) {
        return end(claim, DeliveryState.FAILED, error, Duration.ZERO, tx -> {
            health.notAsked(tx, ChannelId.of(claim));
            toldAlready(tx, claim);
        });
    }

    /** Who is told of dead deliveries is told, or has done it, that the channel is off. */
    private static void toldAlready(Handle tx, Claim claim) {
        tx.createUpdate("UPDATE delivery SET dead_told = true WHERE id = :id")
                .bind("id", claim.id())
                .execute();
    }

    /** Keeps what the other side answered, for who looks at the attempt. */
    private static void keep(Handle tx, Claim claim, @Nullable ServerAnswer said) {
        if (said != null) {
            tx.createUpdate(
                            """
                            UPDATE delivery_attempt SET code = :code, answer = :answer
                            WHERE delivery_id = :id AND attempt = :attempt""")
                    .bind("code", said.code())
                    .bind("answer", said.words())
                    .bind("id", claim.id())
                    .bind("attempt", claim.attempt())
                    .execute();
        }
    }

    private boolean end(
            Claim claim, DeliveryState state, @Nullable String error, Duration delay, Consumer<Handle> also) {
        AttemptOutcome outcome = state == DeliveryState.SENT ? AttemptOutcome.SENT : AttemptOutcome.FAILED;
        boolean ours = jdbi.inTransaction(tx -> {
            int changed = tx.createUpdate(
                            """
                            UPDATE delivery SET state = :state, error = :error, lease_until = NULL,
                                   due_at = now() + :delay * interval '1 millisecond',
                                   sent_at = CASE WHEN :state = 'SENT' THEN now() ELSE sent_at END
                            WHERE id = :id AND attempt = :attempt AND state = 'SENDING'""")
                    .bind("state", state.name())
                    .bind("error", error)
                    .bind("delay", delay.toMillis())
                    .bind("id", claim.id())
                    .bind("attempt", claim.attempt())
                    .execute();
            if (changed == 1) {
                tx.createUpdate(
                                """
                                UPDATE delivery_attempt SET finished_at = now(), outcome = :outcome, error = :error
                                WHERE delivery_id = :id AND attempt = :attempt""")
                        .bind("outcome", outcome.name())
                        .bind("error", error)
                        .bind("id", claim.id())
                        .bind("attempt", claim.attempt())
                        .execute();
                also.accept(tx);
                if (state != DeliveryState.QUEUED) {
                    outbox.add(tx, List.of(event(tx, claim, state, error)));
                }
            }
            return changed == 1;
        });
        if (ours) {
            outbox.wake();
        }
        return ours;
    }

    private OutboundEvent event(Handle tx, Claim claim, DeliveryState state, @Nullable String error) {
        String digest = claim.digestId() == null ? null : claim.digestId().toString();
        String type = state == DeliveryState.SENT ? EventTypes.DELIVERY_SENT : EventTypes.DELIVERY_FAILED;
        Delivered data = new Delivered(
                claim.id().toString(),
                claim.portal(),
                claim.channel(),
                digest,
                claim.to().contactId(),
                null,
                claim.attempt(),
                error,
                clock.instant(),
                null,
                null);
        String id = Ids.v5(type, claim.id().toString(), Integer.toString(claim.attempt()))
                .toString();
        String key = digest == null ? key(tx, claim.id()) : digest;
        return OutboundEvent.of(Topics.DELIVERIES, key, id, type, data);
    }

    /** The key of what is told of an alert's or a post's delivery: the ticket that it is about, or the portal. */
    private static String key(Handle handle, UUID delivery) {
        return handle.createQuery("SELECT ticket_key FROM alert_mail WHERE id = :id"
                        + " UNION ALL SELECT ticket_key FROM channel_post WHERE id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one();
    }
}
