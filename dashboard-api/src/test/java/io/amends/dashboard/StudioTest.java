package io.amends.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.contracts.Json;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class StudioTest {
    private static final String HOSTILE = "<img src=x onerror=\"window.hacked=1\">";
    private static final String RULES =
            """
            {"rules": [
              {"name": "VIP by phone",
               "when": {"all": [{"measure": "csat", "lte": 3}, {"field": "channel", "in": ["phone"]},
                                {"any": [{"tag": "vip_customer"}, {"property": "tier", "eq": "gold"}]}]},
               "then": {"kind": "RECOVERY", "priority": 1, "tags": ["service_recovery"], "alert": "IMMEDIATE"}},
              {"name": "Chat is not for us",
               "when": {"all": [{"field": "channel", "in": ["chat"]}, {"not": {"comment": "present"}}]},
               "then": {"kind": "NONE", "priority": 5}},
              {"name": "Solved at first contact",
               "when": {"measure": "fcr", "eq": true}, "then": {"priority": 3}}]}
            """;
    private static boolean loaded;

    @Inject
    EventProducer producer;

    @TestHTTPResource("/")
    String base;

    private final Sample angry = Sample.of("bright", "p1")
            .ticket("T-4711")
            .customer("Kim Example")
            .comment("Third time I had to call, and each time I explained everything from the beginning.");

    @BeforeEach
    void begin() {
        RulesNeighbour.begin(RULES);
        if (loaded) {
            return;
        }
        put("/v1/portals/bright", "{\"name\": \"Bright Support\"}");
        put("/v1/portals/bright/groups/NET", "{\"name\": \"Network EMEA\", \"dailyCap\": 10}");
        put("/v1/portals/bright/groups/FIELD", "{\"name\": \"Field service\"}");
        put("/v1/portals/bright/segments/ENTERPRISE", "{\"name\": \"Enterprise\"}");
        Neighbours.know(angry);
        producer.sendAll(List.of(angry.event()));
        await().atMost(Duration.ofSeconds(20)).until(() -> given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/bright/responses")
                .path("total")
                .equals(1));
        loaded = true;
    }

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
    @DisplayName("F5: every rule that the builder shows is saved as it was, down to its numbers and quotes")
    void unchanged() {
        String odd =
                """
                {"rules": [{"name": "\\"VIP\\" & <b>",
                  "when": {"any": [
                    {"measure": "csat", "between": [1, 2.5]}, {"measure": "nps", "in": [0, 10]}, {"measure": "fcr", "present": false},
                    {"field": "channel", "in": ["phone", "zebra", "a, b"]}, {"field": "supportGroup", "eq": "NET"},
                    {"field": "contactChoice", "notIn": ["NO"]}, {"field": "brand", "prefix": "ac"},
                    {"property": "order", "eq": "12"}, {"property": "order", "eq": 12}, {"property": "gold", "eq": true},
                    {"not": {"not": {"comment": {"contains": " two  words "}}}},
                    {"submitted": {"daysOfWeek": ["SUNDAY"], "between": ["22:00", "06:00"]}}, {"factor": "Speed of response"},
                    {"overall": "lteThreshold"}, {"all": [{"tag": "true"}]}]},
                  "then": {"tags": [], "followUp": false, "alert": "NONE"}}]}
                """;
        RulesNeighbour.edit(odd);
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules/1");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
            assertThat(RulesNeighbour.draft()).isEqualTo(tree(odd));
        }
    }

    @Test
    @DisplayName("F5: without JavaScript a rule is built by form posts alone, and the list can be put in order")
    void withoutScripts() {
        RequestSpecification form = given().auth().oauth2(Keys.KEY).contentType("application/x-www-form-urlencoded");
        String page =
                given().auth().oauth2(Keys.KEY).get("/portals/bright/rules/2").asString();
        assertThat(page).contains("name=\"when.1.0.kind\"", "value=\"add:when\"", "name=\"tag\" value=\"v1\"");
        String added = form.body("tag=v1&was=Chat&name=Chat&do=add:when&when.kind=all&when.was=all&when.0.kind=tag"
                        + "&when.0.was=measure&when.0.value=7")
                .post("/portals/bright/rules/2")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(added).contains("name=\"when.1.kind\"", "Condition 1, value", "tag …");
        form.body("tag=v1&do=down:1")
                .redirects()
                .follow(false)
                .post("/portals/bright/rules")
                .then()
                .statusCode(303);
        assertThat(RulesNeighbour.draft().path("rules").get(1).path("name").asText())
                .isEqualTo("VIP by phone");
    }

    @Test
    @DisplayName("F5: two people edit the same draft: the second is told, keeps what they wrote, and can go on")
    void stale() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules/1");
            JsonNode theirs = tree(RULES);
            ((com.fasterxml.jackson.databind.node.ArrayNode) theirs.path("rules")).remove(1);
            RulesNeighbour.edit(theirs.toString());
            page.getByLabel("Priority").fill("4");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Somebody else has changed the draft");
            assertThat(page.getByLabel("Priority")).hasValue("4");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("“VIP by phone” is in the draft.");
            JsonNode rules = RulesNeighbour.draft().path("rules");
            assertThat(rules).hasSize(2);
            assertThat(rules.get(0).path("then").path("priority").asInt()).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("F5: a list is changed by the row's buttons, saying what will happen; hostile names are text")
    void list() {
        RulesNeighbour.edit(RULES.replace("Chat is not for us", HOSTILE.replace("\"", "\\\"")));
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules");
            assertThat(page.locator("tbody").getByText(HOSTILE).first()).isVisible();
            Locator second = page.locator("tbody tr").nth(1);
            second.locator("summary").click();
            assertThat(second.getByText("What is published goes on deciding")).isVisible();
            page.keyboard().press("Escape");
            assertThat(second.getByText("What is published goes on deciding"))
                    .not()
                    .isVisible();
            second.locator("summary").click();
            page.getByText("Remove from the draft").locator("visible=true").click();
            assertThat(page.locator("tbody tr")).hasCount(2);
            page.locator("tbody tr").nth(0).getByTitle("Duplicate").click();
            assertThat(page.locator("tbody tr").nth(1)).containsText("VIP by phone (copy)");
            page.locator("tbody tr").nth(1).getByTitle("Move down").click();
            assertThat(page.locator("tbody tr").nth(2)).containsText("VIP by phone (copy)");
            assertThat(page.getByText("it says again what version 1 says. This cannot be undone."))
                    .isVisible();
            page.getByRole(AriaRole.BUTTON, named("Discard the draft")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("The draft is discarded.");
            assertThat(page.locator("tbody tr")).hasCount(3);
            assertThat(page.locator("h1")).not().containsText("waits");
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            assertThat(page.getByLabel("Name")).hasValue("Chat is not for us");
            assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);
        }
    }

    @Test
    @DisplayName("B7: a draft that would flag unusually much is published only once that is confirmed")
    void warning() {
        RulesNeighbour.edit("{\"rules\": []}");
        RulesNeighbour.warns(true);
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules/publish");
            page.getByLabel("Why").fill("All of them");
            page.getByRole(AriaRole.BUTTON, named("Publish")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Please confirm");
            assertThat(RulesNeighbour.versions()).hasSize(1);
            page.getByLabel("Yes, this many is what we want").check();
            RulesNeighbour.edit("{\"rules\": []}");
            page.getByRole(AriaRole.BUTTON, named("Publish")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Somebody else has changed the draft");
            assertThat(page.getByLabel("Why")).hasValue("All of them");
            page.getByRole(AriaRole.BUTTON, named("Publish")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Version 2 decides");
        }
    }

    @Test
    @DisplayName("B7: two versions side by side, and back to an old one")
    void versions() {
        RulesNeighbour.edit("{\"rules\": []}");
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules/compare");
            assertThat(page.locator("h1")).containsText("3 things differ");
            assertThat(page.locator(".pairrow")).hasCount(3);
            page.navigate(base + "portals/bright/rules/publish");
            page.getByLabel("Why").fill("Without any");
            page.getByRole(AriaRole.BUTTON, named("Publish")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
            page.getByRole(AriaRole.LINK, named("Versions")).click();
            assertThat(page.getByText("Published, Berlin time")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(2);
            page.getByRole(AriaRole.LINK, named("Version 1")).click();
            page.getByText("Go back to it…").click();
            assertThat(page.getByText("become version 3 and decide from then on"))
                    .isVisible();
            page.getByRole(AriaRole.BUTTON, named("Publish it again")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Version 3 decides");
            assertThat(RulesNeighbour.versions().get(2).reason()).isEqualTo("Back to version 1");
            assertThat(RulesNeighbour.draft().path("rules")).hasSize(3);
        }
    }

    @Test
    @DisplayName("B7: going back twice makes one version; who could not go back hears why, and keeps their reason")
    void backOnce() {
        RulesNeighbour.publish("{\"rules\": []}");

        back("newest=2&reason=Once").statusCode(303);
        back("newest=2&reason=Once").statusCode(303);
        assertThat(RulesNeighbour.versions()).hasSize(3);

        RulesNeighbour.publish("{\"rules\": []}");
        back("newest=3&reason=Still+mine")
                .statusCode(422)
                .body(
                        containsString("Version 4 has been published since"),
                        containsString("value=\"Still mine\""),
                        containsString("name=\"newest\" value=\"4\""));
        back("reason=Names+nothing").statusCode(422);
        String longest = "x".repeat(1_001);
        back("newest=4&reason=" + longest)
                .statusCode(422)
                .body(containsString(longest), containsString("A reason has at most 1000 characters."));
        assertThat(RulesNeighbour.versions()).hasSize(4);
    }

    private static ValidatableResponse back(String form) {
        return form("rules/versions/1", form);
    }

    private static ValidatableResponse form(String page, String form) {
        return given().auth()
                .oauth2(Keys.KEY)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/portals/bright/" + page)
                .then();
    }

    @Test
    @DisplayName("F5: a backtest that cannot be read hides no other one")
    void unreadableBacktest() {
        for (int i = 0; i < 2; i++) {
            form("rules/backtests", "rules=draft&from=2026-11-01&to=2026-11-02").statusCode(303);
        }
        RulesNeighbour.backtests().get("b1").put("from", "-0001-12-31T23:06:32Z");

        given().auth()
                .oauth2(Keys.KEY)
                .get("/portals/bright/rules/backtests")
                .then()
                .statusCode(200)
                .body(containsString("/rules/backtests/b2"), not(containsString("/rules/backtests/b1")));
    }

    @Test
    @DisplayName("F5: the JSON view says each error at its pointer and keeps the text")
    void json() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules/json");
            Locator text = page.getByLabel("Rule set");
            assertThat(tree(text.inputValue())).isEqualTo(tree(RULES));
            text.fill(RULES.replace("\"lte\": 3", "\"lte\": \"three\""));
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.ALERT))
                    .containsText("/rules/0/when/all/0/lte (“VIP by phone”) must be a number.");
            text.fill("{\n  rules");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The text is not JSON in line 2, column 7:");
            text.fill(RULES.replace("\"lte\": 3", "\"lte\": 2.50"));
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("The draft is saved.");
        }
    }

    @Test
    @DisplayName("F5: a backtest is cancelled, a wrong period is said at its field")
    void backtests() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules/backtests");
            page.getByLabel("To, included").fill("2026-01-01");
            page.getByRole(AriaRole.BUTTON, named("Run the backtest")).click();
            assertThat(page.getByText("must not be before from")).isVisible();
            page.navigate(base + "portals/bright/rules/backtests");
            page.getByRole(AriaRole.BUTTON, named("Run the backtest")).click();
            page.getByText("Cancel the backtest").click();
            assertThat(page.locator("h1")).containsText("cancelled");
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

    @Test
    @DisplayName("F5: a value that no response has carried is warned of at its condition, in the list, a backtest and"
            + " before publishing, with the nearest known one; it holds nothing back")
    void unseen() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules/new");
            page.getByLabel("Name").fill("Slow answers");
            page.getByLabel("Condition 1, kind").selectOption("factor");
            page.getByLabel("Condition 1, value").fill("Speed of respons");
            page.getByLabel("Condition 1, value").press("Tab");
            Locator doubt = page.getByText("The factor “Speed of respons” has not occurred in the last 30 days."
                    + " Did you mean “Speed of response”?");
            assertThat(doubt).isVisible();
            page.getByRole(AriaRole.BUTTON, named("Use “Speed of response”")).click();
            assertThat(page.getByLabel("Condition 1, value")).hasValue("Speed of response");
            assertThat(doubt).isHidden();
            page.getByLabel("Condition 1, value").fill("Speed of respons");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("“Slow answers” is in the draft.");
            assertThat(page.locator("tbody tr").nth(3)).containsText("Did you mean “Speed of response”?");

            page.getByRole(AriaRole.LINK, named("Backtest")).click();
            page.getByRole(AriaRole.BUTTON, named("Run the backtest")).click();
            assertThat(page.locator(".doubts")).containsText("Did you mean “Speed of response”?");
            page.navigate(base + "portals/bright/rules/publish");
            assertThat(page.locator(".doubts")).containsText("Slow answers: The factor “Speed of respons”");
            page.getByLabel("Why").fill("Slow answers first");
            page.getByRole(AriaRole.BUTTON, named("Publish")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Version 2 decides");
        }
    }

    @Test
    @DisplayName("F5: what a young rule caught is told since when, beside what a backtest says it would have caught;"
            + " a draft that has changed since its backtest is not said to be tested")
    void young() {
        RulesNeighbour.young(Instant.now().minus(Duration.ofHours(2)));
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        String run = form("from=" + today.minusDays(29) + "&to=" + today + "&rules=draft")
                .post("/portals/bright/rules/backtests")
                .header("Location");
        for (int look = 0; look < 3; look++) {
            given().auth().oauth2(Keys.KEY).get(run);
        }
        String list =
                given().auth().oauth2(Keys.KEY).get("/portals/bright/rules").asString();
        assertThat(list) // two hours ago is yesterday for somebody who looks just after midnight
                .containsPattern(
                        "0<div class=\"small muted\">since it was published (2 h ago|yesterday \\d\\d:\\d\\d)</div>");
        assertThat(list).containsOnlyOnce("would have been 31 in 30 days").contains("would have been 9 in 30 days");

        RulesNeighbour.edit(RULES.replace("\"lte\": 3", "\"lte\": 2"));
        assertThat(publishPage()).contains("This draft has not been backtested.");
        form("from=2026-01-01&to=2026-01-02&rules=draft").post("/portals/bright/rules/backtests");
        assertThat(publishPage()).contains("See the backtest");
        RulesNeighbour.edit(RULES.replace("\"lte\": 3", "\"lte\": 1"));
        assertThat(publishPage()).contains("The draft has changed since its last backtest.", "Backtest it");
    }

    private static String publishPage() {
        return given().auth()
                .oauth2(Keys.KEY)
                .get("/portals/bright/rules/publish")
                .asString();
    }

    private static RequestSpecification form(String body) {
        return given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/x-www-form-urlencoded")
                .redirects()
                .follow(false)
                .body(body);
    }

    @Test
    @DisplayName(
            "F5: what is not saved comes back with the conditions it had, until it is saved, cancelled or discarded")
    void draft() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules/new");
            page.getByLabel("Name").fill("Half a rule");
            page.getByText("Add a condition").click();
            page.getByLabel("Condition 2, value").fill("3");
            page.getByRole(AriaRole.LINK, named("Versions")).click();
            assertThat(page.locator("h1")).containsText("1 version");
            page.navigate(base + "portals/bright/rules/1");
            assertThat(page.getByLabel("Name")).hasValue("VIP by phone");

            page.navigate(base + "portals/bright/rules/new");
            assertThat(page.getByText("Your unsaved rule from")).isVisible();
            assertThat(page.getByLabel("Name")).hasValue("Half a rule");
            assertThat(page.getByLabel("Condition 2, value")).hasValue("3");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("“Half a rule” is in the draft.");
            page.getByText("Add a rule").click();
            assertThat(page.getByLabel("Name")).hasValue("");

            page.getByLabel("Name").fill("Another");
            page.getByRole(AriaRole.LINK, named("Cancel")).click();
            page.getByText("Add a rule").click();
            assertThat(page.getByLabel("Name")).hasValue("");
            page.getByLabel("Name").fill("A third");
            page.reload();
            assertThat(page.getByLabel("Name")).hasValue("A third");
            page.getByRole(AriaRole.BUTTON, named("Discard")).click();
            assertThat(page.getByLabel("Name")).hasValue("");

            page.navigate(base + "portals/bright/rules/publish");
            page.getByLabel("Why").fill("Not yet");
            page.navigate(base + "portals/bright/rules/publish");
            assertThat(page.getByText("Your unsaved reason from")).isVisible();
            assertThat(page.getByLabel("Why")).hasValue("Not yet");
        }
    }

    @Test
    @DisplayName("F9: after each act the focus is where the person works, in the list and in a rule")
    void focus() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules");
            page.getByRole(AriaRole.BUTTON, named("Move VIP by phone down")).press("Enter");
            assertThat(page.locator("tbody tr").nth(1)).containsText("VIP by phone");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Move VIP by phone down")))
                    .isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("tbody tr").nth(2)).containsText("VIP by phone");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Move VIP by phone up")))
                    .isFocused();
            page.getByRole(AriaRole.BUTTON, named("Duplicate Chat is not for us"))
                    .press("Enter");
            assertThat(page.getByRole(AriaRole.LINK, named("Chat is not for us (copy)")))
                    .isFocused();
            Locator last = page.locator("tbody tr").last();
            last.locator("summary").press("Enter");
            last.getByText("Remove from the draft").press("Enter");
            assertThat(page.locator("tbody tr")).hasCount(3);
            assertThat(page.locator("tbody tr").nth(2).getByRole(AriaRole.LINK)).isFocused();
            page.getByRole(AriaRole.LINK, named("Versions")).press("Enter");
            assertThat(page.locator("h1")).containsText("1 version");
            assertThat(page.locator("body")).not().isFocused();

            page.navigate(base + "portals/bright/rules/1");
            page.getByRole(AriaRole.BUTTON, named("Move Condition 1 down")).press("Enter");
            assertThat(page.getByLabel("Condition 2, kind")).isFocused();
            page.getByRole(AriaRole.BUTTON, named("Remove Condition 2")).press("Enter");
            assertThat(page.getByLabel("Condition 2, kind")).isHidden();
            assertThat(page.getByLabel("Condition 1, kind")).isFocused();
        }
    }

    @Test
    @DisplayName(
            "F9: at 320 px and 400 % zoom long names and values do not scroll sideways, and nothing lies over a rule")
    void small() {
        String name = "N".repeat(120);
        RulesNeighbour.edit(RULES.replace("Chat is not for us", name)
                .replace("gold", "g".repeat(120))
                .replace("vip_customer", "t".repeat(120)));
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(320, 256, ColorScheme.LIGHT), base);
            for (String path : List.of(
                    "",
                    "/1",
                    "/2",
                    "/new",
                    "/json",
                    "/compare",
                    "/versions",
                    "/versions/1",
                    "/backtests",
                    "/publish")) {
                page.navigate(base + "portals/bright/rules" + path);
                narrow(page, path);
            }
            page.navigate(base + "portals/bright/responses/why?responseId=p1");
            narrow(page, "why");
            page.navigate(base + "portals/bright/rules/1");
            assertThat(page.locator(".bar")).hasCSS("position", "static");
            page.navigate(base + "portals/bright/rules/backtests");
            page.getByRole(AriaRole.BUTTON, named("Run the backtest")).click();
            assertThat(page.locator("[data-chart] canvas")).isVisible();
            narrow(page, "backtest");
            page.getByText("Show 8 more").click();
            assertThat(page.locator("h1")).containsText("12 gained");
            narrow(page, "cases");
        }
    }

    private static void narrow(Page page, String path) {
        assertThat((List<?>) page.evaluate(Axe.SIDEWAYS)).as(path).isEmpty();
        Chromium.picture(page, "studio" + path, 320, ColorScheme.LIGHT);
    }

    @Test
    @DisplayName("F9: the studio in light and dark, wide and on a phone, scrolls only down")
    void looks() {
        try (Chromium chromium = new Chromium()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1280, 390}) {
                    RulesNeighbour.begin(RULES);
                    Page page = signedIn(chromium.page(width, width > 500 ? 900 : 844, scheme), base);
                    RulesNeighbour.edit(
                            RULES.replace("\"lte\": 3", "\"lte\": 2").replace("Chat is", "Chat was"));
                    List<String> complaints = complaints(page);
                    for (String path : List.of(
                            "rules",
                            "rules/1",
                            "rules/new",
                            "rules/json",
                            "rules/compare",
                            "rules/versions",
                            "rules/versions/1",
                            "rules/backtests",
                            "responses/p1/why",
                            "responses/why?responseId=p1&rule=VIP%20by%20phone")) {
                        shot(page, path, width, scheme);
                    }
                    RulesNeighbour.warns(true);
                    shot(page, "rules/publish", width, scheme);
                    page.navigate(base + "portals/bright/rules/backtests");
                    page.getByRole(AriaRole.BUTTON, named("Run the backtest")).click();
                    assertThat(page.locator("progress")).isVisible();
                    picture(page, "running", width, scheme);
                    assertThat(page.locator("[data-chart] canvas")).isVisible();
                    page.getByLabel("Support group").selectOption("NET");
                    assertThat(page.locator("[data-figures]")).hasAttribute("data-cap", "10");
                    assertThat(page.locator("[data-chart] canvas")).isVisible();
                    page.locator(".examples summary").first().click();
                    picture(page, "backtest", width, scheme);
                    RulesNeighbour.begin(null);
                    shot(page, "rules?empty", width, scheme);
                    assertThat(complaints).as("at " + width).isEmpty();
                }
            }
        }
    }

    private void shot(Page page, String path, int width, ColorScheme scheme) {
        page.navigate(base + "portals/bright/" + path);
        picture(page, path, width, scheme);
    }

    private static void picture(Page page, String path, int width, ColorScheme scheme) {
        assertThat((List<?>) page.evaluate(Axe.SIDEWAYS))
                .as(path + " at " + width)
                .isEmpty();
        Chromium.picture(page, "studio-" + path, width, scheme);
    }

    /** What the browser's console complains about: refused styles and scripts among it. */
    private static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(m -> {
            // A form that comes back with errors is an answer like others.
            if (m.type().equals("error") && !m.text().contains("422")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void put(String path, String body) {
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body(body)
                .put(path);
    }
}
