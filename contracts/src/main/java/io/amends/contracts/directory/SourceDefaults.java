package io.amends.contracts.directory;

import org.jspecify.annotations.Nullable;

/**
 * What a response of a source has where the vendor's body says nothing of it.
 *
 * @param header the HTTP header in which the vendor sends the secret itself, for vendors that sign nothing; null: X-Api-Key
 */
public record SourceDefaults(
        @Nullable String supportGroup,
        @Nullable String segment,
        @Nullable String brand,
        @Nullable String channel,
        @Nullable String header) {
    /** A source that says nothing. */
    public static final SourceDefaults NONE = new SourceDefaults(null, null, null, null, null);
}
