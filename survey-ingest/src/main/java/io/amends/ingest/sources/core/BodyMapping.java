package io.amends.ingest.sources.core;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.Selector;
import io.amends.contracts.directory.Source;
import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceMapping;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.contracts.mapping.TargetField.Takes;
import io.amends.contracts.mapping.TimeFormat;
import io.amends.ingest.mapping.ResponseDraft;
import io.amends.ingest.mapping.ValueReading;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a canonical response of a vendor's body (A10): the vendor's preset, the source's mapping over it, the source's
 * defaults below both. Answers that no selector names become properties.
 */
public final class BodyMapping {
    private static final int MOST_PROPERTIES = 100;
    private static final int LONGEST_NAME = 200;
    private static final char DECIMAL_POINT = '.';
    /** Stands for the id of a choice, which may have digits alone and is no score. */
    private static final JsonNode NO_NUMBER = TextNode.valueOf("a choice");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private final ResponseDraft draft;
    private final JsonNode body;
    private final ZoneId zone;
    private final SourceMapping own;
    private final List<VendorAnswer> answers;
    private final Set<String> pointed = new HashSet<>();
    private final Set<VendorAnswer> used = new HashSet<>();
    private final List<Reason> warnings = new ArrayList<>();

    private BodyMapping(Vendor vendor, String portal, ZoneId zone, Source source, JsonNode body) {
        this.draft = new ResponseDraft(portal);
        this.body = body;
        this.zone = zone;
        this.own = source.mapping();
        this.answers = vendor.answers(body);
    }

    /**
     * Maps one body.
     *
     * @param zone of times that say none, where the selector says none either: the portal's
     */
    public static MappedResponse map(Vendor vendor, String portal, ZoneId zone, Source source, JsonNode body) {
        BodyMapping mapping = new BodyMapping(vendor, portal, zone, source, body);
        mapping.selected(vendor.preset(body).under(source.mapping()));
        mapping.unnamed();
        mapping.defaults(source.defaults());
        return new MappedResponse(mapping.draft.json(), mapping.draft.reasons(), List.copyOf(mapping.warnings));
    }

    private void selected(SourceMapping mapping) {
        mapping.fields().forEach((field, selector) -> ResponseField.of(field)
                .ifPresent(target -> set(TargetField.of(target), selector, own.of(field) != null)));
        mapping.measures()
                .forEach((name, selector) ->
                        set(TargetField.measure(name), selector, own.measures().containsKey(name)));
        mapping.properties()
                .forEach((name, selector) -> set(
                        TargetField.property(name), selector, own.properties().containsKey(name)));
    }

    private void set(TargetField field, Selector selector, boolean wanted) {
        JsonNode found = found(field, selector);
        draft.set(field, found, new ValueReading(selector.values(), format(selector), DECIMAL_POINT));
        if (selector.fallback() != null) {
            draft.setAbsent(field, selector.fallback());
        } else if (wanted && found.isMissingNode()) {
            String place = selector.answer() == null ? selector.at() : selector.answer();
            warnings.add(new Reason(field.pointer(), "nothing was found for it at " + place));
        }
    }

    private JsonNode found(TargetField field, Selector selector) {
        if (selector.at() != null) {
            pointed.add(selector.at());
            return body.at(JsonPointer.compile(selector.at()));
        }
        if (selector.answer() == null) {
            return MissingNode.getInstance();
        }
        VendorAnswer found = answers.stream()
                .filter(answer -> answer.names().contains(selector.answer()))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return MissingNode.getInstance();
        }
        used.add(found);
        return best(field, selector, found);
    }

    /** Of the ways in which the vendor says one answer, the one that the mapping names, or that is a number where one is meant. */
    private static JsonNode best(TargetField field, Selector selector, VendorAnswer answer) {
        Stream<JsonNode> fitting = selector.values().isEmpty()
                ? answer.values().stream().filter(value -> field.target().takes() != Takes.ANSWER || isNumber(value))
                : Stream.concat(answer.values().stream(), answer.codes().stream())
                        .filter(value -> isNamed(selector, value));
        return fitting.findFirst()
                .orElseGet(() -> field.target().takes() == Takes.ANSWER
                                && answer.values().isEmpty()
                                && selector.values().isEmpty()
                        ? NO_NUMBER
                        : answer.plainest());
    }

    private static boolean isNamed(Selector selector, JsonNode value) {
        if (value.isArray()) {
            for (JsonNode each : value) {
                if (selector.values().containsKey(each.asText().strip())) {
                    return true;
                }
            }
            return false;
        }
        return selector.values().containsKey(value.asText().strip());
    }

    private static boolean isNumber(JsonNode value) {
        return value.isNumber()
                || value.isBoolean()
                || (value.isTextual()
                        && NUMBER.matcher(value.textValue().strip()).matches());
    }

    private TimeFormat format(Selector selector) {
        String format = selector.format();
        if (format == null || format.equals(Selector.ISO)) {
            return TimeFormat.ISO;
        }
        return switch (format) {
            case Selector.EPOCH_SECONDS -> TimeFormat.Fixed.EPOCH_SECONDS;
            case Selector.EPOCH_MILLIS -> TimeFormat.Fixed.EPOCH_MILLIS;
            default -> TimeFormat.pattern(format, selector.zone() == null ? zone : ZoneId.of(selector.zone()));
        };
    }

    /** Keeps what nobody named, as far as a response has room for it. */
    private void unnamed() {
        int room = MOST_PROPERTIES
                - draft.json().path(ResponseField.PROPERTIES.word()).size();
        for (VendorAnswer answer : answers) {
            TargetField property = TargetField.property(shortened(answer.names().get(0)));
            if (used.contains(answer)
                    || answer.inParts()
                    || answer.names().stream().anyMatch(pointed::contains)
                    || draft.has(property)) {
                continue;
            }
            if (room-- <= 0) {
                warnings.add(new Reason(
                        "/" + ResponseField.PROPERTIES.word(), "has no room for all that the mapping does not name"));
                return;
            }
            JsonNode value = answer.plainest();
            draft.set(property, value.isObject() ? TextNode.valueOf(value.toString()) : value, ValueReading.PLAIN);
            warnings.add(new Reason(property.pointer(), "is kept as a property, since the mapping does not name it"));
        }
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private void defaults(SourceDefaults defaults) {
        fill(ResponseField.SUPPORT_GROUP, defaults.supportGroup());
        fill(ResponseField.SEGMENT, defaults.segment());
        fill(ResponseField.BRAND, defaults.brand());
        fill(ResponseField.CHANNEL, defaults.channel());
    }

    private void fill(ResponseField target, @Nullable String code) {
        if (code != null) {
            draft.setAbsent(TargetField.of(target), TextNode.valueOf(code));
        }
    }
}
