package io.amends.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.AuditAction;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.directory.SourceVendor;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a source sent is read again by a better mapping: looked at first, then applied, and nothing is said twice (A12). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class ReplayTest {
    private static final String CPC = "replays-here";
    private static final String MAPPING =
            ",'defaults':{'supportGroup':'G1'},'mappingVersion':%d,'mapping':{'responseId':'/id','ticketId':'/ticket',"
                    + "'submittedAt':'/at','updatedAt':'/changed','comment':'%s','measures':{'csat':'%s'}}";
    private static final String WRONG = MAPPING.formatted(1, "/wrong", "/score");
    private static final String RIGHT = MAPPING.formatted(2, "/words", "/score");

    // No replay gets further, as if the service had been killed with everything done and nothing committed.
    private static final String KILL =
            """
            CREATE FUNCTION killed() RETURNS trigger AS $$ BEGIN
              IF NEW.reached_id > 0 THEN RAISE EXCEPTION 'by a test' USING ERRCODE = '57P01'; END IF;
              RETURN NEW; END $$ LANGUAGE plpgsql;
            CREATE TRIGGER killed BEFORE UPDATE ON source_replay FOR EACH ROW EXECUTE FUNCTION killed()""";
    private static final String ALIVE =
            "DROP TRIGGER IF EXISTS killed ON source_replay; DROP FUNCTION IF EXISTS killed()";

    @Inject
    Jdbi jdbi;

    private Wire wire;

    @BeforeEach
    void portals() {
        wire = new Wire();
        wire.portals(CPC);
    }

    @AfterEach
    void close() {
        jdbi.useHandle(db -> db.execute(ALIVE));
        wire.close();
    }

    private Hook hook(String mapping) {
        return new Hook(CPC, "s" + UUID.randomUUID().toString().substring(0, 8), SourceVendor.JSON).made(wire, mapping);
    }

    /** Sends a response, and waits until it is recorded. */
    private static String sent(Hook hook, String words) {
        return sent(hook, "r-" + UUID.randomUUID(), words, Survey.now());
    }

    private static String sent(Hook hook, String id, String words, Instant changed) {
        hook.send(Hook.bytes("{'id':'" + id + "','ticket':'T-" + id + "','score':'1','at':'"
                        + Survey.now().minusSeconds(60) + "','changed':'" + changed + "'" + words + "}"))
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Door.get(CPC, id),
                        answer -> answer.statusCode() == 200
                                && answer.jsonPath()
                                        .getString("response.updatedAt")
                                        .equals(changed.toString()));
        return id;
    }

    /** The mapping is another one, and the service reads by it. */
    private void mapped(Hook hook, String mapping) {
        hook.entry(wire, mapping);
        byte[] sample = Hook.bytes("{'id':'x','ticket':'T','score':'1','at':'2026-11-20T08:00:00Z','words':'w'}");
        await().atMost(Duration.ofSeconds(20)).until(() -> "w"
                .equals(Door.open()
                        .body(sample)
                        .post(hook.path("test"))
                        .jsonPath()
                        .getString("response.comment")));
    }

    private static Response begin(Hook hook, Instant from, Instant to, boolean dryRun) {
        return Door.open()
                .body("{\"from\":\"" + from + "\",\"to\":\"" + to + "\"" + (dryRun ? ",\"dryRun\":true" : "") + "}")
                .post(hook.path("replay"));
    }

    private static String begun(Hook hook, boolean dryRun) {
        Instant now = Survey.now();
        return begin(hook, now.minusSeconds(3600), now.plusSeconds(3600), dryRun)
                .then()
                .statusCode(202)
                .extract()
                .path("replayId");
    }

    private static JsonPath replay(String id) {
        return Door.open()
                .get("/v1/portals/" + CPC + "/replays/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath over(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> replay(id), is -> !is.getString("state").equals("RUNNING"));
    }

    private static JsonPath replayed(Hook hook, boolean dryRun) {
        JsonPath is = over(begun(hook, dryRun));
        assertThat(is.getString("state")).isEqualTo("DONE");
        return is;
    }

    private static int version(String id) {
        return Door.get(CPC, id).jsonPath().getInt("version");
    }

    /** The types of all events of responses on a topic, once nothing waits in the outbox any more. */
    private List<String> events(String topic, String... ids) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbi.withHandle(db -> db.createQuery("SELECT count(*) FROM outbox")
                                .mapTo(Long.class)
                                .one())
                        == 0);
        List<String> types = new ArrayList<>();
        for (var record : WholeTopic.read(Brokers.shared().bootstrap(), topic)) {
            JsonNode id = Wire.data(record).path("responseId");
            if (List.of(ids).contains(id.asText())) {
                types.add(Wire.header(record, "ce_type"));
            }
        }
        return types;
    }

    @Test
    @DisplayName(
            "A12: a dry run tells by field, with examples, what a corrected mapping would change, and changes nothing")
    void looked() {
        Hook hook = hook(WRONG);
        String said = sent(hook, ",'words':'Late again'");
        String silent = sent(hook, "");
        hook.send(Hook.bytes("{'id':'no time','words':'w'}"));
        hook.deliveries(all -> all.stream().anyMatch(delivery -> "REFUSED".equals(delivery.get("outcome"))));
        mapped(hook, RIGHT);

        JsonPath is = replayed(hook, true);

        assertThat(is.getBoolean("dryRun")).isTrue();
        assertThat(is.getDouble("progress")).isEqualTo(1);
        assertThat(is.getInt("unchanged")).isEqualTo(1);
        assertThat(is.getInt("refused")).isEqualTo(1);
        assertThat(is.getInt("changed.count")).isEqualTo(1);
        // What was kept as a property, since nobody named it, is the comment now.
        assertThat(is.<String, Integer>getMap("changed.fields")).isEqualTo(Map.of("comment", 1, "properties.words", 1));
        assertThat(is.<Map<String, String>>getList("changed.examples")).anySatisfy(example -> assertThat(example)
                .containsEntry("responseId", said)
                .containsEntry("field", "comment")
                .containsEntry("before", null)
                .containsEntry("after", "Late again"));
        assertThat(version(said)).isEqualTo(1);
        assertThat(events(Topics.RECORDED, said, silent)).hasSize(2);
        Door.open()
                .get("/v1/portals/" + CPC + "/replays?source=" + hook.code)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].replayId", equalTo(is.getString("replayId")));
    }

    @Test
    @DisplayName("A12, A2: what changes is one update, what does not is none, and nothing is submitted; applied again,"
            + " nothing changes")
    void applied() {
        Hook hook = hook(WRONG);
        String said = sent(hook, ",'words':'Late again'");
        String silent = sent(hook, "");
        mapped(hook, RIGHT);

        JsonPath first = replayed(hook, false);
        JsonPath again = replayed(hook, false);

        assertThat(first.getInt("changed.count")).isEqualTo(1);
        assertThat(again.getInt("changed.count")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(2);
        JsonPath standing = Door.get(CPC, said).jsonPath();
        assertThat(standing.getList("history.cause")).isEqualTo(List.of("SENT", "REPLAYED"));
        assertThat(standing.getString("history[1].replayId")).isEqualTo(first.getString("replayId"));
        assertThat(Door.get(CPC, said).jsonPath().getString("response.comment")).isEqualTo("Late again");
        assertThat(version(silent)).isEqualTo(1);
        assertThat(events(Topics.RECORDED, said))
                .containsExactly(EventTypes.SURVEY_RECORDED, EventTypes.SURVEY_UPDATED);
        assertThat(events(Topics.RECORDED, silent)).containsExactly(EventTypes.SURVEY_RECORDED);
        assertThat(events(Topics.SUBMITTED, said, silent)).hasSize(2);
    }

    @Test
    @DisplayName("A12, A6, A8: what a person corrected stays over a replay, and a replaced response stays replaced")
    void corrected() {
        Hook hook = hook(WRONG);
        String moved = sent(hook, ",'words':'Late again'");
        Door.open()
                .body("{\"portal\":\"" + CPC + "\",\"responseIds\":[\"" + moved
                        + "\"],\"supportGroup\":\"G2\",\"reason\":\"theirs\"}")
                .post("/v1/surveys/reassign")
                .then()
                .statusCode(200);
        String replaced = sent(hook, ",'words':'First'");
        Survey newer = new Survey()
                .with("portal", CPC)
                .with("ticketId", "T-" + replaced)
                .with("submittedAt", Survey.now().toString());
        Door.post(newer.json()).then().statusCode(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> "REPLACED"
                .equals(Door.get(CPC, replaced).jsonPath().getString("state")));
        mapped(hook, RIGHT);

        assertThat(replayed(hook, false).getInt("changed.count")).isEqualTo(2);

        JsonPath is = Door.get(CPC, moved).jsonPath();
        assertThat(is.getString("response.supportGroup")).isEqualTo("G2");
        assertThat(is.getString("response.comment")).isEqualTo("Late again");
        JsonPath old = Door.get(CPC, replaced).jsonPath();
        assertThat(old.getString("state")).isEqualTo("REPLACED");
        assertThat(old.getString("replacedBy")).isEqualTo(newer.id());
        assertThat(old.getString("response.comment")).isEqualTo("First");
    }

    @Test
    @DisplayName(
            "A12, A3: of several bodies of a response the newest counts; what the vendor changes later wins, and what"
                    + " comes late from before does not")
    void newest() {
        Hook hook = hook(WRONG);
        Instant first = Survey.now().minusSeconds(30);
        String id = "r-" + UUID.randomUUID();
        sent(hook, id, ",'words':'first'", first);
        sent(hook, id, ",'words':'second'", first.plusSeconds(10));
        mapped(hook, RIGHT);

        JsonPath is = replayed(hook, false);

        assertThat(is.getInt("changed.count")).isEqualTo(1);
        assertThat(is.getInt("unchanged")).isEqualTo(1);
        assertThat(Door.get(CPC, id).jsonPath().getString("response.comment")).isEqualTo("second");
        assertThat(version(id)).isEqualTo(3);

        hook.send(Hook.bytes("{'id':'" + id + "','ticket':'T-" + id + "','score':'1','at':'" + first + "','changed':'"
                + first.plusSeconds(5) + "','words':'between'}"));
        sent(hook, id, ",'words':'third'", first.plusSeconds(20));
        assertThat(Door.get(CPC, id).jsonPath().getString("response.comment")).isEqualTo("third");
        assertThat(Door.get(CPC, id).jsonPath().getList("history.what"))
                .containsExactlyInAnyOrder("recorded", "updated", "updated", "stale", "updated");
        assertThat(replayed(hook, false).getInt("changed.count")).isZero();
    }

    @Test
    @DisplayName("A12: what was refused becomes a response when the mapping can read it, and its delivery says so")
    void refusedBefore() {
        Hook hook = hook(MAPPING.formatted(1, "/words", "/score").replace("'/at'", "'/nowhere'"));
        String id = "r-" + UUID.randomUUID();
        hook.send(Hook.bytes("{'id':'" + id + "','ticket':'T-" + id + "','score':'1','at':'" + Survey.now() + "'}"));
        hook.newest("REFUSED");
        mapped(hook, RIGHT);

        JsonPath is = replayed(hook, false);

        assertThat(is.<String, Integer>getMap("changed.fields")).isEqualTo(Map.of("responseId", 1));
        assertThat(hook.response(id).getString("state")).isEqualTo("RECORDED");
        assertThat(hook.newest("ACCEPTED").get("mappingVersion")).isEqualTo(2);
        assertThat(events(Topics.RECORDED, id)).containsExactly(EventTypes.SURVEY_RECORDED);
        assertThat(replayed(hook, false).getInt("unchanged")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "A12: a body that is another response by now is counted and shown, and left alone unless that is asked for")
    void another() {
        Hook hook = hook(WRONG);
        String other = "x-" + UUID.randomUUID();
        String id = sent(hook, ",'words':'Late again','second':'" + other + "'");
        mapped(hook, RIGHT.replace("'/id'", "'/second'"));

        JsonPath looked = replayed(hook, true);
        JsonPath applied = replayed(hook, false);

        for (JsonPath is : List.of(looked, applied)) {
            assertThat(is.getInt("changed.count")).isZero();
            assertThat(is.getInt("another.count")).isEqualTo(1);
            assertThat(is.getBoolean("another.applied")).isFalse();
            assertThat(is.<Map<String, String>>getList("another.examples"))
                    .containsExactly(Map.of("responseId", id, "field", "responseId", "before", id, "after", other));
        }
        assertThat(Door.get(CPC, other).statusCode()).isEqualTo(404);
        assertThat(events(Topics.RECORDED, id, other)).containsExactly(EventTypes.SURVEY_RECORDED);

        Instant now = Survey.now();
        String asked = Door.open()
                .body("{\"from\":\"" + now.minusSeconds(3600) + "\",\"to\":\"" + now.plusSeconds(3600)
                        + "\",\"another\":true}")
                .post(hook.path("replay"))
                .path("replayId");

        assertThat(over(asked).getBoolean("another.applied")).isTrue();
        assertThat(hook.response(other).getString("state")).isEqualTo("RECORDED");
        JsonPath again = replayed(hook, false);
        assertThat(again.getInt("another.count")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(1);
    }

    @Test
    @DisplayName("A12: a replay that is killed goes on, and says nothing twice")
    void killed() {
        Hook hook = hook(WRONG);
        String said = sent(hook, ",'words':'Late again'");
        mapped(hook, RIGHT);
        jdbi.useHandle(db -> db.execute(KILL));
        String id = begun(hook, false);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbi.withHandle(db -> db.createQuery(
                                "SELECT touched_at > begun_at FROM source_replay WHERE id = CAST(:id AS uuid)")
                        .bind("id", id)
                        .mapTo(Boolean.class)
                        .one()));
        assertThat(version(said)).isEqualTo(1);
        jdbi.useHandle(db -> db.execute(ALIVE));

        assertThat(over(id).getString("state")).isEqualTo("DONE");

        assertThat(events(Topics.RECORDED, said))
                .containsExactly(EventTypes.SURVEY_RECORDED, EventTypes.SURVEY_UPDATED);
    }

    @Test
    @DisplayName(
            "A12: a range that is none, or is not kept, is refused at its place, an unknown source is not there, and"
                    + " one replay at a time is run")
    void refused() {
        Hook hook = hook(WRONG);
        Instant now = Survey.now();

        begin(hook, now, now.minusSeconds(1), true).then().statusCode(400).body("errors[0].pointer", equalTo("/to"));
        begin(hook, now.minus(Duration.ofDays(401)), now, true)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/from"))
                .body("errors[0].reason", containsString("400 days"));
        Door.open()
                .body("{}")
                .post(hook.path("replay"))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/from", "/to")));
        begin(new Hook(CPC, "nobody", SourceVendor.JSON), now.minusSeconds(1), now, true)
                .then()
                .statusCode(404);
        for (String unknown : List.of("x", UUID.randomUUID().toString())) {
            Door.open().get("/v1/portals/" + CPC + "/replays/" + unknown).then().statusCode(404);
        }
        Door.open().get("/v1/portals/" + CPC + "/replays").then().statusCode(400);

        UUID running = UUID.randomUUID();
        jdbi.useHandle(db -> db.createUpdate(
                        """
                        INSERT INTO source_replay (id, portal, source, from_at, to_at, dry_run, state, author, deliveries,
                          reached_at, found, leased_until)
                        SELECT :id, :portal, :source, now(), now(), true, 'RUNNING', 'a', 0, now(), '{}',
                          now() + interval '1 hour'""")
                .bind("id", running)
                .bind("portal", CPC)
                .bind("source", hook.code)
                .execute());
        begin(hook, now.minusSeconds(1), now, true)
                .then()
                .statusCode(409)
                .body("replayId", equalTo(running.toString()));
        jdbi.useHandle(db -> db.execute("DELETE FROM source_replay WHERE id = ?", running));
    }

    @Test
    @DisplayName("A12, H4: a replay that is applied is an entry of the audit log with its range; a dry run is none")
    void audited() {
        Hook hook = hook(WRONG);
        replayed(hook, true);
        String applied = replayed(hook, false).getString("replayId");

        List<JsonNode> entries = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, CPC).stream()
                                .filter(entry -> AuditAction.SOURCE_REPLAYED
                                        .name()
                                        .equals(entry.get("what").asText()))
                                .filter(entry -> entry.get("subject").asText().equals("source/" + hook.code))
                                .toList(),
                        found -> !found.isEmpty());

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).at("/after/replayId").asText()).isEqualTo(applied);
        assertThat(entries.get(0).at("/after/from").asText()).isNotEmpty();
    }
}
