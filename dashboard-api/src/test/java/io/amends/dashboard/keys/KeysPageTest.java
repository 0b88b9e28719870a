package io.amends.dashboard.keys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2, F9: keys for people, in a browser with and without scripts. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class KeysPageTest {
    private final String portal = "page-" + UUID.randomUUID().toString().substring(0, 8);

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void portal() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"Keys\"}");
    }

    @Test
    @DisplayName("H2: without scripts a key is made, its secret shown once, rotated and revoked after a question")
    void withoutScripts() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(base + "portals/" + portal + "/keys");
            assertThat(page.locator("h1")).hasText("No API key has been made for this portal.");
            page.getByRole(AriaRole.BUTTON, named("Make a key")).click();
            assertThat(page.getByText("Give the key a name.")).isVisible();
            page.getByLabel("Name").fill("CRM");
            page.getByLabel("Send surveys").check();
            page.getByRole(AriaRole.BUTTON, named("Make a key")).click();

            String secret = page.locator(".secret pre").textContent();
            await().atMost(Duration.ofSeconds(2)).until(() -> status(secret) == 403); // known, and may not read
            page.navigate(base + "portals/" + portal + "/keys");
            assertThat(page.locator("h1")).hasText("1 API key of this portal.");
            assertThat(page.content()).doesNotContain(secret);

            page.locator("summary", new Page.LocatorOptions().setHasText("Rotate CRM"))
                    .click();
            page.getByRole(AriaRole.BUTTON, named("Make a new secret")).click();
            assertThat(page.getByText("The former secret is good until")).isVisible();
            assertThat(page.locator(".secret pre").textContent()).isNotEqualTo(secret);

            page.locator("summary", new Page.LocatorOptions().setHasText("Revoke CRM"))
                    .click();
            assertThat(page.getByText("This cannot be taken back.")).isVisible();
            page.getByRole(AriaRole.BUTTON, named("Revoke the key")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("CRM is revoked.");
            await().atMost(Duration.ofSeconds(2)).until(() -> status(secret) == 401);
        }
    }

    @Test
    @DisplayName("H2: what is wrong is marked, and what was typed and ticked stays")
    void again() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/" + portal + "/keys");
            page.getByLabel("Name").fill("Desk");
            page.getByLabel("Read cases and notes").check();
            page.getByLabel("Last day (left empty: no end)").fill("2020-01-01");
            page.getByRole(AriaRole.BUTTON, named("Make a key")).click();

            assertThat(page.getByText("Choose today or a later day.")).isVisible();
            assertThat(page.getByLabel("Name")).hasValue("Desk");
            assertThat(page.getByLabel("Read cases and notes")).isChecked();
        }
    }

    @Test
    @DisplayName("H2: the secret is copied by a button")
    void copied() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            make(page, "Copied");
            page.getByRole(AriaRole.BUTTON, named("Copy")).click();

            assertThat(page.getByRole(AriaRole.BUTTON, named("Copied"))).isVisible();
            assertThat(page.evaluate("() => navigator.clipboard.readText()"))
                    .isEqualTo(page.locator(".secret pre").textContent());
        }
    }

    @Test
    @DisplayName("F9, H6: axe finds nothing on the page in any state, and the browser refuses nothing")
    void accessible() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            axe.visit(base + "portals/" + portal + "/keys");
            page.getByRole(AriaRole.BUTTON, named("Make a key")).click();
            axe.read("key without a name");
            make(page, "A name of a hundred letters " + "x".repeat(72));
            axe.read("secret");
            page.locator("summary", new Page.LocatorOptions().setHasText("Revoke A name"))
                    .click();
            axe.read("revoking");

            assertThat(axe.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("F9: the page in light and dark, wide and on a phone, scrolls only down")
    void looks() {
        try (Chromium chromium = new Chromium()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1280, 390, 320}) {
                    Page page = signedIn(chromium.page(width, 900, scheme), base);
                    make(page, "CRM " + width + scheme);
                    assertThat((List<?>) page.evaluate(Axe.SIDEWAYS))
                            .as(width + " " + scheme)
                            .isEmpty();
                    Chromium.picture(page, "portals/keys", width, scheme);
                }
            }
        }
    }

    private void make(Page page, String name) {
        page.navigate(base + "portals/" + portal + "/keys");
        if (!page.getByLabel("Name").isVisible()) {
            page.locator("summary", new Page.LocatorOptions().setHasText("Make a key"))
                    .click();
        }
        page.getByLabel("Name").fill(name);
        page.getByLabel("Send surveys").check();
        page.getByLabel("Read responses").check();
        page.getByRole(AriaRole.BUTTON, named("Make a key")).click();
        assertThat(page.locator(".secret pre")).isVisible();
    }

    private int status(String secret) {
        return given().auth()
                .oauth2(secret)
                .get("/v1/portals/" + portal + "/groups")
                .statusCode();
    }
}
