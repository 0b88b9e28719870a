package io.amends.contracts.directory;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.mapping.TimeFormat;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is right for a source: a vendor that is known, and a mapping whose every selector can be followed (A10). */
final class SourceRules {
    private static final List<String> VENDORS =
            Arrays.stream(SourceVendor.values()).map(Enum::name).toList();
    private static final List<String> EPOCHS = List.of(Selector.ISO, Selector.EPOCH_SECONDS, Selector.EPOCH_MILLIS);
    private static final Set<String> TIMES = Set.of(SourceMapping.SUBMITTED_AT, SourceMapping.UPDATED_AT);
    private static final Set<String> KNOWN = Stream.concat(SourceMapping.FIELDS.stream(), SourceMapping.NAMED.stream())
            .collect(Collectors.toSet());

    private static final String A_SELECTOR =
            "must be a JSON Pointer such as /data/score, or an object with at, answer or default";
    private static final String A_POINTER = "must be a JSON Pointer such as /data/score";
    private static final String A_PLAIN_VALUE = "must be a text, a number, true, false or null";

    private SourceRules() {}

    static void check(EntryFields source) {
        if (!source.given("vendor")) {
            source.wrong("vendor", "must be one of " + String.join(", ", VENDORS));
        }
        source.oneOf("vendor", VENDORS);
        source.whole("mappingVersion", 1, EntryLimits.MAPPING_VERSION);
        source.yesNo("active");
        source.text("made");
        EntryFields defaults = source.object("defaults");
        if (defaults != null) {
            List.of("supportGroup", "segment", "brand", "channel").forEach(defaults::code);
            defaults.headerName("header");
        }
        EntryFields api = source.object("api");
        if (api != null) {
            api.apiAddress("baseUrl");
        }
        EntryFields mapping = source.object("mapping");
        if (mapping != null) {
            mapping(mapping);
        }
        if (source.word("vendor", "").equals(SourceVendor.JSON.name())) {
            complete(source);
        }
    }

    /** No preset fills anything for whoever sends JSON of its own: without these nothing that comes is a response. */
    private static void complete(EntryFields source) {
        ObjectNode mapping =
                source.value("mapping") instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        EntryFields filled = source.inside("mapping", mapping);
        for (String needed : List.of(SourceMapping.RESPONSE_ID, SourceMapping.SUBMITTED_AT)) {
            if (!filled.given(needed)) {
                filled.warning(
                        needed, "is not mapped, and every response must have it: nothing that comes can be taken");
            }
        }
        if (mapping.path(SourceMapping.MEASURES).isEmpty()) {
            filled.warning(SourceMapping.MEASURES, "has none: whatever is answered, no response has a score");
        }
    }

    private static void mapping(EntryFields mapping) {
        for (String field : SourceMapping.FIELDS) {
            if (mapping.given(field)) {
                selector(mapping, field, TIMES.contains(field));
            }
        }
        EntryFields measures = mapping.object(SourceMapping.MEASURES);
        if (measures != null) {
            named(mapping, SourceMapping.MEASURES, measures, "codes", EntryRules::isCode);
        }
        EntryFields properties = mapping.object(SourceMapping.PROPERTIES);
        if (properties != null) {
            named(
                    mapping,
                    SourceMapping.PROPERTIES,
                    properties,
                    "texts of 1 to " + EntryLimits.TEXT + " characters",
                    name -> !name.isBlank() && name.length() <= EntryLimits.TEXT);
        }
        known(mapping, KNOWN, "is no field of a response");
    }

    private static void named(
            EntryFields mapping, String group, EntryFields selectors, String names, Predicate<String> right) {
        if (selectors.names().size() > EntryLimits.MEASURES) {
            mapping.wrong(group, "must have at most " + EntryLimits.MEASURES + " names");
            return;
        }
        for (String name : selectors.names()) {
            if (!right.test(name)) {
                mapping.wrong(group, "must be an object whose names are " + names);
            } else if (selectors.given(name)) {
                selector(selectors, name, false);
            }
        }
    }

    private static void selector(EntryFields holder, String field, boolean time) {
        JsonNode written = holder.value(field);
        if (written.isTextual()) {
            if (!isPointer(written.textValue())) {
                holder.wrongAt(field, A_POINTER);
            }
            return;
        }
        EntryFields selector = written.isObject() ? holder.object(field) : null;
        if (selector == null) {
            holder.wrongAt(field, A_SELECTOR);
            return;
        }
        if (selector.given(Selector.AT) && selector.given(Selector.ANSWER)) {
            selector.wrong(Selector.ANSWER, "must not be there beside at");
        }
        if (!selector.given(Selector.AT) && !selector.given(Selector.ANSWER) && !selector.given(Selector.DEFAULT)) {
            holder.wrongAt(field, A_SELECTOR);
        }
        known(selector, Selector.FIELDS, "is no part of a selector");
        selector.textThat(Selector.AT, SourceRules::isPointer, A_POINTER);
        selector.text(Selector.ANSWER);
        values(selector);
        fallback(selector);
        time(selector, time);
    }

    /** A name that nobody knows was passed over once: whoever has stored it reads it, and it is not taken again. */
    private static void known(EntryFields object, Set<String> names, String otherwise) {
        for (String name : object.names()) {
            if (!names.contains(name)) {
                object.outdatedAt(name, otherwise);
            }
        }
    }

    private static void values(EntryFields selector) {
        EntryFields values = selector.object(Selector.VALUES);
        if (values == null) {
            return;
        }
        if (values.names().size() > EntryLimits.VALUES) {
            selector.wrong(Selector.VALUES, "must have at most " + EntryLimits.VALUES + " names");
        }
        values.names().stream()
                .filter(name -> !isPlain(values.value(name)))
                .forEach(name -> values.wrongAt(name, A_PLAIN_VALUE));
    }

    private static void fallback(EntryFields selector) {
        JsonNode fallback = selector.value(Selector.DEFAULT);
        boolean list = fallback.isArray();
        fallback.forEach(item -> {
            if (list && !item.isTextual()) {
                selector.wrong(Selector.DEFAULT, "must be a list of texts");
            }
        });
        if (selector.given(Selector.DEFAULT) && !list && !isPlain(fallback)) {
            selector.wrong(Selector.DEFAULT, A_PLAIN_VALUE);
        }
    }

    private static void time(EntryFields selector, boolean time) {
        if (!time && selector.given(Selector.FORMAT)) {
            selector.wrong(Selector.FORMAT, "must not be there: only times have one");
        }
        if (!time && selector.given(Selector.ZONE)) {
            selector.wrong(Selector.ZONE, "must not be there: only times have one");
        }
        selector.textThat(
                Selector.FORMAT,
                SourceRules::isFormat,
                "must be " + String.join(", ", EPOCHS) + " or a pattern such as yyyy-MM-dd HH:mm:ss");
        selector.textThat(Selector.ZONE, name -> Zones.place(name) != null, Zones.A_ZONE);
    }

    private static boolean isPointer(String text) {
        try {
            JsonPointer.compile(text);
            return text.length() <= EntryLimits.WEB_ADDRESS && !text.matches("(?s).*~([^01].*|)");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isFormat(String text) {
        if (EPOCHS.contains(text)) {
            return true;
        }
        if (text.length() > EntryLimits.TEXT) {
            return false;
        }
        try {
            TimeFormat.pattern(text, ZoneOffset.UTC);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPlain(JsonNode value) {
        return value.isTextual() || value.isNumber() || value.isBoolean() || value.isNull();
    }
}
