package io.amends.kit.access;

import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose API key a request came with, and what it opens (H2).
 *
 * @param name of the key; two keys of different portals can have the same
 * @param made the published key; null for one that is configured
 * @param portals null: all portals
 */
record KeyHolder(String name, @Nullable AccessKey made, Set<Scope> scopes, @Nullable Set<String> portals) {

    static KeyHolder of(AccessKey key) {
        return new KeyHolder(key.name(), key, key.scopes(), key.portals());
    }

    /** What tells it from all other keys, for whoever counts its requests. */
    String account() {
        return made == null ? "key " + name : "key " + made.keyId();
    }
}
