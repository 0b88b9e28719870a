package io.amends.dashboard.preferences.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.amends.contracts.directory.QuietHours;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hours of a weekday as people type them: {@code 09:00-12:00, 13:00-17:00}; nothing typed is a free day. */
public final class SpanText {
    private static final Pattern BETWEEN = Pattern.compile("[,;]");
    private static final Pattern SPAN =
            Pattern.compile("(\\d{1,2})(?::?(\\d\\d))?\\s*[-\\u2013\\u2014]\\s*(\\d{1,2})(?::?(\\d\\d))?");

    /** Where a span of each day begins, and where it ends, as the API names it. */
    static final String FROM = "from";

    private static final String TO = "to";

    private SpanText() {}

    /** One span of each day as the API has it; nothing typed is none, and what is no span is handed on as it was typed. */
    static JsonNode ofDay(String typed) {
        Matcher span = SPAN.matcher(typed);
        if (span.matches()) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put(FROM, time(span.group(1), span.group(2)))
                    .put(TO, time(span.group(3), span.group(4)));
        }
        boolean never = typed.equalsIgnoreCase(QuietHours.NEVER);
        return typed.isEmpty()
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode(never ? QuietHours.NEVER : typed);
    }

    /** What is typed again for a span of each day. */
    static String ofDay(JsonNode span) {
        return span.path(FROM).asText() + "-" + span.path(TO).asText();
    }

    /** The spans as the API has them; what is none is handed on as it was typed. */
    static JsonNode read(String typed) {
        ArrayNode spans = JsonNodeFactory.instance.arrayNode();
        if (typed.isBlank()) {
            return spans;
        }
        for (String part : BETWEEN.split(typed, -1)) {
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches()) {
                return JsonNodeFactory.instance.textNode(typed.strip());
            }
            spans.add(
                    spans.arrayNode().add(time(span.group(1), span.group(2))).add(time(span.group(3), span.group(4))));
        }
        return spans;
    }

    /** What is typed again for a weekday. */
    static String written(JsonNode spans) {
        if (!spans.isArray()) {
            return spans.asText("");
        }
        List<String> parts = new ArrayList<>();
        spans.forEach(
                span -> parts.add(span.path(0).asText() + "-" + span.path(1).asText()));
        return String.join(", ", parts);
    }

    // 24:00 is how people write the end of a day.
    private static String time(String hour, String minute) {
        String time = (hour.length() == 1 ? "0" : "") + hour + ":" + (minute == null ? "00" : minute);
        return time.equals("24:00") ? "00:00" : time;
    }
}
