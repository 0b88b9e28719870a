package io.amends.dashboard.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.amends.dashboard.signin.core.Users;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The users that are configured, and their passwords (H1). OpenID Connect has its place beside it. */
@ApplicationScoped
public class BuiltInUsers {
    // A check against this takes as long as against a real one, so that time does not tell which names exist.
    private static final String NOBODYS = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    /** What bcrypt takes; a longer one is no password of anybody's. */
    private static final int LONGEST_PASSWORD = 71;

    private final Users users;

    BuiltInUsers(@ConfigProperty(name = "amends.users", defaultValue = " ") String configured) {
        this.users = new Users(configured);
    }

    /** The full name of a user, or null where there is none of that name. */
    public @Nullable String fullName(String name) {
        Users.User user = users.named(name);
        return user == null ? null : user.fullName();
    }

    /** The user who is still configured, or null. */
    Users.@Nullable User named(String name) {
        return users.named(name);
    }

    /** The user of that name and password, or null. Takes long, as it is meant to. */
    Users.@Nullable User authenticated(String name, String password) {
        Users.User user = users.named(name);
        byte[] given = password.getBytes(UTF_8);
        boolean tooLong = given.length > LONGEST_PASSWORD;
        String hash = user == null || tooLong ? NOBODYS : user.hash();
        boolean right = BCrypt.verifyer().verify(tooLong ? new byte[0] : given, hash.getBytes(UTF_8)).verified;
        return right && !tooLong ? user : null;
    }
}
