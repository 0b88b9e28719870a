package io.amends.ingest.component;

import static io.amends.ingest.component.RolesTest.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.HeldOutbox;
import io.amends.local.testing.PersonToken;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may not reassign proposes it, and who may decides (A8, H1). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class ReassignProposalsTest {
    private static final String CPC = "proposals";
    private static final String PROPOSALS = "/v1/surveys/reassign/proposals";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void portal() {
        try (Wire wire = new Wire()) {
            wire.portals(CPC);
        }
    }

    @AfterEach
    void noFault() {
        jdbi.useHandle(db -> db.execute(HeldOutbox.TAKING));
    }

    @Test
    @DisplayName(
            "A8, H1: an agent proposes, the lead of all groups concerned accepts, and with that the responses are moved")
    void accepted() {
        Survey survey = recorded("G1");
        JsonPath made =
                proposed(agent("G1"), survey).then().statusCode(201).extract().jsonPath();
        String id = made.getString("proposalId");
        assertThat(made.getString("state")).isEqualTo("OPEN");
        assertThat(made.getString("by")).isEqualTo("user:abe");
        assertThat(made.getList("fromGroups")).isEqualTo(List.of("G1"));
        assertThat(Door.get(CPC, survey.id()).jsonPath().getString("supportGroup"))
                .isEqualTo("G1");

        assertThat(listed(lead("G1"), "OPEN")).contains(id);
        assertThat(listed(agent("G1"), "OPEN")).contains(id);
        assertThat(listed(lead("G2"), "OPEN")).doesNotContain(id);
        assertThat(decide(agent("G1"), id, "accept", "{}").statusCode()).isEqualTo(403);
        assertThat(decide(lead("G2"), id, "accept", "{}").statusCode()).isEqualTo(404);
        // Who sees all, but leads one group, decides for that one alone.
        assertThat(decide(lead("G2").roles("lead", "auditor"), id, "accept", "{}")
                        .statusCode())
                .isEqualTo(403);

        JsonPath accepted = decide(lead("G1"), id, "accept", "{\"reason\":\"Right\"}")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(accepted.getString("state")).isEqualTo("ACCEPTED");
        assertThat(accepted.getString("decidedBy")).isEqualTo("user:lea");
        assertThat(accepted.getString("decisionReason")).isEqualTo("Right");
        JsonPath standing = Door.get(CPC, survey.id()).jsonPath();
        assertThat(standing.getString("supportGroup")).isEqualTo("G2");
        assertThat(standing.getString("history[-1].person")).isEqualTo("user:lea");
        assertThat(standing.getString("history[-1].reason")).isEqualTo("It is theirs");
        assertThat(listed(lead("G1"), "ACCEPTED")).contains(id);
        assertThat(listed(lead("G1"), "OPEN")).doesNotContain(id);
        assertThat(decide(lead("G1"), id, "refuse", "{}").statusCode()).isEqualTo(409);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(audited(id, survey))
                .containsExactly(
                        "REASSIGN_PROPOSED abe It is theirs",
                        "RESPONSE_REASSIGNED lea It is theirs",
                        "REASSIGN_PROPOSAL_ACCEPTED lea Right"));
    }

    @Test
    @DisplayName("A8: what is refused stays where it is, and is decided")
    void refused() {
        Survey survey = recorded("G1");
        String id = id(proposed(agent("G1"), survey));

        assertThat(decide(lead("G1"), id, "refuse", "").statusCode()).isEqualTo(200);

        assertThat(Door.get(CPC, survey.id()).jsonPath().getString("supportGroup"))
                .isEqualTo("G1");
        assertThat(decide(PersonToken.admin("user:ada", CPC), id, "accept", "").statusCode())
                .isEqualTo(409);
        assertThat(listed(lead("G1"), "REFUSED")).contains(id);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(audited(id, survey)).contains("REASSIGN_PROPOSAL_REFUSED lea null"));
    }

    @Test
    @DisplayName("H1: of what is named only what the person sees is proposed; of nothing there is no proposal")
    void narrowed() {
        Survey own = recorded("G1");
        Survey other = recorded("G2");

        assertThat(proposed(agent("G1"), own, other).jsonPath().getList("responseIds"))
                .isEqualTo(List.of(own.id()));
        Response unseen = proposed(agent("G3"), other);
        assertThat(unseen.statusCode()).isEqualTo(400);
        assertThat(unseen.jsonPath().getList("errors.pointer")).isEqualTo(List.of("/responseIds"));
        assertThat(unseen.asString()).doesNotContain(other.id());
    }

    @Test
    @DisplayName(
            "H1: a proposal of two groups is for who leads both; one whose response has moved away is not for its lead")
    void groups() {
        Survey one = recorded("G1");
        Survey two = recorded("G2");
        String id = id(proposed("G3", agent("G1", "G2"), one, two));
        assertThat(listed(lead("G1"), "OPEN")).doesNotContain(id);
        assertThat(decide(lead("G1"), id, "accept", "").statusCode()).isEqualTo(404);
        assertThat(listed(lead("G1", "G2"), "OPEN")).contains(id);

        Door.open().body(body("G3", two)).post("/v1/surveys/reassign").then().statusCode(200);

        assertThat(listed(lead("G1", "G2"), "OPEN")).doesNotContain(id);
        assertThat(decide(lead("G1", "G2"), id, "accept", "").statusCode()).isEqualTo(404);
        assertThat(decide(PersonToken.admin("user:ada", CPC), id, "accept", "").statusCode())
                .isEqualTo(200);
        assertThat(Door.get(CPC, one.id()).jsonPath().getString("supportGroup")).isEqualTo("G3");
    }

    @Test
    @DisplayName("A8, H4: where the entry cannot be written nothing is decided, and nothing is moved")
    void together() {
        Survey survey = recorded("G1");
        String id = id(proposed(agent("G1"), survey));
        jdbi.useHandle(db -> db.execute(HeldOutbox.refusing(Topics.AUDIT)));

        assertThat(decide(lead("G1"), id, "accept", "").statusCode()).isEqualTo(500);

        assertThat(Door.get(CPC, survey.id()).jsonPath().getString("supportGroup"))
                .isEqualTo("G1");
        assertThat(listed(lead("G1"), "OPEN")).contains(id);
    }

    @Test
    @DisplayName("A8: what is wrong with a proposal or a decision is told with its place")
    void wrong() {
        Survey survey = recorded("G1");
        assertThat(pointers(Door.open()
                        .body("{\"portal\":\"" + CPC + "\",\"supportGroup\":\"NONE\",\"dryRun\":true}")
                        .post(PROPOSALS)))
                .containsExactlyInAnyOrder("/reason", "/responseIds", "/supportGroup");
        assertThat(pointers(Door.open()
                        .body(body("G2", survey).replaceFirst("\\{", "{\"dryRun\":true,"))
                        .post(PROPOSALS)))
                .containsExactly("/dryRun");
        String id = id(proposed(agent("G1"), survey));
        assertThat(pointers(decide(lead("G1"), id, "refuse", "{\"reason\":\" \"}")))
                .containsExactly("/reason");
        assertThat(pointers(Door.open().get(PROPOSALS + "?cpc=" + CPC + "&state=LOST")))
                .containsExactly("?state");
        assertThat(Door.open().post(PROPOSALS + "/none/accept").statusCode()).isEqualTo(404);
    }

    private static List<String> pointers(Response answer) {
        return answer.then().statusCode(400).extract().jsonPath().getList("errors.pointer");
    }

    private static Survey recorded(String group) {
        return sent(new Survey().with("portal", CPC).with("supportGroup", group), "RECORDED");
    }

    private static PersonToken agent(String... groups) {
        return PersonToken.of("user:abe", CPC).roles("agent").groups(groups);
    }

    private static PersonToken lead(String... groups) {
        return PersonToken.of("user:lea", CPC).roles("lead").groups(groups);
    }

    private static Response proposed(PersonToken person, Survey... surveys) {
        return proposed("G2", person, surveys);
    }

    private static Response proposed(String to, PersonToken person, Survey... surveys) {
        return Door.open()
                .header(PersonToken.HEADER, person.signed())
                .body(body(to, surveys))
                .post(PROPOSALS);
    }

    private static String body(String to, Survey... surveys) {
        String ids = Stream.of(surveys).map(survey -> "\"" + survey.id() + "\"").collect(Collectors.joining(","));
        return "{\"portal\":\"" + CPC + "\",\"responseIds\":[" + ids + "],\"supportGroup\":\"" + to
                + "\",\"reason\":\"It is theirs\"}";
    }

    private static String id(Response made) {
        return made.then().statusCode(201).extract().path("proposalId");
    }

    private static Response decide(PersonToken person, String id, String how, String body) {
        return Door.open()
                .header(PersonToken.HEADER, person.signed())
                .body(body)
                .post(PROPOSALS + "/{id}/" + how, id);
    }

    private static List<String> listed(PersonToken person, String state) {
        return Door.open()
                .header(PersonToken.HEADER, person.signed())
                .get(PROPOSALS + "?size=500&cpc=" + CPC + "&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.proposalId");
    }

    /** What the audit log has of a proposal and of its response, in order: what, who and why. */
    private static List<String> audited(String id, Survey survey) {
        return WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, CPC).stream()
                .filter(entry -> List.of("reassign-proposal/" + id, "response/" + survey.id())
                        .contains(entry.get("subject").asText()))
                .map(ReassignProposalsTest::line)
                .toList();
    }

    private static String line(JsonNode entry) {
        return entry.get("what").asText() + " " + entry.get("who").asText() + " "
                + entry.get("reason").asText();
    }
}
