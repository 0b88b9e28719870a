package io.amends.contracts.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.WrittenFreely;
import org.jspecify.annotations.Nullable;

/**
 * A sample and the source that is to read it, stored or not (A10).
 *
 * @param source the entry of the directory, as it is or as it is being written
 * @param body the sample as the vendor sends it
 */
@WrittenFreely
public record SourceTrial(@Nullable JsonNode source, @Nullable String body) {}
