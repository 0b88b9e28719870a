package io.amends.dashboard.signin;

import io.amends.dashboard.signin.core.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The users that are configured, the first people of an installation (H1). */
@ApplicationScoped
public class BuiltInUsers {
    private final Users users;

    BuiltInUsers(@ConfigProperty(name = "amends.users", defaultValue = " ") String configured) {
        this.users = new Users(configured);
    }

    /** The full name of a user, or null where there is none of that name. */
    public @Nullable String fullName(String name) {
        Users.User user = users.named(name);
        return user == null ? null : user.fullName();
    }

    /** The name of a user that is the same but for upper and lower case; empty if there is none. */
    public Optional<String> alike(String name) {
        return users.names().stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /** The highest cost of their hashes; 0 where nobody is configured. */
    int highestCost() {
        return users.highestCost();
    }

    /** The names that they sign in with. */
    public Set<String> logins() {
        return Set.copyOf(users.names());
    }

    /** Whether anybody is configured. */
    public boolean any() {
        return !users.names().isEmpty();
    }

    /** The user who is still configured, or null. */
    Users.@Nullable User named(String name) {
        return users.named(name);
    }
}
