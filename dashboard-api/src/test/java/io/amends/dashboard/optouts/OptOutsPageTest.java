package io.amends.dashboard.optouts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.contracts.api.ListedOptOut;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.OptOutAnswers;
import io.amends.dashboard.testing.People;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A9: the page of customers who want no surveys. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class OptOutsPageTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String portal = "oo-" + id;
    private final String url = "portals/" + portal + "/opt-outs";

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void portal() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"Opt-outs\"}");
    }

    @Test
    @DisplayName(
            "A9: a customer is added with a reason, found by exact contact, and withdrawn with a reason; without scripts too")
    void course() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(base + url);
            assertThat(page.locator("h1")).hasText("Nobody has opted out of surveys.");
            Locator form = page.locator("form.pane");
            form.getByLabel("Email, phone or id, whole").fill("kim@example.com");
            form.getByLabel("Why").fill("Said so on the phone");
            page.getByRole(AriaRole.BUTTON, named("No more surveys")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("No survey is sent to this customer any more.");
            assertThat(page.locator("h1")).hasText("1 customer wants no surveys.");
            assertThat(page.getByText("Said so on the phone")).isVisible();
            assertThat(page.getByText(Keys.FULL_NAME).last()).isVisible();

            page.locator("#find").fill("kim@example.com");
            page.getByRole(AriaRole.BUTTON, named("Find")).click();
            assertThat(page.locator("h1")).hasText("This customer has opted out: no survey is sent to them.");
            page.locator("#find").fill("sam@example.com");
            page.getByRole(AriaRole.BUTTON, named("Find")).click();
            assertThat(page.locator("h1")).hasText("This customer has not opted out: surveys are sent to them.");
            page.getByRole(AriaRole.LINK, named("Show all")).click();

            page.locator("td summary").click();
            page.locator("#why-0").fill("Wants them again");
            page.getByRole(AriaRole.BUTTON, named("Send surveys again")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Surveys are sent to this customer again.");
            assertThat(OptOutAnswers.of(portal)).isEmpty();
        }
    }

    @Test
    @DisplayName("A9: without a reason, or by what is no contact, nothing happens, and what is typed stays")
    void wrong() {
        Api.signedIn()
                .formParam("by", "email")
                .formParam("contact", "kim@example.com")
                .post("/" + url)
                .then()
                .statusCode(422)
                .body(containsString("Write a reason"), containsString("value=\"kim@example.com\""));
        Api.signedIn()
                .formParam("by", "email")
                .formParam("contact", "no email")
                .formParam("reason", "r")
                .post("/" + url)
                .then()
                .statusCode(422)
                .body(containsString("Write an email address such as"), containsString("value=\"no email\""));
        Api.signedIn().get("/" + url + "?by=email&contact=nobody").then().statusCode(422);
        Api.signedIn()
                .get("/" + url + "?by=id&contact=" + "9".repeat(255))
                .then()
                .statusCode(422)
                .body(containsString("Write an email address such as"));
        OptOutAnswers.of(portal)
                .add(new ListedOptOut(null, "+495550101", null, null, "program:sources/tf", Instant.now()));
        Api.signedIn()
                .formParam("by", "phone")
                .formParam("contact", "+495550101")
                .post("/" + url + "/withdraw")
                .then()
                .statusCode(422)
                .body(containsString("Write a reason"), containsString("the source tf"));
        assertThat(OptOutAnswers.of(portal)).hasSize(1);
    }

    @Test
    @DisplayName("A9: what is typed stays while survey-ingest is away, and where it refuses; a refusal is no outage")
    void typedStays() {
        Api.signedIn()
                .formParam("by", "email")
                .formParam("contact", "away@example.com")
                .formParam("reason", "Said so twice")
                .post("/" + url)
                .then()
                .statusCode(503)
                .body(containsString("A part of Amends cannot be reached"))
                .body(containsString("value=\"away@example.com\""), containsString("value=\"Said so twice\""));
        Api.signedIn()
                .formParam("by", "email")
                .formParam("contact", "busy@example.com")
                .formParam("reason", "Said so twice")
                .post("/" + url)
                .then()
                .statusCode(429)
                .body(containsString("Wait a minute."), not(containsString("cannot be reached")))
                .body(containsString("value=\"busy@example.com\""), containsString("value=\"Said so twice\""));
    }

    @Test
    @DisplayName(
            "A9, H1: an auditor sees who opted out and changes nothing; for agents and leads the page is not there")
    void byRole() {
        OptOutAnswers.of(portal).add(new ListedOptOut("kim@example.com", null, null, null, "crm", Instant.now()));
        Cookie auditor = People.signedIn(portal, "oa-" + id, List.of("auditor"), null, null);
        by(auditor)
                .get("/" + url)
                .then()
                .statusCode(200)
                .body(containsString("kim@example.com"), not(containsString("Send surveys again")));
        by(auditor)
                .formParam("reason", "r")
                .post("/" + url + "/withdraw")
                .then()
                .statusCode(403);
        Cookie lead = People.signedIn(portal, "ol-" + id, List.of("lead"), List.of("NET"), null);
        by(lead).get("/" + url).then().statusCode(404);
    }

    @Test
    @DisplayName("A9, F9: axe finds nothing on the page of opt-outs, which scrolls only down")
    void looks() {
        OptOutAnswers.of(portal)
                .add(new ListedOptOut(
                        "kim@example.com", null, null, "Said so on the phone", "user:nobody", Instant.now()));
        OptOutAnswers.of(portal)
                .add(new ListedOptOut(null, null, "c-" + "9".repeat(60), null, "program:sources/tf", Instant.now()));
        try (Chromium chromium = new Chromium()) {
            for (int width : new int[] {1280, 360}) {
                Page page = signedIn(chromium.page(width, 900, ColorScheme.LIGHT), base);
                page.navigate(base + url);
                Chromium.picture(page, "opt-outs", width, ColorScheme.LIGHT);
                assertThat((List<?>) page.evaluate(Axe.SIDEWAYS)).isEmpty();
            }
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            axe.visit(base + url);
            axe.visit(base + url + "?by=email&contact=nobody");
            assertThat(axe.faults()).isEmpty();
        }
    }

    private static io.restassured.specification.RequestSpecification by(Cookie session) {
        return given().redirects().follow(false).cookie(session).header("Sec-Fetch-Site", "same-origin");
    }
}
