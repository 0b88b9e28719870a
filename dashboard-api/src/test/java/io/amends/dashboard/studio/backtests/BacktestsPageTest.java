package io.amends.dashboard.studio.backtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.StudioPortal.form;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.dashboard.testing.StudioPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
class BacktestsPageTest extends StudioPages {
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
    @DisplayName("F5: a backtest that cannot be read hides no other one")
    void unreadableBacktest() {
        for (int i = 0; i < 2; i++) {
            form("rules=draft&from=2026-11-01&to=2026-11-02")
                    .post("/portals/bright/rules/backtests")
                    .then()
                    .statusCode(303);
        }
        RulesNeighbour.backtests().get("b1").put("from", "-0001-12-31T23:06:32Z");

        given().auth()
                .oauth2(Keys.KEY)
                .get("/portals/bright/rules/backtests")
                .then()
                .statusCode(200)
                .body(containsString("/rules/backtests/b2"), not(containsString("/rules/backtests/b1")));
    }
}
