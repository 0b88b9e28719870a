package io.amends.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * The data of {@code amends.ruleset.published}: one immutable version of a portal's rules (B7).
 *
 * @param version from 1
 * @param ruleSet the rules as written, {@code {"rules":[…]}}
 */
public record RuleSetPublished(
        String portal, long version, JsonNode ruleSet, String author, Instant publishedAt, String reason) {}
