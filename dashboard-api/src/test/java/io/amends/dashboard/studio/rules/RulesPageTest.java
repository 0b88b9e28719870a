package io.amends.dashboard.studio.rules;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.StudioPortal.HOSTILE;
import static io.amends.dashboard.testing.StudioPortal.RULES;
import static io.amends.dashboard.testing.StudioPortal.form;
import static io.amends.dashboard.testing.StudioPortal.page;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.dashboard.testing.StudioPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
class RulesPageTest extends StudioPages {
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
        assertThat(page("rules/publish")).contains("This draft has not been backtested.");
        form("from=2026-01-01&to=2026-01-02&rules=draft").post("/portals/bright/rules/backtests");
        assertThat(page("rules/publish")).contains("See the backtest");
        RulesNeighbour.edit(RULES.replace("\"lte\": 3", "\"lte\": 1"));
        assertThat(page("rules/publish")).contains("The draft has changed since its last backtest.", "Backtest it");
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
}
