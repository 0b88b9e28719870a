package io.amends.dashboard.studio.publish;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

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
class PublishPageTest extends StudioPages {
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
}
