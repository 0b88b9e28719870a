package io.amends.dashboard.directory.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import java.util.ArrayList;
import java.util.List;

/** Whether a directory entry can be taken (F6): every reason why not, with a pointer each. */
public final class EntryRules {
    private static final int MOST_ALSO_ALERTS = 6;
    private static final int MOST_ADMINS = 50;

    private EntryRules() {}

    /** Either the entry as its record, defaults filled in, or every reason why it is none. */
    public sealed interface Checked {
        record Ok(Record entry) implements Checked {}

        record Wrong(List<Reason> reasons) implements Checked {}
    }

    /** Whether that is a code: {@code [A-Za-z0-9._-]{1,64}}. */
    public static boolean isCode(String text) {
        return Fields.isCode(text);
    }

    /** Checks an entry as it was sent. Unknown fields are ignored. */
    public static Checked check(EntryType type, JsonNode sent) {
        List<Reason> wrong = new ArrayList<>();
        if (!sent.isObject()) {
            return new Checked.Wrong(List.of(new Reason("", "must be a JSON object")));
        }
        Fields fields = new Fields(sent, "", wrong);
        fields.name();
        switch (type) {
            case PORTAL -> PortalRules.check(fields, wrong);
            case GROUP -> group(fields);
            case CONTACT -> contact(fields);
            case SEGMENT -> {
                // A segment is its name.
            }
        }
        return wrong.isEmpty() ? read(type, sent) : new Checked.Wrong(List.copyOf(wrong));
    }

    private static void group(Fields fields) {
        fields.code("region");
        fields.code("supportLead");
        fields.codes("alsoAlerts", MOST_ALSO_ALERTS);
        fields.code("manager");
        fields.number("threshold");
        fields.whole("dailyCap", 1, 100_000);
    }

    private static void contact(Fields fields) {
        fields.email("email");
        fields.mobile("mobile");
        fields.language("language");
        fields.zone("timeZone");
        fields.text("title");
        fields.text("hours");
    }

    private static Checked read(EntryType type, JsonNode sent) {
        try {
            return new Checked.Ok(Json.MAPPER.treeToValue(sent, type.shape()));
        } catch (JsonProcessingException e) {
            return new Checked.Wrong(List.of(new Reason("", "is not a " + type.word() + " as it is documented")));
        }
    }

    static int mostAdmins() {
        return MOST_ADMINS;
    }
}
