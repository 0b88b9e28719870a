package io.amends.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetReaderTest {
    private static final Map<String, Measure> MEASURES =
            Json.MAPPER.convertValue(Map.of("name", "Acme"), Portal.class).measures();

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("classpath:io/amends/contracts/schemas/rule-set.schema.json"));

    @ParameterizedTest
    @DisplayName("B2: an editor that knows the schema refuses what the service refuses by its shape")
    @ValueSource(
            strings = {
                "{'all':[]}",
                "{'measure':'csat'}",
                "{'measure':'csat','lte':1,'gte':1}",
                "{'measure':'csat','lte':'1'}",
                "{'field':'colour','eq':'red'}",
                "{'field':'contactChoice','eq':'MAYBE'}",
                "{'tag':''}",
                "{'comment':'maybe'}",
                "{'submitted':{'between':['8','9']}}",
                "{'overall':'low'}",
                "{'tag':'a','factor':'b'}",
                "{'tagg':'a'}",
                "{'not':[]}"
            })
    void schemaRefuses(String clause) throws Exception {
        String json = one(clause).replace('\'', '"');

        assertThat(SCHEMA.validate(Json.MAPPER.readTree(json))).isNotEmpty();
        assertThat(wrong(json)).isNotEmpty();
    }

    @Test
    @DisplayName("B2: the example of the public surface is one rule, read into a typed tree")
    void example() throws Exception {
        RuleSet rules = good(
                """
                {"rules": [
                    {"name": "VIP one-star by phone",
                     "when": {"all": [{"measure": "csat", "lte": 1}, {"field": "channel", "in": ["phone"]},
                                      {"any": [{"tag": "vip_customer"}, {"property": "tier", "eq": "gold"}]},
                                      {"not": {"comment": "absent"}}]},
                     "then": {"kind": "RECOVERY", "priority": 1, "tags": ["service_recovery"], "alert": "IMMEDIATE",
                              "followUp": true}}]}""");

        assertThat(rules.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("VIP one-star by phone");
            assertThat(rule.when()).isInstanceOf(Clause.All.class);
            assertThat(rule.then().priority()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @DisplayName("B2: every clause is read and written back unchanged")
    @ValueSource(
            strings = {
                "{'measure':'csat','eq':1}",
                "{'measure':'csat','ne':1.5}",
                "{'measure':'nps','lt':7}",
                "{'measure':'nps','lte':6}",
                "{'measure':'nps','gt':8}",
                "{'measure':'nps','gte':9}",
                "{'measure':'nps','between':[0,6]}",
                "{'measure':'nps','in':[0,1,2]}",
                "{'measure':'nps','present':false}",
                "{'measure':'fcr','eq':false}",
                "{'field':'channel','eq':'phone'}",
                "{'field':'brand','ne':'acme'}",
                "{'field':'segment','in':['A','B']}",
                "{'field':'supportGroup','notIn':['X']}",
                "{'field':'agent','prefix':'a-'}",
                "{'field':'language','present':true}",
                "{'field':'contactChoice','eq':'YES'}",
                "{'property':'tier','eq':'gold'}",
                "{'property':'amount','gte':1000}",
                "{'property':'amount','between':[1,2.5]}",
                "{'property':'vip','eq':true}",
                "{'property':'order','prefix':'DE-'}",
                "{'tag':'vip_customer'}",
                "{'factor':'Speed of response'}",
                "{'comment':'present'}",
                "{'comment':'absent'}",
                "{'comment':{'contains':'Rückruf'}}",
                "{'submitted':{'daysOfWeek':['SATURDAY','SUNDAY']}}",
                "{'submitted':{'between':['22:00','06:00']}}",
                "{'overall':'lteThreshold'}",
                "{'not':{'any':[{'tag':'a'},{'all':[{'tag':'b'},{'tag':'c'}]}]}}"
            })
    void everyClause(String clause) throws Exception {
        String json = "{'rules':[{'name':'n','when':%s,'then':{'kind':'RECOVERY','tags':[],'also':['c-9']}}]}"
                .formatted(clause)
                .replace('\'', '"');

        RuleSet rules = good(json);

        assertThat(RuleSetWriter.write(rules).toString()).isEqualTo(json);
        assertThat(SCHEMA.validate(Json.MAPPER.readTree(json))).isEmpty();
        assertThat(good(RuleSetWriter.write(rules).toString())).isEqualTo(rules);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @DisplayName("B2: what is wrong is told at its place, with what is allowed")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'all':[]} | /rules/0/when/all | at least one",
                "{'any':[]} | /rules/0/when/any | at least one",
                "{'all':[{'tag':'a'},{'measure':'joy','lte':1}]} | /rules/0/when/all/1/measure | csat, fcr, nps",
                "{'measure':'csat','prefix':'1'} | /rules/0/when/prefix | between, eq, gt, gte, in, lt, lte, ne,"
                        + " present",
                "{'measure':'csat'} | /rules/0/when | exactly one of",
                "{'measure':'csat','lte':1,'gte':1} | /rules/0/when | exactly one of",
                "{'measure':'csat','lte':'1'} | /rules/0/when/lte | a number",
                "{'measure':'fcr','lte':1} | /rules/0/when/lte | eq, in, ne, present",
                "{'measure':'fcr','eq':1} | /rules/0/when/eq | true or false",
                "{'measure':'nps','between':[6,1]} | /rules/0/when/between | above its end",
                "{'measure':'nps','in':[1,'2']} | /rules/0/when/in/1 | a number",
                "{'field':'colour','eq':'red'} | /rules/0/when/field | channel, brand, segment",
                "{'field':'contactChoice','eq':'MAYBE'} | /rules/0/when/eq | NO, NOT_ASKED, UNANSWERED, YES",
                "{'property':'p','eq':null} | /rules/0/when/eq | a text, a number",
                "{'tag':''} | /rules/0/when/tag | must not be blank",
                "{'comment':'maybe'} | /rules/0/when/comment | contains",
                "{'submitted':{'daysOfWeek':['Caturday']}} | /rules/0/when/submitted/daysOfWeek/0 | MONDAY",
                "{'submitted':{'between':['8','09:00']}} | /rules/0/when/submitted/between/0 | such as 08:00",
                "{'overall':'low'} | /rules/0/when/overall | lteThreshold",
                "{'tag':'a','factor':'b'} | /rules/0/when | more than one clause (factor, tag)",
                "{'tagg':'a'} | /rules/0/when | needs one of all, any, comment",
                "{'not':[]} | /rules/0/when/not | must be an object",
                "{'not':{'tag':'a'},'x/y~z':1} | /rules/0/when/x~1y~0z | not known here",
                "1 | /rules/0/when | must be an object",
                "{'measure':'csat','lte':1e999999999} | /rules/0/when/lte | too many digits",
            })
    void wrongClause(String clause, String pointer, String reason) throws Exception {
        assertThat(wrong("{'rules':[{'name':'n','when':%s,'then':{}}]}".formatted(clause)))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.pointer()).isEqualTo(pointer);
                    assertThat(error.reason()).contains(reason);
                });
    }

    @ParameterizedTest(name = "{0} at {1}")
    @DisplayName(
            "B5: who else hears of it is told by codes of contacts, each once and as many as a group's Also Alerts")
    @CsvSource(
            delimiter = '|',
            value = {
                "'c-1' | /rules/0/then/also | a list of at most 6 codes",
                "{} | /rules/0/then/also | a list of at most 6 codes",
                "['1','2','3','4','5','6','7'] | /rules/0/then/also | a list of at most 6 codes",
                "['c-1','c-2','c-1'] | /rules/0/then/also/2 | named before",
                "['c-1',7] | /rules/0/then/also/1 | a code of 1 to 64",
                "['alex@example.com'] | /rules/0/then/also/0 | a code of 1 to 64",
                "[''] | /rules/0/then/also/0 | a code of 1 to 64",
                "['..'] | /rules/0/then/also/0 | a code of 1 to 64",
                "[null] | /rules/0/then/also/0 | a code of 1 to 64"
            },
            quoteCharacter = '`')
    void wrongAlso(String also, String pointer, String reason) throws Exception {
        assertThat(wrong("{'rules':[{'name':'n','when':{'tag':'a'},'then':{'also':%s}}]}".formatted(also)))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.pointer()).isEqualTo(pointer);
                    assertThat(error.reason()).contains(reason);
                });
    }

    @Test
    @DisplayName(
            "B5: six contacts are taken, none as well, and a contact that no directory has; nothing said is nobody named")
    void also() throws Exception {
        String rule = "{'rules':[{'name':'n','when':{'tag':'a'},'then':%s}]}";

        assertThat(named(rule.formatted("{'also':['1','2','3','4','5','6']}"))).hasSize(6);
        assertThat(named(rule.formatted("{'also':[]}"))).isEmpty();
        assertThat(named(rule.formatted("{}"))).isEmpty();
    }

    private static List<String> named(String json) throws Exception {
        return good(json).rules().get(0).then().named();
    }

    @Test
    @DisplayName("B5: contacts count, with the name of their rule each, in what has to fit into one event")
    void contactsFit() throws Exception {
        String rules = IntStream.range(0, 90)
                .mapToObj(i -> "{'name':'" + i + "x".repeat(900) + "','when':{'tag':'a'},"
                        + "'then':{'also':['%d1','%d2','%d3','%d4','%d5','%d6']}}".replace("%d", i + "-"))
                .collect(Collectors.joining(",", "{'rules':[", "]}"));

        assertThat(wrong(rules)).singleElement().satisfies(reason -> assertThat(reason.reason())
                .contains("contacts", "524288"));
        assertThat(good(rules.replaceAll("'also':\\[[^]]*]", ""))).isNotNull();
    }

    @Test
    @DisplayName("B2: all errors are told at once")
    void allAtOnce() throws Exception {
        assertThat(
                        wrong(
                                """
                {'rules':[{'when':{'tag':'a'},'then':{'kind':'SAD','priority':0,'tags':'x','alert':'NOW','followUp':1}},
                          {'name':'two','then':[]},
                          {'name':'two','when':{'any':[{'tag':1},{'measure':'joy','eq':1}]},'then':{'colour':1}}],
                 'rulez':[]}"""))
                .extracting(Reason::pointer)
                .containsExactlyInAnyOrder(
                        "/rulez",
                        "/rules/0/name",
                        "/rules/0/then/kind",
                        "/rules/0/then/priority",
                        "/rules/0/then/tags",
                        "/rules/0/then/alert",
                        "/rules/0/then/followUp",
                        "/rules/1/when",
                        "/rules/1/then",
                        "/rules/2/name",
                        "/rules/2/when/any/0/tag",
                        "/rules/2/when/any/1/measure",
                        "/rules/2/then/colour");
    }

    @Test
    @DisplayName("B2: depth 12 is taken, depth 13 is refused with its place")
    void depth() throws Exception {
        assertThat(good(nested(11))).isNotNull();
        assertThat(wrong(nested(12)))
                .extracting(Reason::pointer, Reason::reason)
                .containsExactly(tuple("/rules/0/when" + "/not".repeat(12), "is nested deeper than 12 clauses"));
    }

    @Test
    @DisplayName("B2: too many rules, clauses or alternatives are refused with a clear error")
    void limits() throws Exception {
        String rule = "{'name':'%d','when':{'tag':'a'},'then':{}}";
        String many = IntStream.range(0, 10_001).mapToObj(rule::formatted).collect(Collectors.joining(","));
        String tags =
                IntStream.range(0, 500).mapToObj("{'tag':'%d'}"::formatted).collect(Collectors.joining(","));
        String explosive = IntStream.range(0, 9)
                .mapToObj(i -> "{'any':[{'tag':'a%d'},{'tag':'b%d'}]}".formatted(i, i))
                .collect(Collectors.joining(","));

        assertThat(wrong("{'rules':[" + many + "]}").get(0).reason()).contains("at most 10000");
        assertThat(wrong(one("{'all':[" + tags + "]}")).get(0).reason()).contains("more than 500 clauses");
        assertThat(wrong(one("{'all':[" + explosive + "]}")).get(0).reason()).contains("256 alternatives");
        assertThat(good(one("{'any':[" + tags.substring(0, tags.lastIndexOf(",", 3_000)) + "]}")))
                .isNotNull();
    }

    @Test
    @DisplayName("B7: what was published is read even if the portal has given up a measure since")
    void published() throws Exception {
        String json = one("{'measure':'joy','lte':1}").replace('\'', '"');

        assertThat(RuleSetReader.readPublished(Json.MAPPER.readTree(json)))
                .isInstanceOf(RuleSetReader.Result.Good.class);
    }

    @ParameterizedTest
    @DisplayName("What is no rule set at all is refused")
    @ValueSource(strings = {"null", "[]", "1", "{}", "{\"rules\":{}}", "{\"rules\":[1,null,[]]}"})
    void noRuleSet(String json) throws Exception {
        assertThat(wrong(json)).isNotEmpty();
    }

    private static String nested(int nots) {
        return one("{'not':".repeat(nots) + "{'tag':'a'}" + "}".repeat(nots));
    }

    private static String one(String when) {
        return "{'rules':[{'name':'n','when':" + when + ",'then':{}}]}";
    }

    private static RuleSet good(String json) throws Exception {
        JsonNode tree = Json.MAPPER.readTree(json.replace('\'', '"'));
        RuleSetReader.Result result = RuleSetReader.read(tree, MEASURES);
        assertThat(result).isInstanceOf(RuleSetReader.Result.Good.class);
        return ((RuleSetReader.Result.Good) result).rules();
    }

    @ParameterizedTest
    @DisplayName("B2: a text that cannot be stored is refused with its pointer, wherever it stands")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'rules':[{'name':'a\\u0000','when':{'tag':'x'},'then':{}}]}| /rules/0/name",
                "{'rules':[{'name':'a','when':{'tag':'\\ud800'},'then':{}}]}| /rules/0/when/tag",
                "{'rules':[{'name':'a','when':{'tag':'x'},'then':{'tags':['b','\\udc00']}}]}| /rules/0/then/tags/1",
                "{'rules':[{'name':'a','when':{'property':'p\\u0000','eq':1},'then':{}}]}| /rules/0/when/property",
                "{'rules':[{'name':'a','when':{'field':'channel','in':['x\\u0000']},'then':{}}]}| /rules/0/when/in/0",
                "{'rules':[{'name':'a','when':{'comment':{'contains':'\\u0000'}},'then':{}}]}| /rules/0/when/comment/contains",
                "{'rules':[{'name':'a','when':{'tag':'x'},'then':{},'\\ud800':1}]}| /rules/0/\uFFFD"
            })
    void unstorable(String json, String pointer) throws Exception {
        List<Reason> wrong = wrong(json);

        assertThat(wrong).extracting(Reason::pointer).contains(pointer);
        assertThat(Json.write(wrong)).isNotEmpty(); // every reason can be told
    }

    @Test
    @DisplayName(
            "B7: what was published before anybody checked it is read with U+FFFD in the place of what cannot be stored")
    void publishedUnchecked() throws Exception {
        JsonNode tree = Json.MAPPER.readTree(
                "{\"rules\":[{\"name\":\"a\\u0000\",\"when\":{\"tag\":\"\\ud800\"},\"then\":{\"tags\":[\"b\\udc00\"]}}]}");

        RuleSetReader.Result read = RuleSetReader.readPublished(tree);

        assertThat(read)
                .isEqualTo(new RuleSetReader.Result.Good(new RuleSet(List.of(new Rule(
                        "a\uFFFD",
                        new Clause.HasTag("\uFFFD"),
                        new Effects(null, null, List.of("b\uFFFD"), null, null, null))))));
    }

    @Test
    @DisplayName("B2: a name or a tag of which nothing can be seen is refused; where one is published, it is read")
    void invisible() throws Exception {
        String json = "{'rules':[{'name':'\\u200B','when':{'tag':'x'},'then':{'tags':['b','\\u2060']}}]}";

        assertThat(wrong(json))
                .extracting(Reason::pointer)
                .containsExactlyInAnyOrder("/rules/0/name", "/rules/0/then/tags/1");
        assertThat(RuleSetReader.readPublished(Json.MAPPER.readTree(json.replace('\'', '"'))))
                .isInstanceOf(RuleSetReader.Result.Good.class);
    }

    @Test
    @DisplayName("B5: names and tags of all rules fit into one event: a response can match all of them")
    void namesAndTags() throws Exception {
        String rules = IntStream.range(0, 600)
                .mapToObj(i -> "{'name':'" + i + "x".repeat(900) + "','when':{'tag':'a'},'then':{}}")
                .collect(Collectors.joining(",", "{'rules':[", "]}"));

        assertThat(wrong(rules)).singleElement().satisfies(reason -> {
            assertThat(reason.pointer()).isEqualTo("/rules");
            assertThat(reason.reason()).contains("names and tags", "524288");
        });
    }

    private static List<Reason> wrong(String json) throws Exception {
        JsonNode tree = Json.MAPPER.readTree(json.replace('\'', '"'));
        RuleSetReader.Result result = RuleSetReader.read(tree, MEASURES);
        assertThat(result).isInstanceOf(RuleSetReader.Result.Wrong.class);
        return ((RuleSetReader.Result.Wrong) result).errors();
    }
}
