package io.amends.dashboard.studio.versions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.StudioPortal.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.dashboard.testing.StudioPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
class VersionsPageTest extends StudioPages {
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
        return form(form).post("/portals/bright/rules/versions/1").then();
    }
}
