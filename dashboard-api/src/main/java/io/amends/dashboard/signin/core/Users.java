package io.amends.dashboard.signin.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configured users (H1): {@code user:bcrypt[:Full Name]}, comma separated. */
public final class Users {
    private final Map<String, User> byName = new LinkedHashMap<>();

    /**
     * A user who can sign in.
     *
     * @param hash bcrypt, in its modular form; null for somebody who has no password
     */
    public record User(String name, @Nullable String hash, String fullName) {}

    /**
     * Reads the configuration.
     *
     * @throws IllegalArgumentException if an entry has another form
     */
    public Users(String configured) {
        for (String entry : configured.split(",")) {
            if (entry.isBlank()) {
                continue;
            }
            String[] parts = entry.strip().split(":", 3);
            if (parts.length < 2 || parts[0].isBlank() || !parts[1].startsWith("$2")) {
                throw new IllegalArgumentException("AMENDS_USERS takes user:bcrypt[:Full Name], comma separated");
            }
            String fullName = parts.length == 3 && !parts[2].isBlank() ? parts[2].strip() : parts[0];
            byName.put(parts[0], new User(parts[0], parts[1], fullName));
        }
    }

    /** The names of all. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** The user of that name, or null. */
    public @Nullable User named(String name) {
        return byName.get(name);
    }
}
