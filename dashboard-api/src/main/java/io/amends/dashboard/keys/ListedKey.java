package io.amends.dashboard.keys;

import io.amends.contracts.access.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is listed: never its secret (H2).
 *
 * @param madeBy the name of a key, or {@code user:} and the name of who signed in
 * @param expiresAt null: never
 * @param lastUsedAt up to a minute behind; null: never, as far as is known
 * @param formerSecretUntil until then the secret from before the last rotation is good as well; null without one
 */
public record ListedKey(
        String keyId,
        String name,
        Set<Scope> scopes,
        String madeBy,
        Instant madeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant formerSecretUntil) {}
