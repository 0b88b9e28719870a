package io.amends.dashboard.signin.oidc;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H1: signing in and out with a provider, in a browser with and without scripts. */
@QuarkusTest
@TestProfile(WithProvider.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class OidcPageTest {
    private static final OpenIdProvider PROVIDER = WithProvider.PROVIDER;

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void provider() {
        PROVIDER.forges(OpenIdProvider.Forgery.NONE);
        PROVIDER.start();
        Api.put("/v1/portals/oidc", "{\"name\": \"By a provider\"}");
        PROVIDER.knows(
                "vera",
                Map.of(
                        "sub",
                        "s-vera",
                        "preferred_username",
                        "vera-p",
                        "name",
                        "Vera Example",
                        "groups",
                        List.of("acme-agents")));
        PROVIDER.knows("walt", Map.of("sub", "s-walt", "name", "Walt Example", "preferred_username", "walt-p"));
    }

    @Test
    @DisplayName("H1: somebody signs in with the provider, lands on the page they asked for, and signs out at both")
    void inAndOut() {
        try (Chromium chromium = new Chromium()) {
            for (Page page : List.of(chromium.page(), chromium.withoutScripts())) {
                page.navigate(base + "portals/oidc/responses?srn=n");
                page.getByRole(AriaRole.LINK, named("Sign in with Acme")).click();
                page.getByLabel("Account").fill("vera");
                page.getByRole(AriaRole.BUTTON, named("Continue")).click();
                page.waitForURL(base + "portals/oidc/responses?srn=n");
                assertThat(page.getByText("Vera Example").first()).isVisible();

                page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
                page.waitForURL(base + "login?out=1");
                assertThat(page.getByText("You are signed out.")).isVisible();
                assertThat(page.context().cookies(base)).isEmpty();
                page.getByRole(AriaRole.LINK, named("Sign in with Acme")).click();
                assertThat(page.getByLabel("Account")).isVisible();
            }
        }
    }

    @Test
    @DisplayName("H1, F9: who has no role is told so, on pages in which axe finds nothing")
    void refused() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            Axe axe = new Axe(page);
            axe.visit(base + "login?oidc=stale");
            Chromium.picture(page, "/login-oidc", 320, ColorScheme.DARK);
            page.navigate(base + "sign-in/oidc");
            page.getByLabel("Account").fill("walt");
            page.getByRole(AriaRole.BUTTON, named("Continue")).click();
            assertThat(page.locator("h1")).hasText("You cannot come in yet");
            assertThat(page.getByText("s-walt")).isVisible();
            axe.read("refused");
            Chromium.picture(page, "/refused-oidc", 320, ColorScheme.DARK);
            assertThat(axe.faults()).isEmpty();
        }
    }
}
