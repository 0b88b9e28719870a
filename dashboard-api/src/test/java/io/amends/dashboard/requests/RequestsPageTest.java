package io.amends.dashboard.requests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.contracts.NoteView;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.contracts.RequestFiled;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.People;
import io.amends.dashboard.testing.RequestAnswers;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A9, F9: requests for people, with and without scripts. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class RequestsPageTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String portal = "rq-" + id;
    private final String url = "portals/" + portal + "/requests";
    private final String ticket = "T-" + id;

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void portal() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"Requests\"}");
        Api.put("/v1/portals/" + portal + "/groups/NET", "{\"name\": \"Network EMEA\"}");
        Api.put("/v1/portals/" + portal + "/groups/DB", "{\"name\": \"Databases\"}");
    }

    @Test
    @DisplayName(
            "A9: by the navigation a form of a minute; what is filed leads to its case, with the request as its note")
    void files() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            page.navigate(base + "portals/" + portal + "/responses?srn=y");
            page.getByRole(AriaRole.LINK, named("Requests")).click();
            assertThat(page.locator("h1")).hasText("No requests here.");
            axe.read("no requests");
            page.getByRole(AriaRole.LINK, named("File a request")).click();
            fill(page);
            page.getByLabel("This is urgent").check();
            page.getByLabel("Customer's name").fill("Kim Example");
            page.getByLabel("Their email").fill("kim@example.com");
            axe.read("the form of a request");
            page.getByRole(AriaRole.BUTTON, named("File a request")).click();

            page.waitForURL("**/service-recovery-notes**");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your request is filed, and this is its case.");
            assertThat(page.locator(".log li")).hasCount(1);
            assertThat(page.locator(".log li")).containsText("Recovery Request");
            assertThat(page.locator(".log li")).containsText("Urgent");
            assertThat(page.locator(".log li")).containsText("Twice the wrong part");
            assertThat(page.getByText("No survey has come yet")).isVisible();
            axe.read("the dialog of a request");
            RequestFiled filed = RequestAnswers.of(ticket).get(0);
            assertThat(filed.identity()).isEqualTo("user:" + Keys.USER);
            assertThat(filed.author()).isEqualTo(Keys.FULL_NAME);
            assertThat(filed.type()).isEqualTo(RequestType.NEGATIVE_REVIEW_RECOVERY);
            assertThat(filed.format()).isEqualTo(RequestFormat.CALL);
            assertThat(filed.questions()).isEqualTo("When does it come?");
            assertThat(filed.urgent()).isTrue();
            assertThat(Objects.requireNonNull(filed.customer()).name()).isEqualTo("Kim Example");
            assertThat(filed.customer().email()).isEqualTo("kim@example.com");
            assertThat(filed.customer().phone()).isNull();

            page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true))
                    .fill("Left a voicemail.");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.locator("[data-saved]")).isVisible();
            assertThat(RequestAnswers.notesOf(portal, ticket))
                    .extracting(NoteView::text)
                    .containsExactly("Left a voicemail.");

            page.getByRole(AriaRole.LINK, named("File a request")).click();
            assertThat(page.getByLabel("Which ticket")).hasValue(ticket);
            assertThat(page.getByText("This ticket has a case already.")).isVisible();
            page.navigate(base + url);
            assertThat(page.getByRole(AriaRole.CELL, named("Kim Example " + ticket)))
                    .isVisible();
            axe.read("requests");
            page.getByRole(AriaRole.LINK, named("Recovery Request")).click();
            page.waitForURL("**/service-recovery-notes**");
            assertThat(axe.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "A9: without scripts too; what is missing is told at its field, and a NO in words; nothing typed is lost")
    void refused() {
        RequestAnswers.refuse(ticket);
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(base + url + "/new");
            fill(page);
            page.getByLabel("Customer's name").fill("Kim Example");
            page.getByRole(AriaRole.BUTTON, named("File a request")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("asked not to be contacted");
            assertThat(page.getByLabel("Why they feel so")).hasValue("Twice the wrong part");
            assertThat(page.getByLabel("Customer's name")).hasValue("Kim Example");
        }
        Api.signedIn()
                .formParam("ticket", ticket)
                .post("/" + url)
                .then()
                .statusCode(422)
                .body(containsString("Say in a few words why."))
                .body(containsString("value=\"" + ticket + "\""));
        assertThat(RequestAnswers.of(ticket)).isEmpty();
    }

    @Test
    @DisplayName("A9, H1: a lead chooses among their own groups, and an auditor reads without filing")
    void byRole() {
        Cookie lead = People.signedIn(portal, "rl-" + id, List.of("lead"), List.of("NET"), null);
        by(lead).get("/" + url + "/new")
                .then()
                .statusCode(200)
                .body(containsString("Network EMEA"))
                .body(not(containsString("Databases")));
        Cookie auditor = People.signedIn(portal, "ra-" + id, List.of("auditor"), null, null);
        by(auditor).get("/" + url).then().statusCode(200).body(not(containsString("/requests/new")));
        by(auditor).get("/" + url + "/new").then().statusCode(403);
        Cookie ops = People.signedIn(portal, "ro-" + id, List.of("ops"), null, null);
        by(ops).get("/" + url).then().statusCode(404);
    }

    private void fill(Page page) {
        page.getByLabel("Which ticket").fill(ticket);
        page.getByLabel("Who takes care of it").selectOption("NET");
        page.getByLabel("The customer is unhappy, or may become so: a recovery").check();
        page.getByLabel("A call").check();
        page.getByLabel("Why they feel so").fill("Twice the wrong part");
        page.getByLabel("Their questions and grievances").fill("When does it come?");
    }
}
