package io.amends.dashboard.preferences.core;

import static io.amends.dashboard.preferences.core.FieldKind.HOURS;
import static io.amends.dashboard.preferences.core.FieldKind.NUMBER;
import static io.amends.dashboard.preferences.core.FieldKind.SPAN;
import static io.amends.dashboard.preferences.core.FieldKind.TEXT;
import static io.amends.dashboard.preferences.core.FieldKind.WORDS;
import static io.amends.dashboard.preferences.core.FieldKind.YES_NO;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.studio.core.FormFields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which fields of an entry are in its form, in their order, by the names that they have in the API. */
public final class EntryShape {
    /** What stands between a field's name and the name of its part. */
    public static final String PART = ".";

    private static final Map<String, FieldKind> POLICY = shape("lowUnanswered", TEXT, "highUnanswered", TEXT);

    private EntryShape() {}

    /** The fields of a type that a form has one by one. */
    public static Map<String, FieldKind> of(EntryType type) {
        return switch (type) {
            case GROUP -> GROUP;
            case CONTACT -> CONTACT;
            case SEGMENT -> SEGMENT;
            case REGION -> REGION;
            case CALENDAR -> CALENDAR;
            case PORTAL -> PORTAL;
            case SOURCE -> SOURCE;
            case CHANNEL -> CHANNEL;
        };
    }

    /**
     * The entry that a form makes of the one that was there before; what the form does not have stays.
     *
     * @param before as the API has it; empty for a new one
     */
    public static ObjectNode posted(EntryType type, ObjectNode before, FormFields form) {
        ObjectNode entry = FieldKind.over(before, of(type), name -> stripped(form.all(name)));
        if (type == EntryType.PORTAL) {
            ObjectNode policy = FieldKind.over(
                    before.path("contactPolicy") instanceof ObjectNode stored ? stored : before.objectNode(),
                    POLICY,
                    name -> stripped(form.all(POLICY_FIELD + PART + name)));
            entry.set(POLICY_FIELD, policy);
            entry.set(MEASURES, MeasureRows.posted(form));
        }
        return entry;
    }

    /** The portal's field whose parts say what a blank contact choice means. */
    public static final String POLICY_FIELD = "contactPolicy";

    /** The portal's field of its measures. */
    public static final String MEASURES = "measures";

    private static List<String> stripped(List<String> typed) {
        return typed.stream().map(String::strip).toList();
    }

    private static final Map<String, FieldKind> GROUP = shape(
            "name",
            TEXT,
            "region",
            TEXT,
            "supportLead",
            TEXT,
            "alsoAlerts",
            WORDS,
            "manager",
            TEXT,
            "threshold",
            NUMBER,
            "dailyCap",
            NUMBER);
    private static final Map<String, FieldKind> CONTACT = shape(
            "name",
            TEXT,
            "email",
            TEXT,
            "mobile",
            TEXT,
            "language",
            TEXT,
            "timeZone",
            TEXT,
            "title",
            TEXT,
            "hours",
            TEXT,
            "channels",
            WORDS,
            "quietHours",
            SPAN);
    private static final Map<String, FieldKind> SEGMENT = shape("name", TEXT);
    private static final Map<String, FieldKind> REGION =
            shape("name", TEXT, "timeZone", TEXT, "calendar", TEXT, "channel", TEXT);
    private static final Map<String, FieldKind> CALENDAR =
            shape("name", TEXT, "country", TEXT, "hours", HOURS, "holidays", WORDS, "workdays", WORDS);
    // The rest of a source is a page of its own.
    private static final Map<String, FieldKind> SOURCE = shape("name", TEXT, "vendor", TEXT, "active", YES_NO);
    private static final Map<String, FieldKind> CHANNEL = shape(
            "name", TEXT, "kind", TEXT, "url", TEXT, "events", WORDS, "groups", WORDS, "regions", WORDS, "active",
            YES_NO);
    private static final Map<String, FieldKind> PORTAL = shape(
            "name",
            TEXT,
            "timeZone",
            TEXT,
            "language",
            TEXT,
            "alertTime",
            TEXT,
            "sms",
            YES_NO,
            "weekendAlerts",
            YES_NO,
            "immediateOnYes",
            YES_NO,
            "quietHours",
            SPAN,
            "immediateInQuietHours",
            YES_NO,
            "lateDigest",
            TEXT,
            "lateDays",
            NUMBER,
            "admins",
            WORDS,
            "overall",
            TEXT,
            "serviceRecoveryThreshold",
            NUMBER,
            "segmentRequired",
            YES_NO,
            "ticketUrlPrefix",
            TEXT,
            "duplicateWindowDays",
            NUMBER);

    private static Map<String, FieldKind> shape(Object... namesAndKinds) {
        Map<String, FieldKind> shape = new LinkedHashMap<>();
        for (int i = 0; i < namesAndKinds.length; i += 2) {
            shape.put((String) namesAndKinds[i], (FieldKind) namesAndKinds[i + 1]);
        }
        return Collections.unmodifiableMap(shape);
    }
}
