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
import io.amends.dashboard.testing.StudioPortal;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PublishPageTest {
    @Inject
    EventProducer producer;

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void begin() {
        StudioPortal.begin(producer);
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
}
