package io.amends.dashboard.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.contracts.Json;
import io.amends.dashboard.people.core.Membership;
import io.amends.kit.id.Sha256;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A person of a portal as they are listed (H1): never with a password or its hash.
 *
 * @param membership what they are in this portal
 * @param passwordSet whether they can sign in by a password of their own
 * @param lastSignInAt null: never
 */
public record ListedPerson(
        String login,
        String name,
        @Nullable String email,
        @JsonUnwrapped Membership membership,
        boolean passwordSet,
        @Nullable Instant lastSignInAt) {
    private static final int TAG_LENGTH = 16;

    /** The ETag of all that can be changed, without quotes. */
    @JsonIgnore
    public String tag() {
        return Sha256.hex(Json.write(Arrays.asList(name, email, membership))).substring(0, TAG_LENGTH);
    }
}
