package io.amends.contracts.testing;

import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds API keys as they are published; a test names only what matters to it. By default one of acme without scopes. */
public final class KeyBuilder {
    private final String hash;
    private final String keyId = UUID.randomUUID().toString();
    private String portal = "acme";
    private Set<Scope> scopes = Set.of();
    private @Nullable Instant expiresAt;
    private boolean revoked;

    private KeyBuilder(String hash) {
        this.hash = hash;
    }

    /** A key whose secret has that hash. */
    public static KeyBuilder key(String hash) {
        return new KeyBuilder(hash);
    }

    public KeyBuilder portal(String cpc) {
        portal = cpc;
        return this;
    }

    public KeyBuilder scopes(Scope... some) {
        scopes = Set.of(some);
        return this;
    }

    public KeyBuilder expiresAt(Instant end) {
        expiresAt = end;
        return this;
    }

    public KeyBuilder revoked() {
        revoked = true;
        return this;
    }

    public AccessKey build() {
        return new AccessKey(portal, keyId, "CRM", hash, scopes, Set.of(portal), expiresAt, revoked);
    }
}
