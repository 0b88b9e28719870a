package io.amends.contracts.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.Calendar.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRulesTest {

    @ParameterizedTest(name = "F6: {0} {1} is wrong at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PORTAL | {} | /name",
                "PORTAL | {\"name\": \" \"} | /name",
                "PORTAL | {\"name\": 7} | /name",
                "PORTAL | {\"name\": \"a\\u0007\"} | /name",
                "PORTAL | {\"name\": \"A\", \"timeZone\": \"Mars/Base\"} | /timeZone",
                "PORTAL | {\"name\": \"A\", \"alertTime\": \"9\"} | /alertTime",
                "PORTAL | {\"name\": \"A\", \"sms\": \"yes\"} | /sms",
                "PORTAL | {\"name\": \"A\", \"weekendAlerts\": \"yes\"} | /weekendAlerts",
                "PORTAL | {\"name\": \"A\", \"immediateOnYes\": 1} | /immediateOnYes",
                "PORTAL | {\"name\": \"A\", \"quietHours\": \"NONE\"} | /quietHours",
                "PORTAL | {\"name\": \"A\", \"quietHours\": {\"from\": \"20:00\"}} | /quietHours",
                "PORTAL | {\"name\": \"A\", \"quietHours\": {\"from\": \"8\", \"to\": \"20:00\"}} | /quietHours",
                "PORTAL | {\"name\": \"A\", \"quietHours\": {\"from\": \"20:00\", \"to\": \"20:00\"}} | /quietHours/to",
                "CONTACT | {\"name\": \"C\", \"quietHours\": \"NEVER\"} | /quietHours",
                "CONTACT | {\"name\": \"C\", \"quietHours\": {\"from\": \"20:00\", \"to\": \"24:00\"}} | /quietHours",
                "PORTAL | {\"name\": \"A\", \"ticketUrlPrefix\": \"javascript:alert(1)\"} | /ticketUrlPrefix",
                "PORTAL | {\"name\": \"A\", \"duplicateWindowDays\": 1.5} | /duplicateWindowDays",
                "PORTAL | {\"name\": \"A\", \"lateDigest\": \"LATER\"} | /lateDigest",
                "PORTAL | {\"name\": \"A\", \"contactPolicy\": {\"lowUnanswered\": \"MAYBE\"}} |"
                        + " /contactPolicy/lowUnanswered",
                "PORTAL | {\"name\": \"A\", \"measures\": {\"csat\": {\"kind\": \"csat\", \"min\": 5, \"max\": 1}}} |"
                        + " /measures/csat/max",
                "PORTAL | {\"name\": \"A\", \"measures\": {\"csat\": {\"kind\": \"csat\", \"min\": 1}}} |"
                        + " /measures/csat/max",
                "GROUP | {\"name\": \"G\", \"alsoAlerts\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\"]} | /alsoAlerts",
                "GROUP | {\"name\": \"G\", \"alsoAlerts\": [\"a b\"]} | /alsoAlerts/0",
                "GROUP | {\"name\": \"G\", \"threshold\": \"2\"} | /threshold",
                "GROUP | {\"name\": \"G\", \"dailyCap\": -1} | /dailyCap",
                "PORTAL | {\"name\": \"A\", \"alertTime\": \"24:00\"} | /alertTime",
                "PORTAL | {\"name\": \"A\", \"serviceRecoveryThreshold\": 1e40} | /serviceRecoveryThreshold",
                "PORTAL | {\"name\": \"A\", \"measures\": {\"csat\": {\"kind\": \"csat\", \"min\": 1e999999999,"
                        + " \"max\": 2e999999999}}} | /measures/csat/min",
                "PORTAL | {\"name\": \"A\", \"measures\": {\"csat\": null}} | /measures/csat",
                "PORTAL | {\"serviceRecoveryThreshold\": 1e2000} | /name",
                "PORTAL | {\"serviceRecoveryThreshold\": 1e2000} | /serviceRecoveryThreshold",
                "GROUP | {\"name\": \"G\\ud800\"} | /name",
                "CONTACT | {\"name\": \"C\", \"email\": \"a@b.c\\r\\nBcc: x@y.z\"} | /email",
                "CONTACT | {\"name\": \"C\", \"mobile\": \"0301234567\"} | /mobile",
                "CONTACT | {\"name\": \"C\", \"language\": \"!\"} | /language",
                "CONTACT | {\"name\": \"C\", \"channels\": \"EMAIL\"} | /channels",
                "CONTACT | {\"name\": \"C\", \"channels\": [\"SMS\", \"FAX\"]} | /channels/1",
                "CONTACT | {\"name\": \"C\", \"channels\": [\"SMS\", \"SMS\", \"SMS\"]} | /channels",
                "REGION | {\"name\": \"R\", \"timeZone\": \"Mars/Base\"} | /timeZone",
                "REGION | {\"name\": \"R\", \"calendar\": \"a b\"} | /calendar",
                "REGION | {\"name\": \"R\", \"channel\": 7} | /channel",
                "CALENDAR | {\"name\": \"C\", \"country\": \"de by\"} | /country",
                "CALENDAR | {\"name\": \"C\", \"holidays\": \"2026-12-24\"} | /holidays",
                "CALENDAR | {\"name\": \"C\", \"holidays\": [\"2026-12-24\", \"2026-02-30\"]} | /holidays/1",
                "CALENDAR | {\"name\": \"C\", \"workdays\": [\"24.12.2026\"]} | /workdays/0",
                "CALENDAR | {\"name\": \"C\", \"hours\": []} | /hours",
                "CALENDAR | {\"name\": \"C\", \"hours\": {}} | /hours",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"MON\": [], \"TUE\": null}} | /hours",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"MONDAY\": [[\"09:00\", \"17:00\"]]}} | /hours",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"MON\": \"09:00\"}} | /hours/MON",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"MON\": [[\"9:00\", \"17:00\"]]}} | /hours/MON/0",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"MON\": [[\"09:00\", \"24:00\"]]}} | /hours/MON/0",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"MON\": [[\"09:00\"]]}} | /hours/MON/0",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"MON\": [[\"09:00\", \"10:00\", \"11:00\"]]}} |"
                        + " /hours/MON/0",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"MON\": [[\"09:00\", \"09:00\"]]}} | /hours/MON/0",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"MON\": [[\"09:00\", \"12:00\"], [\"11:59\", \"17:00\"]]}}"
                        + " | /hours/MON/1",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"MON\": [[\"17:00\", \"09:00\"]], \"TUE\": [[\"08:59\","
                        + " \"10:00\"]]}} | /hours/TUE/0",
                "CALENDAR | {\"name\": \"C\", \"hours\": {\"SUN\": [[\"22:00\", \"06:00\"]], \"MON\": [[\"05:00\","
                        + " \"10:00\"]]}} | /hours/MON/0",
                "SOURCE | {\"name\": \"S\"} | /vendor",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"GOOGLE\"} | /vendor",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mappingVersion\": 0} | /mappingVersion",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"active\": \"yes\"} | /active",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"defaults\": {\"supportGroup\": \"a b\"}} |"
                        + " /defaults/supportGroup",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"defaults\": {\"header\": \"a b\"}} |"
                        + " /defaults/header",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"api\": {\"baseUrl\": \"file:///etc\"}} |"
                        + " /api/baseUrl",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": []} | /mapping",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"comment\": \"text\"}} |"
                        + " /mapping/comment",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"comment\": \"/a~2\"}} |"
                        + " /mapping/comment",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"comment\": 7}} | /mapping/comment",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"comment\": {}}} | /mapping/comment",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"comment\": {\"at\": \"/a\","
                        + " \"answer\": \"q\"}}} | /mapping/comment/answer",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"comment\": {\"at\": \"/a\","
                        + " \"format\": \"ISO\"}}} | /mapping/comment/format",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"submittedAt\": {\"at\": \"/a\","
                        + " \"format\": \"qqqqqqq\"}}} | /mapping/submittedAt/format",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"submittedAt\": {\"at\": \"/a\","
                        + " \"zone\": \"Mars/Base\"}}} | /mapping/submittedAt/zone",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"comment\": {\"at\": \"/a\","
                        + " \"values\": []}}} | /mapping/comment/values",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"comment\": {\"at\": \"/a\","
                        + " \"values\": {\"a/b\": {}}}}} | /mapping/comment/values/a~1b",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"comment\": {\"default\": {}}}} |"
                        + " /mapping/comment/default",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"tags\": {\"default\": [1]}}} |"
                        + " /mapping/tags/default",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"measures\": {\"a b\": \"/x\"}}} |"
                        + " /mapping/measures",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"measures\": {\"csat\": \"x\"}}} |"
                        + " /mapping/measures/csat",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"properties\": {\"\": \"/x\"}}} |"
                        + " /mapping/properties",
                "SEGMENT | [] | ``"
            })
    void wrong(EntryType type, String json, String pointer) throws JsonProcessingException {
        assertThat(reasons(type, json)).extracting(Reason::pointer).contains(pointer);
        assertThat(EntryRules.check(type, Json.MAPPER.readTree(json)).readable())
                .isEmpty();
    }

    @ParameterizedTest(name = "F6: {0} {1} is not taken because of {2}, and read where it is stored")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PORTAL | {\"name\": \"A\", \"timeZone\": \"UTC+2\"} | /timeZone",
                "PORTAL | {\"name\": \"A\", \"measures\": {\"nps\": {\"kind\": \"nps\", \"min\": 0, \"max\": 10}}} |"
                        + " /overall",
                "PORTAL | {\"name\": \"A\", \"overall\": \"stars\"} | /overall",
                "PORTAL | {\"name\": \"A\", \"overall\": \"fcr\"} | /overall",
                "PORTAL | {\"name\": \"A\", \"ticketUrlPrefix\": \"https://a.example/\\u0001\"} | /ticketUrlPrefix",
                "PORTAL | {\"name\": \"A\", \"language\": \"en-x-abcdefgh-abcdefgh-abcdefgh-abcdefgh\"} | /language",
                "CONTACT | {\"name\": \"\\u200B\"} | /name",
                "CONTACT | {\"name\": \"C\", \"email\": \"alex\"} | /email",
                "CONTACT | {\"name\": \"C\", \"email\": \"jürgen@example.com\"} | /email",
                "CONTACT | {\"name\": \"C\", \"timeZone\": \"+02:00\"} | /timeZone",
                "REGION | {\"name\": \"R\", \"timeZone\": \"+02:00\"} | /timeZone",
                "CALENDAR | {\"name\": \"C\", \"country\": \"atlantis\"} | /country",
                "CALENDAR | {\"name\": \"C\", \"country\": \"de-zz\"} | /country",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"coment\": \"/a\"}} |"
                        + " /mapping/coment",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"comment\": {\"at\": \"/a\","
                        + " \"vaules\": {}}}} | /mapping/comment/vaules",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"QUALTRICS\", \"api\": {\"baseUrl\":"
                        + " \"https://a:b@api.example.com\"}} | /api/baseUrl",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"QUALTRICS\", \"api\": {\"baseUrl\":"
                        + " \"https://api.example.com:22\"}} | /api/baseUrl",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"QUALTRICS\", \"api\": {\"baseUrl\":"
                        + " \"https://api.example.com:99999\"}} | /api/baseUrl",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"QUALTRICS\", \"api\": {\"baseUrl\":"
                        + " \"https://api.example.com/v3?x=\"}} | /api/baseUrl",
                "SOURCE | {\"name\": \"S\", \"vendor\": \"QUALTRICS\", \"api\": {\"baseUrl\":"
                        + " \"https://api.example.com/#\"}} | /api/baseUrl",
                "SOURCE | `{\"name\": \"S\", \"vendor\": \"QUALTRICS\", \"api\": {\"baseUrl\": \"https://a_b|c\"}}` |"
                        + " /api/baseUrl",
                "CHANNEL | {\"name\": \"C\", \"kind\": \"WEBHOOK\", \"url\": \"https://a:b@c.example\"} | /url",
                "CHANNEL | {\"name\": \"C\", \"kind\": \"WEBHOOK\", \"url\": \"https:///hook\"} | /url",
                "CHANNEL | {\"name\": \"C\", \"kind\": \"WEBHOOK\", \"url\": \"https://c.example/%zz\"} | /url"
            })
    void outdated(EntryType type, String json, String pointer) throws JsonProcessingException {
        assertThat(reasons(type, json)).extracting(Reason::pointer).containsExactly(pointer);
        Record entry =
                EntryRules.check(type, Json.MAPPER.readTree(json)).readable().orElseThrow();
        assertThat(EntryRules.read(type, Json.write(entry)).readable()).contains(entry);
    }

    @Test
    @DisplayName("F6: a portal has at most a hundred measures; one that had more stays readable")
    void manyMeasures() throws JsonProcessingException {
        String measures = IntStream.range(0, 101)
                .mapToObj(i -> "\"m" + i + "\":{\"kind\":\"star\",\"min\":1,\"max\":5}")
                .collect(Collectors.joining(","));
        String json = "{\"name\":\"A\",\"overall\":\"m0\",\"measures\":{" + measures + "}}";
        assertThat(reasons(EntryType.PORTAL, json)).extracting(Reason::pointer).containsExactly("/measures");
        assertThat(EntryRules.check(EntryType.PORTAL, Json.MAPPER.readTree(json))
                        .readable())
                .isPresent();
    }

    @Test
    @DisplayName("F6: a zone's short name is stored as its place, and the answer says so; seconds of an alert time go")
    void oneForm() throws JsonProcessingException {
        String json = "{\"name\": \"A\", \"timeZone\": \"EST\", \"alertTime\": \"09:30:15\"}";
        EntryRules.Checked.Ok ok =
                (EntryRules.Checked.Ok) EntryRules.check(EntryType.PORTAL, Json.MAPPER.readTree(json));
        assertThat(((Portal) ok.entry()).timeZone()).isEqualTo(ZoneId.of("America/Panama"));
        assertThat(((Portal) ok.entry()).alertTime()).isEqualTo(LocalTime.of(9, 30));
        assertThat(ok.warnings()).containsExactly(new Reason("/timeZone", "EST is taken as America/Panama"));
    }

    @Test
    @DisplayName("F6: the record of another portal or code is none, neither is a key of another form")
    void keys() throws JsonProcessingException {
        assertThat(EntryKey.of("acme/group/NET")).contains(new EntryKey("acme", "group", "NET"));
        assertThat(EntryKey.of("acme/festival/de/by")).isPresent();
        for (String none : List.of("", "acme", "acme/group", "acme/group/a b", "a b/group/NET", "acme/portal/other")) {
            assertThat(EntryKey.of(none)).as(none).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "F6: what the documentation shows is taken, unknown fields are ignored, absent ones take their defaults")
    void taken() throws JsonProcessingException {
        Portal portal = (Portal) ok(EntryType.PORTAL, "{\"name\": \"Acme\", \"colour\": \"blue\"}");
        assertThat(portal.overall()).isEqualTo("csat");
        assertThat(portal.duplicateWindowDays()).isEqualTo(30);
        Group group = (Group) ok(
                EntryType.GROUP,
                "{\"name\": \"G\", \"alsoAlerts\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"], \"threshold\": 2.5,"
                        + " \"manager\": null}");
        assertThat(group.alsoAlerts()).hasSize(6);
        ok(EntryType.CONTACT, "{\"name\": \"Zoë\", \"email\": \"zoe@example.com\", \"mobile\": \"+495550101\"}");
        ok(EntryType.SEGMENT, "{\"name\": \"Enterprise\"}");
        Region region = (Region) ok(EntryType.REGION, "{\"name\": \"Europe\"}");
        assertThat(region).isEqualTo(new Region("Europe", null, null, null));
        Calendar calendar = (Calendar) ok(EntryType.CALENDAR, "{\"name\": \"Usual\", \"hours\": null}");
        assertThat(calendar.hours()).isEqualTo(Calendar.USUAL.hours());
        assertThat(calendar.holidays()).isEmpty();
    }

    @Test
    @DisplayName("A10: a source of JSON is told which fields its mapping must still fill; a vendor's preset fills them")
    void unfilled() throws JsonProcessingException {
        assertThat(warned("{\"name\": \"S\", \"vendor\": \"JSON\"}"))
                .containsExactly("/mapping/responseId", "/mapping/submittedAt", "/mapping/measures");
        assertThat(
                        warned(
                                "{\"name\": \"S\", \"vendor\": \"JSON\", \"mapping\": {\"responseId\": \"/id\","
                                        + " \"submittedAt\": {\"default\": \"2026-11-20T08:00:00Z\"}, \"measures\": {\"csat\": \"/s\"}}}"))
                .isEmpty();
        assertThat(warned("{\"name\": \"S\", \"vendor\": \"DELIGHTED\"}")).isEmpty();
    }

    private static List<String> warned(String json) throws JsonProcessingException {
        var checked = EntryRules.check(EntryType.SOURCE, Json.MAPPER.readTree(json));
        return ((EntryRules.Checked.Ok) checked)
                .warnings().stream().map(Reason::pointer).toList();
    }

    @Test
    @DisplayName("D12: the hours of a day come in order; spans may touch, go over midnight, and last a whole day")
    void hours() throws JsonProcessingException {
        Calendar calendar = (Calendar)
                ok(
                        EntryType.CALENDAR,
                        """
                        {"name": "C", "hours": {
                          "MON": [["13:00", "17:00"], ["09:00", "13:00"]], "FRI": [["00:00", "00:00"]],
                          "SAT": [["00:00", "06:00"], ["22:00", "06:00"]], "SUN": [["06:00", "07:00"], ["22:00", "09:00"]]}}
                        """);
        assertThat(calendar.on(DayOfWeek.MONDAY))
                .extracting(Span::from)
                .containsExactly(LocalTime.of(9, 0), LocalTime.of(13, 0));
        assertThat(calendar.on(DayOfWeek.FRIDAY)).allMatch(Span::overMidnight);
        assertThat(calendar.on(DayOfWeek.TUESDAY)).isEmpty();
    }

    @Test
    @DisplayName("D12: the code of public holidays is stored in small letters, and the answer says so")
    void holidayCodes() throws JsonProcessingException {
        EntryRules.Checked.Ok ok = (EntryRules.Checked.Ok)
                EntryRules.check(EntryType.CALENDAR, Json.MAPPER.readTree("{\"name\": \"C\", \"country\": \"DE-BY\"}"));
        assertThat(((Calendar) ok.entry()).country()).isEqualTo("de-by");
        assertThat(ok.warnings()).containsExactly(new Reason("/country", "DE-BY is taken as de-by"));
    }

    @ParameterizedTest(name = "F6: {0} is no code")
    @ValueSource(strings = {"", "a b", "a/b", "ä", ".", "..", "x\n"})
    void codes(String text) {
        assertThat(EntryRules.isCode(text)).isFalse();
        assertThat(EntryRules.isCode("EMEA-NET_1.a")).isTrue();
    }

    private static Record ok(EntryType type, String json) throws JsonProcessingException {
        var checked = EntryRules.check(type, Json.MAPPER.readTree(json));
        assertThat(checked).isInstanceOf(EntryRules.Checked.Ok.class);
        return ((EntryRules.Checked.Ok) checked).entry();
    }

    private static List<Reason> reasons(EntryType type, String json) throws JsonProcessingException {
        EntryRules.Checked checked = EntryRules.check(type, Json.MAPPER.readTree(json));
        if (checked instanceof EntryRules.Checked.Outdated outdated) {
            return outdated.reasons();
        }
        return ((EntryRules.Checked.Wrong) checked).reasons();
    }
}
