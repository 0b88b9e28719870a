package io.amends.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.Topics;
import io.amends.ingest.response.Corrections;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the quarantine tells as facts, and the repair of many alike (A5, A6). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class QuarantineTest {
    private static final String CPC = "quarantine-facts";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void portal() {
        try (Wire wire = new Wire()) {
            wire.portals(CPC);
        }
    }

    @Test
    @DisplayName("A5, A6: what waits says why as a cause, since when, from whom, and whether a repair now is in time")
    void facts() {
        Survey survey =
                new Survey().with("portal", CPC).with("supportGroup", "NOPE").score("mood", 1);
        try (Wire wire = new Wire()) {
            wire.publish(UUID.randomUUID().toString(), survey);
        }
        JsonPath first = Door.awaitState(survey, "QUARANTINED");

        assertThat(first.getList("reasons.cause")).containsExactlyInAnyOrder("GROUP_UNKNOWN", "MEASURE_UNKNOWN");
        assertThat(first.getString("source")).isEqualTo("crm");
        assertThat(first.getString("waitingSince")).isEqualTo(first.getString("history[0].at"));
        assertThat(first.getString("repair.digest")).isEqualTo("IN_TIME");
        assertThat(Instant.parse(first.getString("repair.inTimeBefore"))).isAfter(Instant.now());

        repair(survey, "{\"supportGroup\":\"G1\",\"measures\":{\"mood\":null}}", 200);
        JsonPath after = Door.awaitState(survey, "RECORDED");
        assertThat(after.getString("waitingSince")).isNull();
        assertThat(after.getString("repair.digest")).isEqualTo("IN_TIME");
    }

    @Test
    @DisplayName("B4, A6: no repair makes another choice of a customer's NO; the rest is repaired")
    void noStays() {
        Survey survey = new Survey()
                .with("portal", CPC)
                .with("supportGroup", "NOPE")
                .with(Corrections.CONTACT_CHOICE, ContactChoice.NO.name());
        Door.post(survey.json()).then().statusCode(202);
        Door.awaitState(survey, "QUARANTINED");

        for (String choice : List.of("\"YES\"", "null")) {
            repair(survey, "{\"supportGroup\":\"G1\",\"contactChoice\":" + choice + "}", 409);
        }
        repair(survey, "{\"supportGroup\":\"G1\"}", 200);

        assertThat(Door.awaitState(survey, "RECORDED").getString("response.contactChoice"))
                .isEqualTo(ContactChoice.NO.name());
    }

    private static void repair(Survey survey, String corrections, int status) {
        Door.open()
                .queryParam("cpc", CPC)
                .body(corrections)
                .patch("/v1/quarantine/" + survey.id())
                .then()
                .statusCode(status);
    }

    @Test
    @DisplayName("A6: what was received days ago is repaired late, and one that never waited has nothing to say of it")
    void late() {
        Survey old = waiting("LATE-" + UUID.randomUUID().toString().substring(0, 8), Duration.ofDays(3));
        assertThat(Door.get(CPC, old.id()).jsonPath().getString("repair.digest"))
                .isEqualTo("LATE");
        assertThat(Door.get(CPC, old.id()).jsonPath().getString("source"))
                .as("it came over HTTP")
                .isNull();

        Survey fine = new Survey().with("portal", CPC);
        Door.post(fine.json());
        assertThat(Door.awaitState(fine, "RECORDED").getString("repair")).isNull();
    }

    @Test
    @DisplayName("A5: the list is narrowed to one reason")
    void narrowed() {
        String group = "N-" + UUID.randomUUID().toString().substring(0, 8);
        Survey survey = waiting(group, Duration.ofHours(1));

        assertThat(listed("&cause=GROUP_UNKNOWN&rgid=" + group)).containsExactly(survey.id());
        assertThat(listed("&cause=TICKET_MISSING&rgid=" + group)).isEmpty();
        assertThat(Door.open()
                        .get("/v1/quarantine?cpc=" + CPC + "&cause=BAD")
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.pointer"))
                .isEqualTo(List.of("?cause"));
    }

    @Test
    @DisplayName(
            "A6, H4: many are repaired alike, after a look at what that does; twice does nothing more, and each that"
                    + " changes is an entry of the audit log")
    void many() {
        String group = "M-" + UUID.randomUUID().toString().substring(0, 8);
        Survey one = waiting(group, Duration.ofHours(1));
        Survey old = waiting(group, Duration.ofDays(3));
        Survey other =
                new Survey().with("portal", CPC).with("supportGroup", group).score("mood", 1);
        Door.post(other.json());
        Door.awaitState(other, "QUARANTINED");
        String all = "\"filter\":{\"cause\":\"GROUP_UNKNOWN\",\"supportGroup\":\"" + group + "\"}";
        String toG1 = "\"corrections\":{\"supportGroup\":\"G1\"}";

        assertThat(told(all + "," + toG1 + ",\"dryRun\":true")).isEqualTo("3 2 1 1 0");
        assertThat(Door.get(CPC, one.id()).jsonPath().getString("state")).isEqualTo("QUARANTINED");

        assertThat(told(all + "," + toG1)).isEqualTo("3 2 1 1 0");
        assertThat(told(all + "," + toG1)).isEqualTo("0 0 0 0 0");
        for (Survey done : List.of(one, old)) {
            JsonPath standing = Door.awaitState(done, "RECORDED");
            assertThat(standing.getString("supportGroup")).isEqualTo("G1");
            assertThat(standing.getString("history[-1].person")).isEqualTo("all");
        }
        assertThat(Door.get(CPC, other.id()).jsonPath().getList("reasons.cause"))
                .isEqualTo(List.of("MEASURE_UNKNOWN"));

        assertThat(told(ids(one, other) + ",\"corrections\":{\"measures\":{\"mood\":null}}"))
                .as("one of them counts already, and is passed over")
                .isEqualTo("1 1 0 0 0");
        Door.awaitState(other, "RECORDED");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> audited(one) == 1 && audited(other) == 2);
    }

    @Test
    @DisplayName("A6: a repair of many that is not understood whole repairs nothing")
    void refused() {
        assertThat(pointers("\"corrections\":{}")).containsExactlyInAnyOrder("/responseIds", "/corrections");
        assertThat(pointers("\"filter\":{},\"corrections\":{\"segment\":\"S1\"}"))
                .containsExactly("/filter");
        assertThat(
                        pointers(
                                "\"filter\":{\"cause\":\"GROUP_UNKNOWN\",\"region\":\"EMEA\"},\"corrections\":{\"ticketId\":\"T\"}"))
                .containsExactlyInAnyOrder("/filter/region", "/corrections/ticketId");
        Survey survey = waiting("R-" + UUID.randomUUID().toString().substring(0, 8), Duration.ofHours(1));
        assertThat(told(ids(survey) + ",\"corrections\":{\"measures\":{\"csat\":\"x\"}}"))
                .as("with it, it would be no survey response")
                .isEqualTo("1 0 0 0 1");
        assertThat(Door.get(CPC, survey.id()).jsonPath().getList("history")).hasSize(1);
    }

    @Test
    @DisplayName(
            "A5: what was stored before reasons had their cause gets it when it is judged again, and nobody is told")
    void older() {
        Survey survey = waiting("O-" + UUID.randomUUID().toString().substring(0, 8), Duration.ofHours(1));
        jdbi.useHandle(db -> db.execute(
                "UPDATE response SET directory_offset = -1,"
                        + " reasons = jsonb_build_array((reasons->0) - 'cause') WHERE response_id = ?",
                survey.id()));
        try (Wire wire = new Wire()) {
            wire.directory(CPC + "/segment/S1", "{\"name\":\"Segment again\"}");
        }

        JsonPath standing = Door.await(survey, s -> "GROUP_UNKNOWN".equals(s.getString("reasons[0].cause")));
        assertThat(standing.getInt("version")).isEqualTo(1);
        assertThat(standing.getList("history")).hasSize(1);
    }

    private static Survey waiting(String group, Duration age) {
        Survey survey = new Survey()
                .with("portal", CPC)
                .with("supportGroup", group)
                .with("submittedAt", Survey.now().minus(age).toString());
        Door.post(survey.json()).then().statusCode(202);
        Door.awaitState(survey, "QUARANTINED");
        return survey;
    }

    private static List<String> listed(String query) {
        return Door.open()
                .get("/v1/quarantine?cpc=" + CPC + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.responseId");
    }

    private static String ids(Survey... surveys) {
        return "\"responseIds\":["
                + Stream.of(surveys).map(s -> "\"" + s.id() + "\"").collect(Collectors.joining(",")) + "]";
    }

    private static Response repair(String body) {
        return Door.open().body("{\"portal\":\"" + CPC + "\"," + body + "}").post("/v1/quarantine");
    }

    /** Selected, recorded, late, waiting and refused. */
    private static String told(String body) {
        JsonPath told = repair(body).then().statusCode(200).extract().jsonPath();
        return Stream.of("selected", "recorded", "late", "waiting", "refused")
                .map(told::getString)
                .collect(Collectors.joining(" "));
    }

    private static List<String> pointers(String body) {
        return repair(body).then().statusCode(400).extract().jsonPath().getList("errors.pointer");
    }

    private static long audited(Survey survey) {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, CPC).stream()
                .filter(entry -> entry.get("subject").asText().equals("response/" + survey.id()))
                .count();
    }
}
