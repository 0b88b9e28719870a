package io.amends.rules.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.language.RuleSet;
import io.amends.rules.matching.Facts;
import io.amends.rules.matching.Matcher;
import io.amends.rules.matching.RandomRules;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.matching.Wanted;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedReaderTest {
    static final RuleBook EVERYTHING = wanting(Wanted.ALL);

    @Test
    @DisplayName("Every event of the recorder is read as databind reads it, and its response's bytes are found")
    void golden() throws Exception {
        for (String type : EventTypes.ofResponses()) {
            byte[] data = Golden.bytes(type);

            RecordedEvent event = RecordedReader.read(data, portal -> EVERYTHING);

            assertThat(event.survey()).isEqualTo(Json.read(data, SurveyRecorded.class));
            assertThat(Json.MAPPER.readTree(data, event.from(), event.to() - event.from()))
                    .isEqualTo(Golden.of(type).get("response"));
        }
    }

    @Test
    @DisplayName("Any event that the recorder can write is read as databind reads it")
    void random() throws Exception {
        RandomEvents random = new RandomEvents(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] data = Json.event(random.event());

            RecordedEvent event = RecordedReader.read(data, portal -> EVERYTHING);

            assertThat(event.survey()).isEqualTo(Json.read(data, SurveyRecorded.class));
            assertThat(Json.read(slice(event), SurveyResponse.class))
                    .isEqualTo(event.survey().response());
        }
    }

    @Test
    @DisplayName("B9: what no rule asks for is not decoded; what decisions need always is")
    void onlyWanted() {
        byte[] data = Golden.bytes(EventTypes.SURVEY_RECORDED);

        SurveyResponse response = RecordedReader.read(data, portal -> wanting(Wanted.NOTHING))
                .survey()
                .response();

        assertThat(response.customer()).isNull();
        assertThat(response.comment()).isNull();
        assertThat(response.factors()).isEmpty();
        assertThat(response.properties()).isEmpty();
        assertThat(response.channel()).isNull();
        assertThat(response.ticketKey()).isEqualTo("acme:T-4711");
        assertThat(response.supportGroup()).isEqualTo("EMEA-NET");
        assertThat(response.measures()).containsOnlyKeys("csat", "nps", "fcr");
        assertThat(response.tags()).containsExactly("vip_customer");
    }

    @Test
    @DisplayName("B9: rules match the same on what they asked for as on the whole response")
    void enoughForRules() {
        RandomRules rules = new RandomRules(3);
        RandomEvents events = new RandomEvents(3);
        for (int i = 0; i < 300; i++) {
            RuleSet set = rules.rules(1 + i % 5);
            RuleBook book = RuleBook.of(1, set);
            byte[] data = Json.event(events.event());

            SurveyResponse whole =
                    RecordedReader.read(data, portal -> EVERYTHING).survey().response();
            SurveyResponse part =
                    RecordedReader.read(data, portal -> book).survey().response();

            assertThat(book.matching(facts(part))).isEqualTo(book.matching(facts(whole)));
        }
    }

    @Test
    @DisplayName("Fields in any order, unknown ones and white space are read; the portal's rules are asked once")
    void anyOrder() {
        String json =
                """
                { "more": {"a": [1, {"b": "ü"}]}, "response": {"submittedAt": "2026-11-20T08:55:00.5+01:00", "new": [],
                  "responseId": "r", "measures": {"csat": null}, "portal": "acme" , "tags": [null, "x"]} ,
                  "recordedAt": "2026-11-20T07:55:01Z", "state": "RECORDED", "responseId": "r", "portal": "acme"}""";

        RecordedEvent event = RecordedReader.read(json.getBytes(UTF_8), portal -> EVERYTHING);

        assertThat(event.survey().response().submittedAt()).isEqualTo("2026-11-20T07:55:00.500Z");
        assertThat(event.survey().response().tags()).containsExactly("x");
        assertThat(event.survey().response().measures()).isEmpty();
        assertThat(slice(event)).asString(UTF_8).startsWith("{\"submittedAt\"").endsWith("\"x\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "portal": "acme"               | "portal": null                     | /portal | is missing
                    "portal": "acme"               | "portal": 7                        | /portal | must be a text
                    "responseVersion": 1           | "responseVersion": "many"          | /responseVersion | whole number
                    "responseVersion": 1           | "responseVersion": 1.5             | /responseVersion | whole number
                    "responseVersion": 1           | "responseVersion": 99999999999999999999 | /responseVersion | too large
                    "state": "RECORDED"            | "state": "DONE"                    | /state | RECORDED, QUARANTINED, REPLACED
                    "state": "RECORDED"            | "states": "DONE"                   | /state | is missing
                    "wasRecorded": false           | "wasRecorded": "no"                | /wasRecorded | true or false
                    "reasons": []                  | "reasons": {}                      | /reasons | list
                    "reasons": []                  | "reasons": [{"pointer": "/x"}]     | /reasons/0/reason | is missing
                    "repaired": false              | "repaired": false, "repaired": false | /repaired | twice
                    "repaired": false              | "other": 1, "other": 2             | /other | twice
                    "recordedAt": "2026-11-20T07:55:01.204Z" | "recordedAt": "yesterday" | /recordedAt | RFC 3339
                    "recordedAt": "2026-11-20T07:55:01.204Z" | "recordedAt": 1763625301  | /recordedAt | must be a text
                    "submittedAt": "2026-11-20T07:55:00Z" | "submittedAt": "2026-11-20"  | /response/submittedAt | RFC 3339
                    "submittedAt": "2026-11-20T07:55:00Z" | "submitted": 1               | /response/submittedAt | is missing
                    "contactChoice": "YES"         | "contactChoice": 0                 | /response/contactChoice | must be a text
                    "csat": 1                      | "csat": "1"                        | /response/measures/csat | number, true or false
                    "csat": 1                      | "csat": 1e-999                     | /response/measures/csat | too fine
                    "csat": 1                      | "csat": 1, "csat": null            | /response/measures/csat | twice
                    "csat": 1                      | "csat": 01                         | /response/measures/csat | a number is not written
                    "orderId": "100928810"         | "orderId": 1e999                   | /response/properties/orderId | too large
                    "orderId": "100928810"         | "tier": "x"                        | /response/properties/tier | twice
                    "email": "kim@example.com"     | "email": 5                         | /response/customer/email | must be a text
                    "email": "kim@example.com"     | "name": ""                         | /response/customer/name | twice
                    "tags": ["vip_customer"]       | "tags": ["a", 5]                   | /response/tags/1 | must be a text
                    "tags": ["vip_customer"]       | "tags": "a"                        | /response/tags | list
                    "language": "de"               | "language": "\\uD8"                | /response/language | hex
                    "language": "de"               | "language": de                     | /response/language | is no value
                    """)
    @DisplayName("What cannot be read is refused with the place and what is wrong there, wanted or not")
    void refused(String sound, String broken, String pointer, String reason) {
        String json = new String(Golden.bytes(EventTypes.SURVEY_RECORDED), UTF_8);
        assertThat(json).contains(sound);
        byte[] data = json.replaceFirst(
                        java.util.regex.Pattern.quote(sound), java.util.regex.Matcher.quoteReplacement(broken))
                .getBytes(UTF_8);

        for (Wanted wanted : new Wanted[] {Wanted.ALL, Wanted.NOTHING}) {
            Unreadable error = refusal(data, wanted);
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.reason()).contains(pointer).contains(reason);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|is empty",
                "null|must be an object",
                "[]|must be an object",
                "{} {}|`/portal`",
                "{|ends too early",
                "{\"state\":\"RECORDED\"}|/portal"
            })
    @DisplayName("What is no object at all is refused as a whole")
    void noObject(String json, String reason) {
        assertThat(refusal(json.getBytes(UTF_8), Wanted.ALL).reason()).contains(reason.replace("`", ""));
    }

    @Test
    @DisplayName("Something behind the event and another character set are refused")
    void behind() {
        String json = new String(Golden.bytes(EventTypes.SURVEY_RECORDED), UTF_8);

        assertThat(refusal((json + "{}").getBytes(UTF_8), Wanted.ALL).reason()).contains("followed");
        assertThat(refusal(json.getBytes(UTF_16BE), Wanted.ALL).reason()).isNotBlank();
        byte[] latin = json.replace("Robin", "Röbin").getBytes(ISO_8859_1);
        assertThat(refusal(latin, Wanted.NOTHING).pointer()).isEqualTo("/response/agent/name");
    }

    private static Unreadable refusal(byte[] data, Wanted wanted) {
        return catchThrowableOfType(Unreadable.class, () -> RecordedReader.read(data, portal -> wanting(wanted)));
    }

    private static byte[] slice(RecordedEvent event) {
        return java.util.Arrays.copyOfRange(event.data(), event.from(), event.to());
    }

    private static Facts facts(SurveyResponse response) {
        return new Facts(response, response.score("csat"), BigDecimal.ONE, ZoneOffset.UTC);
    }

    static RuleBook wanting(Wanted wanted) {
        Matcher none = facts -> new int[0];
        return new RuleBook(1, RuleSet.EMPTY, none, wanted);
    }
}
