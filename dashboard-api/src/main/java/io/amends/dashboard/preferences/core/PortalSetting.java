package io.amends.dashboard.preferences.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The settings of a portal, in the order of its page, by the names that they have in the API. */
public enum PortalSetting {
    NAME("/name"),
    TIME_ZONE("/timeZone", true),
    LANGUAGE("/language"),
    ALERT_TIME("/alertTime"),
    SMS("/sms"),
    WEEKEND_ALERTS("/weekendAlerts"),
    IMMEDIATE_ON_YES("/immediateOnYes"),
    QUIET_HOURS("/quietHours"),
    IMMEDIATE_IN_QUIET_HOURS("/immediateInQuietHours"),
    LATE_DIGEST("/lateDigest"),
    LATE_DAYS("/lateDays"),
    ADMINS("/admins"),
    OVERALL("/overall", true),
    THRESHOLD("/serviceRecoveryThreshold", true),
    MEASURES("/measures", true),
    LOW_UNANSWERED("/contactPolicy/lowUnanswered", true),
    HIGH_UNANSWERED("/contactPolicy/highUnanswered", true),
    SEGMENT_REQUIRED("/segmentRequired"),
    TICKET_URL_PREFIX("/ticketUrlPrefix"),
    DUPLICATE_WINDOW("/duplicateWindowDays");

    private final String pointer;
    private final boolean wide;

    PortalSetting(String pointer) {
        this(pointer, false);
    }

    PortalSetting(String pointer, boolean wide) {
        this.pointer = pointer;
        this.wide = wide;
    }

    /** Its place in the portal's JSON. */
    public String pointer() {
        return pointer;
    }

    /** The name of its field in the form. */
    public String field() {
        return pointer.substring(1).replace("/", EntryShape.PART);
    }

    /** Whether it changes so much that it is shown once more before it is saved. */
    public boolean wide() {
        return wide;
    }

    /** The settings that differ between two portals, as the API has them. */
    public static List<PortalSetting> differing(ObjectNode before, ObjectNode after) {
        List<PortalSetting> differing = new ArrayList<>();
        for (PortalSetting setting : values()) {
            JsonNode was = before.at(setting.pointer);
            JsonNode is = after.at(setting.pointer);
            if (!setting.same(was, is)) {
                differing.add(setting);
            }
        }
        return differing;
    }

    // Numbers that are written differently are the same.
    private boolean same(JsonNode was, JsonNode is) {
        return this == MEASURES
                ? MeasureRows.of(was).equals(MeasureRows.of(is))
                : FieldKind.written(was).equals(FieldKind.written(is));
    }
}
