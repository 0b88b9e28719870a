package io.amends.dashboard.directory.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Reason;
import java.math.BigDecimal;
import java.util.List;

/** What is right for a portal's preferences: its measures are scales, and its overall rating is one of them. */
final class PortalRules {
    private static final List<String> KINDS = List.of("star", "csat", "nps", "ces", "fcr", "scalar");

    private PortalRules() {}

    static void check(Fields portal, List<Reason> wrong) {
        portal.zone("timeZone");
        portal.language("language");
        portal.time("alertTime");
        portal.yesNo("weekendAlerts");
        portal.code("overall");
        portal.number("serviceRecoveryThreshold");
        portal.yesNo("segmentRequired");
        portal.webAddress("ticketUrlPrefix");
        portal.whole("duplicateWindowDays", 0, 3650);
        portal.oneOf("lateDigest", List.of("NEXT", "NEVER"));
        portal.whole("lateDays", 0, 3650);
        portal.codes("admins", EntryRules.mostAdmins());
        JsonNode policy = portal.object("contactPolicy");
        if (policy != null) {
            Fields choices = new Fields(policy, "/contactPolicy", wrong);
            choices.oneOf("lowUnanswered", List.of("ALLOWED", "FORBIDDEN"));
            choices.oneOf("highUnanswered", List.of("NONE", "OPPORTUNITY"));
        }
        JsonNode measures = portal.object("measures");
        if (measures != null) {
            measures.properties().forEach(m -> measure(m.getKey(), m.getValue(), portal, wrong));
            String overall = portal.code("overall");
            overallIsDeclared(overall == null ? "csat" : overall, measures, portal);
        }
    }

    private static void measure(String name, JsonNode measure, Fields portal, List<Reason> wrong) {
        String at = "measures/" + name;
        if (!Fields.isCode(name)) {
            portal.wrong("measures", "an object whose names are codes");
            return;
        }
        if (!measure.isObject()) {
            portal.wrong(at, "an object");
            return;
        }
        Fields fields = new Fields(measure, "/" + at, wrong);
        if (!fields.given("kind")) {
            fields.wrong("kind", "one of " + String.join(", ", KINDS));
        }
        fields.oneOf("kind", KINDS);
        fields.number("min");
        fields.number("max");
        if (!"fcr".equals(measure.path("kind").asText())) {
            scale(measure, fields);
        }
    }

    private static void scale(JsonNode measure, Fields fields) {
        for (String end : List.of("min", "max")) {
            if (!fields.given(end)) {
                fields.wrong(end, "given: every measure but fcr has its own scale");
            }
        }
        if (measure.path("min").isNumber() && measure.path("max").isNumber()) {
            BigDecimal min = measure.path("min").decimalValue();
            if (min.compareTo(measure.path("max").decimalValue()) >= 0) {
                fields.wrong("max", "greater than min");
            }
        }
    }

    private static void overallIsDeclared(String overall, JsonNode measures, Fields portal) {
        JsonNode declared = measures.path(overall);
        if (!declared.isObject()) {
            portal.wrong("overall", "one of the measures");
        } else if ("fcr".equals(declared.path("kind").asText())) {
            portal.wrong("overall", "a scored measure, not fcr");
        }
    }
}
