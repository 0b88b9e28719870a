package io.amends.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema of a submitted survey calls malformed, and what it leaves to quarantine (A5). */
class MalformedTest {

    @DisplayName("A5: a required field missing, a wrong type, an unparsable date or an overstepped limit is malformed")
    @ParameterizedTest(name = "{index} {0}")
    @MethodSource
    void malformed(String pointer, Consumer<ObjectNode> change) {
        assertThat(errors(change)).isNotEmpty().allMatch(error -> error.startsWith(pointer + ":"), pointer);
    }

    static Stream<Object[]> malformed() {
        return Stream.of(
                bad("", s -> s.remove("portal")),
                bad("", s -> s.remove("responseId")),
                bad("", s -> s.remove("measures")),
                bad("", s -> s.remove("submittedAt")),
                bad("/portal", s -> s.put("portal", "")),
                bad("/portal", s -> s.put("portal", "ac me")),
                bad("/portal", s -> s.put("portal", "acme\n")),
                bad("/portal", s -> s.put("portal", "acme\r")),
                bad("/portal", s -> s.put("portal", "a".repeat(65))),
                bad("/portal", s -> s.putNull("portal")),
                bad("/responseId", s -> s.put("responseId", 1001)),
                bad("/responseId", s -> s.put("responseId", "")),
                bad("/responseId", s -> s.put("responseId", "r".repeat(201))),
                bad("/ticketId", s -> s.put("ticketId", 4711)),
                bad("/ticketId", s -> s.put("ticketId", "T".repeat(201))),
                bad("/supportGroup", s -> s.put("supportGroup", 5)),
                bad("/supportGroup", s -> s.put("supportGroup", "two words")),
                bad("/segment", s -> s.putArray("segment").add("ENTERPRISE")),
                bad("/channel", s -> s.put("channel", "a/b")),
                bad("/agent", s -> s.put("agent", "Robin")),
                bad("/customer/email", s -> s.withObject("customer").put("email", false)),
                bad("/measures", s -> s.putNull("measures")),
                bad("/measures", s -> s.putArray("measures").add(1)),
                bad("/measures/csat", s -> s.withObject("measures").put("csat", "1")),
                bad("/measures/csat", s -> s.withObject("measures").putObject("csat")),
                bad("/factors", s -> s.put("factors", "Speed")),
                bad("/comment", s -> s.put("comment", "x".repeat(20_001))),
                bad("/comment", s -> s.put("comment", 7)),
                bad("/contactChoice", s -> s.put("contactChoice", "MAYBE")),
                bad("/contactChoice", s -> s.put("contactChoice", "yes")),
                bad("/contactChoice", s -> s.put("contactChoice", true)),
                bad("/tags", s -> s.put("tags", "vip_customer")),
                bad("/tags", s -> IntStream.range(0, 101)
                        .forEach(i -> s.withArray("tags").add("tag" + i))),
                bad("/tags/0", s -> s.putArray("tags").add(1)),
                bad("/properties", s -> IntStream.range(0, 101)
                        .forEach(i -> s.withObject("properties").put("p" + i, i))),
                bad("/properties/order", s -> s.withObject("properties").putObject("order")),
                bad("/submittedAt", s -> s.put("submittedAt", 1763625300)),
                bad("/submittedAt", s -> s.putNull("submittedAt")),
                bad("/submittedAt", s -> s.put("submittedAt", "yesterday")),
                bad("/submittedAt", s -> s.put("submittedAt", "2026-11-20")),
                bad("/submittedAt", s -> s.put("submittedAt", "2026-11-20T07:55:00")),
                bad("/submittedAt", s -> s.put("submittedAt", "2026-02-30T07:55:00Z")),
                bad("/submittedAt", s -> s.put("submittedAt", "2026-11-20T25:00:00Z")),
                bad("/updatedAt", s -> s.put("updatedAt", "20.11.2026")),
                bad("/followUpOf", s -> s.put("followUpOf", 3)));
    }

