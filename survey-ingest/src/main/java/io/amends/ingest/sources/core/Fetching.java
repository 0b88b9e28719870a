package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the answers are fetched of a vendor whose webhooks only name the response.
 *
 * @param baseUrl where, if the source says nothing of it; null: each customer of the vendor's has an address of their own
 * @param between the time between two calls for one source, by the vendor's limit
 * @param path the path and query for what a webhook names; empty where it names nothing that can be fetched
 * @param headers those that the vendor wants, made of the secret for its API
 */
public record Fetching(
        @Nullable String baseUrl,
        Duration between,
        Function<JsonNode, Optional<String>> path,
        Function<String, Map<String, String>> headers) {}
