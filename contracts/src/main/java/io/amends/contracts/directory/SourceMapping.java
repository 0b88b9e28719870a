package io.amends.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a response comes from where in a vendor's body (A10): a {@link Selector} a field, and one a name for
 * measures and properties. Immutable.
 */
public final class SourceMapping {
    /** The field whose selectors are those of single measures. */
    static final String MEASURES = "measures";
    /** The field whose selectors are those of single properties. */
    static final String PROPERTIES = "properties";
    /** By what a response is the same when it comes again. */
    static final String RESPONSE_ID = "responseId";
    /** The moment that a response was given. */
    static final String SUBMITTED_AT = "submittedAt";
    /** The moment that a response was changed. */
    static final String UPDATED_AT = "updatedAt";

    /** The fields that have one selector each, in the order in which they are shown. */
    public static final List<String> FIELDS = List.of(
            RESPONSE_ID,
            "ticketId",
            "supportGroup",
            "segment",
            "brand",
            "channel",
            "language",
            "agentId",
            "agentName",
            "customerId",
            "customerName",
            "customerEmail",
            "customerPhone",
            "customerCompany",
            "comment",
            "factors",
            "contactChoice",
            "tags",
            SUBMITTED_AT,
            UPDATED_AT,
            "followUpOf");

    /** The fields that have a selector a name. */
    static final List<String> NAMED = List.of(MEASURES, PROPERTIES);

    /** A mapping that says nothing: the vendor's preset counts. */
    public static final SourceMapping NONE = new SourceMapping(Map.of(), Map.of());

    private final Map<String, Selector> fields;
    private final Map<String, Map<String, Selector>> named;

    private SourceMapping(Map<String, Selector> fields, Map<String, Map<String, Selector>> named) {
        this.fields = Collections.unmodifiableMap(fields);
        this.named = Collections.unmodifiableMap(named);
    }

    /** Reads the JSON form of one that {@link EntryRules} found nothing wrong with. Unknown fields are ignored. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SourceMapping of(ObjectNode json) {
        Map<String, Selector> fields = new LinkedHashMap<>();
        for (String field : FIELDS) {
            if (json.hasNonNull(field)) {
                fields.put(field, Selector.read(json.get(field)));
            }
        }
        Map<String, Map<String, Selector>> named = new LinkedHashMap<>();
        for (String group : NAMED) {
            Map<String, Selector> selectors = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> one : json.path(group).properties()) {
                if (!one.getValue().isNull()) {
                    selectors.put(one.getKey(), Selector.read(one.getValue()));
                }
            }
            if (!selectors.isEmpty()) {
                named.put(group, Collections.unmodifiableMap(selectors));
            }
        }
        return new SourceMapping(fields, named);
    }

    /** The selector of a field of {@link #FIELDS}; null where nothing is said of it. */
    public @Nullable Selector of(String field) {
        return fields.get(field);
    }

    /** The selectors of single fields, by the field. */
    public Map<String, Selector> fields() {
        return fields;
    }

    /** The selectors of measures, by the measure's name. */
    public Map<String, Selector> measures() {
        return named(MEASURES);
    }

    /** The selectors of properties, by the property's name. */
    public Map<String, Selector> properties() {
        return named(PROPERTIES);
    }

    private Map<String, Selector> named(String group) {
        return named.getOrDefault(group, Map.of());
    }

    /**
     * This mapping, and that of another one wherever that says something. Measures are those of the other one alone, if it
     * has any: the same score must not count for two.
     */
    public SourceMapping under(SourceMapping over) {
        Map<String, Selector> both = new LinkedHashMap<>(fields);
        both.putAll(over.fields);
        Map<String, Map<String, Selector>> bothNamed = new LinkedHashMap<>(named);
        Map<String, Selector> properties = new LinkedHashMap<>(named(PROPERTIES));
        properties.putAll(over.named(PROPERTIES));
        bothNamed.putAll(over.named);
        if (!properties.isEmpty()) {
            bothNamed.put(PROPERTIES, Collections.unmodifiableMap(properties));
        }
        return new SourceMapping(both, bothNamed);
    }

    /** The JSON form. */
    @JsonValue
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fields.forEach((field, selector) -> json.set(field, selector.json()));
        named.forEach((group, selectors) -> {
            ObjectNode inner = json.putObject(group);
            selectors.forEach((name, selector) -> inner.set(name, selector.json()));
        });
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceMapping that && fields.equals(that.fields) && named.equals(that.named);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fields, named);
    }

    @Override
    public String toString() {
        return json().toString();
    }
}
