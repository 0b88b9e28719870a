package io.amends.dashboard.keys.core;

import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.contracts.access.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key that somebody wants to have (H2).
 *
 * @param name 1 to {@value #LONGEST_NAME} characters without a colon, unique within the portal; blanks around it are removed
 * @param scopes at least one
 * @param expiresAt from this moment on it is good no more; null: never
 */
public record NewKey(@Nullable String name, @Nullable Set<Scope> scopes, @Nullable Instant expiresAt) {
    /** Most characters of a name. */
    public static final int LONGEST_NAME = 100;

    /** Removes the blanks around the name. */
    public NewKey {
        name = name == null ? null : name.strip();
        scopes = scopes == null ? null : copy(scopes);
    }

    private static Set<Scope> copy(Set<Scope> scopes) {
        EnumSet<Scope> copy = EnumSet.noneOf(Scope.class);
        copy.addAll(scopes);
        return copy;
    }

    /** Why it cannot be made, each with its place; empty if it can be. */
    public List<KeyFault> faults(Instant now) {
        List<KeyFault> faults = new ArrayList<>();
        String named = givenName();
        if (StorableText.blank(named)) {
            faults.add(KeyFault.NAME_MISSING);
        } else if (StorableText.nameFault(named, LONGEST_NAME) != null || named.indexOf(':') >= 0) {
            // A colon stands in the names of people who signed in, whom no key may look like.
            faults.add(KeyFault.NAME_UNFIT);
        }
        if (givenScopes().isEmpty()) {
            faults.add(KeyFault.SCOPES_MISSING);
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            faults.add(KeyFault.ALREADY_OVER);
        }
        return faults;
    }

    /** The name; empty where none was given. */
    public String givenName() {
        return name == null ? "" : name;
    }

    /** The scopes; empty where none were given. */
    public Set<Scope> givenScopes() {
        return scopes == null ? Set.of() : scopes;
    }

    /** The scopes that its maker lacks, and so cannot give away. */
    public static Set<Scope> lacking(Set<Scope> wanted, Set<Scope> held) {
        EnumSet<Scope> lacking = EnumSet.noneOf(Scope.class);
        wanted.stream().filter(scope -> !held.contains(scope)).forEach(lacking::add);
        return lacking;
    }

    /** Why a key cannot be made. */
    public enum KeyFault {
        NAME_MISSING("/name", "is missing"),
        NAME_UNFIT(
                "/name",
                "must have at most " + LONGEST_NAME
                        + " characters, and no colon, line break, half character or one that cannot be seen"),
        SCOPES_MISSING("/scopes", "must name at least one scope"),
        ALREADY_OVER("/expiresAt", "must be in the future");

        private final String pointer;
        private final String reason;

        KeyFault(String pointer, String reason) {
            this.pointer = pointer;
            this.reason = reason;
        }

        /** The same with its place, for the API. */
        public Reason reason() {
            return new Reason(pointer, reason);
        }
    }
}
