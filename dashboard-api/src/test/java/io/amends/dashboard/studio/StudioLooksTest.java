package io.amends.dashboard.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.StudioPortal.RULES;
import static io.amends.dashboard.testing.StudioPortal.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.dashboard.testing.Axe;
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
class StudioLooksTest extends StudioPages {
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

    private static void narrow(Page page, String path) {
        assertThat((List<?>) page.evaluate(Axe.SIDEWAYS)).as(path).isEmpty();
        Chromium.picture(page, "studio" + path, 320, ColorScheme.LIGHT);
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
}
