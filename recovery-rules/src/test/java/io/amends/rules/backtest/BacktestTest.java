package io.amends.rules.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.contracts.testing.KeyBuilder;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Sha256;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.rules.testing.Loop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class BacktestTest {
    private static final Instant START = Instant.parse("2026-11-10T09:00:00Z");
    private static final String PERIOD = "'from':'2026-11-10','to':'2026-11-20'";
    private static final String RULES =
            """
            {'rules':[{'name':'calls','when':{'all':[{'field':'channel','eq':'phone'},{'measure':'csat','eq':3}]},
                       'then':{'kind':'RECOVERY','priority':1,'alert':'IMMEDIATE','tags':['call']}},
                      {'name':'quiet','when':{'field':'supportGroup','eq':'QUIET'},'then':{'kind':'NONE'}}]}""";

    @Inject
    Loop loop;

    @ConfigProperty(name = "amends.kafka")
    String bootstrap;

    @Inject
    EventProducer producer;

    private final String cpc = "b" + UUID.randomUUID().toString().substring(0, 8);
    private BacktestApi api;

    @BeforeEach
    void portal() {
        api = new BacktestApi(loop, cpc);
    }

    @Test
    @DisplayName("B7: a backtest of the published version gives exactly the decisions made, whatever changed since")
    void exact() {
        api.portal(",'contactPolicy':{'lowUnanswered':'FORBIDDEN','highUnanswered':'OPPORTUNITY'}");
        api.group("STRICT", ",'threshold':4");
        api.group("QUIET", "");
        api.publish(RULES);
        int recorded = 0;
        String[] scores = {"1", "2", "3", "4", "5", null};
        for (ContactChoice choice : ContactChoice.values()) {
            for (String group : List.of("STRICT", "QUIET", "OTHER")) {
                for (String score : scores) {
                    Instant at = START.plus(Duration.ofHours(3L * recorded));
                    api.recorded(api.survey("r-" + recorded++, group, score, choice, at));
                }
            }
        }
        // The last of them once more, one in a second version, one replaced, and one that is history.
        SurveyRecorded repeated = api.survey("r-0", "STRICT", "1", ContactChoice.YES, START);
        api.recorded(repeated);
        SurveyRecorded happier = api.survey("r-0", "STRICT", "5", ContactChoice.NO, START);
        api.again(repeated, happier, 2, ResponseState.RECORDED, START.plusSeconds(60));
        SurveyRecorded replaced = api.survey("r-1", "STRICT", "2", ContactChoice.YES, START);
        api.again(replaced, replaced, 2, ResponseState.REPLACED, START.plusSeconds(60));
        SurveyRecorded history = api.survey("r-old", "STRICT", "1", ContactChoice.YES, START);
        api.again(history, history, 1, ResponseState.RECORDED, START.plus(Duration.ofDays(30)));
        List<RecoveryDecided> decisions = api.decisions(recorded + 4);
        Map<String, RecoveryDecided> newest = new HashMap<>();
        decisions.forEach(
                d -> newest.merge(d.responseId(), d, (a, b) -> b.responseVersion() > a.responseVersion() ? b : a));

        api.portal(",'overall':'nps','serviceRecoveryThreshold':9");
        api.group("STRICT", ",'threshold':null");
        JsonPath found = api.over(api.asked("{" + PERIOD + ",'version':1}"));

        long cases = newest.values().stream().filter(RecoveryDecided::candidate).count();
        assertThat(cases).isGreaterThan(20);
        assertThat(found.getString("state")).isEqualTo("DONE");
        assertThat(found.getDouble("progress")).isEqualTo(1);
        assertThat(found.getString("rules")).isEqualTo("version 1");
        assertThat(found.getString("note")).isNull();
        assertThat(found.getLong("judged")).isEqualTo(newest.size() - 1);
        assertThat(found.getLong("gained.count")).isZero();
        assertThat(found.getLong("lost.count")).isZero();
        assertThat(found.getLong("kept.count")).isEqualTo(cases);
        List<Map<String, Object>> kept = found.getList("kept.examples");
        assertThat(kept).hasSize((int) Math.min(cases, 50)).allSatisfy(example -> {
            RecoveryDecided decided = newest.get(example.get("responseId"));
            assertThat(example.get("after")).isEqualTo(example.get("before"));
            assertThat(example.get("rules")).isEqualTo(decided.matchedRules());
            assertThat(((Map<?, ?>) example.get("before")).get("summary"))
                    .isEqualTo(decided.explanation().summary());
        });
        found.<Map<String, Object>>getList("byGroupAndDay")
                .forEach(load -> assertThat(load.get("after")).isEqualTo(load.get("before")));
    }

    @Test
    @DisplayName(
            "B7, H2: the cases of a backtest are responses: a key without responses:read is told their number alone")
    void withoutResponses() {
        api.portal("");
        api.group("NET", "");
        api.recorded(api.survey("r-3", "NET", "3", ContactChoice.NOT_ASKED, START));
        api.decisions(1);
        String id = api.asked("{" + PERIOD + ",'draft':" + RULES + "}");
        assertThat(api.over(id).getList("gained.examples.responseId")).isEqualTo(List.of("r-3"));
        String rules = made("rules", Scope.RULES_READ, Scope.RULES_WRITE);
        String both = made("both", Scope.RULES_READ, Scope.RESPONSES_READ);
        String one = "backtests/" + id;
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> api.get(rules, one).extract().statusCode() == 200
                        && api.get(both, one).extract().statusCode() == 200);

        JsonPath told = api.get(rules, one).extract().jsonPath();
        assertThat(told.getLong("gained.count")).isEqualTo(1);
        assertThat(told.getMap("gained")).containsOnlyKeys("count");
        assertThat(told.getMap("kept")).containsOnlyKeys("count");
        assertThat(told.getMap("lost")).containsOnlyKeys("count");
        api.get(rules, one + "/cases?side=gained").statusCode(403).body("scope", equalTo("responses:read"));
        api.get(both, one).body("gained.examples.responseId", contains("r-3"));
        api.get(both, one + "/cases?side=gained").statusCode(200).body("items.responseId", contains("r-3"));
    }

    /** The secret of a key of this portal. */
    private String made(String name, Scope... scopes) {
        String secret = name + "-" + UUID.randomUUID();
        AccessKey key =
                KeyBuilder.key(Sha256.hex(secret)).portal(cpc).scopes(scopes).build();
        producer.sendAll(List.of(
                OutboundEvent.of(Topics.ACCESS, key.hash(), UUID.randomUUID().toString(), EventTypes.KEY, key)));
        return secret;
    }

    @Test
    @DisplayName("B7: a draft is run over the past: cases gained, lost and kept with examples, load against the cap;"
            + " nothing is emitted on any topic")
    void draft() throws Exception {
        api.portal("");
        api.group("NET", ",'dailyCap':2");
        api.recorded(api.survey("r-low", "NET", "1", ContactChoice.YES, START));
        api.recorded(api.survey("r-3", "NET", "3", ContactChoice.NOT_ASKED, START));
        api.recorded(api.survey("r-no", "NET", "3", ContactChoice.NO, START));
        api.recorded(api.survey("r-quiet", "QUIET", "2", ContactChoice.NOT_ASKED, START.plus(Duration.ofDays(1))));
        // Half past eleven at night in UTC is the next day in the portal's zone.
        api.recorded(api.survey("r-late", "NET", "3", ContactChoice.NOT_ASKED, Instant.parse("2026-11-10T23:30:00Z")));
        api.recorded(api.survey("r-after", "NET", "3", ContactChoice.NOT_ASKED, Instant.parse("2026-11-20T23:00:00Z")));
        api.decisions(6);
        Map<TopicPartition, Long> before = ends();

        String id = api.asked("{" + PERIOD + ",'draft':" + RULES + "}");
        JsonPath found = api.over(id);

        assertThat(found.getString("state")).isEqualTo("DONE");
        assertThat(found.getString("rules")).isEqualTo("draft");
        assertThat(found.getString("tag")).isNull();
        api.get("backtests/" + id + "/cases?side=gained&size=1&page=1")
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.responseId", contains("r-3"));
        api.get("backtests/" + id + "/cases?side=GAINED").statusCode(400).body("errors.pointer", contains("?side"));
        assertThat(found.getLong("judged")).isEqualTo(5);
        assertThat(found.getList("gained.examples.responseId")).isEqualTo(List.of("r-late", "r-3"));
        assertThat(found.getList("lost.examples.responseId")).isEqualTo(List.of("r-quiet"));
        assertThat(found.getList("kept.examples.responseId")).isEqualTo(List.of("r-low"));
        assertThat(found.getString("gained.examples[1].before.kind")).isEqualTo("NONE");
        assertThat(found.getMap("gained.examples[1].after"))
                .containsEntry("kind", "RECOVERY")
                .containsEntry("contact", "REQUIRED")
                .containsEntry("alert", "IMMEDIATE")
                .containsEntry("priority", 1)
                .containsEntry(
                        "summary",
                        "Flagged: overall 3 of 5 is above your threshold 2, and the survey did not ask about contact;"
                                + " your rule \"calls\" applies");
        assertThat(found.getList("byGroupAndDay"))
                .isEqualTo(List.of(
                        load("NET", "2026-11-10", 2, 1, 2),
                        load("NET", "2026-11-11", 2, 0, 1),
                        load("QUIET", "2026-11-11", null, 1, 0)));
        assertThat(found.getList("byRule.name")).isEqualTo(List.of("calls", "quiet"));
        assertThat(found.getList("byRule.matched")).isEqualTo(List.of(3, 1));
        assertThat(found.getList("byRule.gained")).isEqualTo(List.of(2, 0));
        assertThat(found.getList("byScore.score")).isEqualTo(List.of("1", "2", "3"));
        assertThat(ends()).isEqualTo(before);
        api.get("draft").body("rules", equalTo(List.of()));
    }

    @Test
    @DisplayName("B7: several backtests run one after the other, in the order they were asked for, and are listed")
    void queued() {
        api.portal("");
        List<String> ids = List.of(
                api.asked("{" + PERIOD + "}"),
                api.asked("{'from':'2026-11-10T00:00:00Z','to':'2026-11-10T00:00:01Z'}"),
                api.asked("{" + PERIOD + "}"));
        Instant free = Instant.MIN;
        for (String id : ids) {
            JsonPath found = api.over(id);
            assertThat(found.getString("state")).isEqualTo("DONE");
            assertThat(Instant.parse(found.getString("startedAt"))).isAfterOrEqualTo(free);
            free = Instant.parse(found.getString("finishedAt"));
        }
        api.get("backtests?size=2")
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.backtestId", contains(ids.get(2), ids.get(1)))
                .body("items[0].rules", equalTo("version 0"))
                .body("items[0].tag", equalTo("v0"))
                .body("items[0].gained.count", equalTo(0))
                .body("items[0].gained", not(hasKey("examples")))
                .body("items[0]", not(hasKey("byRule")));
        api.delete("backtests/" + ids.get(0)).statusCode(409);
        api.delete("backtests/" + UUID.randomUUID()).statusCode(404);
        api.get("backtests/none").statusCode(404);
    }

    @Test
    @DisplayName("B7: what cannot be backtested is told with every place")
    void refused() {
        api.portal("");
        api.post("backtest", "{'from':'2026-11-10','to':'soon','draft':{'rules':[{'name':'x'}]},'version':'last'}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/to", "/draft/rules/0/when", "/draft/rules/0/then", "/version"));
        api.post("backtest", "{'from':'2026-11-10','to':'2026-11-09'}")
                .statusCode(400)
                .body("errors.pointer", contains("/to"));
        for (String early : List.of("0000-01-01", "1899-12-31", "0001-01-01T00:00:00Z")) {
            api.post("backtest", "{'from':'" + early + "','to':'2026-11-01'}")
                    .statusCode(400)
                    .body("errors.pointer", contains("/from"));
        }
        api.post("backtest", "{'from':'2026-11-01','to':'9999-12-31'}")
                .statusCode(400)
                .body("errors.pointer", contains("/to"));
        api.post("backtest", "{" + PERIOD + ",'version':4}")
                .statusCode(400)
                .body("errors.pointer", hasItem("/version"));
        api.post("backtest", "[").statusCode(400);
    }

    @Test
    @DisplayName("B7: what retention has taken is said, and what is still there is judged")
    void retention() throws Exception {
        api.portal("");
        api.recorded(api.survey("r-gone", "G", "1", ContactChoice.YES, START));
        api.decisions(1);
        Map<TopicPartition, RecordsToDelete> old = new HashMap<>();
        ends().forEach((partition, end) -> {
            if (partition.topic().equals(Topics.DECIDED)) {
                old.put(partition, RecordsToDelete.beforeOffset(end));
            }
        });
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.deleteRecords(old).all().get(10, TimeUnit.SECONDS);
        }
        Instant since = Instant.now();
        api.recorded(api.survey("r-kept", "G", "1", ContactChoice.YES, START));
        api.decisions(1);

        JsonPath found = api.over(api.asked("{" + PERIOD + "}"));

        assertThat(found.getList("kept.examples.responseId")).isEqualTo(List.of("r-kept"));
        assertThat(Instant.parse(found.getString("heldFrom"))).isAfter(since.minusSeconds(1));
        Instant later = Instant.now().plusSeconds(1);
        JsonPath held = api.over(api.asked("{'from':'" + later + "','to':'" + later.plusSeconds(1) + "'}"));
        assertThat(held.getString("heldFrom")).isNull();
    }

    private static Map<String, Object> load(String group, String day, Integer cap, int before, int after) {
        Map<String, Object> load =
                new HashMap<>(Map.of("supportGroup", group, "day", day, "before", before, "after", after));
        load.put("cap", cap);
        return load;
    }

    /** The end of every partition of every topic that somebody could hear, but of the audit log, which is told of each start. */
    private Map<TopicPartition, Long> ends() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> topics = new HashSet<>(admin.listTopics().names().get(10, TimeUnit.SECONDS));
            topics.remove(Topics.AUDIT);
            Map<TopicPartition, OffsetSpec> all = new HashMap<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get(10, TimeUnit.SECONDS)
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(p ->
                                    all.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            Map<TopicPartition, ListOffsetsResultInfo> found =
                    admin.listOffsets(all).all().get(10, TimeUnit.SECONDS);
            found.forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        }
    }
}
