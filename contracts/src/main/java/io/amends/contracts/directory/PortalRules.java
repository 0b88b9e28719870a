package io.amends.contracts.directory;

import io.amends.contracts.StorableJson;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is right for a portal's preferences: its measures are scales, and its overall rating is one of them. */
final class PortalRules {
    private static final List<String> KINDS = List.of("star", "csat", "nps", "ces", "fcr", "scalar");
    private static final List<String> SCORED_BY_DEFAULT = List.of("csat", "nps");

    private PortalRules() {}

    static void check(EntryFields portal) {
        portal.zone("timeZone");
        portal.language("language");
        portal.time("alertTime");
        portal.yesNo("sms");
        portal.yesNo("weekendAlerts");
        portal.yesNo("immediateOnYes");
        portal.quietHours("quietHours", false);
        portal.yesNo("immediateInQuietHours");
        portal.code("overall");
        portal.number("serviceRecoveryThreshold");
        portal.yesNo("segmentRequired");
        portal.webAddress("ticketUrlPrefix");
        portal.whole("duplicateWindowDays", 0, EntryLimits.DAYS);
        portal.oneOf("lateDigest", List.of("NEXT", "NEVER"));
        portal.whole("lateDays", 0, EntryLimits.DAYS);
        portal.codes("admins", EntryLimits.ADMINS);
        EntryFields policy = portal.object("contactPolicy");
        if (policy != null) {
            policy.oneOf("lowUnanswered", List.of("ALLOWED", "FORBIDDEN"));
            policy.oneOf("highUnanswered", List.of("NONE", "OPPORTUNITY"));
        }
        EntryFields measures = portal.object("measures");
        if (measures != null) {
            measures(portal, measures);
        }
        overall(portal, measures);
    }

    private static void measures(EntryFields portal, EntryFields measures) {
        if (measures.names().size() > EntryLimits.MEASURES) {
            portal.outdated("measures", "must be at most " + EntryLimits.MEASURES + " measures");
        }
        for (String name : measures.names()) {
            if (EntryRules.isCode(name)) {
                measure(name, measures);
            } else {
                portal.wrong("measures", "must be an object whose names are codes");
            }
        }
    }

    // It was not checked where the measures are the usual ones, and portals are stored with those filled in.
    private static void overall(EntryFields portal, @Nullable EntryFields measures) {
        String overall = portal.word("overall", "csat");
        boolean scored = measures == null
                ? SCORED_BY_DEFAULT.contains(overall)
                : measures.value(overall).isObject()
                        && !"fcr".equals(measures.value(overall).path("kind").textValue());
        if (!scored) {
            portal.outdated("overall", "must be one of the measures, and a score, which fcr is not");
        }
    }

    private static void measure(String name, EntryFields measures) {
        EntryFields measure = measures.given(name) ? measures.object(name) : null;
        if (measure == null) {
            measures.wrong(name, "must be an object");
            return;
        }
        if (!measure.given("kind")) {
            measure.wrong("kind", "must be one of " + String.join(", ", KINDS));
        }
        measure.oneOf("kind", KINDS);
        measure.number("min");
        measure.number("max");
        if (!"fcr".equals(measure.word("kind", ""))) {
            scale(measure);
        }
    }

    private static void scale(EntryFields measure) {
        for (String end : List.of("min", "max")) {
            if (!measure.given(end)) {
                measure.wrong(end, "must be given: every measure but fcr has its own scale");
            }
        }
        BigDecimal min = measure.value("min").decimalValue();
        BigDecimal max = measure.value("max").decimalValue();
        // Numbers of very different lengths take very long to compare; those are refused already.
        if (StorableJson.fault(min) == null
                && StorableJson.fault(max) == null
                && measure.value("min").isNumber()
                && measure.value("max").isNumber()
                && min.compareTo(max) >= 0) {
            measure.wrong("max", "must be greater than min");
        }
    }
}
