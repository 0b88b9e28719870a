package io.amends.dashboard.directory.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Reason;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, looked at one by one; what is wrong is collected with a pointer each. */
final class Fields {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>,;\"\\p{Cntrl}]{1,64}@[^\\s@<>,;\"\\p{Cntrl}]{1,189}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int LONGEST_TEXT = 200;

    private final JsonNode object;
    private final String at;
    private final List<Reason> wrong;

    Fields(JsonNode object, String at, List<Reason> wrong) {
        this.object = object;
        this.at = at;
        this.wrong = wrong;
    }

    static boolean isCode(String text) {
        // "." and ".." would be eaten from a path.
        return CODE.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }

    void name() {
        String name = text("name");
        if (name == null ? !given("name") : name.isBlank()) {
            wrong("name", "a name is required");
        }
    }

    @Nullable
    String text(String field) {
        return text(
                field,
                t -> t.length() <= LONGEST_TEXT && t.chars().noneMatch(Character::isISOControl),
                "a text of at most " + LONGEST_TEXT + " characters without control characters");
    }

    @Nullable
    String code(String field) {
        return text(field, Fields::isCode, "a code of 1 to 64 letters, digits, dots, hyphens and underscores");
    }

    void email(String field) {
        text(field, t -> EMAIL.matcher(t).matches(), "an email address such as alex@example.com");
    }

    void mobile(String field) {
        text(field, t -> E164.matcher(t).matches(), "a number in E.164 form such as +495550101");
    }

    void language(String field) {
        text(field, Fields::isLanguage, "a language tag such as en or pt-BR");
    }

    void zone(String field) {
        text(field, t -> parses(t, ZoneId::of), "a time zone such as Europe/Berlin");
    }

    void time(String field) {
        text(
                field,
                t -> t.matches("\\d\\d:\\d\\d(:\\d\\d)?") && parses(t, LocalTime::parse),
                "a local time such as 09:00");
    }

    void webAddress(String field) {
        // It becomes a link on pages and in mails, so nothing but the web.
        text(
                field,
                t -> t.matches("https?://[^\\s\"'<>\\\\]{1,2000}"),
                "an address that starts with https:// or http://");
    }

    void oneOf(String field, List<String> words) {
        text(field, words::contains, "one of " + String.join(", ", words));
    }

    void yesNo(String field) {
        if (given(field) && !object.path(field).isBoolean()) {
            wrong(field, "true or false");
        }
    }

    void whole(String field, int least, int most) {
        JsonNode value = object.path(field);
        if (given(field)
                && !(value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= least
                        && value.intValue() <= most)) {
            wrong(field, "a whole number from " + least + " to " + most);
        }
    }

    void number(String field) {
        if (given(field) && !object.path(field).isNumber()) {
            wrong(field, "a number");
        }
    }

    /** Codes in a list; an absent list is an empty one. */
    void codes(String field, int most) {
        JsonNode list = object.path(field);
        if (!given(field)) {
            return;
        }
        if (!list.isArray() || list.size() > most) {
            wrong(field, "a list of at most " + most + " codes");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isTextual() || !isCode(list.get(i).textValue())) {
                wrong(field + "/" + i, "a code of 1 to 64 letters, digits, dots, hyphens and underscores");
            }
        }
    }

    /** The object in that field, or null where it is absent or no object. */
    @Nullable
    JsonNode object(String field) {
        if (!given(field)) {
            return null;
        }
        if (!object.path(field).isObject()) {
            wrong(field, "an object");
            return null;
        }
        return object.path(field);
    }

    boolean given(String field) {
        return object.hasNonNull(field);
    }

    void wrong(String field, String mustBe) {
        wrong.add(new Reason(at + "/" + field, mustBe.startsWith("a name is") ? mustBe : "must be " + mustBe));
    }

    private @Nullable String text(String field, Predicate<String> right, String mustBe) {
        if (!given(field)) {
            return null;
        }
        JsonNode value = object.path(field);
        if (value.isTextual() && right.test(value.textValue())) {
            return value.textValue();
        }
        wrong(field, mustBe);
        return null;
    }

    private static boolean parses(String text, java.util.function.Function<String, ?> reader) {
        try {
            return reader.apply(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
