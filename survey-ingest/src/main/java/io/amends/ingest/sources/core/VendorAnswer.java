package io.amends.ingest.sources.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A value in a body that has a name: the answer to a question, or a field that was sent along.
 *
 * @param names what the vendor calls it, such as the question's id and its ref, and the pointer to it where there is one; the
 *     first is its name as a property
 * @param values what it is, the plainest first: the label of a choice before its id
 */
public record VendorAnswer(List<String> names, List<JsonNode> values) {}
