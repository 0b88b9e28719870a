package io.amends.dashboard.preferences.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.Calendar.Weekday;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * How a field of an entry is written in a form or a cell of a file. What cannot be read is handed on as it was typed: what
 * is wrong with it is for the rules of entries to say, and it comes back in its field.
 */
public enum FieldKind {
    /** A text; an empty one is none. */
    TEXT {
        @Override
        JsonNode read(List<String> written) {
            String text = first(written);
            return text.isEmpty() ? JSON.nullNode() : JSON.textNode(text);
        }
    },
    NUMBER {
        @Override
        JsonNode read(List<String> written) {
            String text = first(written).strip().replace(',', '.');
            if (text.isEmpty()) {
                return JSON.nullNode();
            }
            if (!A_NUMBER.matcher(text).matches()) {
                return JSON.textNode(text);
            }
            return text.indexOf('.') < 0
                    ? JSON.numberNode(new BigInteger(text))
                    : JSON.numberNode(new BigDecimal(text));
        }
    },
    YES_NO {
        @Override
        JsonNode read(List<String> written) {
            return JSON.booleanNode(written.contains(YES));
        }
    },
    /** Codes or days, each in a field of its own or several in one. */
    WORDS {
        @Override
        JsonNode read(List<String> written) {
            ArrayNode words = JSON.arrayNode();
            written.stream()
                    .flatMap(text -> Arrays.stream(BETWEEN.split(text)))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
            return words;
        }
    },
    /** A span of each day, or the word that there is none. */
    SPAN {
        @Override
        JsonNode read(List<String> written) {
            return SpanText.ofDay(first(written).strip());
        }
    },
    /** The hours of a week: a text for each weekday, in their order. */
    HOURS {
        @Override
        JsonNode read(List<String> written) {
            ObjectNode hours = JSON.objectNode();
            Iterator<String> texts = written.iterator();
            for (Weekday day : Weekday.values()) {
                hours.set(day.name(), SpanText.read(texts.hasNext() ? texts.next() : ""));
            }
            return hours;
        }
    };

    /** What a ticked box posts. */
    public static final String YES = "yes";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern A_NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    abstract JsonNode read(List<String> written);

    private static String first(List<String> written) {
        return written.isEmpty() ? "" : written.get(0);
    }

    /** Puts what is written for some fields over an entry; the other fields stay what they are. */
    public static ObjectNode over(
            ObjectNode before, Map<String, FieldKind> fields, Function<String, List<String>> written) {
        ObjectNode after = before.deepCopy();
        fields.forEach((name, kind) -> {
            JsonNode value = kind.read(written.apply(name));
            if (value.isNull()) {
                after.remove(name);
            } else {
                after.set(name, value);
            }
        });
        return after;
    }

    /** What a value looks like where it is typed again: the one text, or one for each of several. */
    public static List<String> written(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(FieldKind::plain)
                    .toList();
        }
        if (value.has(SpanText.FROM)) {
            return List.of(SpanText.ofDay(value));
        }
        if (value.isObject()) {
            Map<Weekday, String> hours = new LinkedHashMap<>();
            for (Weekday day : Weekday.values()) {
                hours.put(day, SpanText.written(value.path(day.name())));
            }
            return List.copyOf(hours.values());
        }
        return List.of(plain(value));
    }

    /** The same in one text. */
    public static String text(JsonNode value) {
        return written(value).stream().collect(Collectors.joining(" "));
    }

    private static String plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asText();
    }
}
