package io.amends.contracts.directory;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableJson;
import io.amends.contracts.StorableText;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a directory entry is (F6): the one reader for who takes entries, who stores them and who follows their topic. So
 * nothing is taken that somebody else cannot read.
 */
public final class EntryRules {
    private static final ObjectReader TREE = Json.MAPPER.readerFor(JsonNode.class);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final List<String> CHANNELS =
            Arrays.stream(Contact.ContactChannel.values()).map(Enum::name).toList();

    private static final String UNREADABLE = "is not JSON, or is too long or too deep to be read";

    private EntryRules() {}

    /** What JSON is as an entry. */
    public sealed interface Checked {

        /** The entry, if it can be read. */
        default Optional<Record> readable() {
            return Optional.empty();
        }

        /** Why it is not taken; empty if it is. */
        default List<Reason> reasons() {
            return List.of();
        }

        /**
         * It is one.
         *
         * @param entry its record, defaults filled in
         * @param warnings what may not be what was meant
         */
        record Ok(Record entry, List<Reason> warnings) implements Checked {
            @Override
            public Optional<Record> readable() {
                return Optional.of(entry);
            }
        }

        /**
         * It was taken before a rule was made: it is read where it is stored and published, and is not taken again.
         *
         * @param entry its record, defaults filled in
         * @param reasons why it is not taken any more
         */
        record Outdated(Record entry, List<Reason> reasons) implements Checked {
            @Override
            public Optional<Record> readable() {
                return Optional.of(entry);
            }
        }

        /** It is none, for every one of these reasons. */
        record Wrong(List<Reason> reasons) implements Checked {}
    }

    /** What is said of whatever should be a code and is none. */
    public static final String A_CODE = "must be a code of 1 to 64 letters, digits, dots, hyphens and underscores";

    /** Whether that is a code: {@code [A-Za-z0-9._-]{1,64}}, and neither "." nor "..", which no path can hold. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }

    /** Reads the JSON form of an entry. Unknown fields are ignored. */
    public static Checked check(EntryType type, JsonNode sent) {
        StorableJson storable = StorableJson.strict(sent);
        if (!(storable.json() instanceof ObjectNode object)) {
            return wrong("", "must be a JSON object");
        }
        Findings found = new Findings();
        storable.errors().forEach(error -> found.wrong(error.pointer(), error.reason()));
        EntryFields fields = new EntryFields(object, "", found);
        fields.name();
        switch (type) {
            case PORTAL -> PortalRules.check(fields);
            case GROUP -> group(fields);
            case CONTACT -> contact(fields);
            case SEGMENT -> {
                // A segment is its name.
            }
            case REGION -> region(fields);
            case CALENDAR -> CalendarRules.check(fields);
            case SOURCE -> SourceRules.check(fields);
            case CHANNEL -> ChannelRules.check(fields);
        }
        return found.nothingWrong() ? entry(type, object, found) : new Checked.Wrong(found.reasons());
    }

    /** Reads the JSON form of an entry from bytes. */
    public static Checked read(EntryType type, byte[] json) {
        return read(json, sent -> check(type, sent));
    }

    /**
     * Reads the value of a record on the directory topic: a {@link DirectoryEntry}, or the entry alone.
     *
     * @param key whose portal and code must be those of the value
     */
    public static Checked published(EntryType type, EntryKey key, byte[] value) {
        return read(value, data -> {
            if (!data.has("entry")) {
                return check(type, data);
            }
            return key.portal().equals(data.path("portal").textValue())
                            && key.code().equals(data.path("code").textValue())
                    ? check(type, data.get("entry"))
                    : wrong("", "must have the portal and the code of its key");
        });
    }

    private static Checked read(byte[] json, Function<JsonNode, Checked> then) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            try {
                return then.apply(TREE.readValue(parser));
            } catch (IOException e) {
                return wrong(at(parser), UNREADABLE);
            }
        } catch (IOException e) {
            return wrong("", UNREADABLE);
        }
    }

    private static String at(JsonParser parser) {
        return StorableText.printable(parser.getParsingContext().pathAsPointer().toString());
    }

    private static void group(EntryFields fields) {
        fields.code("region");
        fields.code("supportLead");
        fields.codes("alsoAlerts", EntryLimits.ALSO_ALERTS);
        fields.code("manager");
        fields.number("threshold");
        fields.whole("dailyCap", 0, EntryLimits.DAILY_CAP);
    }

    private static void contact(EntryFields fields) {
        fields.email("email");
        fields.mobile("mobile");
        fields.language("language");
        fields.zone("timeZone");
        fields.text("title");
        fields.text("hours");
        fields.someOf("channels", CHANNELS);
        fields.quietHours("quietHours", true);
    }

    private static void region(EntryFields fields) {
        fields.zone("timeZone");
        fields.code("calendar");
        fields.code("channel");
    }

    private static Checked entry(EntryType type, ObjectNode json, Findings found) {
        try {
            Record entry = Json.MAPPER.treeToValue(json, type.shape());
            return found.reasons().isEmpty()
                    ? new Checked.Ok(entry, found.warnings())
                    : new Checked.Outdated(entry, found.reasons());
        } catch (JsonProcessingException e) {
            return wrong("", "is not a " + type.word() + " as it is documented");
        }
    }

    private static Checked wrong(String pointer, String reason) {
        return new Checked.Wrong(List.of(new Reason(pointer, reason)));
    }
}
