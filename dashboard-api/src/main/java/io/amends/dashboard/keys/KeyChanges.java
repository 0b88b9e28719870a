package io.amends.dashboard.keys;

import io.amends.contracts.AuditAction;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.PortalDeleted;
import io.amends.dashboard.keys.core.NewKey;
import io.amends.dashboard.keys.core.Secrets;
import io.amends.kit.access.ApiKeys;
import io.amends.kit.access.Caller;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.id.Sha256;
import io.amends.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Every change of an API key (H2): a call is a transaction, in which a key and the event that tells of it are stored
 * together or not at all. The secret itself is in neither.
 */
@ApplicationScoped
class KeyChanges {
    /** Most keys of a portal. */
    static final int MOST_KEYS = 100;

    /** How long a secret is good after it was rotated. */
    static final Duration OVERLAP = Duration.ofHours(24);

    /** Most secrets of a key that are good at once. */
    static final int MOST_SECRETS = 5;

    private final KeyRows keys;
    private final SecretRows secrets;
    private final Directory directory;
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Caller caller;
    private final ApiKeys configured;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeyChanges(
            KeyRows keys,
            SecretRows secrets,
            Directory directory,
            Jdbi jdbi,
            Outbox outbox,
            AuditTrail trail,
            Caller caller,
            ApiKeys configured,
            Clock clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.directory = directory;
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.trail = trail;
        this.caller = caller;
        this.configured = configured;
        this.clock = clock;
    }

    /** What came of a change. */
    sealed interface KeyChange {
        /** It was done, and this is the secret, which nobody is told again. */
        record Done(String keyId, String secret) implements KeyChange {}

        /**
         * It was not done.
         *
         * @param lacking the scopes that whoever asks does not have; empty for every other reason
         */
        record Refused(KeyRefusal why, Set<Scope> lacking) implements KeyChange {
            Refused(KeyRefusal why) {
                this(why, Set.of());
            }
        }
    }

    /** Why a key is not changed. */
    enum KeyRefusal {
        /** The portal is not there, or not any more. */
        NO_PORTAL,
        /** Another key of the portal has that name, or one that is configured. */
        NAME_TAKEN,
        /** The portal has as many keys as it can have. */
        TOO_MANY_KEYS,
        /** The portal has no such key. */
        UNKNOWN,
        /** It has expired. */
        EXPIRED,
        /** Whoever asks lacks a scope of it, and must not get a secret that has it. */
        BEYOND_THE_ASKER,
        /** It was rotated so often that many of its secrets are good. */
        TOO_MANY_SECRETS
    }

    /**
     * Makes a key that has no fault.
     *
     * @param held the scopes of its maker
     */
    @Transactional
    KeyChange make(String portal, NewKey wanted, String maker, Set<Scope> held) {
        Set<Scope> lacking = NewKey.lacking(wanted.givenScopes(), held);
        if (!lacking.isEmpty()) {
            return new KeyChange.Refused(KeyRefusal.BEYOND_THE_ASKER, lacking);
        }
        return jdbi.withHandle(tx -> {
            lock(tx, portal);
            // Its deletion waits for the same lock, and so ends this key as well, or has been told before.
            if (!directory.codes(EntryType.PORTAL, portal).contains(portal)) {
                return new KeyChange.Refused(KeyRefusal.NO_PORTAL);
            }
            List<KeyRow> there = keys.all(portal);
            // What a configured key does, such as that of the services, is known by its name as well.
            if (configured.configured(wanted.givenName())
                    || there.stream().anyMatch(key -> key.name().equals(wanted.givenName()))) {
                return new KeyChange.Refused(KeyRefusal.NAME_TAKEN);
            }
            if (there.size() >= MOST_KEYS) {
                return new KeyChange.Refused(KeyRefusal.TOO_MANY_KEYS);
            }
            UUID id = UUID.randomUUID();
            KeyRow key = new KeyRow(id, portal, wanted.givenName(), wanted.givenScopes(), maker, clock.instant())
                    .until(wanted.expiresAt());
            keys.persist(key);
            String secret = Secrets.next(random);
            SecretRow stored = newest(secret, key);
            secrets.flush();
            outbox.add(tx, List.of(event(key, stored, false)));
            trail.add(
                    tx,
                    caller.signature(),
                    audited(AuditAction.KEY_CREATED, key).now(told(key)));
            return new KeyChange.Done(id.toString(), secret);
        });
    }

