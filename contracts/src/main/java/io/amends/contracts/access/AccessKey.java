package io.amends.contracts.access;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.key}: one secret of an API key, known by its hash, and what it opens (H2). A key that was
 * rotated has two for a while, of which the older one has a nearer end. The secret itself is nowhere.
 *
 * @param portal where the key is made, listed and revoked
 * @param keyId the same for all secrets of a key
 * @param name of the key; it is stored with what is written by it
 * @param hash of the secret: SHA-256 in 64 lower-case hexadecimal digits, and the record's key on the topic
 * @param scopes what it may do; those that a later version adds are left out when this version reads them
 * @param portals that it may see
 * @param expiresAt from this moment on it is good no more; null: never
 * @param revoked whether somebody has ended it. This is a record and no tombstone, since a tombstone is gone after a day,
 *     and an instance that was cut off for so long would keep the key
 */
public record AccessKey(
        String portal,
        String keyId,
        String name,
        String hash,
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) Set<Scope> scopes,
        Set<String> portals,
        @Nullable Instant expiresAt,
        boolean revoked) {

    /** Copies the sets. */
    public AccessKey {
        EnumSet<Scope> known = EnumSet.noneOf(Scope.class);
        scopes.stream().filter(Objects::nonNull).forEach(known::add);
        scopes = Collections.unmodifiableSet(known);
        portals = Set.copyOf(portals);
    }

    /** Whether the secret opens anything at that moment. */
    public boolean goodAt(Instant now) {
        return !revoked && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** The same with an end: the nearer one of that and what it had. */
    public AccessKey until(Instant end) {
        Instant nearer = expiresAt == null || end.isBefore(expiresAt) ? end : expiresAt;
        return new AccessKey(portal, keyId, name, hash, scopes, portals, nearer, revoked);
    }
}
