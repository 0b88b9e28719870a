package io.amends.dashboard.studio.json;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.StudioPortal.RULES;
import static io.amends.dashboard.testing.StudioPortal.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.StudioPages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
class JsonPageTest extends StudioPages {
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
}
