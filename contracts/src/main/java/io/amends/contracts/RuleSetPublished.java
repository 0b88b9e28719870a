package io.amends.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.ruleset.published}: one immutable version of a portal's rules (B7).
 *
 * @param version from 1
 * @param ruleSet the rules as written, {@code {"rules":[…]}}
 * @param author the person that published it, as the key says
 * @param key the name of the API key that vouches for the author; null for versions older than this field
 */
public record RuleSetPublished(
        String portal,
        long version,
        JsonNode ruleSet,
        String author,
        @Nullable String key,
        Instant publishedAt,
        String reason) {}
