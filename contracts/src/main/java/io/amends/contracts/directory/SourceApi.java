package io.amends.contracts.directory;

import org.jspecify.annotations.Nullable;

/**
 * Where the answers are fetched of a vendor whose webhooks only name the response.
 *
 * @param baseUrl the address of the vendor's API, before the path of a call; null: the one that the vendor has for all
 */
public record SourceApi(@Nullable String baseUrl) {}
