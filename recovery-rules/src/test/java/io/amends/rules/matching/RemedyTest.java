package io.amends.rules.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ExplainedDecision.Change;
import io.amends.contracts.api.Verdict;
import io.amends.contracts.directory.Measure;
import io.amends.language.Clause;
import io.amends.language.Rule;
import io.amends.language.RuleSetReader;
import io.amends.messages.testing.PlainMessages;
import io.amends.rules.words.CommonNames;
import io.amends.rules.words.RuleMessages;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RemedyTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Map<String, Measure> SCALES = Map.of(
            "csat", new Measure(Measure.Kind.CSAT, BigDecimal.ONE, BigDecimal.valueOf(5)),
            "fcr", new Measure(Measure.Kind.FCR, null, null));
    private static final RemedyWords WORDS = new RemedyWords(
            PlainMessages.english(RemedyMessages.class), new CommonNames(PlainMessages.english(RuleMessages.class)));
    private static final Remedy REMEDY = new Remedy("csat", BigDecimal.valueOf(2), ZONE, SCALES, WORDS);

    @Test
    @DisplayName("B6: names the nearest value of every attribute that stands in the way, and where it is asked for")
    void nearest() {
        List<List<Change>> ways = of(
                """
                {"all": [{"measure": "csat", "lte": 2}, {"field": "channel", "in": ["phone"]},
                         {"tag": "vip_customer"}, {"not": {"comment": "absent"}}]}""",
                "{\"measures\": {\"csat\": 4}, \"channel\": \"email\", \"comment\": \"Late.\"}");

        assertThat(sentences(ways))
                .containsExactly(List.of(
                        "CSAT would have to be 2 instead of 4",
                        "channel would have to be phone instead of email",
                        "the tag vip_customer would have to be there"));
        assertThat(ways.get(0).get(1).pointer()).isEqualTo("/when/all/1");
        assertThat(ways.get(0).get(0).needed().decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("B6: takes the way with the fewest changes, and says every equally short one")
    void fewest() {
        List<List<Change>> ways = of(
                """
                {"any": [{"all": [{"measure": "csat", "eq": 1}, {"tag": "a"}]},
                         {"property": "tier", "eq": "gold"}, {"factor": "Speed"}]}""",
                "{\"measures\": {\"csat\": 4}}");

        assertThat(sentences(ways))
                .containsExactly(
                        List.of("tier would have to be gold; it was not given"),
                        List.of("the factor “Speed” would have to be chosen"));
    }

    @Test
    @DisplayName("B6: a value satisfies all that is asked of it at once; overall and its measure are one")
    void together() {
        assertThat(sentences(of(
                        """
                        {"all": [{"measure": "csat", "gt": 1}, {"overall": "lteThreshold"}]}""",
                        "{\"measures\": {\"csat\": 5}}")))
                .containsExactly(List.of("CSAT would have to be 2 instead of 5"));
    }

    @Test
    @DisplayName("B6: what contradicts itself or lies off the scale is impossible")
    void impossible() {
        String happy = "{\"measures\": {\"csat\": 5}}";
        assertThat(of("{\"all\": [{\"measure\": \"csat\", \"lt\": 2}, {\"measure\": \"csat\", \"gt\": 3}]}", happy))
                .isEmpty();
        assertThat(of("{\"measure\": \"csat\", \"lt\": 1}", happy)).isEmpty();
        assertThat(of("{\"all\": [{\"tag\": \"a\"}, {\"not\": {\"tag\": \"a\"}}]}", happy))
                .isEmpty();
    }

    @Test
    @DisplayName("B6: a rule that matches asks for no change")
    void matches() {
        assertThat(of("{\"measure\": \"csat\", \"gte\": 3}", "{\"measures\": {\"csat\": 5}}"))
                .containsExactly(List.of());
    }

    @Test
    @DisplayName("B6: another time, comment or contact choice is named in words")
    void inWords() {
        assertThat(sentences(of(
                        """
                        {"all": [{"submitted": {"daysOfWeek": ["MONDAY"], "between": ["09:00", "17:00"]}},
                                 {"comment": {"contains": "refund"}}, {"field": "contactChoice", "ne": "NO"}]}""",
                        "{\"measures\": {}, \"comment\": \"Late.\", \"contactChoice\": \"NO\","
                                + " \"submittedAt\": \"2026-11-20T07:55:00Z\"}")))
                .containsExactly(List.of(
                        "it would have to be submitted on Monday 09:00 instead of Friday 08:55",
                        "the comment would have to contain “refund”",
                        "contact choice would have to be “Yes” instead of “No”"));
    }

    @Test
    @DisplayName("B6: on random rules and responses, the changes make the rule match, and none of them can be left out")
    void enough() {
        RandomRules random = new RandomRules(20_261_122);
        int closed = 0;
        for (Rule rule : random.rules(400).rules()) {
            for (int i = 0; i < 5; i++) {
                SurveyResponse response = random.response();
                Remedy remedy = new Remedy("csat", random.number(), ZONE, Map.of(), WORDS);
                for (List<Change> way : remedy.of(rule, response)) {
                    assertThat(verdict(rule, apply(way, response), remedy))
                            .as("%s for %s by %s", rule, response, way)
                            .isEqualTo(Verdict.TRUE);
                    for (Change left : way) {
                        List<Change> fewer = way.stream().filter(c -> c != left).toList();
                        assertThat(verdict(rule, apply(fewer, response), remedy))
                                .as("%s for %s by %s", rule, response, fewer)
                                .isNotEqualTo(Verdict.TRUE);
                    }
                    closed += way.size();
                }
            }
        }
        assertThat(closed).isGreaterThan(1_000);
    }

    @Test
    @DisplayName("B6: where some response satisfies a rule, every other one is told a way")
    void aWayIsFound() {
        RandomRules random = new RandomRules(7);
        int told = 0;
        for (Rule rule : random.rules(400).rules()) {
            Remedy remedy = new Remedy("csat", random.number(), ZONE, Map.of(), WORDS);
            SurveyResponse one = random.response();
            for (int i = 0; i < 10; i++) {
                if (verdict(rule, random.response(), remedy) == Verdict.TRUE) {
                    assertThat(remedy.of(rule, one)).as("%s from %s", rule, one).isNotEmpty();
                    told++;
                    break;
                }
            }
        }
        assertThat(told).isGreaterThan(100);
    }

    private static Verdict verdict(Rule rule, SurveyResponse response, Remedy remedy) {
        return Interpreter.verdict(rule.when(), new Facts(response, response.score("csat"), remedy.threshold(), ZONE));
    }

    private static SurveyResponse apply(List<Change> way, SurveyResponse response) {
        SurveyResponse changed = response;
        for (Change change : way) {
            Attribute.Kind kind = Attribute.Kind.valueOf(change.kind().toUpperCase(Locale.ROOT));
            changed = new Attribute(kind, change.attribute()).with(changed, change.needed());
        }
        return changed;
    }

    private static List<List<Change>> of(String when, String response) {
        try {
            JsonNode set = Json.MAPPER.readTree("{\"rules\":[{\"name\":\"r\",\"when\":" + when + ",\"then\":{}}]}");
            RuleSetReader.Result read =
                    RuleSetReader.read(set, Map.of("csat", SCALES.get("csat"), "fcr", SCALES.get("fcr")));
            assertThat(read).isInstanceOf(RuleSetReader.Result.Good.class);
            Clause clause =
                    ((RuleSetReader.Result.Good) read).rules().rules().get(0).when();
            return REMEDY.of(
                    new Rule("r", clause, new RandomRules(1).effects()),
                    Json.MAPPER.readValue(
                            response.replaceFirst("}$", ", \"portal\": \"acme\", \"responseId\": \"r-1\"}"),
                            SurveyResponse.class));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<List<String>> sentences(List<List<Change>> ways) {
        return ways.stream()
                .map(way -> way.stream().map(Change::sentence).toList())
                .toList();
    }
}
