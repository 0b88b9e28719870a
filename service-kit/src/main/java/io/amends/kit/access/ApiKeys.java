package io.amends.kit.access;

import io.amends.kit.id.Sha256;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configured API keys, known only by their SHA-256 (keys are random, so a slow hash adds nothing). */
public final class ApiKeys {

    /**
     * Whose key it is.
     *
     * @param portals null: all portals
     */
    public record Holder(String name, @Nullable Set<String> portals) {}

    private final Map<String, Holder> byHash = new HashMap<>();

    /**
     * Reads {@code name:sha256hex[:cpc|cpc]}, comma separated.
     *
     * @throws IllegalArgumentException if an entry has another form
     */
    public ApiKeys(String configured) {
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
            byHash.put(parts[1].toLowerCase(java.util.Locale.ROOT), new Holder(parts[0], portals));
        }
    }

    /** Whether any key is configured. */
    public boolean none() {
        return byHash.isEmpty();
    }

    /** Whose key this is, or null. Looked up by its hash, so that timing tells nothing about a key. */
    public @Nullable Holder holder(String key) {
        return byHash.get(Sha256.hex(key));
    }
}
