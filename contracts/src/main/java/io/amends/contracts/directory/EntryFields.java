package io.amends.contracts.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.StorableText;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, looked at one by one; what is found is collected with a pointer each. */
final class EntryFields {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d)?");
    // It becomes a link on pages and in mails, so nothing but the web.
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>\\\\]{1," + EntryLimits.WEB_ADDRESS + "}");
    private static final String A_CODE = "must be a code of 1 to 64 letters, digits, dots, hyphens and underscores";

    private final ObjectNode object;
    private final String at;
    private final Findings found;

    EntryFields(ObjectNode object, String at, Findings found) {
        this.object = object;
        this.at = at;
        this.found = found;
    }

    /** What cannot be seen was taken as a name once, and is still read where it was. */
    void name() {
        String name = text("name");
        if (name == null ? !given("name") : name.isBlank()) {
            wrong("name", "a name is required");
        } else if (name != null && StorableText.blank(name)) {
            outdated("name", "a name is required: nothing of this one can be seen");
        }
    }

    @Nullable
    String text(String field) {
        return text(
                field,
                t -> t.length() <= EntryLimits.TEXT && t.chars().noneMatch(Character::isISOControl),
                "must be a text of at most " + EntryLimits.TEXT + " characters without control characters");
    }

    void code(String field) {
        text(field, EntryRules::isCode, A_CODE);
    }

    /** What was taken before {@link MailAddress} judged it is read, and is nobody's address. */
    void email(String field) {
        String address = text(
                field,
                t -> t.length() <= MailAddress.LONGEST && t.chars().noneMatch(Character::isISOControl),
                "must be an email address of at most " + MailAddress.LONGEST
                        + " characters without control characters");
        String fault = address == null ? null : MailAddress.fault(address);
        if (fault != null) {
            outdated(field, fault);
        }
    }

    void mobile(String field) {
        text(field, t -> E164.matcher(t).matches(), "must be a number in E.164 form such as +495550101");
    }

    void language(String field) {
        String tag = text(field, EntryFields::isLanguage, "must be a language tag such as en or pt-BR");
        if (tag != null && tag.length() > EntryLimits.LANGUAGE) {
            outdated(field, "must be a language tag of at most " + EntryLimits.LANGUAGE + " characters");
        }
    }

    /** A zone's short name becomes its place, so that it is stored and published as what every reader knows. */
    void zone(String field) {
        String name = text(field, t -> Zones.stored(t) != null, Zones.A_ZONE);
        if (name == null) {
            return;
        }
        ZoneId place = Zones.place(name);
        if (place == null) {
            outdated(field, String.valueOf(Zones.fault(name)));
        } else if (!place.getId().equals(name)) {
            object.put(field, place.getId());
            found.warning(at + "/" + field, name + " is taken as " + place.getId());
        }
    }

    void time(String field) {
        text(field, t -> TIME.matcher(t).matches() && isTime(t), "must be a local time such as 09:00");
    }

    void webAddress(String field) {
        String address = text(
                field,
                t -> WEB.matcher(t).matches(),
                "must be an address that starts with https:// or http://, of at most " + EntryLimits.WEB_ADDRESS
                        + " characters");
        if (address != null && address.chars().anyMatch(Character::isISOControl)) {
            outdated(field, "must be an address without control characters");
        }
    }

    void oneOf(String field, List<String> words) {
        text(field, words::contains, "must be one of " + String.join(", ", words));
    }

    void yesNo(String field) {
        if (given(field) && !value(field).isBoolean()) {
            wrong(field, "must be true or false");
        }
    }

    void whole(String field, int least, int most) {
        JsonNode value = value(field);
        if (given(field)
                && !(value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= least
                        && value.intValue() <= most)) {
            wrong(field, "must be a whole number from " + least + " to " + most);
        }
    }

    void number(String field) {
        if (given(field) && !value(field).isNumber()) {
            wrong(field, "must be a number");
        }
    }

    /** Codes in a list; an absent list is an empty one. */
    void codes(String field, int most) {
        JsonNode list = value(field);
        if (!given(field)) {
            return;
        }
        if (!list.isArray() || list.size() > most) {
            wrong(field, "must be a list of at most " + most + " codes");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isTextual() || !EntryRules.isCode(list.get(i).textValue())) {
                wrong(field + "/" + i, A_CODE);
            }
        }
    }

    /** The fields of the object in that field, or null where it is absent or no object. */
    @Nullable
    EntryFields object(String field) {
        if (!given(field)) {
            return null;
        }
        if (value(field) instanceof ObjectNode inner) {
            return new EntryFields(inner, at + "/" + field, found);
        }
        wrong(field, "must be an object");
        return null;
    }

    boolean given(String field) {
        return object.hasNonNull(field);
    }

    JsonNode value(String field) {
        return object.path(field);
    }

    /** The text of a field; the fallback where there is none. */
    String word(String field, String fallback) {
        String word = value(field).textValue();
        return word == null ? fallback : word;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    void wrong(String field, String reason) {
        found.wrong(at + "/" + field, reason);
    }

    void outdated(String field, String reason) {
        found.outdated(at + "/" + field, reason);
    }

    private @Nullable String text(String field, Predicate<String> right, String reason) {
        if (!given(field)) {
            return null;
        }
        String text = value(field).textValue();
        if (text != null && right.test(text)) {
            return text;
        }
        wrong(field, reason);
        return null;
    }

    private static boolean isTime(String text) {
        try {
            LocalTime.parse(text);
            return true;
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
