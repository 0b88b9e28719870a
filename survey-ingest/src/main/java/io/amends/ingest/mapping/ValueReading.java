package io.amends.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.mapping.TimeFormat;
import java.util.Map;

/**
 * How the values of one field are to be read.
 *
 * @param values what stands for what; empty: a value stands for itself. What a map does not name is an error
 * @param format of points in time
 * @param decimalMark before the fraction of a number that was sent as text: a point, or a comma
 */
public record ValueReading(Map<String, JsonNode> values, TimeFormat format, char decimalMark) {
    /** Every value stands for itself, times are RFC 3339, and numbers have a point. */
    public static final ValueReading PLAIN = new ValueReading(Map.of(), TimeFormat.ISO, '.');

    public ValueReading {
        values = Map.copyOf(values);
    }
}
