package io.amends.dashboard.studio.client;

import io.amends.dashboard.signin.Accounts;
import io.amends.kit.access.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who did something, by name. */
@ApplicationScoped
public class AuthorNames {
    private static final String USER = Signature.PERSON;

    private final Accounts accounts;

    AuthorNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A user's full name, or the key's; empty for nobody. */
    public String name(@Nullable String author) {
        if (author == null || !author.startsWith(USER)) {
            return author == null ? "" : author;
        }
        String user = author.substring(USER.length());
        String full = accounts.fullName(user);
        return full == null ? user : full;
    }
}
