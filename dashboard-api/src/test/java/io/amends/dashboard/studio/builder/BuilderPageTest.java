package io.amends.dashboard.studio.builder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.StudioPortal.RULES;
import static io.amends.dashboard.testing.StudioPortal.tree;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.dashboard.testing.StudioPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
class BuilderPageTest extends StudioPages {
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
                  "then": {"tags": [], "followUp": false, "alert": "NONE", "also": ["c-9", "c-1"]}}]}
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
    @DisplayName(
            "B5, F5: who also hears of it is written by codes and shown by names; one who is not there is warned of, a fault"
                    + " is at its field")
    void also() {
        RequestSpecification form = given().auth().oauth2(Keys.KEY).contentType("application/x-www-form-urlencoded");
        String rule =
                "tag=v1&was=Chat+is+not+for+us&name=Chat&when.kind=all&when.was=all&when.0.kind=tag&when.0.was=tag&when.0.value=7";

        String warned = form.body(rule + "&do=show&then.also=c-9&then.also=&then.also=+c-77+")
                .post("/portals/bright/rules/2")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(warned)
                .contains("Alex Example. Contacts besides", "The directory has no contact “c-77”.", "value=\"c-77\"")
                .contains("<option value=\"c-9\" label=\"Alex Example\">");
        assertThat(warned.split("name=\"then.also\"", -1)).hasSize(7);

        String refused = form.body(rule + "&do=save&then.also=c-9&then.also=c-9")
                .post("/portals/bright/rules/2")
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertThat(refused).contains("href=\"#then.also\"", "must be another one: this contact is named before");

        form.body(rule + "&do=save&then.also=c-9&then.also=c-77")
                .redirects()
                .follow(false)
                .post("/portals/bright/rules/2")
                .then()
                .statusCode(303);
        assertThat(RulesNeighbour.draft().at("/rules/1/then/also").toString()).isEqualTo("[\"c-9\",\"c-77\"]");
        assertThat(given().auth().oauth2(Keys.KEY).get("/portals/bright/rules").asString())
                .contains("The directory has no contact “c-77”.");
    }

    @Test
    @DisplayName("F5: two people edit the same draft: the second is told, keeps what they wrote, and can go on")
    void stale() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/bright/rules/1");
            JsonNode theirs = tree(RULES);
            ((ArrayNode) theirs.path("rules")).remove(1);
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
}
