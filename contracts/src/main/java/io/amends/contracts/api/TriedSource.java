package io.amends.contracts.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Reason;
import java.util.List;

/**
 * What a sample is as a response (A10).
 *
 * @param response in the canonical form, as far as it is one
 * @param errors why it would not be taken, each at its field of the response
 * @param warnings what may not be what was meant
 */
public record TriedSource(JsonNode response, List<Reason> errors, List<Reason> warnings) {}
