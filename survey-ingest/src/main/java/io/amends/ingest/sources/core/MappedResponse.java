package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import java.util.List;

/**
 * What a mapping made of a body.
 *
 * @param json the canonical response, as far as there is one
 * @param errors why it must not be taken, each at its field of the response
 * @param warnings what may not be what was meant, each at its field
 */
public record MappedResponse(ObjectNode json, List<Reason> errors, List<Reason> warnings) {}
