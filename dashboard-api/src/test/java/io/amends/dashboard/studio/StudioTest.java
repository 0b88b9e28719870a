package io.amends.dashboard.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.StudioPortal.RULES;
import static io.amends.dashboard.testing.StudioPortal.complaints;
import static io.amends.dashboard.testing.StudioPortal.tree;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.dashboard.testing.StudioPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
class StudioTest extends StudioPages {
    @Test
    @DisplayName("F5, B7: a rule is built, backtested, published with a reason, and explains a response")
    void whole() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            List<String> complaints = complaints(page);
            page.navigate(base + "portals/bright/rules");
            assertThat(page.locator("h1")).containsText("3 rules decide; version 1 since");
            assertThat(page.locator("h1")).containsText("by " + Keys.FULL_NAME);

            page.getByText("Add a rule").click();
            page.getByLabel("Name").fill("Angry enterprise");
            page.getByLabel("Condition 1, kind").selectOption("measure");
            page.getByLabel("Condition 1, value").fill("one");
            page.getByText("Add a condition").click();
            page.getByLabel("Condition 2, kind").selectOption("field");
            page.getByLabel("Condition 2, what").selectOption("segment");
            page.getByLabel("Enterprise", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByText("Add a group").first().click();
            page.getByLabel("Condition 3.1, kind").selectOption("tag");
            page.getByLabel("Condition 3.1, value").fill("vip, \"really\"");
            page.getByLabel("Priority").fill("2");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("1 place is not right yet. Nothing was saved.");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The value of condition 1 must be a number.");
            assertThat(page.getByLabel("Condition 1, value")).isFocused();
            page.getByLabel("Condition 1, value").fill("1");
            assertThat(page.getByLabel("Condition 3.1, value")).hasValue("vip, \"really\"");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("“Angry enterprise” is in the draft.");
            assertThat(page.locator("h1")).containsText("A draft with 1 change waits.");
            assertThat(page.url()).contains("/portals/bright/rules?done=saved");
            assertThat(RulesNeighbour.draft().path("rules").get(3))
                    .isEqualTo(
                            tree(
                                    """
                                    {"name": "Angry enterprise",
                                     "when": {"all": [{"measure": "csat", "lte": 1}, {"field": "segment", "in": ["ENTERPRISE"]},
                                                      {"any": [{"tag": "vip, \\"really\\""}]}]},
                                     "then": {"kind": "RECOVERY", "priority": 2}}
                                    """));

            page.getByRole(AriaRole.LINK, named("Backtest")).click();
            page.getByRole(AriaRole.BUTTON, named("Run the backtest")).click();
            assertThat(page.locator("h1")).containsText("12 more customers would be contacted, 3 fewer; 41 stay.");
            assertThat(page.locator("[data-chart] canvas")).isVisible();
            page.getByLabel("Support group").selectOption("NET");
            assertThat(page.locator("[data-figures]")).hasAttribute("data-cap", "10");
            assertThat(page.locator("[data-chart] canvas")).isVisible();
            page.locator("#head-gained").scrollIntoViewIfNeeded();
            assertThat(page.locator(".examples summary").first()).containsText("Kim Example");
            assertThat(page.locator(".examples summary").first()).containsText("VIP by phone");
            page.locator(".examples summary").first().click();
            assertThat(page.getByText("Not flagged: overall 4 of 5").first()).isVisible();
            assertThat(page.getByText("Why it was decided so").first())
                    .hasAttribute("href", "/portals/bright/responses/why?responseId=p1");

            page.getByText("Show 8 more").click();
            assertThat(page.locator("h1")).containsText("12 gained");
            assertThat(page.locator(".examples > li")).hasCount(12);
            assertThat(page.getByText("All 12 are shown.")).isVisible();

            page.navigate(base + "portals/bright/rules/publish");
            assertThat(page.getByText("this draft would have flagged 50")).isVisible();
            assertThat(page.getByText("12 more customers would be contacted, 3 fewer; 41 stay."))
                    .isVisible();
            assertThat(page.getByText("See the backtest")).isVisible();
            assertThat(page.getByText("Adds “Angry enterprise”")).isVisible();
            page.getByRole(AriaRole.BUTTON, named("Publish")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say why");
            page.getByLabel("Why").fill("Enterprise calls first");
            page.getByRole(AriaRole.BUTTON, named("Publish")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Version 2 decides from now on.");
            RulesNeighbour.Published published = RulesNeighbour.versions().get(1);
            assertThat(List.of(published.author(), published.reason()))
                    .containsExactly("user:" + Keys.USER, "Enterprise calls first");

            page.navigate(base + "portals/bright/responses?srn=y");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("why"))
                    .first()
                    .click();
            assertThat(page.locator("h1")).containsText("at or below the threshold");
            assertThat(page.getByText("of 4 rules")).isVisible();
            assertThat(page.getByText("Alex Example, by the rule “Night shift”"))
                    .isVisible();
            page.getByText("VIP by phone").click();
            assertThat(page.getByText("tier is gold")).isVisible();
            page.getByText("What would make it match?")
                    .locator("visible=true")
                    .first()
                    .click();
            assertThat(page.getByText("the response carried the tag vip_customer"))
                    .isVisible();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    @DisplayName("H3, H6: the studio needs a sign-in, another portal's key opens nothing, another site changes nothing")
    void guarded() {
        given().redirects().follow(false).get("/portals/bright/rules").then().statusCode(303);
        given().auth()
                .oauth2(Keys.ACME_ONLY)
                .get("/portals/bright/rules")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Keys.ACME_ONLY)
                .get("/portals/bright/responses/p1/why")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Keys.ACME_ONLY)
                .contentType("application/x-www-form-urlencoded")
                .body("tag=v1&do=remove:1")
                .post("/portals/bright/rules")
                .then()
                .statusCode(404);
        given().auth().oauth2(Keys.KEY).get("/portals/nowhere/rules").then().statusCode(404);
        String cookie = given().redirects()
                .follow(false)
                .header("Origin", base.replaceAll("/$", ""))
                .formParam("j_username", Keys.USER)
                .formParam("j_password", Keys.PASSWORD)
                .post("/sign-in")
                .cookie("amends-session-8080");
        given().cookie("amends-session-8080", cookie)
                .header("Origin", "https://evil.example")
                .contentType("application/x-www-form-urlencoded")
                .body("tag=v1&do=remove:1")
                .post("/portals/bright/rules")
                .then()
                .statusCode(403);
        assertThat(RulesNeighbour.draft()).isEqualTo(tree(RULES));
    }
}