    @DisplayName("A5: what may be quarantined, and what is merely unusual, is not malformed")
    @ParameterizedTest(name = "{index} {0}")
    @MethodSource
    void wellFormed(String name, Consumer<ObjectNode> change) {
        assertThat(errors(change)).as(name).isEmpty();
    }

    static Stream<Object[]> wellFormed() {
        return Stream.of(
                ok("only what is required", s -> s.retain("portal", "responseId", "measures", "submittedAt")),
                ok("no ticket", s -> s.putNull("ticketId")),
                ok("no support group", s -> s.remove("supportGroup")),
                ok("unknown support group", s -> s.put("supportGroup", "NOBODY-KNOWS")),
                ok("unknown segment", s -> s.put("segment", "MARTIANS")),
                ok("unknown measure", s -> s.withObject("measures").put("joy", 3)),
                ok("a score off its scale", s -> s.withObject("measures").put("csat", -7.25)),
                ok("no answers", s -> s.putObject("measures")),
                ok("a blank answer", s -> s.withObject("measures").putNull("nps")),
                ok("a date in the far future", s -> s.put("submittedAt", "2999-01-01T00:00:00Z")),
                ok("a date with an offset", s -> s.put("submittedAt", "2026-11-20T08:55:00.123456+01:00")),
                ok("an unknown field", s -> s.putObject("weather").put("sky", "grey")),
                ok("markup and controls", s -> s.put("comment", "<script>alert(1)</script>\u0007\u202e")),
                ok("the longest texts", s -> s.put("comment", "\ud83d\ude00".repeat(20_000))
                        .put("responseId", "é".repeat(200))),
                ok("a hundred tags", s -> IntStream.range(1, 100)
                        .forEach(i -> s.withArray("tags").add("tag" + i))),
                ok("all optional ones null", s -> {
                    s.retain("portal", "responseId", "measures", "submittedAt");
                    Stream.of(
                                    "ticketId",
                                    "supportGroup",
                                    "segment",
                                    "brand",
                                    "channel",
                                    "language",
                                    "agent",
                                    "customer")
                            .forEach(s::putNull);
                    Stream.of("factors", "comment", "contactChoice", "tags", "properties", "updatedAt", "followUpOf")
                            .forEach(s::putNull);
                }));
    }

    @DisplayName("A5: a few bytes that would become megabytes are refused, by schema or record")
    @ParameterizedTest
    @ValueSource(strings = {"1e999999", "-1e999999", "1e-999999"})
    void numbersThatExplode(String number) throws Exception {
        for (String field : List.of("measures", "properties")) {
            ObjectNode survey = (ObjectNode) Golden.of(EventTypes.SURVEY_SUBMITTED);
            survey.withObject(field).put("huge", new BigDecimal(number));
            String json = survey.toString();

            assertThatThrownBy(() -> Json.read(json.getBytes(UTF_8), SurveyResponse.class))
                    .isInstanceOf(java.io.IOException.class);
            assertThat(Schemas.errors("survey-submitted", Json.MAPPER.readTree(json))
                            .isEmpty())
                    .isEqualTo(number.equals("1e-999999"));
        }
    }

    @DisplayName("A5: what is neither an object nor complete is malformed")
    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"r-1001\"", "{}"})
    void notAResponse(String json) throws Exception {
        assertThat(Schemas.errors("survey-submitted", Json.MAPPER.readTree(json)))
                .isNotEmpty();
    }

    private static List<String> errors(Consumer<ObjectNode> change) {
        JsonNode survey = Golden.of(EventTypes.SURVEY_SUBMITTED);
        change.accept((ObjectNode) survey);
        return Schemas.errors("survey-submitted", survey);
    }

    private static Object[] bad(String pointer, Consumer<ObjectNode> change) {
        return new Object[] {pointer, change};
    }

    private static Object[] ok(String name, Consumer<ObjectNode> change) {
        return new Object[] {name, change};
    }
}
