package io.amends.dashboard.signin.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The configured users (H1): {@code user:bcrypt[:Full Name]}, comma separated. */
public final class Users {
    private static final Pattern HASH = Pattern.compile("\\$2[abxy]?\\$(\\d{2})\\$.*");

    private final Map<String, User> byName = new LinkedHashMap<>();

    /**
     * A user who can sign in.
     *
     * @param hash bcrypt, in its modular form; null for somebody who has no password
     */
    public record User(String name, @Nullable String hash, String fullName) {}

    /** The cost of a hash: a check against it takes twice as long with each more. */
    public static int cost(String hash) {
        Matcher written = HASH.matcher(hash);
        if (!written.matches()) {
            throw new IllegalArgumentException("a hash of bcrypt begins with $2, its cost and another $");
        }
        return Integer.parseInt(written.group(1));
    }

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
            if (parts.length < 2
                    || parts[0].isBlank()
                    || !HASH.matcher(parts[1]).matches()) {
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

    /** The highest cost of their hashes; 0 where there is nobody. */
    public int highestCost() {
        return byName.values().stream()
                .map(User::hash)
                .filter(Objects::nonNull)
                .mapToInt(Users::cost)
                .max()
                .orElse(0);
    }

    /** The user of that name, or null. */
    public @Nullable User named(String name) {
        return byName.get(name);
    }
}
