package io.amends.dashboard.proposals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.total;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.contracts.api.ProposalState;
import io.amends.contracts.api.ReassignProposal;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.People;
import io.amends.dashboard.testing.ProposalAnswers;
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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is proposed is shown to who may decide it, and decided there (A8, H1). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class ProposalsPageTest {
    private static final String CPC = "propspage";
    private static final String PAGE = "/portals/" + CPC + "/proposals";
    private static final String ACCEPT = "value=\"accept\"";

    @Inject
    EventProducer producer;

    @TestHTTPResource("/")
    String base;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String group = "G-" + unique;
    private final String other = "O-" + unique;
    private final Sample own = sample("own", group).customer("Kim Own");
    private final Sample there = sample("there", other).customer("Tam There");

    @BeforeEach
    void samples() {
        put("/v1/portals/" + CPC, "{\"name\": \"Proposals\"}");
        put("/v1/portals/" + CPC + "/groups/" + group, "{\"name\": \"Network " + unique + "\"}");
        put("/v1/portals/" + CPC + "/groups/" + other, "{\"name\": \"Apps " + unique + "\"}");
        Neighbours.know(own, there);
        producer.sendAll(List.of(own.event(), there.event()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> total(CPC + "/responses?srn=y&rgid=" + group) == 1
                        && total(CPC + "/responses?srn=y&rgid=" + other) == 1);
    }

    @Test
    @DisplayName("H1: an agent proposes, sees it wait, and the lead accepts it on the page; nobody else can")
    void caseDecided() {
        Cookie agent = in("agent");
        Cookie lead = in("lead");
        CaseProposal made = ProposalAnswers.made(
                own, ProposedStep.CLOSE, "user:agent-" + unique, "Spoken to & <fine>", Instant.now());

        page(lead, "")
                .body(containsString("1 proposal waits for a decision"))
                .body(containsString(
                        "Person agent-" + unique + " proposes to close the case of Kim Own with the outcome"))
                .body(containsString("Spoken to &amp; &lt;fine&gt;"), containsString("Network " + unique))
                .body(containsString("rgid=" + group + "&amp;tid=" + own.ticket()), containsString(ACCEPT));
        page(agent, "")
                .body(containsString("Spoken to &amp;"), containsString(">Yours<"), not(containsString(ACCEPT)))
                .body(containsString("It waits for the lead of the group, or an admin, to decide."));
        page(in("auditor"), "").body(containsString("Spoken to &amp;"), not(containsString(ACCEPT)));
        page(in("lead", "stranger", other), "")
                .body(containsString("No proposal waits for a decision"), not(containsString("Spoken to")));
        People.by(in("ops")).get(PAGE).then().statusCode(404);

        decide(agent, "case", made.proposalId(), "accept").statusCode(403).body(containsString("for the lead of its"));
        decide(in("auditor"), "case", made.proposalId(), "accept").statusCode(403);
        decide(in("lead", "stranger", other), "case", made.proposalId(), "accept")
                .statusCode(404)
                .body(containsString("this proposal is not there any more"));
        assertThat(Neighbours.caseOf(own.id()).state()).isEqualTo(CaseState.OPEN);

        decide(lead, "case", made.proposalId(), "accept")
                .statusCode(303)
                .header("Location", endsWith(PAGE + "?done=ACCEPTED"));
        assertThat(Neighbours.caseOf(own.id()).state()).isEqualTo(CaseState.CLOSED);
        page(lead, "?done=ACCEPTED")
                .body(containsString("Accepted. What was proposed is done."), not(containsString("Spoken to")));
        page(lead, "?state=ACCEPTED")
                .body(containsString("Person lead-" + unique + " accepted it."), containsString("Well done"))
                .body(not(containsString(ACCEPT)));
        decide(lead, "case", made.proposalId(), "refuse")
                .statusCode(409)
                .body(containsString("You changed nothing. Somebody else was first"));
    }

    @Test
    @DisplayName("A8, H1: what would be moved is shown with what it would move now, and refused or accepted")
    void movesDecided() {
        in("agent");
        Cookie lead = in("lead");
        ReassignProposal made = moving(List.of(own.id(), there.id()), List.of(group));

        page(lead, "")
                .body(containsString("Person agent-" + unique + " proposes to move 2 responses from Network " + unique
                        + " to Apps " + unique + "."))
                .body(containsString("1 of 2 responses move to Apps " + unique), containsString("Kim Own"))
                // The other group's customers are not theirs to see.
                .body(not(containsString("Tam There")), containsString("Because of it"));
        page(in("auditor"), "").body(containsString("Tam There"), not(containsString(ACCEPT)));
        decide(in("agent"), "responses", made.proposalId(), "accept").statusCode(403);
        decide(lead, "responses", made.proposalId(), "refuse").statusCode(303);
        assertThat(ReassignAnswers.now(made).state()).isEqualTo(ProposalState.REFUSED);
        assertThat(ReassignAnswers.now(made).decisionReason()).isEqualTo("Well done");
        page(lead, "?state=REFUSED").body(containsString("Person lead-" + unique + " refused it."));

        ReassignProposal both = moving(List.of(own.id(), there.id()), List.of(group, other));
        page(lead, "").body(not(containsString(both.proposalId())));
        page(in("agent", "both", group, other), "")
                .body(containsString(
                        "It waits for an admin, or for somebody who leads all of these groups, to decide."));
        decide(in("admin"), "responses", both.proposalId(), "accept").statusCode(303);
        assertThat(ReassignAnswers.now(both).state()).isEqualTo(ProposalState.ACCEPTED);
    }

    @Test
    @DisplayName("H1: a form that says too little or too much decides nothing, and what was typed stays")
    void nothingDecided() {
        Cookie lead = in("lead");
        ReassignProposal made = moving(List.of(own.id()), List.of(group));
        String id = made.proposalId();

        decide(lead, "responses", id, "maybe").statusCode(400);
        decide(lead, "nothing", id, "accept").statusCode(400);
        decide(lead, "responses", "..", "accept").statusCode(400);
        People.by(lead)
                .formParam("kind", "responses")
                .formParam("proposal", id, id)
                .formParam("decision", "accept")
                .post(PAGE)
                .then()
                .statusCode(400);
        String endless = "x".repeat(1_001);
        answer(lead, "responses", id, "accept", endless)
                .statusCode(422)
                .body(containsString("an answer has at most 1000 characters"), containsString(endless));
        page(lead, "?state=0", 400);
        assertThat(ReassignAnswers.now(made).state()).isEqualTo(ProposalState.OPEN);
    }

    @Test
    @DisplayName("H1: where one service is away, its proposals are said to be missing, and the others are there")
    void oneAway() {
        String noNotes = CPC + "-notes-away";
        String noIngest = CPC + "-ingest-away";
        put("/v1/portals/" + noNotes, "{\"name\": \"Proposals\"}");
        put("/v1/portals/" + noIngest, "{\"name\": \"Proposals\"}");
        ReassignAnswers.made(noNotes, List.of("r-1"), List.of("NET"), "APP", "user:robin", Instant.now());

        Api.signedIn()
                .get("/portals/" + noNotes + "/proposals")
                .then()
                .statusCode(200)
                .body(
                        containsString("Proposals for cases cannot be shown just now"),
                        containsString("from NET to APP"));
        Api.signedIn()
                .get("/portals/" + noIngest + "/proposals")
                .then()
                .statusCode(200)
                .body(containsString("Proposals to move responses cannot be shown just now"))
                .body(not(containsString("No proposal waits")));
        Api.signedIn()
                .get("/portals/" + noIngest + "/proposals/waiting")
                .then()
                .statusCode(200)
                .body(containsString(">Proposals<"), not(containsString("banner")));
    }

    @Test
    @DisplayName("H1: the responses lead there, with how many of their groups wait for who decides or proposes")
    void line() {
        moving(List.of(own.id()), List.of(group));
        ProposalAnswers.made(own, ProposedStep.DECLINE, "user:agent-" + unique, "A test", Instant.now());
        ProposalAnswers.made(there, ProposedStep.DECLINE, "user:agent-" + unique, "A test", Instant.now());

        People.by(in("lead"))
                .get("/portals/" + CPC + "/responses?srn=y")
                .then()
                .body(containsString("hx-get=\"" + PAGE + "/waiting\""), containsString("href=\"" + PAGE + "\""));
        page(in("lead"), "/waiting")
                .body(containsString("2 proposals wait for a decision"), containsString("banner due"))
                .body(containsString("href=\"" + PAGE + "\""));
        page(in("agent"), "/waiting")
                .body(containsString("2 proposals wait for a decision"), containsString("banner quiet"));
        page(in("lead", "stranger", "NONE-" + unique), "/waiting").body(not(containsString("banner")));
        page(in("auditor"), "/waiting").body(containsString(">Proposals<"), not(containsString("banner")));
        People.by(in("ops")).get(PAGE + "/waiting").then().statusCode(404);
    }

    @Test
    @DisplayName("H1: both kinds of proposals stand in one list, the newest first, page by page")
    void paged() {
        Cookie lead = in("lead");
        Instant now = Instant.now();
        IntStream.range(0, 24)
                .forEach(i -> ReassignAnswers.made(
                        CPC, List.of(own.id()), List.of(group), "TO-" + i + "-", "user:robin", now.minusSeconds(i)));
        ProposalAnswers.made(own, ProposedStep.DECLINE, "user:robin", "In between", now.minusMillis(18_500));

        String first = page(lead, "").extract().asString();
        String second = page(lead, "?page=1").extract().asString();
        assertThat(first.split("data-proposal", -1)).hasSize(21);
        assertThat(second.split("data-proposal", -1)).hasSize(6);
        assertThat(first)
                .contains("25 proposals wait", "href=\"" + PAGE + "?page=1\"")
                .containsSubsequence("to TO-0-.", "to TO-18-.", "In between");
        assertThat(second).containsSubsequence("to TO-19-.", "to TO-23-.").contains("href=\"" + PAGE + "\"");
        page(lead, "?page=-1", 400);
        page(lead, "?page=" + Integer.MAX_VALUE).body(not(containsString("data-proposal")));
    }

    @Test
    @DisplayName(
            "F9, H1: from the responses to the proposals, decided by keyboard, wide and on a phone, nothing for axe")
    void looks() {
        in("lead");
        for (int width : new int[] {1280, 390}) {
            CaseProposal made = ProposalAnswers.made(
                    own, ProposedStep.HAND_OVER, "user:agent-" + unique, "She knows the customer", Instant.now());
            ReassignProposal move = moving(List.of(own.id(), there.id()), List.of(group));
            try (Chromium chromium = new Chromium()) {
                Page page = signedIn(chromium.page(width, 900, ColorScheme.LIGHT));
                page.navigate(base + "portals/" + CPC + "/responses?srn=y");
                Locator line = page.getByRole(AriaRole.LINK, named("2 proposals wait for a decision"));
                assertThat(line).isVisible();
                picture(page, "proposals-line", width, ColorScheme.LIGHT);
                line.click();
                assertThat(page.locator("h1")).hasText("2 proposals wait for a decision");
                picture(page, "proposals", width, ColorScheme.LIGHT);
                Locator about = page.locator("[data-proposal]")
                        .filter(new Locator.FilterOptions().setHasText("proposes to hand the case of Kim Own over"));
                about.getByLabel("Your answer").fill("Well done");
                about.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"))
                        .press("Enter");
                assertThat(page.getByRole(AriaRole.STATUS)).hasText("Accepted. What was proposed is done.");
                assertThat(page.locator("[data-proposal]")).hasCount(1);
                page.getByRole(AriaRole.BUTTON, named("Refuse")).click();
                assertThat(page.getByRole(AriaRole.STATUS)).hasText("Refused. All stays as it was.");
                page.getByRole(AriaRole.LINK, exactly("Accepted")).click();
                assertThat(page.getByText("Person lead-" + unique + " accepted it.")
                                .first())
                        .isVisible();
            }
            assertThat(ProposalAnswers.of(own))
                    .filteredOn(p -> p.proposalId().equals(made.proposalId()))
                    .extracting(CaseProposal::state)
                    .containsExactly(ProposalState.ACCEPTED);
            assertThat(ReassignAnswers.now(move).state()).isEqualTo(ProposalState.REFUSED);
        }
        moving(List.of(own.id(), there.id()), List.of(group));
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page());
            Axe axe = new Axe(page);
            for (String list : List.of("", "?state=ACCEPTED", "?state=REFUSED", "?done=REFUSED")) {
                axe.visit(base + PAGE.substring(1) + list);
            }
            assertThat(axe.faults()).isEmpty();
        }
    }

    private Sample sample(String id, String group) {
        return Sample.of(CPC, id + "-" + unique)
                .ticket("T-" + id + "-" + unique)
                .group(group);
    }

    private ReassignProposal moving(List<String> responses, List<String> from) {
        return ReassignAnswers.made(CPC, responses, from, other, "user:agent-" + unique, Instant.now());
    }

    private Cookie in(String role) {
        return in(role, role, role.equals("agent") || role.equals("lead") ? new String[] {group} : new String[0]);
    }

    private Cookie in(String role, String as, String... groups) {
        @Nullable List<String> theirs = groups.length == 0 ? null : List.of(groups);
        for (String named : groups) {
            put("/v1/portals/" + CPC + "/groups/" + named, "{\"name\": \"" + name(named) + "\"}");
        }
        return People.signedIn(CPC, as + "-" + unique, List.of(role), theirs, null);
    }

    private String name(String code) {
        return (code.equals(group) ? "Network " : code.equals(other) ? "Apps " : "None ") + unique;
    }

    private static ValidatableResponse page(Cookie session, String rest) {
        return page(session, rest, 200);
    }

    private static ValidatableResponse page(Cookie session, String rest, int status) {
        return People.by(session).get(PAGE + rest).then().statusCode(status);
    }

    private static ValidatableResponse decide(Cookie session, String kind, String id, String decision) {
        return answer(session, kind, id, decision, "Well done");
    }

    private static ValidatableResponse answer(Cookie session, String kind, String id, String decision, String reason) {
        return People.by(session)
                .formParam("kind", kind)
                .formParam("proposal", id)
                .formParam("decision", decision)
                .formParam("reason", reason)
                .post(PAGE)
                .then();
    }

    private Page signedIn(Page page) {
        page.navigate(base + "login");
        page.getByLabel("Name").fill("lead-" + unique);
        page.getByLabel("Password").fill(People.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
