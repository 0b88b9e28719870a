package io.amends.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.audit.recorded}: one change by a person or a key (H4). It never holds a secret or a text of a
 * customer, only that such a field has changed.
 *
 * @param portal whose change it is; {@link #INSTALLATION} for what belongs to no portal, such as signing in
 * @param who the verified identity: login, name of the key, contact of a link, or source of a program
 * @param key the name of the API key that vouches for who; null for a session
 * @param subject what was changed, as kind and id with a slash between: {@code group/NET}
 * @param before the fields that changed, as they were; null where there was nothing
 * @param after the same fields as they are; null where there is nothing any more
 * @param reason why, in the words of whoever did it; null where none was asked for
 * @param address the network address that the request came from; null where it is not known
 * @param count how often within the minute that begins at {@code at}; 1 for whatever is recorded one by one
 */
public record AuditRecorded(
        String portal,
        Instant at,
        String who,
        AuditBy by,
        @Nullable String key,
        AuditAction what,
        String subject,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable String reason,
        @Nullable String address,
        long count) {
    /** Stands for the portal of what belongs to none. No portal has this code. */
    public static final String INSTALLATION = "*";

    /** Stands in {@code before} and {@code after} for a value that is not told: a secret, or a text of a customer. */
    public static final String HIDDEN = "***";
}
