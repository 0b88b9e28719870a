package io.amends.dashboard.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.People.by;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.People;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H1, F9: people for people, with and without scripts, and who may not see the page. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PeoplePageTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String portal = "ppage-" + id;
    private final String url = "/portals/" + portal + "/people";
    private final String login = "kim-" + id;

    @TestHTTPResource("/")
    String base;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void portal() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"People\"}");
        Api.put("/v1/portals/" + portal + "/contacts/c-1", "{\"name\": \"Kim Lead\", \"email\": \"Kim@example.com\"}");
    }

    @Test
    @DisplayName("H1: without scripts a person is added, the contact of the same email proposed, changed and removed")
    void withoutScripts() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(base + "portals/" + portal + "/people");
            assertThat(page.locator("h1")).hasText("Nobody belongs to this portal yet.");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByText("Give the person a name")).isVisible();
            page.getByLabel("Name to sign in with").fill(login);
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Kim Example");
            page.getByLabel("Email").fill("kim@example.com");
            page.getByLabel("Leads their own groups").check();
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Kim Example is added.");
            assertThat(page.getByText("May be Kim Lead: the email is the same")).isVisible();

            page.getByRole(AriaRole.LINK, named("Kim Example")).click();
            assertThat(page.getByLabel("Contact")).hasValue("c-1");
            page.getByLabel("More groups").fill("NET, EMEA");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByText("Groups: NET, EMEA")).isVisible();
            given().auth()
                    .oauth2(Keys.KEY)
                    .get("/v1" + url + "/" + login)
                    .then()
                    .body("contact", equalTo("c-1"), "roles", equalTo(List.of("lead")));

            page.locator("summary", new Page.LocatorOptions().setHasText("Remove Kim Example"))
                    .click();
            page.getByRole(AriaRole.BUTTON, named("Remove the person")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Kim Example is removed.");
        }
    }

    @Test
    @DisplayName("H1: what was changed since is not overwritten: the second is told, and sees how it is now")
    void changedSince() {
        People.put(portal, login, List.of("agent"), null, null);
        String form = Api.signedIn().get(url + "/" + login).asString();
        String seen = form.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
        People.put(portal, login, List.of("auditor"), null, null);
        Api.signedIn()
                .formParam("seen", seen)
                .formParam("name", "Kim")
                .formParam("role", "lead")
                .formParam("active", "yes")
                .post(url + "/" + login)
                .then()
                .statusCode(422)
                .body(containsString("Somebody else has changed this person"));
        given().auth()
                .oauth2(Keys.KEY)
                .get("/v1" + url + "/" + login)
                .then()
                .body("roles", equalTo(List.of("auditor")));
    }

    @Test
    @DisplayName(
            "H1: roles of the provider's claims are listed beside those by hand, marked, and so is the way they sign in")
    void claimed() {
        People.put(portal, login, List.of("agent"), null, null);
        jdbi.useHandle(db -> {
            db.execute("update membership set claimed = '{agent,admin}' where login = ?", login);
            db.execute("update person set password_hash = null where login = ?", login);
            db.execute("insert into person_identity values ('https://id.example', ?, ?, now())", "s-" + id, login);
        });
        given().auth()
                .oauth2(Keys.KEY)
                .get("/v1" + url + "/" + login)
                .then()
                .body("roles", equalTo(List.of("agent")), "claimedRoles", equalTo(List.of("agent", "admin")))
                .body("atProvider", equalTo(true));
        Api.signedIn()
                .get(url)
                .then()
                .body(containsString("<span class=\"chip\">Agent</span>"))
                .body(containsString("Admin <span class=\"muted\">from the sign-in provider</span>"))
                .body(containsString("Signs in with the provider"), containsString("until the next sign-in"))
                .body(not(containsString("Invite Person")));
        Api.signedIn().get(url + "/" + login).then().body(containsString("From the sign-in provider: Agent, Admin."));
    }

    @Test
    @DisplayName("H1: who is something over all portals is listed as such, for those who are that themselves")
    void everywhere() {
        People.put("*", "all-" + id, List.of("ops"), null, null);
        String beyond = "Over all portals";
        Api.signedIn()
                .get(url)
                .then()
                .body(containsString(beyond), containsString("all-" + id), containsString(Keys.FULL_NAME))
                .body(containsString("Admin <span class=\"muted\">from the configuration</span>"));
        for (String role : List.of("admin", "auditor")) {
            by(People.signedIn(portal, role + "-" + id, List.of(role), null, null))
                    .get(url)
                    .then()
                    .statusCode(200)
                    .body(not(containsString(beyond)), not(containsString("all-" + id)))
                    .body(containsString("is not in this list unless"));
        }
    }

    @ParameterizedTest(name = "H1: {0} sees the page: {1}, changes it: {2}, lands on {3}")
    @CsvSource({
        "agent,404,404,responses",
        "lead,404,404,responses",
        "admin,200,422,responses",
        "ops,404,404,deliveries",
        "auditor,200,403,responses"
    })
    void roles(String role, int sees, int changes, String lands) {
        Cookie session = People.signedIn(portal, login, List.of(role), null, null);
        by(session).get(url).then().statusCode(sees).body(not(containsString("people@example.com\"")));
        by(session).formParam("name", "").post(url).then().statusCode(changes);
        by(session).post(url + "/" + login + "/remove").then().statusCode(changes);
        by(session).post(url + "/" + login + "/invite").then().statusCode(changes);
        by(session)
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", containsString("/portals/" + portal + "/" + lands));
    }

    @Test
    @DisplayName("H1: who belongs to several portals chooses one on the page of portals, and sees no other")
    void severalPortals() {
        String other = "ppbis-" + id;
        Api.put("/v1/portals/" + other, "{\"name\": \"Second portal\"}");
        People.put(other, login, List.of("lead"), null, null);
        Cookie session = People.signedIn(portal, login, List.of("lead"), null, null);
        String page =
                by(session).get("/portals").then().statusCode(200).extract().asString();
        assertThat(page).contains("/portals/" + portal + "\"", "/portals/" + other + "\"", "Second portal");
        assertThat(page.split("href=\"/portals/")).hasSize(3);
    }

    @Test
    @DisplayName("F9, H6: axe finds nothing on the page, on the account's and on an old invitation's")
    void accessible() {
        People.put(portal, login, List.of("lead", "agent"), List.of("NET"), "c-1");
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            axe.visit(base + "portals/" + portal + "/people");
            axe.visit(base + "portals/" + portal + "/people/" + login);
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            axe.read("person without a name");
            axe.visit(base + "account");
            axe.visit(base + "invite?t=old");

            assertThat(axe.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("F9: the page in light and dark, wide and on a phone, scrolls only down")
    void looks() {
        People.put(portal, login, List.of("lead", "agent", "auditor"), List.of("NET", "EMEA-NET"), "c-1");
        try (Chromium chromium = new Chromium()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1280, 390, 320}) {
                    Page page = signedIn(chromium.page(width, 900, scheme), base);
                    page.navigate(base + "portals/" + portal + "/people");
                    page.locator("details.pop summary").first().click();
                    BoundingBox asks = page.locator("details[open] .popover").boundingBox();
                    assertThat(asks.x)
                            .as("what is asked before a removal, at " + width)
                            .isNotNegative();
                    assertThat(asks.x + asks.width).isLessThanOrEqualTo(width);
                    for (String path : List.of("portals/" + portal + "/people/" + login, "account", "portals")) {
                        page.navigate(base + path);
                        assertThat((List<?>) page.evaluate(Axe.SIDEWAYS))
                                .as(path + " " + width + " " + scheme)
                                .isEmpty();
                        Chromium.picture(page, path.replace(portal + "/", "").replace(login, ""), width, scheme);
                    }
                }
            }
        }
    }
}
