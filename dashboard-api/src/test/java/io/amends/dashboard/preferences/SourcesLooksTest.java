package io.amends.dashboard.preferences;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A10, F9: the pages of sources in a browser: with and without scripts, wide and on a phone. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class SourcesLooksTest {
    private static final String PLACE = "Place of Comment";
    private static final Pattern TYPED = Pattern.compile("/typed/comment");

    /** The links of the bar of pages that reach out of the window, or whose word is cut. */
    private static final String CUT =
            """
            () => [...document.querySelectorAll(".nav a")]
                .filter((a) => a.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                  || a.querySelector("span").scrollWidth > a.querySelector("span").clientWidth + 1)
                .map((a) => a.textContent)
            """;

    private final String portal = "srclook-" + UUID.randomUUID().toString().substring(0, 8);

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void portal() {
        String api = "/v1/portals/" + portal;
        put(api, "{\"name\": \"Acme Telecommunications\"}");
        put(api + "/groups/NET", "{\"name\": \"Network EMEA\"}");
        put(
                api + "/sources/tf",
                "{\"name\": \"After a call\", \"vendor\": \"TYPEFORM\", \"defaults\": {\"supportGroup\": \"NET\"},"
                        + " \"mapping\": {\"measures\": {\"csat\": {\"answer\": \"happy\", \"values\": {\"Yes\": 5}}},"
                        + " \"tags\": {\"default\": [\"a, b\"]}}}");
    }

    @Test
    @DisplayName("A10: what a sample makes, and what is wrong with a field, is said beside it while somebody types")
    void live() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(here("/tf"));
            Locator made = page.locator("#made");
            assertThat(page.getByLabel("What the vendor sent")).hasValue("{\"id\":\"r-1001\"}");
            assertThat(made).containsText("It would be refused: 1 field is wrong.");

            page.getByLabel(PLACE).fill("/typed/comment");
            assertThat(made).containsText(TYPED);
            Locator row = page.locator(".mappingrows > li")
                    .filter(new Locator.FilterOptions().setHas(page.getByLabel(PLACE)));
            assertThat(row.locator("[data-news]")).containsText(TYPED);
            page.getByLabel(PLACE).fill("no pointer");
            assertThat(row.locator(".error")).containsText("must be a JSON Pointer");
            assertThat(page.getByLabel(PLACE)).hasAttribute("aria-invalid", "true");
            assertThat(made).containsText("Mend what is marked first.");
            page.getByLabel(PLACE).fill("/typed/comment");
            assertThat(row.locator(".error")).hasCount(0);

            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("Saved.");
            assertThat(page.getByLabel(PLACE)).hasValue("/typed/comment");
        }
    }

    @Test
    @DisplayName("A10: without scripts a delivery is taken as the sample, tried by a button, and the fields are saved")
    void withoutScripts() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(here("/tf"));
            page.getByLabel("What the vendor sent").fill("{}");
            page.getByLabel(PLACE).fill("/typed/comment");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Take as sample")))
                    .click();
            assertThat(page.getByLabel("What the vendor sent")).hasValue("{\"id\":\"r-1001\"}");
            assertThat(page.getByLabel(PLACE)).hasValue("/typed/comment");
            assertThat(page.locator("#made")).containsText(TYPED);
            page.getByRole(AriaRole.BUTTON, named("As JSON")).click();
            assertThat(page.getByLabel("The source", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue(TYPED);
            page.getByRole(AriaRole.BUTTON, named("By fields")).click();
            assertThat(page.getByText("It stays as it is, and can be changed as JSON."))
                    .isVisible();
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("Saved.");
            page.getByRole(AriaRole.LINK, named("Switch it off")).click();
            page.getByRole(AriaRole.BUTTON, named("Switch it off")).click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("It is switched off.");
            page.getByRole(AriaRole.LINK, named("Delete")).click();
            page.getByRole(AriaRole.BUTTON, named("Delete")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("After a call is deleted.");
        }
    }

    @Test
    @DisplayName("A10, F9: the response stands beside the sample, on a phone under it; the bar of pages cuts no word")
    void looks() {
        try (Chromium chromium = new Chromium()) {
            for (int width : new int[] {1280, 360}) {
                Page page = signedIn(chromium.page(width, 900, ColorScheme.LIGHT), base);
                for (String path : List.of("", "/tf/switch", "/tf/delete", "/tf?as=json", "/tf")) {
                    page.navigate(here(path));
                    Chromium.picture(page, "sources" + path, width, ColorScheme.LIGHT);
                    assertThat((List<?>) page.evaluate(Axe.SIDEWAYS))
                            .as(path + " " + width)
                            .isEmpty();
                    assertThat((List<?>) page.evaluate(CUT))
                            .as(path + " " + width)
                            .isEmpty();
                }
                BoundingBox sample = page.locator("#sample").boundingBox();
                BoundingBox made = page.locator("#made").boundingBox();
                boolean beside = made.x >= sample.x + sample.width && made.y < sample.y + sample.height;
                boolean under = made.y >= sample.y + sample.height;
                assertThat(width == 1280 ? beside : under).isTrue();
            }
        }
    }

    @Test
    @DisplayName("A10, F9: axe finds nothing on the pages of sources in any state, and the browser refuses nothing")
    void accessible() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            for (String path : List.of("", "/tf", "/tf?as=json", "/tf/switch", "/tf/delete")) {
                axe.visit(here(path));
            }
            page.navigate(here("/tf"));
            page.getByLabel(PLACE).fill("no pointer");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was saved:");
            axe.read("wrong mapping");
            assertThat(axe.faults()).isEmpty();
        }
    }

    private String here(String path) {
        return base + "portals/" + portal + "/preferences/sources" + path;
    }
}
