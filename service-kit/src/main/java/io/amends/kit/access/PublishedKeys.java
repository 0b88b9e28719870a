package io.amends.kit.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Json;
import io.amends.contracts.access.AccessKey;
import io.amends.kit.failure.PermanentFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys built up from their topic, record by record: the newest record of each secret holds. One that cannot be read
 * ends what its secret opened, since it may be the one that revokes it.
 */
final class PublishedKeys {
    private final Map<String, AccessKey> byHash = new ConcurrentHashMap<>();

    /**
     * Applies one record.
     *
     * @param rawKey the hash of the secret
     * @param value null: a tombstone
     * @throws PermanentFailure if the record cannot be read, after its secret was ended
     */
    void apply(byte @Nullable [] rawKey, byte @Nullable [] value) {
        String hash = rawKey == null ? "" : new String(rawKey, UTF_8);
        if (value == null) {
            byHash.remove(hash);
            return;
        }
        try {
            AccessKey key = Json.read(value, AccessKey.class);
            if (!key.hash().equals(hash)) {
                throw new PermanentFailure("its key is not the hash that its value names");
            }
            byHash.put(hash, key);
        } catch (IOException | RuntimeException e) {
            byHash.remove(hash);
            throw e instanceof PermanentFailure known ? known : new PermanentFailure("it cannot be read as a key", e);
        }
    }

    /** The key whose secret has this hash, if it is good at that moment. */
    Optional<AccessKey> good(String hash, Instant now) {
        return Optional.ofNullable(byHash.get(hash)).filter(key -> key.goodAt(now));
    }

    /** The name of the key with this id, if one of its secrets is good at that moment. */
    Optional<String> name(String keyId, Instant now) {
        return byHash.values().stream()
                .filter(key -> key.keyId().equals(keyId) && key.goodAt(now))
                .map(AccessKey::name)
                .findFirst();
    }

    /** Whether no key was ever published. */
    boolean none() {
        return byHash.isEmpty();
    }
}
