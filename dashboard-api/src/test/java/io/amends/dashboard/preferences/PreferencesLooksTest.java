package io.amends.dashboard.preferences;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F6, F9: the pages of preferences in a browser: with and without scripts, by keyboard, wide and narrow. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PreferencesLooksTest {
    private static final String FILE = "code,name,email\nada,Ada Brandt,ada@example.com\nkim,Kim,\n";
    private static final String WRONG_FILE = "code,name,email\nno code,Ada,\nkim,,nowhere\n";

    private final String portal = "looks-" + UUID.randomUUID().toString().substring(0, 8);

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void portal() {
        String api = "/v1/portals/" + portal;
        put(api, "{\"name\": \"Acme Telecommunications\", \"ticketUrlPrefix\": \"https://desk.example.com/tickets/\"}");
        put(api + "/contacts/ada", "{\"name\": \"Ada\", \"email\": \"ada@example.com\", \"mobile\": \"+495550101\"}");
        put(api + "/contacts/long", "{\"name\": \"" + "Recovery".repeat(15) + "\"}");
        put(
                api + "/calendars/by",
                "{\"name\": \"Bavaria\", \"country\": \"de-by\", \"hours\": {\"MON\": [[\"09:00\","
                        + " \"12:00\"], [\"13:00\", \"17:00\"]], \"FRI\": [[\"22:00\", \"06:00\"]]}}");
        put(api + "/regions/EMEA", "{\"name\": \"Europe\", \"calendar\": \"by\"}");
        put(api + "/groups/NET", "{\"name\": \"Network EMEA\", \"supportLead\": \"ada\", \"region\": \"EMEA\"}");
        put(api + "/segments/ENT", "{\"name\": \"Enterprise\"}");
    }

    @Test
    @DisplayName("F6, F9: without scripts and by keyboard alone a new portal gets a contact, and a group that it leads")
    void byKeyboard() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(base + "portals/new");
            page.getByLabel("Name").focus();
            page.keyboard().type("Keyboard");
            page.keyboard().press("Tab");
            page.keyboard().type(portal + "-k");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("What comes next in Keyboard");
            page.getByRole(AriaRole.LINK, named("Add a contact")).focus();
            page.keyboard().press("Enter");
            page.getByLabel("Code").focus();
            page.keyboard().type("ada");
            page.keyboard().press("Tab");
            page.keyboard().type("Ada");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Ada is saved.");
            page.navigate(base + "portals/" + portal + "-k/preferences/new/groups");
            page.getByLabel("Code").fill("NET");
            page.getByLabel("Name").fill("Network");
            page.getByLabel("Support Lead").selectOption("ada");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByText("Lead: Ada")).isVisible();
        }
    }

    @Test
    @DisplayName("F9: axe finds nothing on the pages of preferences in any state, and the browser refuses nothing")
    void accessible() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            for (String path : paths()) {
                axe.visit(base + path);
            }
            page.navigate(here("/new/contacts"));
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            axe.read("contact that is wrong");
            conflict(page);
            axe.read("two who edit");
            confirm(page);
            axe.read("portal to confirm");
            upload(page, FILE);
            axe.read("file to import");
            upload(page, WRONG_FILE);
            axe.read("file with problems");

            assertThat(axe.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("F9: the pages of preferences scroll only down, wide and on a phone")
    void looks() {
        try (Chromium chromium = new Chromium()) {
            for (int width : new int[] {1280, 390, 320}) {
                Page page = signedIn(chromium.page(width, 900, ColorScheme.LIGHT), base);
                for (String path : paths()) {
                    page.navigate(base + path);
                    seen(page, path.replace(portal, "p"), width);
                }
                page.navigate(here("/new/contacts"));
                page.getByRole(AriaRole.BUTTON, named("Save")).click();
                seen(page, "prefs/wrong", width);
                conflict(page);
                seen(page, "prefs/conflict", width);
                confirm(page);
                seen(page, "prefs/confirm", width);
                upload(page, FILE);
                seen(page, "prefs/import-plan", width);
                upload(page, WRONG_FILE);
                seen(page, "prefs/import-problems", width);
            }
        }
    }

    private void seen(Page page, String name, int width) {
        Chromium.picture(page, name, width, ColorScheme.LIGHT);
        assertThat((List<?>) page.evaluate(Axe.SIDEWAYS)).as(name + " " + width).isEmpty();
    }

    private List<String> paths() {
        String here = "portals/" + portal + "/preferences";
        return List.of(
                "portals/new",
                here,
                here + "/next",
                here + "/portal",
                here + "/groups",
                here + "/groups/NET",
                here + "/groups/NET/delete",
                here + "/contacts",
                here + "/contacts?q=nobody",
                here + "/contacts/ada/delete",
                here + "/segments/ENT",
                here + "/regions/EMEA",
                here + "/new/calendars",
                here + "/calendars/by",
                here + "/calendars/by/delete",
                here + "/import/contacts");
    }

    private void conflict(Page page) {
        page.navigate(here("/contacts/ada"));
        String api = "/v1/portals/" + portal + "/contacts/ada";
        put(api, "{\"name\": \"Ada First\", \"email\": \"first@example.com\"}");
        page.getByLabel("Name").fill("Ada Second");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByText("Somebody else has changed this while you wrote."))
                .isVisible();
        put(api, "{\"name\": \"Ada\", \"email\": \"ada@example.com\"}");
    }

    private void confirm(Page page) {
        page.navigate(here("/portal"));
        page.getByLabel("Threshold").fill("3");
        page.getByLabel("Time zone").fill("America/New_York");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.locator("h1")).hasText("Save these changes?");
    }

    private void upload(Page page, String file) {
        page.navigate(here("/import/contacts"));
        page.getByLabel("File").setInputFiles(new FilePayload("contacts.csv", "text/csv", file.getBytes(UTF_8)));
        page.getByRole(AriaRole.BUTTON, named("Look at what it would change")).click();
    }

    private String here(String path) {
        return base + "portals/" + portal + "/preferences" + path;
    }
}
