package io.amends.rules.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Json;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ExplainedDecision.Change;
import io.amends.contracts.api.RuleSetComparison.Difference;
import io.amends.contracts.api.WordedRules.WordedRule;
import io.amends.contracts.directory.Measure;
import io.amends.language.Field;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.language.RuleSetReader;
import io.amends.messages.pseudo.PlainWords;
import io.amends.messages.testing.PlainMessages;
import io.amends.rules.matching.Remedy;
import io.amends.rules.matching.RemedyMessages;
import io.amends.rules.matching.RemedyWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules whose names and values have no letter of English: what has one did not come from a message. */
class PseudoLanguageTest {
    private static final RuleMessages PSEUDO = PlainMessages.pseudo(RuleMessages.class);
    private static final List<String> CONDITIONS = conditions();
    private static final List<String> EFFECTS = List.of(
            "{}",
            "{'kind':'RECOVERY','priority':1,'tags':['ж','я б'],'alert':'IMMEDIATE','followUp':true,'also':['1','2']}",
            "{'kind':'OPPORTUNITY','tags':[],'alert':'DIGEST','followUp':false,'also':[]}",
            "{'kind':'NONE','alert':'NONE'}");

    @Test
    @DisplayName("C11, B7: every sentence about a rule comes from a message, for every clause, comparison and effect")
    void rules() throws IOException {
        for (WordedRule rule : new RuleWords(PSEUDO, Names.NONE).of(all())) {
            assertNoPlainWord(rule.when());
            assertNoPlainWord(rule.then());
        }
    }

    @Test
    @DisplayName("C11, B7: every sentence about what differs between two rule sets comes from a message")
    void differences() throws IOException {
        List<Rule> rules = all().rules();
        List<Rule> now = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule one = rules.get(i);
            Rule next = rules.get((i + 1) % rules.size());
            switch (i % 5) {
                case 0 -> now.add(new Rule(one.name(), next.when(), one.then()));
                case 1 -> now.add(new Rule(one.name(), one.when(), next.then()));
                case 2 -> now.add(new Rule(one.name() + " 0", one.when(), one.then()));
                case 3 -> now.add(one);
                default -> now.add(new Rule("0 " + one.name(), next.when(), next.then()));
            }
        }
        Collections.reverse(now);
        RuleChanges changes = new RuleChanges(PSEUDO, Names.NONE);

        List<Difference> differences = changes.between(new RuleSet(rules), new RuleSet(now));
        assertThat(differences.stream().map(Difference::change).distinct()).hasSize(4);
        differences.forEach(difference -> assertNoPlainWord(difference.sentence()));
    }

    @Test
    @DisplayName("C11, B6: what would have to be otherwise is told by messages alone")
    void remedies() throws IOException {
        Remedy remedy = new Remedy(
                "csat",
                BigDecimal.valueOf(2),
                ZoneId.of("Europe/Berlin"),
                Map.of("csat", new Measure(Measure.Kind.CSAT, BigDecimal.ONE, BigDecimal.valueOf(5))),
                new RemedyWords(PlainMessages.pseudo(RemedyMessages.class), new CommonNames(PSEUDO)));
        SurveyResponse response = Json.read(
                """
                {"portal": "acme", "responseId": "1", "submittedAt": "2026-11-20T08:00:00Z", "contactChoice": "YES",
                 "measures": {"csat": 3}, "tags": ["б"], "factors": ["б"], "channel": "б", "comment": "б"}"""
                        .getBytes(UTF_8),
                SurveyResponse.class);

        List<String> sentences = all().rules().stream()
                .flatMap(rule -> remedy.of(rule, response).stream())
                .flatMap(List::stream)
                .map(Change::sentence)
                .distinct()
                .toList();
        assertThat(sentences).hasSizeGreaterThan(20);
        // A property's value is told as its JSON has it.
        sentences.forEach(sentence -> assertThat(PlainWords.in(sentence, List.of("true", "false")))
                .as(sentence)
                .isEmpty());
    }

    private static void assertNoPlainWord(String sentence) {
        assertThat(PlainWords.in(sentence, List.of())).as(sentence).isEmpty();
    }

    /** Every leaf, and every comparison of what is compared, plain and negated, alone and combined. */
    private static List<String> conditions() {
        List<String> leaves = new ArrayList<>(List.of(
                "{'tag':'ж'}",
                "{'factor':'ж я'}",
                "{'comment':'present'}",
                "{'comment':{'contains':'ж'}}",
                "{'overall':'lteThreshold'}",
                "{'submitted':{'daysOfWeek':['MONDAY','TUESDAY'],'between':['22:00','06:00']}}",
                "{'submitted':{'between':['22:00','06:00']}}",
                "{'measure':'fcr','eq':false}",
                "{'property':'ж','eq':true}"));
        Arrays.stream(DayOfWeek.values()).forEach(day -> leaves.add("{'submitted':{'daysOfWeek':['" + day + "']}}"));
        for (String measure : List.of("csat", "nps", "ces", "ж")) {
            for (String asked :
                    List.of("'eq':1", "'in':[1,2]", "'lt':2", "'lte':2", "'gt':2", "'gte':2", "'between':[1,2]")) {
                leaves.add("{'measure':'" + measure + "'," + asked + "}");
            }
        }
        for (Field field : Field.values()) {
            if (field != Field.CONTACT_CHOICE) {
                for (String asked : List.of("'eq':'ж'", "'in':['ж','я']", "'prefix':'ж'", "'present':true")) {
                    leaves.add("{'field':'" + field.json() + "'," + asked + "}");
                }
            }
        }
        leaves.add("{'field':'contactChoice','in':['YES','NO','UNANSWERED','NOT_ASKED']}");
        leaves.add("{'field':'contactChoice','eq':'NO'}");
        List<String> all = new ArrayList<>();
        for (String leaf : leaves) {
            all.add(leaf);
            all.add("{'not':" + leaf + "}");
            all.add("{'any':[" + leaf + ",{'tag':'я'}]}");
            all.add("{'not':{'all':[" + leaf + ",{'tag':'я'}]}}");
            all.add("{'all':[" + leaf + ",{'any':[{'tag':'ж'},{'tag':'я'}]}]}");
        }
        return all;
    }

    private static RuleSet all() throws IOException {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < CONDITIONS.size(); i++) {
            rules.add("{'name':'" + i + "','when':" + CONDITIONS.get(i) + ",'then':" + EFFECTS.get(i % EFFECTS.size())
                    + "}");
        }
        String json = "{'rules':[" + String.join(",", rules) + "]}";
        return ((RuleSetReader.Result.Good) RuleSetReader.readPublished(Json.MAPPER.readTree(json.replace('\'', '"'))))
                .rules();
    }
}
