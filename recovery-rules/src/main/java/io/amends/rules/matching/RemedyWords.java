package io.amends.rules.matching;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.language.Field;
import io.amends.rules.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one plain sentence what would have to be otherwise. */
final class RemedyWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);

    private RemedyWords() {}

    static String of(Attribute attribute, @Nullable JsonNode now, @Nullable JsonNode needed, ZoneId zone) {
        return switch (attribute.kind()) {
            case TAG, FACTOR ->
                say(
                        attribute.kind().name() + (needed != null && needed.booleanValue() ? ".there" : ".gone"),
                        attribute.name());
            case COMMENT -> comment(now, needed);
            case SUBMITTED -> say("SUBMITTED", moment(needed, zone), moment(now, zone));
            case MEASURE, FIELD, PROPERTY -> value(attribute, now, needed);
        };
    }

    private static String comment(@Nullable JsonNode now, @Nullable JsonNode needed) {
        if (needed == null) {
            return say("COMMENT.gone");
        }
        String text = needed.textValue();
        if (text.equals(Candidates.SOMETHING_ELSE)) {
            return say(now == null ? "COMMENT.there" : "COMMENT.other");
        }
        String before = now == null ? "" : now.textValue();
        return say(
                "COMMENT.contains",
                text.startsWith(before) ? text.substring(before.length()).strip() : text);
    }

    private static String value(Attribute attribute, @Nullable JsonNode now, @Nullable JsonNode needed) {
        String name = named(attribute);
        if (needed == null) {
            return say("VALUE.gone", name, shown(attribute, now));
        }
        if (needed.asText().endsWith(Candidates.SOMETHING_ELSE)) {
            String prefix = needed.asText().substring(0, needed.asText().length() - Candidates.SOMETHING_ELSE.length());
            return prefix.isEmpty()
                    ? say("VALUE.other", name, shown(attribute, now))
                    : say("VALUE.prefix", name, prefix);
        }
        return now == null
                ? say("VALUE.missing", name, shown(attribute, needed))
                : say("VALUE.instead", name, shown(attribute, needed), shown(attribute, now));
    }

    private static String named(Attribute attribute) {
        return switch (attribute.kind()) {
            case MEASURE -> Words.ENGLISH.measure(attribute.name());
            case FIELD -> Words.ENGLISH.field(attribute.name());
            default -> attribute.name();
        };
    }

    private static String shown(Attribute attribute, @Nullable JsonNode value) {
        if (value == null) {
            return say("nothing");
        }
        if (attribute.is(Field.CONTACT_CHOICE)) {
            return Words.ENGLISH.choice(value.asText());
        }
        return value.isBoolean() ? Words.ENGLISH.of(value.booleanValue() ? "yes" : "no") : value.asText();
    }

    private static String moment(@Nullable JsonNode instant, ZoneId zone) {
        return instant == null
                ? ""
                : MOMENT.format(Instant.parse(instant.asText()).atZone(zone));
    }

    private static String say(String key, String... gaps) {
        return Words.ENGLISH.of("remedy." + key, gaps);
    }
}
