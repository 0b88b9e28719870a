package io.amends.kit.access;

import io.amends.contracts.access.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of {@code AMENDS_API_KEY_HASHES} (H2), known by their SHA-256 (keys are random, so a slow hash adds nothing).
 * They have every scope, end by a restart only, and may say for whom they act.
 */
final class ConfiguredKeys {
    private final Map<String, KeyHolder> byHash = new HashMap<>();

    /**
     * Reads {@code name:sha256hex[:cpc|cpc]}, comma separated.
     *
     * @throws IllegalArgumentException if an entry has another form
     */
    ConfiguredKeys(String configured) {
        for (String entry : configured.split(",")) {
            if (entry.isBlank()) {
                continue;
            }
            String[] parts = entry.trim().split(":");
            if (parts.length < 2 || parts.length > 3 || !parts[1].matches("[0-9a-fA-F]{64}")) {
                throw new IllegalArgumentException(
                        "AMENDS_API_KEY_HASHES takes name:sha256hex[:cpc|cpc], comma separated");
            }
            Set<String> portals = parts.length == 3 ? Set.copyOf(Arrays.asList(parts[2].split("\\|"))) : null;
            byHash.put(
                    parts[1].toLowerCase(Locale.ROOT),
                    new KeyHolder(parts[0], null, EnumSet.allOf(Scope.class), portals));
        }
    }

    /** Whether no key is configured. */
    boolean none() {
        return byHash.isEmpty();
    }

    /** Whether a key has this name, in whichever case. */
    boolean names(String name) {
        return byHash.values().stream().anyMatch(key -> key.name().equalsIgnoreCase(name));
    }

    /** Whose key has this hash; null if none has. */
    @Nullable
    KeyHolder holder(String hash) {
        return byHash.get(hash);
    }
}
