package io.amends.rules.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One published version, without its rules.
 *
 * @param key the API key that vouches for the author; null for versions older than this field
 * @param draft the tag of what was published as it: of a draft, or of the version that was gone back to; null for
 *     versions older than this field
 */
public record Version(
        long version,
        String author,
        @Nullable String key,
        Instant publishedAt,
        String reason,
        @Nullable String draft) {}
