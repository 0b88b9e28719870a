package io.amends.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.picture;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.NoteView;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.contracts.api.ProposalState;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.People;
import io.amends.dashboard.testing.ProposalAnswers;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.link.ReportLink;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The notes dialog for each role, and for whoever has a report's link alone (H1, C6). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class DialogRolesTest {
    private static final String CPC = "dialogs";
    private static final String NOTES = "/service-recovery-notes";
    private static final String NEEDS_SIGN_IN = "To close a case, please sign in.";

    @Inject
    LinkTokens tokens;

    @TestHTTPResource("/")
    String base;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String group = "G-" + unique;
    private final Sample own =
            Sample.of(CPC, "own-" + unique).ticket("T-own-" + unique).group(group);
    private final Sample foreign =
            Sample.of(CPC, "foreign-" + unique).ticket("T-foreign-" + unique).group("OTHER-" + unique);

    @BeforeEach
    void samples() {
        put("", "{\"name\": \"Dialogs\"}");
        put("/contacts/c-2", "{\"name\": \"Sam Recipient\"}");
        put("/contacts/c-own", "{\"name\": \"Olive Own\"}");
        put("/contacts/c-other", "{\"name\": \"Otis Other\"}");
        put("/groups/" + group, "{\"name\": \"Own\", \"supportLead\": \"c-own\"}");
        put("/groups/OTHER-" + unique, "{\"name\": \"Other\", \"supportLead\": \"c-other\"}");
        Neighbours.know(own, foreign);
        Neighbours.digest("d-" + unique, CPC, "c-2", "Sam Recipient", own, foreign);
    }

    @Test
    @DisplayName("C6, D8: a report's link notes, and closes nothing: it says so, with the way to sign in and back")
    void byLink() {
        given().get(link())
                .then()
                .statusCode(200)
                .body(containsString(NEEDS_SIGN_IN), containsString(NOTES + "/sign-in?cpc=" + CPC + "&amp;t="))
                .body(not(containsString("id=\"closing\"")));
        for (String step : List.of("close", "propose", "decide", "decline", "hand-over")) {
            closing(given().redirects().follow(false), link(), step, own)
                    .statusCode(403)
                    .body(containsString(NEEDS_SIGN_IN));
        }
        note(given().redirects().follow(false), link(), own).statusCode(303);

        assertThat(state(own)).isEqualTo(CaseState.OPEN);
        assertThat(ProposalAnswers.of(own)).isEmpty();
        assertThat(Neighbours.notesOf(own.id()))
                .extracting(NoteView::identity)
                .containsExactly("recipient:c-2:d-" + unique);
    }

    @Test
    @DisplayName("C6, D8: a session beside a link closes what is theirs, in their own right, and nothing else")
    void linkAndSession() {
        Cookie lead = signedIn("lead");
        People.by(lead).get(link() + "&at=" + foreign.id()).then().body(not(containsString("id=\"closing\"")));
        closing(People.by(lead), link(), "close", foreign).statusCode(404);
        closing(
                        given().redirects().follow(false).cookie(lead).header("Sec-Fetch-Site", "cross-site"),
                        link(),
                        "close",
                        own)
                .statusCode(403);
        assertThat(state(own)).isEqualTo(CaseState.OPEN);
        assertThat(state(foreign)).isEqualTo(CaseState.OPEN);
        note(People.by(lead), link(), foreign).statusCode(303);
        assertThat(Neighbours.notesOf(foreign.id()))
                .extracting(NoteView::identity)
                .containsExactly("user:lead-" + unique);

        closing(People.by(lead), link(), "close", own).statusCode(303);
        assertThat(state(own)).isEqualTo(CaseState.CLOSED);
    }

    @Test
    @DisplayName("D4, C6: where a response of the report is now is told to whoever may see it themselves")
    void moved() {
        Neighbours.update(own.group("OTHER-" + unique));
        String at = link() + "&at=" + own.id();

        given().get(at).then().statusCode(404).body(not(containsString("Show where it is now")));
        People.by(signedIn("lead")).get(at).then().statusCode(404).body(not(containsString("Show where it is now")));
        People.by(signedIn("auditor")).get(at).then().statusCode(404).body(containsString("rgid=OTHER-" + unique));
    }

    @Test
    @DisplayName("H1: another group's response or ticket is answered like one that is not there")
    void anotherGroup() {
        for (String role : List.of("agent", "lead")) {
            Cookie session = signedIn(role);
            String there = body(session, "&rgid=" + foreign.group() + "&tid=" + foreign.ticket());
            String nowhere = body(session, "&rgid=G-0&tid=T-0");
            assertThat(there.replace(foreign.group(), "G-0").replace(foreign.ticket(), "T-0"))
                    .isEqualTo(nowhere);
            body(session, "&rgid=" + foreign.group() + "&date=2026-11-20");
            closing(People.by(session), foreignDialog(), "close", foreign).statusCode(409);
            note(People.by(session), foreignDialog(), foreign).statusCode(409);
        }
        body(signedIn("ops"), "&rgid=" + group + "&tid=" + own.ticket());
        assertThat(state(foreign)).isEqualTo(CaseState.OPEN);
        assertThat(Neighbours.notesOf(foreign.id())).isEmpty();
    }

    @Test
    @DisplayName("H1: an agent proposes to close, and the lead who accepts closes the case; an agent decides nothing")
    void proposed() {
        Cookie agent = signedIn("agent");
        Cookie lead = signedIn("lead");
        People.by(agent)
                .get(dialog())
                .then()
                .body(containsString("Propose to close"), not(containsString(NOTES + "/close?")));
        closing(People.by(agent), dialog(), "close", own).statusCode(403);
        proposal(People.by(agent), "").statusCode(422).body(containsString("Please say why"));
        proposal(People.by(agent), "Spoken to & <fine>").statusCode(303);

        CaseProposal made = ProposalAnswers.of(own).get(0);
        assertThat(made.by()).isEqualTo("user:agent-" + unique);
        assertThat(state(own)).isEqualTo(CaseState.OPEN);
        People.by(agent)
                .get(dialog())
                .then()
                .body(
                        containsString("It waits for the lead"),
                        containsString("Spoken to &amp; &lt;fine&gt;"),
                        not(containsString("value=\"accept\"")));
        decision(People.by(agent), made, "accept").statusCode(403);
        People.by(lead)
                .get(dialog())
                .then()
                .body(
                        containsString("Person agent-" + unique + " proposes to close this case"),
                        containsString("value=\"accept\""));
        decision(People.by(lead), made, "maybe").statusCode(400);
        decision(People.by(lead), made, "accept").statusCode(303);
        assertThat(state(own)).isEqualTo(CaseState.CLOSED);
        decision(People.by(lead), made, "refuse").statusCode(422);
    }

    @Test
    @DisplayName("H1: what is refused closes nothing, and can be proposed again")
    void refused() {
        Cookie agent = signedIn("agent");
        proposal(People.by(agent), "Spoken to").statusCode(303);
        decision(People.by(signedIn("lead")), ProposalAnswers.of(own).get(0), "refuse")
                .statusCode(303);

        assertThat(ProposalAnswers.of(own)).extracting(CaseProposal::state).containsExactly(ProposalState.REFUSED);
        assertThat(state(own)).isEqualTo(CaseState.OPEN);
        proposal(People.by(agent), "Spoken to again").statusCode(303);
    }

    @Test
    @DisplayName("D7, H1: an agent proposes to decline a case, and the lead who accepts closes it as not needed")
    void declineProposed() {
        Cookie agent = signedIn("agent");
        step(People.by(agent), "decline", "", "").statusCode(422).body(containsString("Please say why."));
        step(People.by(agent), "decline", "", "A test of the line").statusCode(303);

        CaseProposal made = ProposalAnswers.of(own).get(0);
        assertThat(made.what()).isEqualTo(ProposedStep.DECLINE);
        assertThat(state(own)).isEqualTo(CaseState.OPEN);
        People.by(agent)
                .get(dialog())
                .then()
                .body(containsString("A test of the line"), not(containsString("id=\"declining\"")))
                .body(containsString("id=\"handing-over\""));
        decision(People.by(signedIn("lead")), made, "accept").statusCode(303);
        assertThat(Neighbours.caseOf(own.id()).outcome()).isEqualTo(Outcome.NOT_NEEDED);
    }

    @Test
    @DisplayName("H1: a lead hands a case over at once, to a contact of their own groups, and declines it")
    void handedOver() {
        Cookie lead = signedIn("lead");
        People.by(lead)
                .get(dialog())
                .then()
                .body(containsString("Hand the case over"), containsString("Olive Own"))
                .body(not(containsString("Otis Other")), not(containsString("Sam Recipient")));
        step(People.by(lead), "hand-over", "", "On leave").statusCode(422).body(containsString("Please choose who"));
        step(People.by(lead), "hand-over", "c-own", "")
                .statusCode(422)
                .body(containsString("<option value=\"c-own\" selected>"));
        assertThat(ProposalAnswers.of(own)).isEmpty();
        step(People.by(lead), "hand-over", "c-own", "On leave").statusCode(303);

        assertThat(Neighbours.caseOf(own.id()).owner()).isEqualTo("c-own");
        assertThat(ProposalAnswers.of(own)).extracting(CaseProposal::state).containsExactly(ProposalState.ACCEPTED);
        step(People.by(lead), "decline", "", "A test of the line").statusCode(303);
        assertThat(state(own)).isEqualTo(CaseState.CLOSED);
    }

    @Test
    @DisplayName("H1: who may not even propose declines nothing, and another group's case is not there")
    void steppedByOthers() {
        Cookie auditor = signedIn("auditor");
        step(People.by(auditor), "decline", "", "Because").statusCode(403);
        step(People.by(auditor), "hand-over", "c-own", "Because").statusCode(403);
        People.by(signedIn("lead"))
                .formParam("response", foreign.id())
                .formParam("case", "case-" + foreign.id())
                .formParam("reason", "Because")
                .post(foreignDialog().replace("?", "/decline?"))
                .then()
                .statusCode(409);
        People.by(signedIn("lead"))
                .formParam("response", own.id())
                .formParam("case", "case-of-before")
                .formParam("reason", "Because")
                .post(dialog().replace("?", "/decline?"))
                .then()
                .statusCode(409)
                .body(containsString("Nothing was done"));
        assertThat(state(own)).isEqualTo(CaseState.OPEN);
        assertThat(state(foreign)).isEqualTo(CaseState.OPEN);
    }

    @Test
    @DisplayName("H1: an auditor reads the dialog, and has no form in it")
    void auditor() {
        Cookie auditor = signedIn("auditor");
        People.by(auditor)
                .get(dialog())
                .then()
                .statusCode(200)
                .body(containsString("Third time I had to call."), not(containsString("<form")));
        note(People.by(auditor), dialog(), own).statusCode(403);
        closing(People.by(auditor), dialog(), "close", own).statusCode(403);
        proposal(People.by(auditor), "x").statusCode(403);
        assertThat(Neighbours.notesOf(own.id())).isEmpty();
    }

    @Test
    @DisplayName("C6, F9: from the link to the sign-in, and back to close the case there")
    void signInAndBack() {
        People.put(CPC, "lead-" + unique, List.of("lead"), List.of(group), null);
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            page.navigate(base + link().substring(1));
            page.getByText("Sign in to close the case").click();
            page.getByLabel("Name").fill("lead-" + unique);
            page.getByLabel("Password").fill(People.PASSWORD);
            button(page, "Sign in").click();
            page.waitForURL("**" + NOTES + "?**");
            assertThat(page.url()).contains("&t=");
            page.locator("#closing summary").click();
            page.getByLabel("Outcome").selectOption("RESOLVED");
            button(page, "Close the case").click();
            assertThat(page.locator("#case .tag.done")).hasText("Closed");
        }
        assertThat(state(own)).isEqualTo(CaseState.CLOSED);
    }

    @Test
    @DisplayName("F9, H1: the dialog of each, wide and on a phone, by keyboard and without a fault of axe")
    void looks() {
        for (String role : List.of("agent", "lead", "auditor")) {
            put(role);
        }
        try (Chromium chromium = new Chromium()) {
            for (int width : new int[] {1280, 390}) {
                Sample shown = Sample.of(CPC, "w" + width + "-" + unique).group(group);
                Neighbours.know(shown);
                String address = NOTES + "?cpc=" + CPC + "&rgid=" + group + "&tid=" + shown.ticket();
                Page page = chromium.page(width, 900, ColorScheme.LIGHT);
                look(page, link(), "link", width);
                Page agent = signedIn(chromium.page(width, 900, ColorScheme.LIGHT), "agent");
                agent.navigate(base + address.substring(1));
                agent.locator("#closing summary").click();
                agent.getByLabel("Outcome").selectOption("RESOLVED");
                agent.getByLabel("Root cause").fill("The router was swapped twice");
                agent.getByLabel("Reason").fill("Spoken to on the phone, the line holds since Monday.");
                picture(agent, "roles-agent", width, ColorScheme.LIGHT);
                button(agent, "Propose to close").click();
                assertThat(agent.getByText("It waits for the lead")).isVisible();
                agent.locator("#handing-over summary").click();
                agent.getByLabel("New owner").selectOption("Olive Own");
                agent.locator("#handing-over").getByLabel("Why").fill("She knows the customer.");
                picture(agent, "roles-agent-hands-over", width, ColorScheme.LIGHT);
                button(agent, "Propose to hand it over").click();
                assertThat(agent.locator("[data-proposal]")).hasCount(2);
                look(agent, address, "agent-proposed", width);
                look(signedIn(chromium.page(width, 900, ColorScheme.LIGHT), "auditor"), address, "auditor", width);
                Page lead = signedIn(chromium.page(width, 900, ColorScheme.LIGHT), "lead");
                look(lead, address, "lead", width);
                Locator closing = lead.locator("[data-proposal]")
                        .filter(new Locator.FilterOptions().setHasText("proposes to close"));
                closing.getByLabel("Your answer").fill("Well done");
                closing.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept"))
                        .focus();
                lead.keyboard().press("Enter");
                assertThat(lead.locator("#case .tag.done")).hasText("Closed");
            }
        }
    }

    private void look(Page page, String address, String name, int width) {
        page.navigate(base + address.substring(1));
        assertThat((List<?>) page.evaluate(Axe.SIDEWAYS)).as(name).isEmpty();
        picture(page, "roles-" + name, width, ColorScheme.LIGHT);
        Axe axe = new Axe(page);
        axe.visit(base + address.substring(1));
        assertThat(axe.faults()).as(name).isEmpty();
    }

    private Page signedIn(Page page, String role) {
        page.navigate(base + "login");
        page.getByLabel("Name").fill(role + "-" + unique);
        page.getByLabel("Password").fill(People.PASSWORD);
        button(page, "Sign in").click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private Cookie signedIn(String role) {
        put(role);
        return People.signIn(role + "-" + unique);
    }

    private void put(String role) {
        @Nullable List<String> groups = role.equals("auditor") || role.equals("ops") ? null : List.of(group);
        People.put(CPC, role + "-" + unique, List.of(role), groups, null);
    }

    private String body(Cookie session, String parameters) {
        return People.by(session)
                .get(NOTES + "?cpc=" + CPC + parameters)
                .then()
                .statusCode(404)
                .extract()
                .asString();
    }

    private static ValidatableResponse note(RequestSpecification by, String address, Sample on) {
        return by.formParam("response", on.id())
                .formParam("author", "Sam")
                .formParam("text", "Called.")
                .post(address)
                .then();
    }

    private static ValidatableResponse closing(RequestSpecification by, String address, String step, Sample on) {
        return by.formParam("response", on.id())
                .formParam("case", "case-" + on.id())
                .formParam("outcome", "RESOLVED")
                .post(address.replace("?", "/" + step + "?"))
                .then();
    }

    private ValidatableResponse proposal(RequestSpecification by, String reason) {
        return closing(by.formParam("reason", reason), dialog(), "propose", own);
    }

    private ValidatableResponse step(RequestSpecification by, String step, String owner, String reason) {
        return closing(by.formParam("owner", owner).formParam("reason", reason), dialog(), step, own);
    }

    private ValidatableResponse decision(RequestSpecification by, CaseProposal made, String how) {
        return by.formParam("response", own.id())
                .formParam("proposal", made.proposalId())
                .formParam("decision", how)
                .post(dialog().replace("?", "/decide?"))
                .then();
    }

    private static CaseState state(Sample sample) {
        return Neighbours.caseOf(sample.id()).state();
    }

    private String dialog() {
        return NOTES + "?cpc=" + CPC + "&rgid=" + group + "&tid=" + own.ticket();
    }

    private String foreignDialog() {
        return NOTES + "?cpc=" + CPC + "&rgid=" + foreign.group() + "&tid=" + foreign.ticket();
    }

    private String link() {
        return NOTES + "?cpc=" + CPC + "&t="
                + tokens.sign(new ReportLink(
                        "d-" + unique, "c-2", ReportLink.ALL, Instant.now().plusSeconds(600)));
    }

    private static void put(String path, String body) {
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body(body)
                .put("/v1/portals/" + CPC + path);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }
}
