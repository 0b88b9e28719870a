package io.amends.ingest.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.amends.contracts.CloudEventHeaders;
import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Surveys from files, with a real Kafka and PostgreSQL (A1). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class ImportsTest {
    private static final String CPC = "imports";
    private static final String HEAD = "responseId,ticketId,supportGroup,submittedAt,measures.csat,comment\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    // Of the rows with this comment no progress can be written, as if the service had been killed when Kafka had them.
    private static final String KILL =
            """
            CREATE FUNCTION killed() RETURNS trigger AS $$ BEGIN
              IF NEW.content LIKE '%killed here%' THEN RAISE EXCEPTION 'by a test' USING ERRCODE = '57P01'; END IF;
              RETURN NEW; END $$ LANGUAGE plpgsql;
            CREATE TRIGGER killed BEFORE INSERT ON survey_import_refusal FOR EACH ROW EXECUTE FUNCTION killed()""";

    /** Rows with this comment take their time, so that somebody can cancel meanwhile. */
    private static final String SLOW =
            """
            CREATE FUNCTION killed() RETURNS trigger AS $$ BEGIN
              IF NEW.content LIKE '%slow here%' THEN PERFORM pg_sleep(0.5); END IF;
              RETURN NEW; END $$ LANGUAGE plpgsql;
            CREATE TRIGGER killed BEFORE INSERT ON survey_import_refusal FOR EACH ROW EXECUTE FUNCTION killed()""";

    private static final String ALIVE =
            "DROP TRIGGER IF EXISTS killed ON survey_import_refusal; DROP FUNCTION IF EXISTS killed()";

    @Inject
    Jdbi jdbi;

    private Wire wire;

    @BeforeEach
    void portal() {
        wire = new Wire();
        wire.portals(CPC, "acme", "beta");
    }

    @AfterEach
    void close() {
        jdbi.useHandle(db -> db.execute(ALIVE));
        wire.close();
    }

    static Response send(byte[] file, String query) {
        return Door.open().contentType("text/csv").body(file).post("/v1/surveys/import?cpc=" + CPC + query);
    }

    static String imported(byte[] file, String query) {
        return send(file, query).then().statusCode(202).extract().path("importId");
    }

    static JsonPath get(String id) {
        return Door.open()
                .get("/v1/imports/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath over(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get(id), is -> !is.getString("state").equals("RUNNING"));
    }

    private static String row(String id, String comment) {
        return id + ",T-" + id + ",G1,2026-11-20T08:00:00Z,2," + comment + "\n";
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Response refused(String id) {
        return Door.open().get("/v1/imports/{id}/refused", id);
    }

    private static JsonPath recorded(String responseId) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> Door.get(CPC, responseId), answer -> answer.statusCode() == 200)
                .jsonPath();
    }

    @Test
    @DisplayName("A1: the lines of a file are responses like all others, and each refused one is told with its reasons")
    void file() {
        String first = id();
        String second = id();
        byte[] file = (HEAD
                        + row(first, "\"Two lines,\n\"\"quoted\"\"\"")
                        + "x,T,G1,yesterday,much,=1+1\n"
                        + "\n"
                        + row(second, ""))
                .getBytes(UTF_8);

        String id = imported(file, "&file=november.csv");
        JsonPath over = over(id);

        assertThat(over.getString("state")).isEqualTo("DONE");
        assertThat(over.getLong("lines")).isEqualTo(3);
        assertThat(over.getLong("accepted")).isEqualTo(2);
        assertThat(over.getLong("refused")).isEqualTo(1);
        assertThat(over.getDouble("progress")).isEqualTo(1);
        assertThat(over.getString("file")).isEqualTo("november.csv");
        JsonPath standing = recorded(first);
        assertThat(standing.getString("state")).isEqualTo("RECORDED");
        assertThat(standing.getString("response.comment")).isEqualTo("Two lines,\n\"quoted\"");
        recorded(second);
        String csv = refused(id)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .contains("line,reason,content\r\n4,\"/submittedAt: must be a time")
                .contains("/measures/csat");
        assertThat(csv).contains(",'=1+1").doesNotContain(",=1+1");
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        db -> db.createQuery("SELECT count(*) FROM survey_import_chunk WHERE import = :id")
                                .bind("id", UUID.fromString(id))
                                .mapTo(Integer.class)
                                .one()))
                .as("pieces of a file that is read")
                .isZero();
        Door.open().get("/v1/imports?cpc=" + CPC).then().statusCode(200).body("items.importId", hasItem(id));
    }

    @Test
    @DisplayName("A1, A2: the same file again is accepted again and changes nothing")
    void again() {
        String response = id();
        byte[] file = (HEAD + row(response, "once")).getBytes(UTF_8);
        over(imported(file, ""));
        recorded(response);

        assertThat(over(imported(file, "")).getLong("accepted")).isEqualTo(1);
        Survey after = new Survey()
                .with("portal", CPC)
                .with("ticketId", "T-" + response)
                .with("followUpOf", "c1");
        Door.post(after.json()).then().statusCode(202);
        Door.awaitState(after, "RECORDED"); // same key, so the repetition has been read by now

        assertThat(recorded(response).getLong("version")).isEqualTo(1);
        assertThat(wire.recorded(response, 1)).hasSize(1);
    }

    @Test
    @DisplayName("A1: an import that is killed between Kafka and its progress goes on there, and nothing is twice or"
            + " missing")
    void killed() {
        jdbi.useHandle(db -> db.execute(KILL));
        List<String> ids = IntStream.range(0, 1800).mapToObj(i -> id()).toList();
        String rows = ids.stream().map(one -> row(one, "of many")).collect(Collectors.joining());
        int middle = rows.indexOf(ids.get(700));
        byte[] file = (HEAD + rows.substring(0, middle) + "killed here\n" + rows.substring(middle)).getBytes(UTF_8);

        String id = imported(file, "");
        await().atMost(Duration.ofSeconds(20)).until(() -> get(id).getLong("accepted") == 500);
        recorded(ids.get(800)); // Kafka has what nobody could say
        assertThat(get(id).getString("state")).isEqualTo("RUNNING");
        jdbi.useHandle(db -> db.execute(ALIVE));
        JsonPath over = over(id);

        assertThat(over.getString("state")).isEqualTo("DONE");
        assertThat(over.getLong("accepted")).isEqualTo(1800);
        assertThat(over.getLong("refused")).isEqualTo(1);
        assertThat(refused(id).asString()).contains("\r\n702,");
        recorded(ids.get(1799));
        for (int i = 0; i < 1800; i += 100) {
            assertThat(recorded(ids.get(i)).getList("history")).as(ids.get(i)).hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "A1: an import that is cancelled ends with the rows on their way and says how many it took; the same file"
                    + " again takes the others")
    void cancelled() {
        jdbi.useHandle(db -> db.execute(SLOW));
        String mark = id();
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < 4000; i++) {
            file.append(i % 500 == 0 ? "slow here\n" : row(mark + "-" + i, "of many"));
        }
        byte[] sent = file.toString().getBytes(UTF_8);
        String id = imported(sent, "");
        await().atMost(Duration.ofSeconds(20)).until(() -> get(id).getLong("accepted") > 0);
        Door.open()
                .delete("/v1/imports/{id}?state=HELD", id)
                .then()
                .statusCode(409)
                .body("detail", containsString("held no more"));
        Door.open()
                .delete("/v1/imports/{id}?state=RUNNING", id)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?state"));
        assertThat(get(id).getBoolean("stopping")).isFalse();
        Door.open().delete("/v1/imports/{id}", id).then().statusCode(204);
        Door.open().delete("/v1/imports/{id}", id).then().statusCode(204);
        JsonPath over = over(id);

        assertThat(over.getString("state")).isEqualTo("CANCELLED");
        assertThat(over.getString("finishedAt")).isNotNull();
        assertThat(over.getLong("accepted")).isBetween(1L, 3500L).isEqualTo(submitted(mark));
        assertThat(over.getLong("lines")).isEqualTo(over.getLong("accepted") + over.getLong("refused"));
        Door.open().delete("/v1/imports/{id}", id).then().statusCode(204);
        jdbi.useHandle(db -> db.execute(ALIVE));
        String again = imported(sent, "");
        assertThat(over(again).getLong("accepted")).isEqualTo(3992);
        assertThat(recorded(mark + "-1").getList("history")).hasSize(1);
        recorded(mark + "-3999");
        Door.open()
                .delete("/v1/imports/{id}", again)
                .then()
                .statusCode(409)
                .body("detail", containsString("What it took stays"));
    }

    @Test
    @DisplayName("A1: rows reach Kafka in the order of the file, however long each takes to check")
    void ordered() {
        String mark = id();
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < 3000; i++) {
            // The first of each two thousand take longest to check.
            file.append(row(mark + "-" + i, i % 2000 < 500 ? "long ".repeat(800) : "short"));
        }

        assertThat(over(imported(file.toString().getBytes(UTF_8), "")).getLong("accepted"))
                .isEqualTo(3000);

        Map<Integer, List<Integer>> ofPartition = submissions(mark)
                .collect(Collectors.groupingBy(
                        ConsumerRecord::partition,
                        Collectors.mapping(
                                record -> Integer.valueOf(subject(record).substring(mark.length() + 1)),
                                Collectors.toList())));
        assertThat(ofPartition.values()).allSatisfy(rows -> assertThat(rows).isSorted());
        assertThat(ofPartition.values().stream().mapToInt(List::size).sum()).isEqualTo(3000);
    }

    private static String subject(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader(CloudEventHeaders.SUBJECT).value(), UTF_8);
    }

    /** How many rows with a mark Kafka has. */
    private static long submitted(String mark) {
        return submissions(mark).count();
    }

    private static Stream<ConsumerRecord<byte[], byte[]>> submissions(String mark) {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.SUBMITTED).stream()
                .filter(record -> new String(record.key(), UTF_8).contains(mark));
    }

    @Test
    @DisplayName("A1: a file that is held, and a preset, are deleted; nothing of the file is taken")
    void deleted() {
        String response = id();
        String held = imported((HEAD + row(response, "x")).getBytes(UTF_8), "&hold=true");
        Door.open().delete("/v1/imports/{id}?state=HELD", held).then().statusCode(204);
        Door.open().get("/v1/imports/{id}", held).then().statusCode(404);
        Door.open().delete("/v1/imports/{id}", held).then().statusCode(404);
        Door.open().post("/v1/imports/{id}/start", held).then().statusCode(404);
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        db -> db.createQuery("SELECT count(*) FROM survey_import_chunk WHERE import = :id")
                                .bind("id", UUID.fromString(held))
                                .mapTo(Integer.class)
                                .one()))
                .isZero();
        String preset = "/v1/portals/" + CPC + "/import-presets/gone";
        Door.open().body("{}").put(preset).then().statusCode(200);
        Door.open().delete(preset).then().statusCode(204);
        Door.open().get(preset).then().statusCode(404);
        Door.open().delete(preset).then().statusCode(404);
        assertThat(Door.get(CPC, response).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "A1, A5: a preview says of each row what becomes of it, with every reason: taken, in quarantine, refused,"
                    + " or left out since it is a test; an import counts them so")
    void fates() {
        String taken = id();
        String head = "Status,responseId,ticketId,supportGroup,submittedAt,csat,contactChoice\nStatus,b,c,d,e,f,g\n"
                + "\"{\"\"ImportId\"\":\"\"status\"\"}\",x,x,x,"
                + "\"{\"\"ImportId\"\":\"\"recordedDate\"\",\"\"timeZone\"\":\"\"America/Denver\"\"}\",x,x\n";
        byte[] file = (head
                        + "IP Address," + taken + ",T,G1,2026-11-20 01:00:00,2,YES\n"
                        + "IP Address," + id() + ",,NOPE,2026-11-20 01:00:00,2,YES\n"
                        + "IP Address,,T,G1,yesterday,much,maybe\n"
                        + "Survey Preview," + id() + ",T,G1,2026-11-20 01:00:00,2,YES\n")
                .getBytes(UTF_8);
        Door.open()
                .contentType("text/csv")
                .body(file)
                .post("/v1/surveys/import/preview?cpc=" + CPC)
                .then()
                .statusCode(200)
                .body("rows.fate", equalTo(List.of("TAKEN", "QUARANTINED", "REFUSED", "LEFT_OUT")))
                .body("rows[1].waits.cause", equalTo(List.of("TICKET_MISSING", "GROUP_UNKNOWN")))
                .body(
                        "rows[2].reasons.pointer",
                        containsInAnyOrder("/submittedAt", "/measures/csat", "/responseId", "/contactChoice"))
                .body("rows[3].reasons[0].reason", containsString("Survey Preview"))
                .body("columns[4].zone.name", equalTo("America/Denver"))
                .body("columns[4].zone.by", equalTo("FILE"));

        String id = imported(file, "");
        JsonPath over = over(id);
        assertThat(over.getLong("accepted")).isEqualTo(2);
        assertThat(over.getLong("refused")).isEqualTo(1);
        assertThat(over.getLong("leftOut")).isEqualTo(1);
        assertThat(over.getLong("lines")).isEqualTo(4);
        assertThat(recorded(taken).getString("response.submittedAt")).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(refused(id).asString())
                .contains("/submittedAt", "/measures/csat", "/responseId", "/contactChoice")
                .doesNotContain("Survey Preview");
    }

    @Test
    @DisplayName("A1: a preset reads a file of a German spreadsheet, and is kept as it was while the import runs")
    void preset() {
        String preset =
                """
                {"columns": {"Nummer": "responseId", "Vorgang": "ticketId", "Note": "measures.csat", "Eingang": "submittedAt",
                  "Text": "comment"}, "defaults": {"supportGroup": "G1"},
                 "formats": {"submittedAt": {"format": "dd.MM.yyyy HH:mm", "zone": "Europe/Berlin"}}}""";
        Door.open()
                .body(preset)
                .put("/v1/portals/" + CPC + "/import-presets/german")
                .then()
                .statusCode(200);
        String response = id();
        byte[] file = ("sep=;\r\nNummer;Vorgang;Note;Eingang;Text\r\n" + response
                        + ";T-1;4,5;20.11.2026 09:00;\"schön; „sehr“\"\r\n")
                .getBytes(WINDOWS);

        JsonPath shown = Door.open()
                .contentType("text/csv")
                .body(file)
                .post("/v1/surveys/import/preview?cpc=" + CPC + "&preset=german")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(shown.getString("encoding")).isEqualTo("windows-1252");
        assertThat(shown.getString("delimiter")).isEqualTo(";");
        assertThat(shown.getList("columns.field"))
                .isEqualTo(List.of("responseId", "ticketId", "measures.csat", "submittedAt", "comment"));
        assertThat(shown.getString("rows[0].response.submittedAt")).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(shown.getString("rows[0].response.comment")).isEqualTo("schön; „sehr“");
        assertThat(shown.getList("problems")).isEmpty();
        assertThat(Door.get(CPC, response).statusCode()).isEqualTo(404);

        assertThat(over(imported(file, "&preset=german")).getLong("accepted")).isEqualTo(1);
        assertThat(recorded(response).getFloat("response.measures.csat")).isEqualTo(4.5f);
        Door.open()
                .get("/v1/portals/" + CPC + "/import-presets/german")
                .then()
                .statusCode(200)
                .body("columns.Note", equalTo("measures.csat"))
                .body("formats.submittedAt.zone", equalTo("Europe/Berlin"));
        Door.open()
                .get("/v1/portals/" + CPC + "/import-presets")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("german"));
    }

    @Test
    @DisplayName("A1: whether the day or the month stands first, all rows of a large file say together, or a preset")
    void dayOrder() {
        String response = id();
        String row = row(response, "").replace("2026-11-20T08:00:00Z", "03/04/2026 10:00");
        byte[] open = (HEAD + row).getBytes(UTF_8);
        send(open, "")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/submittedAt")))
                .body("errors.reason", hasItem(containsString("in line 2")));
        assertThat(Door.get(CPC, response).statusCode()).isEqualTo(404);

        String last = row(id(), "").replace("2026-11-20T08:00:00Z", "26/11/2026 10:00");
        byte[] large = (HEAD + row.repeat(12_000) + last).getBytes(UTF_8); // more than the first of its pieces
        String id = imported(large, "&hold=true");
        Door.open()
                .get("/v1/imports/{id}/preview", id)
                .then()
                .statusCode(200)
                .body("problems", hasSize(0))
                .body("rows[0].response.submittedAt", containsString("2026-04-03T"));

        Door.open()
                .body("{\"formats\":{\"submittedAt\":{\"format\":\"MONTH_FIRST\"}}}")
                .put("/v1/portals/" + CPC + "/import-presets/american")
                .then()
                .statusCode(200);
        over(imported(open, "&preset=american"));
        assertThat(recorded(response).getString("response.submittedAt")).startsWith("2026-03-04T");
    }

    @Test
    @DisplayName("A1: a preset that is wrong is refused with every place, and an import that names none is refused too")
    void wrongPreset() {
        Door.open()
                .body("{\"columns\":{\"a\":\"nothing\"},\"formats\":{\"submittedAt\":{\"format\":\"HH\"}}}")
                .put("/v1/portals/" + CPC + "/import-presets/wrong")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/columns/a", "/formats/submittedAt/format")));
        send(HEAD.getBytes(UTF_8), "&preset=none").then().statusCode(400).body("errors.pointer", hasItem("?preset"));
    }

    @Test
    @DisplayName("A1: a file that is held is looked at, and imported once somebody starts it")
    void held() {
        String response = id();
        byte[] file = ("Nr,ticketId,supportGroup,submittedAt,csat\n" + response + ",T,G1,2026-11-20T08:00:00Z,2\n")
                .getBytes(UTF_8);
        String id = imported(file, "&hold=true");

        assertThat(get(id).getString("state")).isEqualTo("HELD");
        Door.open()
                .get("/v1/imports/{id}/preview", id)
                .then()
                .statusCode(200)
                .body("problems.pointer", hasItem("/responseId"))
                .body("columns", hasSize(5));
        Door.open()
                .post("/v1/imports/{id}/start", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/responseId"));
        Door.open()
                .body("{\"columns\":{\"Nr\":\"responseId\",\"csat\":\"measures.csat\"}}")
                .put("/v1/portals/" + CPC + "/import-presets/numbers")
                .then()
                .statusCode(200);
        Door.open().post("/v1/imports/{id}/start?preset=numbers", id).then().statusCode(200);
        Door.open().post("/v1/imports/{id}/start?preset=numbers", id).then().statusCode(409);

        assertThat(over(id).getLong("accepted")).isEqualTo(1);
        recorded(response);
    }

    @Test
    @DisplayName("A1: hostile files end like others: NUL, an open quotation mark, a huge line, noise")
    void hostile() {
        String good = id();
        String bad = HEAD + row(id(), "nul\0within") + row(id(), "\"open") + "x".repeat(3_000_000) + "\n"
                + row(good, "fine");
        JsonPath over = over(imported(bad.getBytes(UTF_8), ""));

        assertThat(over.getString("state")).isEqualTo("DONE");
        assertThat(over.getLong("accepted")).isEqualTo(2);
        assertThat(over.getLong("refused")).isEqualTo(2);
        recorded(good);
        byte[] noise = new byte[100_000];
        new java.util.Random(7).nextBytes(noise);
        send(noise, "").then().statusCode(400);
        send(new byte[0], "").then().statusCode(400).body("errors.reason", hasItem("the file is empty"));
        send("a,b\n1,2\n".getBytes(UTF_8), "").then().statusCode(400).body("errors.pointer", hasItem("/submittedAt"));
    }

    @Test
    @DisplayName(
            "H1: an import and its refused lines are for admins and auditors of its portal, and there for nobody else")
    void whose() {
        String id = imported((HEAD + row(id(), "x")).getBytes(UTF_8), "");

        assertThat(status(PersonToken.admin("user:ada", CPC), id)).isEqualTo(200);
        assertThat(status(PersonToken.admin("user:bo", "beta"), id)).isEqualTo(404);
        assertThat(status(PersonToken.of("user:lea", CPC).roles("lead").groups("G1"), id))
                .isEqualTo(404);
        Door.with(Keys.BETA_ONLY).get("/v1/imports/{id}", id).then().statusCode(404);
        Door.with(Keys.BETA_ONLY).get("/v1/imports/{id}/refused", id).then().statusCode(404);
    }

    private static int status(PersonToken person, String id) {
        return Door.open()
                .header(PersonToken.HEADER, person.signed())
                .get("/v1/imports/{id}", id)
                .statusCode();
    }
}