    /**
     * Gives a key a new secret; the one before is good for {@link #OVERLAP} more.
     *
     * @param held the scopes of whoever asks
     */
    @Transactional
    KeyChange rotate(String portal, UUID id, Set<Scope> held) {
        return jdbi.withHandle(tx -> {
            lock(tx, portal);
            KeyRow key = keys.of(portal, id).orElse(null);
            Instant now = clock.instant();
            if (key == null) {
                return new KeyChange.Refused(KeyRefusal.UNKNOWN);
            }
            Optional<KeyChange> refused = unrotatable(key, held, now);
            if (refused.isPresent()) {
                return refused.get();
            }
            List<OutboundEvent> told = new ArrayList<>();
            for (SecretRow former : secrets.of(id)) {
                if (former.goodUntil() == null) {
                    former.end(now.plus(OVERLAP));
                    told.add(event(key, former, false));
                } else if (!former.goodUntil().isAfter(now)) {
                    secrets.delete(former); // its end was told when it got one
                }
            }
            String secret = Secrets.next(random);
            told.add(event(key, newest(secret, key), false));
            secrets.flush();
            outbox.add(tx, told);
            Map<String, Object> rotated = told(key);
            rotated.put("formerGoodUntil", now.plus(OVERLAP));
            trail.add(
                    tx,
                    caller.signature(),
                    audited(AuditAction.KEY_ROTATED, key).now(rotated));
            return new KeyChange.Done(id.toString(), secret);
        });
    }

    /** Ends a key and all its secrets at once. Its name; empty if the portal has no such key. */
    @Transactional
    Optional<String> revoke(String portal, UUID id) {
        return jdbi.withHandle(tx -> {
            lock(tx, portal);
            Optional<KeyRow> key = keys.of(portal, id);
            key.ifPresent(found -> {
                outbox.add(tx, end(found));
                trail.add(tx, caller.signature(), revoked(found));
            });
            keys.flush();
            return key.map(KeyRow::name);
        });
    }

    /** Ends all keys of a portal, in the transaction that deletes it. */
    void revokeAll(@Observes PortalDeleted gone) {
        String portal = gone.cpc();
        jdbi.useHandle(tx -> {
            lock(tx, portal);
            List<KeyRow> all = keys.all(portal);
            List<OutboundEvent> ended =
                    all.stream().flatMap(key -> end(key).stream()).toList();
            keys.flush();
            outbox.add(tx, ended);
            trail.add(
                    tx,
                    caller.signature(),
                    all.stream().map(KeyChanges::revoked).toList());
        });
    }

    private Optional<KeyChange> unrotatable(KeyRow key, Set<Scope> held, Instant now) {
        Set<Scope> lacking = NewKey.lacking(key.scopes(), held);
        if (!lacking.isEmpty()) {
            return Optional.of(new KeyChange.Refused(KeyRefusal.BEYOND_THE_ASKER, lacking));
        }
        Instant end = key.expiresAt();
        if (end != null && !end.isAfter(now)) {
            return Optional.of(new KeyChange.Refused(KeyRefusal.EXPIRED));
        }
        long good = secrets.of(key.id()).stream()
                .filter(secret ->
                        secret.goodUntil() == null || secret.goodUntil().isAfter(now))
                .count();
        return good < MOST_SECRETS ? Optional.empty() : Optional.of(new KeyChange.Refused(KeyRefusal.TOO_MANY_SECRETS));
    }

    private List<OutboundEvent> end(KeyRow key) {
        List<OutboundEvent> ended = new ArrayList<>();
        for (SecretRow secret : secrets.of(key.id())) {
            ended.add(event(key, secret, true));
            secrets.delete(secret);
        }
        secrets.flush(); // before their key, which they refer to
        keys.delete(key);
        return ended;
    }

    private static AuditChange revoked(KeyRow key) {
        return audited(AuditAction.KEY_REVOKED, key).was(told(key));
    }

    private static AuditChange audited(AuditAction what, KeyRow key) {
        return AuditChange.of(key.portal(), what, "key/" + key.id());
    }

    /** What the log tells of a key: never a secret, and no hash of one. */
    private static Map<String, Object> told(KeyRow key) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", key.name());
        told.put("scopes", key.scopes());
        told.put("expiresAt", key.expiresAt());
        return told;
    }

    private SecretRow newest(String secret, KeyRow key) {
        SecretRow row = new SecretRow(Sha256.hex(secret), key.id(), clock.instant());
        secrets.persist(row);
        return row;
    }

    private static OutboundEvent event(KeyRow key, SecretRow secret, boolean revoked) {
        AccessKey whole = new AccessKey(
                key.portal(),
                key.id().toString(),
                key.name(),
                secret.hash(),
                key.scopes(),
                Set.of(key.portal()),
                key.expiresAt(),
                revoked);
        AccessKey told = secret.goodUntil() == null ? whole : whole.until(secret.goodUntil());
        String id = Ids.v5(EventTypes.KEY, secret.hash(), String.valueOf(told.expiresAt()), String.valueOf(revoked))
                .toString();
        return OutboundEvent.of(Topics.ACCESS, secret.hash(), id, EventTypes.KEY, told);
    }

    /** One change at a time among the keys of a portal, until the transaction ends. */
    private static void lock(Handle tx, String portal) {
        tx.createQuery("select pg_advisory_xact_lock(hashtextextended('keys ' || :portal, 0))")
                .bind("portal", portal)
                .mapTo(String.class)
                .findOne();
    }
}
