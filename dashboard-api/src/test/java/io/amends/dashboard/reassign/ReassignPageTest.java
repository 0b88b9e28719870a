package io.amends.dashboard.reassign;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.contracts.api.ReassignProposal;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.People;
import io.amends.dashboard.testing.ReassignAnswers;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A8, H1: responses go to another support group, after a look; who may only propose it proposes. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class ReassignPageTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String portal = "rm-" + id;
    private final String url = "portals/" + portal + "/reassign";
    private final Sample first = Sample.of(portal, "first-" + id).ticket("T-1").customer("Ines Costa");
    private final Sample second = Sample.of(portal, "second-" + id).ticket("T-2");
    private final Sample other = Sample.of(portal, "other-" + id).ticket("T-3").group("DB");

    @Inject
    EventProducer producer;

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void responses() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"Reassign\"}");
        for (String group : List.of("NET", "DB", "APAC")) {
            Api.put("/v1/portals/" + portal + "/groups/" + group, "{\"name\": \"Group " + group + "\"}");
        }
        Neighbours.know(first, second, other);
        producer.sendAll(List.of(first.event(), second.event(), other.event()));
        await().atMost(Duration.ofSeconds(20)).until(() -> Api.total(portal + "/responses?srn=y") == 3);
    }

    @Test
    @DisplayName("A8: from the report with its filters to what would move, and then it moves, with links to the cases")
    void moved() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            page.navigate(base + "portals/" + portal + "/responses?srn=y&rgid=NET");
            page.getByRole(AriaRole.LINK, named("Move to another group")).click();
            assertThat(page.locator("h1")).hasText("Move 2 responses to another support group");
            assertThat(page.getByLabel("All 2 of the list")).isChecked();
            page.getByLabel("Support group that is to have them").selectOption("APAC");
            page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("Their team now");
            axe.read("moving responses");
            page.getByRole(AriaRole.BUTTON, named("Look at it first")).click();
            assertThat(page.locator("h1")).hasText("2 responses would move to Group APAC");
            assertThat(page.locator("main")).containsText("Ines Costa, ticket T-1, now in Group NET");
            assertThat(page.locator("main")).not().containsText("T-3");
            assertThat(ReassignAnswers.moved(first.id())).isNull();
            axe.read("what would move");
            page.getByRole(AriaRole.BUTTON, named("Move them")).click();
            assertThat(page.locator("h1")).hasText("2 responses moved to Group APAC");
            assertThat(page.getByRole(AriaRole.LINK, named("Ines Costa, ticket T-1")))
                    .hasAttribute("href", "/service-recovery-notes?cpc=" + portal + "&rgid=APAC&tid=T-1");
            axe.read("what moved");
            assertThat(axe.faults()).isEmpty();
        }
        assertThat(ReassignAnswers.moved(second.id())).isEqualTo("APAC by user:" + Keys.USER + ": Their team now");
        assertThat(ReassignAnswers.moved(other.id())).isNull();
    }

    @Test
    @DisplayName(
            "A8: without scripts too; only those that are ticked move, and not before they were looked at as they are")
    void ticked() {
        RequestSpecification look = Api.signedIn()
                .formParam("which", "ticked")
                .formParam("response", first.id())
                .formParam("supportGroup", "APAC")
                .formParam("reason", "Theirs")
                .formParam("step", "do");
        look.formParam("would", "2")
                .post("/" + url)
                .then()
                .statusCode(200)
                .body(containsString("Somebody has changed these since you looked"))
                .body(containsString("1 response would move to Group APAC"));
        assertThat(ReassignAnswers.moved(first.id())).isNull();
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(base + url + "?srn=y");
            page.getByLabel("Support group that is to have them").selectOption("APAC");
            page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("Theirs");
            page.getByLabel("Those that are ticked below").check();
            page.getByLabel("Ines Costa, ticket T-1").check();
            page.getByRole(AriaRole.BUTTON, named("Look at it first")).click();
            page.getByRole(AriaRole.BUTTON, named("Move them")).click();
            assertThat(page.locator("h1")).hasText("1 response moved to Group APAC");
        }
        assertThat(ReassignAnswers.moved(second.id())).isNull();
        Api.signedIn()
                .formParam("which", "ticked")
                .formParam("response", first.id())
                .formParam("supportGroup", "APAC")
                .formParam("reason", "Theirs")
                .post("/" + url)
                .then()
                .statusCode(200)
                .body(containsString("Nothing would move"))
                .body(not(containsString("Move them")));
    }

    @Test
    @DisplayName(
            "A8: without a filter nothing is chosen before somebody chooses it, and it is said that all would move")
    void withoutFilter() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + url);
            assertThat(page.getByLabel("Those that are ticked below")).isChecked();
            assertThat(page.locator("input[type=checkbox]:checked")).hasCount(0);
            page.getByLabel("Support group that is to have them").selectOption("APAC");
            page.getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("Theirs");
            page.getByRole(AriaRole.BUTTON, named("Look at it first")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("Tick at least one response.");
            page.getByLabel("All 3 responses of the portal that you see, since the list has no filter")
                    .check();
            page.getByRole(AriaRole.BUTTON, named("Look at it first")).click();
            assertThat(page.locator("h1")).hasText("3 responses would move to Group APAC");
            assertThat(page.locator("main")).containsText("The list has no filter");
        }
        Api.signedIn()
                .formParam("supportGroup", "APAC")
                .formParam("reason", "Theirs")
                .formParam("step", "do")
                .formParam("would", "3")
                .post("/" + url)
                .then()
                .statusCode(422)
                .body(containsString("choose whether all of the list move"));
        assertThat(ReassignAnswers.moved(first.id())).isNull();
    }

    @Test
    @DisplayName("A8: what is missing is told at its field, and nothing typed is lost")
    void missing() {
        Api.signedIn()
                .formParam("reason", "Because they know it")
                .formParam("which", "ticked")
                .formParam("response", first.id())
                .post("/" + url)
                .then()
                .statusCode(422)
                .body(containsString("Choose the support group that is to have them."))
                .body(containsString("Because they know it"))
                .body(containsString("value=\"" + first.id() + "\" checked"));
        Api.signedIn()
                .formParam("reason", " ")
                .formParam("supportGroup", "APAC")
                .post("/" + url)
                .then()
                .statusCode(422)
                .body(containsString("Say why, in 1 to 1000 characters."));
        Api.signedIn()
                .formParam("reason", "Theirs")
                .formParam("supportGroup", "APAC")
                .formParam("which", "ticked")
                .post("/" + url)
                .then()
                .statusCode(422)
                .body(containsString("Tick at least one response."));
        Api.signedIn()
                .get("/" + url + "?q=nothing+like+it")
                .then()
                .statusCode(200)
                .body(containsString("There is no response to move"));
    }

    @Test
    @DisplayName("A8, H1: an agent proposes, for their own groups alone; a lead moves those; an auditor does neither")
    void byRole() {
        Cookie agent = People.signedIn(portal, "ra-" + id, List.of("agent"), List.of("NET"), null);
        by(agent)
                .get("/" + url + "?srn=y")
                .then()
                .statusCode(200)
                .body(containsString("Move 2 responses"))
                .body(not(containsString("T-3")));
        all(agent, "look", "2").then().statusCode(200).body(containsString("You may propose this."));
        assertThat(ReassignAnswers.about(first.id())).isEmpty();
        all(agent, "do", "2")
                .then()
                .statusCode(200)
                .body(containsString("2 responses are proposed for Group APAC"))
                .body(containsString("/portals/" + portal + "/proposals"));
        assertThat(ReassignAnswers.moved(first.id())).isNull();
        List<ReassignProposal> proposals = ReassignAnswers.about(first.id());
        assertThat(proposals).hasSize(1);
        assertThat(proposals.get(0).responseIds()).containsExactlyInAnyOrder(first.id(), second.id());

        Cookie lead = People.signedIn(portal, "rl-" + id, List.of("lead"), List.of("NET"), null);
        all(lead, "do", "2")
                .then()
                .statusCode(200)
                .body(containsString("2 responses moved to Group APAC"))
                .body(not(containsString("service-recovery-notes"))); // of a group that they do not see
        assertThat(ReassignAnswers.moved(other.id())).isNull();
        Cookie auditor = People.signedIn(portal, "ru-" + id, List.of("auditor"), null, null);
        by(auditor).get("/" + url).then().statusCode(403);
        by(auditor).get("/portals/" + portal + "/responses?srn=y").then().body(not(containsString("/reassign")));
    }

    private io.restassured.response.Response all(Cookie person, String step, String would) {
        return by(person)
                .formParam("which", "all")
                .formParam("supportGroup", "APAC")
                .formParam("reason", "Theirs")
                .formParam("step", step)
                .formParam("would", would)
                .post("/" + url + "?srn=y");
    }
}
