package io.amends.rules.matching;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.api.ExplainedDecision.AttributeKind;
import io.amends.language.Field;
import io.amends.rules.words.CommonNames;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one plain sentence what would have to be otherwise. */
public record RemedyWords(RemedyMessages messages, CommonNames names) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    String of(Attribute attribute, @Nullable JsonNode now, @Nullable JsonNode needed, ZoneId zone) {
        boolean there = needed != null && needed.booleanValue();
        String name = attribute.name();
        return switch (attribute.kind()) {
            case TAG -> there ? messages.tagThere(name) : messages.tagGone(name);
            case FACTOR -> there ? messages.factorThere(name) : messages.factorGone(name);
            case COMMENT -> comment(now, needed);
            case SUBMITTED -> messages.submitted(moment(needed, zone), moment(now, zone));
            case MEASURE, FIELD, PROPERTY -> value(attribute, now, needed);
        };
    }

    private String comment(@Nullable JsonNode now, @Nullable JsonNode needed) {
        if (needed == null) {
            return messages.commentGone();
        }
        String text = needed.textValue();
        if (text.equals(Candidates.SOMETHING_ELSE)) {
            return now == null ? messages.commentThere() : messages.commentOther();
        }
        String before = now == null ? "" : now.textValue();
        return messages.commentContains(
                text.startsWith(before) ? text.substring(before.length()).strip() : text);
    }

    private String value(Attribute attribute, @Nullable JsonNode now, @Nullable JsonNode needed) {
        String name = named(attribute);
        if (needed == null) {
            return messages.valueGone(name, shown(attribute, now));
        }
        if (needed.asText().endsWith(Candidates.SOMETHING_ELSE)) {
            String prefix = needed.asText().substring(0, needed.asText().length() - Candidates.SOMETHING_ELSE.length());
            return prefix.isEmpty()
                    ? messages.valueOther(name, shown(attribute, now))
                    : messages.valuePrefix(name, prefix);
        }
        return now == null
                ? messages.valueMissing(name, shown(attribute, needed))
                : messages.valueInstead(name, shown(attribute, needed), shown(attribute, now));
    }

    private String named(Attribute attribute) {
        Field field = attribute.kind() == AttributeKind.FIELD ? Field.named(attribute.name()) : null;
        if (field != null) {
            return names.field(field);
        }
        return attribute.kind() == AttributeKind.MEASURE ? names.measure(attribute.name()) : attribute.name();
    }

    private String shown(Attribute attribute, @Nullable JsonNode value) {
        if (value == null) {
            return messages.nothing();
        }
        if (attribute.is(Field.CONTACT_CHOICE)) {
            return names.choice(value.asText());
        }
        if (value.isNumber()) {
            return names.number(value.decimalValue());
        }
        return value.isBoolean() ? names.flag(value.booleanValue()) : value.asText();
    }

    private String moment(@Nullable JsonNode instant, ZoneId zone) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime moment = Instant.parse(instant.asText()).atZone(zone);
        return messages.moment(names.day(moment.getDayOfWeek()), TIME.format(moment));
    }
}
