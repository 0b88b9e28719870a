package io.amends.local.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people send who mean no good, or whose program is broken. */
final class Hostile {
    /** The values as they stand in an address. */
    static final List<String> VALUES = List.of(
            "%00",
            "a%00b",
            "%zz",
            "%",
            "%E0%A4%A",
            "%ff",
            "%ED%A0%80",
            "%ED%B0%80",
            "%C0%80",
            "%F0%9F%98%80",
            "%e2%80%ae",
            "..",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "%2F",
            "%5C",
            "%0d%0aSet-Cookie:%20a=b",
            "%27%20OR%201=1--",
            "%22%3E%3Cscript%3E",
            "%7Bx%7D",
            "$%7B7*7%7D",
            "-1",
            "0",
            "1e9",
            "10000000000",
            "99999999999999999999999999",
            "NaN",
            "true",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31",
            "9999-99-99",
            "x".repeat(300),
            "%F0%9F%98%80".repeat(200),
            "x".repeat(20_000),
            "null",
            "%20",
            "%25");

    private Hostile() {}

    /** A body and how it is called. */
    record Body(String type, byte[] bytes) {
        static Body json(String text) {
            return new Body("application/json", text.getBytes(StandardCharsets.UTF_8));
        }

        static Body form(String text) {
            return new Body("application/x-www-form-urlencoded", text.getBytes(StandardCharsets.UTF_8));
        }

        static Body multipart(String text) {
            return new Body("multipart/form-data; boundary=b", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Map<String, Body> bodies() {
        Map<String, Body> bodies = new LinkedHashMap<>();
        bodies.put("nothing", Body.json(""));
        bodies.put("no JSON", Body.json("{"));
        bodies.put("null", Body.json("null"));
        bodies.put("a number", Body.json("1e2147483648"));
        bodies.put("an array", Body.json("[]"));
        bodies.put("an array of nulls", Body.json("[null, 1, \"x\", [], {}]"));
        bodies.put("a text", Body.json("\"x\""));
        bodies.put("wrong types", Body.json(object("{\"x\": [1]}")));
        bodies.put("a huge exponent", Body.json(object("1e2147483648")));
        bodies.put("a large exponent", Body.json(object("1e2000")));
        bodies.put("a small exponent", Body.json(object("1e-2147483648")));
        bodies.put(
                "a rule with a huge exponent",
                Body.json("{\"rules\": [{\"name\": \"n\", \"when\": {\"overall\": "
                        + "{\"lt\": 1e2147483648}}, \"then\": {\"kind\": \"service_recovery\"}}]}"));
        bodies.put("NUL", Body.json(object("\"a\\u0000b\"")));
        bodies.put("half a character", Body.json(object("\"\\ud800\"")));
        bodies.put("a far year", Body.json(object("\"-999999999-01-01T00:00:00Z\"")));
        bodies.put("a farther year", Body.json(object("\"+1000000000-12-31T23:59:59Z\"")));
        bodies.put("a name twice", Body.json("{\"a\": 1, \"a\": 2}"));
        bodies.put("deep", Body.json("[".repeat(5_000)));
        bodies.put("long", Body.json(object("\"" + "x".repeat(100_000) + "\"")));
        bodies.put("no UTF-8", new Body("application/json", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}));
        bodies.put("UTF-16", new Body("application/json", "{\"a\": 1}".getBytes(StandardCharsets.UTF_16)));
        bodies.put("no media type", new Body("x", "{}".getBytes(StandardCharsets.UTF_8)));
        bodies.put("an empty media type", new Body("", "{}".getBytes(StandardCharsets.UTF_8)));
        bodies.put(
                "an unknown charset",
                new Body("application/json; charset=nosuch", "{}".getBytes(StandardCharsets.UTF_8)));
        bodies.put("text", new Body("text/plain", "hello".getBytes(StandardCharsets.UTF_8)));
        bodies.put("XML", new Body("application/xml", "<a/>".getBytes(StandardCharsets.UTF_8)));
        bodies.put("a form", Body.form("a=%zz&text=%zz&%zz=1"));
        bodies.put("a form with NUL", Body.form("text=a%00b&author=%00&response=%00&do=%00"));
        bodies.put("a form of no UTF-8", Body.form("text=%ff&author=%ff&response=%ED%A0%80"));
        bodies.put("a form of many fields", Body.form("a=1&".repeat(20_000)));
        bodies.put("a form without names", Body.form("=&=&&&==="));
        bodies.put(
                "a broken multipart", Body.multipart("--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nx"));
        bodies.put("a multipart without a frame", Body.multipart("hello"));
        bodies.put("a multipart with a broken head", Body.multipart("--b\r\nContent-Disposition\r\n\r\nx\r\n--b--"));
        bodies.put(
                "a multipart without a boundary",
                new Body("multipart/form-data", "--b\r\n".getBytes(StandardCharsets.UTF_8)));
        return bodies;
    }

    // Names that some route reads, each with the same value.
    private static String object(String value) {
        return List.of(
                        "at",
                        "from",
                        "to",
                        "name",
                        "timeZone",
                        "serviceRecoveryThreshold",
                        "min",
                        "max",
                        "threshold",
                        "email",
                        "supportLead",
                        "responseId",
                        "cpc",
                        "portal",
                        "ticketId",
                        "submittedAt",
                        "updatedAt",
                        "comment",
                        "overall",
                        "csat",
                        "reason",
                        "rules",
                        "author",
                        "text",
                        "notedAt",
                        "rootCause",
                        "outcome",
                        "confirm",
                        "sendFollowUp",
                        "includeLate",
                        "supportGroup",
                        "customer",
                        "agent",
                        "tags")
                .stream()
                .map(field -> "\"" + field + "\": " + value)
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
