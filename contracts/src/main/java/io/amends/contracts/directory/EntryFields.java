package io.amends.contracts.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
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
    private static final Pattern MINUTE = Pattern.compile("\\d\\d:\\d\\d");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern HOLIDAY_CODE = Pattern.compile("[A-Za-z0-9_-]{1," + EntryLimits.HOLIDAY_CODE + "}");
    // It becomes a link on pages and in mails, so nothing but the web.
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>\\\\]{1," + EntryLimits.WEB_ADDRESS + "}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);
    private static final int FREE_PORTS = 1024;
    private static final int LAST_PORT = 65_535;
    private static final String AN_API_ADDRESS = "must be an address with a host, such as https://api.example.com";
    private static final String A_HOLIDAY_CODE =
            "must be a country whose public holidays are known, or a part of one, such as de or de-by";

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

    /** A text of which something more must be right than that it can be stored. */
    void textThat(String field, Predicate<String> right, String reason) {
        text(field, right, reason);
    }

    /** A name of an HTTP header, as RFC 9110 has them. */
    void headerName(String field) {
        text(field, t -> HEADER.matcher(t).matches(), "must be the name of an HTTP header such as X-Api-Key");
    }

    void code(String field) {
        text(field, EntryRules::isCode, EntryRules.A_CODE);
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
            takenAs(field, place.getId());
        }
    }

    void time(String field) {
        text(field, t -> TIME.matcher(t).matches() && isTime(t), "must be a local time such as 09:00");
    }

    /**
     * A time of each day, such as from 20:00 to 08:00 (C10).
     *
     * @param mayBeNone whether it may say that there is none
     */
    void quietHours(String field, boolean mayBeNone) {
        JsonNode hours = value(field);
        if (!given(field) || (mayBeNone && QuietHours.NEVER.equals(hours.textValue()))) {
            return;
        }
        LocalTime from = minute(hours.path("from"));
        LocalTime to = minute(hours.path("to"));
        if (from == null || to == null) {
            String orNone = mayBeNone ? ", or be " + QuietHours.NEVER : "";
            wrong(field, "must have from and to, each a local time such as 20:00" + orNone);
        } else if (from.equals(to)) {
            wrong(field + "/to", "must be another time than from");
        }
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

    /**
     * The address of an API, to which a path is added: so it ends there, and names nobody. Another port than the web's is
     * one above those that are kept for other services.
     */
    void apiAddress(String field) {
        webAddress(field);
        String address = value(field).textValue();
        if (address == null || !WEB.matcher(address).matches()) {
            return;
        }
        try {
            String fault = apiFault(new URI(address));
            if (fault != null) {
                outdated(field, fault);
            }
        } catch (URISyntaxException e) {
            outdated(field, AN_API_ADDRESS);
        }
    }

    /** The address of a webhook: it has a host, and names nobody. */
    void hookAddress(String field) {
        webAddress(field);
        String address = value(field).textValue();
        if (address != null && WEB.matcher(address).matches() && !isHookAddress(address)) {
            outdated(field, "must be an address with a host, and without a user or a password");
        }
    }

    private static boolean isHookAddress(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static @Nullable String apiFault(URI address) {
        if (address.getRawUserInfo() != null) {
            return "must not name a user or a password: the API's secret is set beside the others";
        }
        if (address.getHost() == null) {
            return AN_API_ADDRESS;
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            return "must end with its path, without ? and #: what is fetched is added to it";
        }
        int port = address.getPort();
        return port < 0 || WEB_PORTS.contains(port) || (port >= FREE_PORTS && port <= LAST_PORT)
                ? null
                : "must have no port, or 80, 443, or one from " + FREE_PORTS + " to " + LAST_PORT;
    }

    /** Capital letters become small ones. A code that only another version knows is read, and has no holidays here. */
    void holidayCode(String field) {
        String code = text(field, t -> HOLIDAY_CODE.matcher(t).matches(), A_HOLIDAY_CODE);
        if (code == null) {
            return;
        }
        String stored = code.toLowerCase(Locale.ROOT);
        if (!HolidayCodes.known(stored)) {
            outdated(field, A_HOLIDAY_CODE);
        } else if (!stored.equals(code)) {
            takenAs(field, stored);
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
        list(field, most, "codes", EntryRules::isCode, EntryRules.A_CODE);
    }

    /** Some of these words in a list; an absent list is an empty one. */
    void someOf(String field, List<String> words) {
        list(field, words.size(), "words", words::contains, "must be one of " + String.join(", ", words));
    }

    /** Days in a list; an absent list is an empty one. */
    void days(String field, int most) {
        list(field, most, "days", EntryFields::isDay, "must be a day such as 2026-12-24");
    }

    private void list(String field, int most, String things, Predicate<String> right, String reason) {
        JsonNode list = value(field);
        if (!given(field)) {
            return;
        }
        if (!list.isArray() || list.size() > most) {
            wrong(field, "must be a list of at most " + most + " " + things);
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isTextual() || !right.test(list.get(i).textValue())) {
                wrong(field + "/" + i, reason);
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
            return new EntryFields(inner, Reason.at(at, field), found);
        }
        wrong(field, "must be an object");
        return null;
    }

    /** The fields of an object that stands for the one in that field, so that what is missing there has its place. */
    EntryFields inside(String field, ObjectNode instead) {
        return new EntryFields(instead, Reason.at(at, field), found);
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

    /** The same for a name that somebody else has chosen, and that may have a slash in it. */
    void wrongAt(String name, String reason) {
        found.wrong(Reason.at(at, name), reason);
    }

    void warning(String field, String reason) {
        found.warning(Reason.at(at, field), reason);
    }

    void outdated(String field, String reason) {
        found.outdated(at + "/" + field, reason);
    }

    /** The same for a name that somebody else has chosen, and that may have a slash in it. */
    void outdatedAt(String name, String reason) {
        found.outdated(Reason.at(at, name), reason);
    }

    private void takenAs(String field, String stored) {
        String sent = value(field).textValue();
        object.put(field, stored);
        found.warning(at + "/" + field, sent + " is taken as " + stored);
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

    /** The local time that a text such as 09:00 is, in whole minutes; null for whatever is none. */
    static @Nullable LocalTime minute(JsonNode value) {
        String text = value.textValue();
        return text != null && MINUTE.matcher(text).matches() && isTime(text) ? LocalTime.parse(text) : null;
    }

    private static boolean isTime(String text) {
        try {
            LocalTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return DAY.matcher(text).matches(); // years of more digits are days for Java, too
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
