package io.amends.rules.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Json;
import io.amends.contracts.api.WordedRules.WordedRule;
import io.amends.contracts.directory.Segment;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.language.RuleSet;
import io.amends.language.RuleSetReader;
import io.amends.messages.testing.PlainMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleWordsTest {
    private static final Names NAMES = new Names(
            Map.of("NET", DirectoryEntries.group("Network EMEA")),
            Map.of("CONSUMER", new Segment("Consumers")),
            Map.of("c-1", DirectoryEntries.contact("Alex Example")));
    private static final RuleMessages ENGLISH = PlainMessages.english(RuleMessages.class);
    private static final RuleWords WORDS = new RuleWords(ENGLISH, NAMES);
    private static final String VIP = rule(
            "VIP one-star by phone",
            "{'all':[{'measure':'csat','lte':1},{'field':'channel','in':['phone']},"
                    + "{'any':[{'tag':'vip_customer'},{'property':'tier','eq':'gold'}]}]}",
            "{'kind':'RECOVERY','priority':1,'alert':'IMMEDIATE'}");

    @Test
    @DisplayName("B7: an added rule is told with all that it asks for and sets")
    void added() {
        assertThat(sentences(rules(), rules(VIP)))
                .containsExactly("ADDED Adds “VIP one-star by phone” for CSAT at most 1, channel is phone,"
                        + " and tag vip_customer or tier is gold: recovery, priority 1, alerts at once.");
        assertThat(sentences(rules(VIP), rules()))
                .singleElement()
                .asString()
                .startsWith("REMOVED Removes “VIP one-star by phone” for CSAT at most 1");
    }

    @Test
    @DisplayName("C11: in another language numbers are written as it writes them, and words of it are quoted as names")
    void german() {
        RuleWords words = new RuleWords(PlainMessages.in("de", RuleMessages.class), NAMES);

        String when = "{'all':[{'measure':'csat','lt':2.50},{'property':'tier','in':['oder','or']}]}";
        assertThat(words.of(rules(rule("r", when, "{'kind':'NONE'}"))))
                .containsExactly(new WordedRule("r", "CSAT unter 2,5, und tier ist „oder“ oder or", "nicht gemeldet"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("B2: every clause reads as plain words")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'measure':'fcr','eq':false} | first contact resolution is no",
                "{'measure':'nps','between':[0,6.50]} | NPS from 0 to 6.5",
                "{'measure':'nps','gt':100} | NPS above 100",
                "{'measure':'nps','present':true} | NPS is given",
                "{'measure':'csat','in':[1,2]} | CSAT is 1 or 2",
                "{'field':'contactChoice','ne':'NO'} | contact choice is not “No”",
                "{'field':'supportGroup','prefix':'EMEA-'} | support group starts with EMEA-",
                "{'field':'brand','notIn':['a','b','c d']} | brand is neither a nor b nor “c d”",
                "{'field':'supportGroup','in':['NET','GONE']} | support group is “Network EMEA” or GONE",
                "{'field':'segment','ne':'CONSUMER'} | segment is not Consumers",
                "{'property':'amount','gte':1000} | amount at least 1000",
                "{'property':'tier','eq':'1'} | tier is “1”",
                "{'factor':'Speed of response'} | factor “Speed of response”",
                "{'comment':'absent'} | no comment",
                "{'comment':{'contains':'over {0} times'}} | the comment contains “over {0} times”",
                "{'submitted':{'daysOfWeek':['SUNDAY','SATURDAY'],'between':['22:00','06:00']}}"
                        + " | answered on Saturday or Sunday between 22:00 and 06:00",
                "{'overall':'lteThreshold'} | overall at or below the threshold",
                "{'not':{'measure':'csat','lte':1}} | CSAT above 1",
                "{'not':{'tag':'vip'}} | no tag vip",
                "{'not':{'comment':'absent'}} | a comment",
                "{'not':{'not':{'field':'brand','present':false}}} | brand is not given",
                "{'not':{'any':[{'tag':'a'},{'tag':'b'}]}} | not (tag a or tag b)",
                "{'any':[{'tag':'a'},{'all':[{'tag':'b'},{'tag':'c'}]}]} | tag a or (tag b and tag c)",
                "{'any':[{'field':'channel','in':['phone','chat']},{'tag':'a'}]}"
                        + " | (channel is phone or chat) or tag a",
                "{'all':[{'tag':'a'},{'tag':'b'}]} | tag a and tag b",
                "{'all':[{'tag':'a'},{'any':[{'tag':'b'},{'tag':'c'}]}]} | tag a, and tag b or tag c",
                "{'all':[{'tag':'a'},{'all':[{'tag':'b'},{'any':[{'tag':'c'},{'tag':'d'}]}]}]}"
                        + " | tag a, and tag b and (tag c or tag d)"
            },
            quoteCharacter = '`')
    void clauses(String when, String words) {
        assertThat(WORDS.of(rules(rule("x", when, "{}"))).get(0).when()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("B5: what a rule sets reads as plain words; what it leaves open is not mentioned")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | everything as usual",
                "{'kind':'NONE','tags':[]} | not flagged, no tags",
                "{'tags':['a','b c'],'alert':'NONE','followUp':false}"
                        + " | tags a and “b c”, alerts nobody, sends no follow-up survey",
                "{'priority':1,'also':['c-1','c-2']} | priority 1, also tells “Alex Example” and c-2",
                "{'also':[]} | tells nobody else"
            },
            quoteCharacter = '`')
    void effects(String then, String words) {
        assertThat(WORDS.of(rules(rule("x", "{'tag':'a'}", then))).get(0).then())
                .isEqualTo(words);
    }

    @Test
    @DisplayName("B7: of a changed rule only what differs is told, condition and effects")
    void changed() {
        String before = "{'all':[{'tag':'a'},{'tag':'b'}]}";
        assertThat(sentences(rules(rule("x", before, "{}")), rules(rule("x", "{'tag':'a'}", "{'priority':1}"))))
                .containsExactly(
                        "CHANGED Changes “x”: no longer needs tag b; priority 1 instead of the usual priority.");
        assertThat(sentences(
                        rules(rule("x", before, "{}")),
                        rules(rule("x", "{'all':[{'tag':'a'},{'tag':'c'},{'tag':'d'}]}", "{}"))))
                .containsExactly("CHANGED Changes “x”: now needs tag c and tag d instead of tag b.");
        assertThat(sentences(rules(rule("x", "{'tag':'a'}", "{}")), rules(rule("x", "{'tag':'z'}", "{}"))))
                .containsExactly("CHANGED Changes “x”: for tag z instead of tag a.");
        assertThat(sentences(
                        rules(rule("x", "{'measure':'csat','eq':1}", "{}")),
                        rules(rule("x", "{'all':[{'measure':'csat','eq':1}]}", "{}"))))
                .containsExactly("CHANGED Changes “x”: it is written differently, and means the same.");
        assertThat(sentences(
                        rules(rule("x", before, "{'also':['c-1']}")), rules(rule("x", before, "{'also':['c-2']}"))))
                .containsExactly("CHANGED Changes “x”: also tells c-2 instead of also tells “Alex Example”.");
        assertThat(sentences(rules(rule("x", before, "{}")), rules(rule("x", before, "{'also':['c-2']}"))))
                .containsExactly("CHANGED Changes “x”: also tells c-2 instead of tells nobody else.");
        assertThat(sentences(rules(rule("x", before, "{}")), rules(rule("y", before, "{}"))))
                .containsExactly("CHANGED Renames “x” to “y”.");
    }

    @Test
    @DisplayName("B7: a new order is told where it makes another rule decide, and only there")
    void moved() {
        String a = rule("a", "{'tag':'a'}", "{'alert':'NONE'}");
        String b = rule("b", "{'tag':'b'}", "{'alert':'IMMEDIATE'}");
        String first = rule("c", "{'tag':'c'}", "{'alert':'IMMEDIATE','priority':1}");

        assertThat(sentences(rules(a, b, first), rules(first, b, a)))
                .singleElement()
                .asString()
                .startsWith("MOVED Moves “")
                .contains("“a”", "“b”");
        assertThat(sentences(rules(a, first), rules(first, a))).isEmpty();
    }

    private static List<String> sentences(RuleSet from, RuleSet to) {
        return new RuleChanges(ENGLISH, NAMES)
                .between(from, to).stream()
                        .map(change -> change.change() + " " + change.sentence())
                        .toList();
    }

    private static String rule(String name, String when, String then) {
        return "{'name':'" + name + "','when':" + when + ",'then':" + then + "}";
    }

    private static RuleSet rules(String... rules) {
        try {
            String json = "{'rules':[" + String.join(",", rules) + "]}";
            return ((RuleSetReader.Result.Good)
                            RuleSetReader.readPublished(Json.MAPPER.readTree(json.replace('\'', '"'))))
                    .rules();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
