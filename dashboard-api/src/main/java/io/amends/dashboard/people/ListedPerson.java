package io.amends.dashboard.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.contracts.Json;
import io.amends.contracts.access.Role;
import io.amends.dashboard.people.core.Membership;
import io.amends.kit.id.Sha256;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of a portal as they are listed (H1): never with a password or its hash.
 *
 * @param membership what they are in this portal by hand
 * @param claimedRoles what they are beside that by the claims of their newest sign-in with OpenID Connect
 * @param passwordSet whether they can sign in by a password of their own
 * @param atProvider whether a provider of OpenID Connect knows them
 * @param lastSignInAt null: never
 */
public record ListedPerson(
        String login,
        String name,
        @Nullable String email,
        @JsonUnwrapped Membership membership,
        Set<Role> claimedRoles,
        boolean passwordSet,
        boolean atProvider,
        @Nullable Instant lastSignInAt) {
    private static final int TAG_LENGTH = 16;

    /** Copies the roles, in the order of the table. */
    public ListedPerson {
        EnumSet<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(claimedRoles);
        claimedRoles = Collections.unmodifiableSet(copy);
    }

    /** The ETag of all that can be changed, without quotes. */
    @JsonIgnore
    public String tag() {
        return Sha256.hex(Json.write(Arrays.asList(name, email, membership))).substring(0, TAG_LENGTH);
    }
}
