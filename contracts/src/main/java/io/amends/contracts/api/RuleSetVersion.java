package io.amends.contracts.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a portal's rules, without the rules (B7).
 *
 * @param key the API key that vouches for the author; null for versions older than this field
 * @param draft the tag of what was published as it: of a draft, or of the version that was gone back to; null for
 *     versions older than this field
 */
public record RuleSetVersion(
        long version,
        String author,
        @Nullable String key,
        Instant publishedAt,
        String reason,
        @Nullable String draft) {}
