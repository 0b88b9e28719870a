package io.amends.dashboard.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.amends.contracts.access.Role;
import io.amends.dashboard.signin.StoredPeople.StoredPerson;
import io.amends.dashboard.signin.core.Users;
import io.amends.kit.access.PersonRoles;
import io.amends.kit.rights.PortalRoles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Who can sign in, and what they are in each portal (H1): the users of the configuration, who are {@code *:admin} and
 * {@code *:ops} whatever is stored, and the people that portals have added.
 */
@ApplicationScoped
public class Accounts {
    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final Set<Role> CONFIGURED = Set.of(Role.ADMIN, Role.OPS);
    private static final int MOST_SEEN = 20_000;
    private static final Duration NAMES_KEPT = Duration.ofSeconds(10);

    private final BuiltInUsers configured;
    private final StoredPeople stored;
    // For the time that the database is away: what this process knows of those who are at work.
    private final Cache<String, Account> seen =
            Caffeine.newBuilder().maximumSize(MOST_SEEN).build();
    private final Cache<String, Optional<String>> names = Caffeine.newBuilder()
            .maximumSize(MOST_SEEN)
            .expireAfterWrite(NAMES_KEPT)
            .build();

    Accounts(BuiltInUsers configured, StoredPeople stored) {
        this.configured = configured;
        this.stored = stored;
    }

    /** Somebody who can sign in. */
    record Account(Users.User user, PersonRoles roles) {}

    /**
     * Whoever can sign in by that name now, as they are now; null where nobody can. The database is asked whatever the name,
     * so that time does not tell which names exist.
     *
     * @throws JdbiException if the database is away
     */
    @Nullable
    Account named(String login) {
        Account account = account(login, stored.named(login));
        if (account == null) {
            seen.invalidate(login);
        } else {
            seen.put(login, account);
        }
        return account;
    }

    /** The same; where the database is away, as they were when they were seen last. */
    @Nullable
    Account lastKnown(String login) {
        try {
            return named(login);
        } catch (JdbiException e) {
            LOG.debug("what a person is could not be read");
            Account last = seen.getIfPresent(login);
            return last == null ? account(login, null) : last;
        }
    }

    /** Whether this is the name of somebody, as far as is known without asking. */
    boolean heardOf(String login) {
        return configured.named(login) != null || seen.getIfPresent(login) != null;
    }

    /** The full name of a person, as it was some seconds ago at most; null where there is none of that login. */
    public @Nullable String fullName(String login) {
        String name = configured.fullName(login);
        return name == null ? names.get(login, this::storedName).orElse(null) : name;
    }

    private Optional<String> storedName(String login) {
        try {
            return Optional.ofNullable(stored.named(login)).map(StoredPerson::name);
        } catch (JdbiException e) {
            return Optional.empty(); // their login says who it is as well
        }
    }

    private @Nullable Account account(String login, @Nullable StoredPerson person) {
        Map<String, PortalRoles> portals = person == null ? Map.of() : person.portals();
        Users.User user = configured.named(login);
        if (user != null) {
            // Their name, their password and what they are everywhere are the configuration's, whoever stores the same
            // login.
            Set<Role> everywhere = new HashSet<>(CONFIGURED);
            everywhere.addAll(person == null ? Set.of() : person.everywhere());
            return new Account(user, new MemberRoles(portals, everywhere));
        }
        if (person == null || !person.active()) {
            return null;
        }
        return new Account(
                new Users.User(login, person.hash(), person.name()), new MemberRoles(portals, person.everywhere()));
    }
}
