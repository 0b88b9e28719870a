package io.amends.dashboard.keys;

import io.amends.dashboard.keys.KeyChanges.KeyChange;
import io.amends.dashboard.keys.core.NewKey;
import io.amends.dashboard.signin.Person;
import io.amends.kit.access.Caller;
import io.amends.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What whoever asks may do with the API keys of a portal (H2), the same for the API and the page. */
@ApplicationScoped
class KeyDesk {
    private final KeyChanges changes;
    private final KeyRows keys;
    private final SecretRows secrets;
    private final LastUses uses;
    private final Caller caller;
    private final Person person;
    private final Outbox outbox;
    private final Clock clock;

    KeyDesk(
            KeyChanges changes,
            KeyRows keys,
            SecretRows secrets,
            LastUses uses,
            Caller caller,
            Person person,
            Outbox outbox,
            Clock clock) {
        this.changes = changes;
        this.keys = keys;
        this.secrets = secrets;
        this.uses = uses;
        this.caller = caller;
        this.person = person;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** All keys of a portal, by name. */
    List<ListedKey> all(String portal) {
        Map<UUID, Instant> former = new HashMap<>();
        for (SecretRow secret : secrets.former(portal)) {
            Instant end = secret.goodUntil();
            if (end != null && end.isAfter(clock.instant())) {
                former.merge(secret.keyId(), end, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return keys.all(portal).stream()
                .map(key -> listed(key, former.get(key.id())))
                .toList();
    }

    private ListedKey listed(KeyRow key, @Nullable Instant formerUntil) {
        String id = key.id().toString();
        return new ListedKey(
                id, key.name(), key.scopes(), key.madeBy(), key.madeAt(), key.expiresAt(), uses.of(id), formerUntil);
    }

    KeyChange make(String portal, NewKey wanted) {
        KeyChange change = changes.make(portal, wanted, person.identity(caller), caller.scopes(portal));
        outbox.wake();
        return change;
    }

    KeyChange rotate(String portal, String keyId) {
        Optional<UUID> id = id(keyId);
        if (id.isEmpty()) {
            return new KeyChange.Refused(KeyChanges.KeyRefusal.UNKNOWN);
        }
        KeyChange change = changes.rotate(portal, id.get(), caller.scopes(portal));
        outbox.wake();
        return change;
    }

    /** The name of the key that is ended; empty if the portal has no such key. */
    Optional<String> revoke(String portal, String keyId) {
        Optional<String> revoked = id(keyId).flatMap(id -> changes.revoke(portal, id));
        outbox.wake();
        return revoked;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
