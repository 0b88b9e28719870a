package io.amends.contracts.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** JSON that looks like directory entries: their fields, with values that are right, odd or hostile. */
final class AnyEntry {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Arbitrary<String> NAMES = Arbitraries.of(
            "name",
            "timeZone",
            "language",
            "alertTime",
            "sms",
            "weekendAlerts",
            "immediateOnYes",
            "quietHours",
            "immediateInQuietHours",
            "from",
            "to",
            "overall",
            "serviceRecoveryThreshold",
            "measures",
            "contactPolicy",
            "segmentRequired",
            "ticketUrlPrefix",
            "duplicateWindowDays",
            "lateDigest",
            "lateDays",
            "admins",
            "region",
            "supportLead",
            "alsoAlerts",
            "manager",
            "threshold",
            "dailyCap",
            "email",
            "mobile",
            "title",
            "hours",
            "channels",
            "lowUnanswered",
            "highUnanswered",
            "csat",
            "nps",
            "country",
            "holidays",
            "workdays",
            "calendar",
            "channel",
            "MON",
            "SUN",
            "vendor",
            "url",
            "events",
            "regions",
            "groups",
            "mapping",
            "mappingVersion",
            "defaults",
            "api",
            "baseUrl",
            "active",
            "supportGroup",
            "header",
            "responseId",
            "submittedAt",
            "properties",
            "at",
            "answer",
            "values",
            "format",
            "zone",
            "default",
            "kind",
            "min",
            "max",
            "later",
            "a/b~c",
            "\u0000",
            "\ud800");
    private static final Arbitrary<JsonNode> TEXTS = Arbitraries.of(
                    "A",
                    "",
                    " ",
                    "Europe/Berlin",
                    "EST",
                    "UTC+2",
                    "Etc/GMT-2",
                    "Mars/Base",
                    "09:00",
                    "09:30:15",
                    "24:00",
                    "22:00",
                    "00:00",
                    "2026-12-24",
                    "2026-02-30",
                    "de",
                    "DE-by",
                    "xx",
                    "en",
                    "pt-BR",
                    "!",
                    "NEXT",
                    "NEVER",
                    "ALLOWED",
                    "NONE",
                    "c-1",
                    "a b",
                    ".",
                    "alex@example.com",
                    "a@müller.example",
                    "dot..dot@example.com",
                    "a@\ufffd",
                    "+495550101",
                    "https://a.example/",
                    "https://a.example/\u0001",
                    "javascript:x",
                    "\u0000",
                    "\ud800",
                    "csat",
                    "fcr",
                    "EMAIL",
                    "SMS",
                    "star",
                    "TYPEFORM",
                    "WEBHOOK",
                    "SLACK",
                    "FLAGGED",
                    "https://a.example/hook",
                    "/data/score",
                    "/a~2",
                    "EPOCH_SECONDS",
                    "yyyy-MM-dd HH:mm:ss",
                    "x".repeat(201),
                    "en-" + "abcdefgh-".repeat(40) + "abc")
            .map(JSON::textNode);
    private static final Arbitrary<JsonNode> NUMBERS = Arbitraries.of(
                    "0",
                    "1",
                    "-1",
                    "5",
                    "2.50",
                    "1e1",
                    "1e39",
                    "1e40",
                    "1e-40",
                    "1e41",
                    "1e2000",
                    "-1e2147483647",
                    "1e-2000",
                    "30",
                    "3651",
                    "12345678901234567890")
            .map(number -> JSON.numberNode(new BigDecimal(number)));
    private static final Arbitrary<JsonNode> PLAIN = Arbitraries.oneOf(
            TEXTS, NUMBERS, Arbitraries.of(JSON.booleanNode(true), JSON.booleanNode(false), JSON.nullNode()));

    private AnyEntry() {}

    /** Any JSON, most of it objects with the fields of entries. */
    static Arbitrary<JsonNode> json() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, PLAIN),
                net.jqwik.api.Tuple.of(9, Arbitraries.recursive(() -> PLAIN, AnyEntry::holding, 1, 3)));
    }

    private static Arbitrary<JsonNode> holding(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> value = Arbitraries.oneOf(PLAIN, inner);
        return Arbitraries.oneOf(
                Arbitraries.maps(NAMES, value).ofMaxSize(12).map(AnyEntry::object),
                Arbitraries.maps(NAMES, value).ofMaxSize(5).map(fields -> object(fields)
                        .<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy()
                        .put("name", "A")),
                value.list().ofMaxSize(4).map(items -> JSON.arrayNode().addAll(items)));
    }

    private static JsonNode object(Map<String, JsonNode> fields) {
        return JSON.objectNode().setAll(fields);
    }
}
