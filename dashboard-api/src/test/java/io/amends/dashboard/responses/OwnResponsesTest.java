package io.amends.dashboard.responses;

import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.total;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.People;
import io.amends.dashboard.testing.Sample;
import io.amends.dashboard.testing.StreamLines;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H1: whoever sees their own groups alone sees, finds and counts their responses alone, and hears of no others. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class OwnResponsesTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static boolean loaded;

    @Inject
    EventProducer producer;

    @TestHTTPResource("/")
    URI base;

    @BeforeEach
    void samples() {
        if (loaded) {
            return;
        }
        put("/v1/portals/own", "{\"name\": \"Own groups\"}");
        put("/v1/portals/own/groups/EMEA", "{\"name\": \"Network EMEA\"}");
        put("/v1/portals/own/groups/LATAM", "{\"name\": \"Network LATAM\"}");
        put("/v1/portals/own/groups/APAC", "{\"name\": \"Network APAC\", \"threshold\": 3}");
        List<Sample> samples = List.of(
                Sample.of("own", "e1").group("EMEA").ticket("T-e1").customer("Kim Emea"),
                Sample.of("own", "e2")
                        .group("EMEA")
                        .ticket("T-e2")
                        .customer("Noa Emea")
                        .csat(5),
                Sample.of("own", "l1").group("LATAM").ticket("T-l1").customer("Ana Latam"),
                Sample.of("own", "a1").group("APAC").ticket("T-a1").customer("Aki Apac"),
                Sample.of("own", "a2")
                        .group("APAC")
                        .ticket("T-a2")
                        .customer("Mio Apac")
                        .csat(3));
        samples.forEach(sample -> producer.sendAll(List.of(sample.event(), sample.opened())));
        await().atMost(SOON).until(() -> total("own/responses?srn=y") == 5 && total("own/responses?waiting=yes") == 3);
        loaded = true;
    }

    @Test
    @DisplayName("H1, F1: a lead's report has the responses of their own groups, and its total counts these")
    void report() {
        responses(lead("EMEA", "LATAM"), "srn=y")
                .body("items.responseId", containsInAnyOrder("e1", "e2", "l1"))
                .body("total", equalTo(3));
        responses(lead("EMEA"), "srn=y&size=1").body("total", equalTo(2));
        responses(lead("EMEA"), "srn=y&sort=group").body("items.responseId", containsInAnyOrder("e1", "e2"));
        responses(lead("EMEA"), "srn=x").body("items.responseId", containsInAnyOrder("e1"));
        responses(lead("EMEA"), "waiting=yes").body("items.responseId", containsInAnyOrder("e1"));
        responses(auditor(), "srn=y").body("total", equalTo(5));
    }

    @Test
    @DisplayName("H1, F1: a search finds nothing of other groups, and another group is like one that is not there")
    void search() {
        responses(lead("EMEA"), "srn=y&q=apac").body("items", empty()).body("total", equalTo(0));
        responses(lead("APAC"), "srn=y&q=apac").body("total", equalTo(2));
        responses(lead("EMEA"), "srn=y&rgid=APAC").body("items", empty()).body("total", equalTo(0));
        responses(lead("EMEA"), "srn=y&rgid=NOSUCH").body("items", empty()).body("total", equalTo(0));
    }

    @Test
    @DisplayName("H1: an agent without own groups has empty lists, and no errors")
    void noGroups() {
        PersonToken agent = PersonToken.of("user:agent", "own").roles("agent");
        responses(agent, "srn=y").body("items", empty()).body("total", equalTo(0));
        page(agent, "srn=y")
                .body(allOf(
                        containsString("No support group is yours yet"),
                        containsString("Nobody is waiting"),
                        not(containsString("curl"))));
        assertThat(csv(agent).lines()).hasSize(1);
    }

    @Test
    @DisplayName("H1, F1: the file has the responses of their own groups")
    void file() {
        assertThat(csv(lead("EMEA"))).contains("Kim Emea", "Noa Emea").doesNotContain("Apac", "APAC", "LATAM");
    }

    @Test
    @DisplayName("H1, F1: the page counts and offers their own groups, and no word of another one")
    void pageOfOwn() {
        page(lead("EMEA", "LATAM"), "srn=y")
                .body(allOf(
                        containsString("2 customers are waiting"),
                        containsString("3 responses"),
                        containsString("Network EMEA"),
                        containsString("Network LATAM"),
                        not(containsString("Network APAC")),
                        not(containsString("Apac"))));
        page(lead("EMEA"), "srn=y&rgid=APAC")
                .body(allOf(containsString("Nothing matches these filters"), not(containsString("Network APAC"))));
    }

    @Test
    @DisplayName("H1: the stream tells of their own groups alone, and takes away what moves to another one")
    void stream() {
        put("/v1/portals/own-live", "{\"name\": \"Own groups live\"}");
        StreamLines heard = StreamLines.of(base, "own-live", of("own-live").groups("EMEA"));
        Sample theirs = Sample.of("own-live", "theirs").group("APAC").ticket("T-1");
        Sample moving = Sample.of("own-live", "moving").group("EMEA").ticket("T-2");
        producer.sendAll(List.of(theirs.event(), moving.event()));
        await().atMost(SOON)
                .until(() ->
                        total("own-live/responses?srn=y") == 2 && heard.lines().contains("event:response"));
        producer.sendAll(List.of(
                theirs.opened(),
                theirs.noted(theirs.note("Alex", true, "Of another group.")),
                moving.noted(moving.note("Alex", true, "Called."))));
        await().atMost(SOON)
                .until(() ->
                        total("own-live/responses?srn=w") == 2 && heard.lines().contains("event:note"));

        producer.sendAll(List.of(moving.group("APAC").version(2).event()));
        await().atMost(SOON).until(() -> heard.lines().contains("event:withdrawn"));

        assertThat(heard.lines()).contains("data:{\"responseId\":\"moving\"}").noneMatch(line -> line.contains("APAC"));
        assertThat(heard.lines()).noneMatch(line -> line.contains("theirs") || line.contains("Of another group."));
        heard.cancel();
    }

    @Test
    @DisplayName("H1, F1: of a ticket's case in another group neither the rows, the filters nor the file tell anything")
    void caseOfAnotherGroup() {
        sharedTicket("own-shared");
        PersonToken emea = of("own-shared").groups("EMEA");
        PersonToken both = of("own-shared").groups("EMEA", "APAC");

        ask(emea, "/v1/portals/own-shared/responses?srn=y")
                .body("items.responseId", contains("older"))
                .body("items[0].caseId", nullValue())
                .body("items[0].caseState", nullValue());
        ask(emea, "/v1/portals/own-shared/responses?waiting=yes").body("total", equalTo(0));
        ask(emea, "/portals/own-shared/responses?srn=y").body(containsString("Nobody is waiting"));
        assertThat(csv(emea, "own-shared")).contains("older").doesNotContain("case-newer");
        ask(both, "/v1/portals/own-shared/responses?waiting=yes")
                .body("items.caseId", contains("case-newer", "case-newer"));
        assertThat(csv(both, "own-shared")).contains("case-newer");
    }

    @Test
    @DisplayName("H1: the stream tells of a note on their own response, and nothing of the case in another group")
    void streamOfAnotherGroupsCase() {
        put("/v1/portals/own-shared-live", "{\"name\": \"Shared ticket live\"}");
        StreamLines own =
                StreamLines.of(base, "own-shared-live", of("own-shared-live").groups("EMEA"));
        StreamLines all =
                StreamLines.of(base, "own-shared-live", of("own-shared-live").groups("EMEA", "APAC"));
        sharedTicket("own-shared-live");
        await().atMost(SOON).until(() -> all.lines().contains("event:case"));
        Sample older = Sample.of("own-shared-live", "older").group("EMEA").ticket("T-shared");

        producer.sendAll(List.of(older.noted(older.note("Alex", true, "Called."))));

        await().atMost(SOON).until(() -> own.lines().contains("event:note"));
        await().atMost(SOON).until(() -> all.lines().contains("event:note"));
        assertThat(own.lines()).noneMatch(line -> line.contains("case-newer") || line.equals("event:case"));
        assertThat(all.lines()).anyMatch(line -> line.contains("case-newer"));
        own.cancel();
        all.cancel();
    }

    /** An answer of one group and a newer one of another, to whose group the ticket's case belongs. */
    private void sharedTicket(String cpc) {
        put("/v1/portals/" + cpc, "{\"name\": \"Shared ticket\"}");
        Sample older = Sample.of(cpc, "older").group("EMEA").ticket("T-shared");
        Sample newer = Sample.of(cpc, "newer").group("APAC").ticket("T-shared");
        producer.sendAll(List.of(older.event(), newer.event()));
        await().atMost(SOON).until(() -> total(cpc + "/responses?srn=y") == 2);
        producer.sendAll(List.of(newer.opened()));
        await().atMost(SOON).until(() -> total(cpc + "/responses?waiting=yes") == 2);
    }

    @Test
    @DisplayName("H1: the stream ends when whoever listens may not see what they could when it began")
    void ends() {
        put("/v1/portals/own-live", "{\"name\": \"Own groups live\"}");
        StreamLines heard = StreamLines.of(
                base,
                "own-live",
                of("own-live").groups("EMEA").until(Instant.now().plusSeconds(4)));

        await().atMost(SOON).until(() -> heard.lines().contains("closed"));
        assertThat(heard.lines()).contains(":still here");
    }

    @Test
    @DisplayName("H1: a lead who signs in sees the groups of their contact, and loses stream and rows with them")
    void session() {
        put("/v1/portals/own-session", "{\"name\": \"Own groups by session\"}");
        put("/v1/portals/own-session/contacts/c-1", "{\"name\": \"Lea Lead\"}");
        put("/v1/portals/own-session/groups/EMEA", "{\"name\": \"Network EMEA\", \"supportLead\": \"c-1\"}");
        producer.sendAll(List.of(
                Sample.of("own-session", "e1").group("EMEA").event(),
                Sample.of("own-session", "a1").group("APAC").ticket("T-a1").event()));
        await().atMost(SOON).until(() -> total("own-session/responses?srn=y") == 2);
        Cookie session = People.signedIn("own-session", "own-lea", List.of("lead"), null, "c-1");
        seen(session).body("items.responseId", contains("e1")).body("total", equalTo(1));
        StreamLines heard = StreamLines.of(base, "own-session", session.getName() + "=" + session.getValue());

        put("/v1/portals/own-session/groups/EMEA", "{\"name\": \"Network EMEA\"}");

        await().atMost(SOON).until(() -> heard.lines().contains("closed"));
        seen(session).body("items", empty()).body("total", equalTo(0));
    }

    @Test
    @DisplayName("H1: the stream of whoever is switched off ends")
    void switchedOff() {
        put("/v1/portals/own-off", "{\"name\": \"Switched off\"}");
        Cookie session = People.signedIn("own-off", "own-max", List.of("agent"), List.of("EMEA"), null);
        StreamLines heard = StreamLines.of(base, "own-off", session.getName() + "=" + session.getValue());
        await().atMost(SOON).until(() -> heard.lines().contains(":still here"));

        given().auth()
                .oauth2(Keys.KEY)
                .delete("/v1/portals/own-off/people/own-max")
                .then()
                .statusCode(204);

        await().atMost(SOON).until(() -> heard.lines().contains("closed"));
    }

    private static ValidatableResponse seen(Cookie session) {
        return People.by(session)
                .get("/v1/portals/own-session/responses?srn=y")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse responses(PersonToken person, String query) {
        return ask(person, "/v1/portals/own/responses?" + query);
    }

    private ValidatableResponse page(PersonToken person, String query) {
        return ask(person, "/portals/own/responses?" + query);
    }

    private String csv(PersonToken person) {
        return csv(person, "own");
    }

    private String csv(PersonToken person, String cpc) {
        return ask(person, "/v1/portals/" + cpc + "/responses?srn=y&format=csv")
                .extract()
                .asString();
    }

    private ValidatableResponse ask(PersonToken person, String address) {
        return given().auth()
                .oauth2(Keys.KEY)
                .header(PersonToken.HEADER, person.signed())
                .get(address)
                .then()
                .statusCode(200);
    }

    private static PersonToken lead(String... groups) {
        return of("own").groups(groups);
    }

    private static PersonToken of(String cpc) {
        return PersonToken.of("user:lead", cpc).roles("lead");
    }

    private static PersonToken auditor() {
        return PersonToken.of("user:auditor", "own").roles("auditor");
    }
}
