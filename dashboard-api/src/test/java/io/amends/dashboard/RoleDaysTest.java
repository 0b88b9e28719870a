package io.amends.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.total;
import static io.amends.dashboard.testing.Chromium.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.People;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H1: what a lead, an agent, an admin, an auditor and an ops engineer meet who sign in. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class RoleDaysTest {
    private static final String RULES =
            "{\"rules\": [{\"name\": \"Phone first\", \"when\": {\"field\": \"channel\", \"in\": [\"phone\"]},"
                    + " \"then\": {\"priority\": 1}}]}";
    private static boolean loaded;

    @Inject
    EventProducer producer;

    @TestHTTPResource("/")
    String base;

    private final Sample own =
            Sample.of("days", "d1").group("EMEA").ticket("T-d1").customer("Kim Example");
    private final Sample others =
            Sample.of("days", "d2").group("APAC").ticket("T-d2").customer("Aki Apac");

    private static final String[] EVERYTHING = {
        "Responses", "Requests", "Rules", "Deliveries", "Preferences", "People", "Keys", "Audit"
    };

    @BeforeEach
    void portal() {
        RulesNeighbour.begin(RULES);
        if (loaded) {
            return;
        }
        put("/v1/portals/days", "{\"name\": \"Days Support\"}");
        put("/v1/portals/days/contacts/c-1", "{\"name\": \"Lea Lead\"}");
        put("/v1/portals/days/groups/EMEA", "{\"name\": \"Network EMEA\", \"supportLead\": \"c-1\"}");
        put("/v1/portals/days/groups/APAC", "{\"name\": \"Network APAC\"}");
        People.put("days", "days-lead", List.of("lead"), null, "c-1");
        People.put("days", "days-agent", List.of("agent"), List.of("EMEA"), null);
        People.put("days", "days-admin", List.of("admin"), null, null);
        People.put("days", "days-auditor", List.of("auditor"), null, null);
        People.put("days", "days-ops", List.of("ops"), null, null);
        Neighbours.know(own, others);
        producer.sendAll(List.of(own.event(), own.opened(), others.event(), others.opened()));
        await().atMost(Duration.ofSeconds(20)).until(() -> total("days/responses?waiting=yes") == 2);
        loaded = true;
    }

    @Test
    @DisplayName("H1, F9: a lead signs in by keyboard, sees their own groups alone, opens the dialog and tries a rule")
    void lead() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            signIn(page, "days-lead");
            page.waitForURL("**/portals/days/responses?srn=y");
            assertThat(page.getByText("Person days-lead")).isVisible();
            assertThat(entries(page))
                    .hasText(new String[] {"Responses", "Requests", "Rules", "Deliveries", "Preferences"});
            assertThat(page.locator("h1")).hasText(Pattern.compile("^1 customer is waiting for a call"));
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.getByLabel("Support group").locator("option"))
                    .hasText(new String[] {"All groups", "Network EMEA"});

            page.keyboard().press("j");
            page.keyboard().press("n");
            page.waitForURL("**/service-recovery-notes?**");
            assertThat(page.locator("main")).containsText("Kim Example");

            page.navigate(base + "portals/days/rules");
            page.getByRole(AriaRole.BUTTON, named("Duplicate Phone first")).press("Enter");
            assertThat(page.getByText("An admin publishes the draft.")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, named("Backtest"))).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, named("Publish"))).hasCount(0);
            page.navigate(base + "portals/days/rules/publish");
            assertThat(page.locator("h1")).hasText("This is not open to you");
        }
    }

    @Test
    @DisplayName(
            "H1: an agent has the responses and requests of their groups and what was sent to them, and nothing else in the"
                    + " navigation, on a phone too")
    void agent() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page(390, 844, ColorScheme.LIGHT);
            signIn(page, "days-agent");
            page.waitForURL("**/portals/days/responses?srn=y");
            assertThat(entries(page)).hasText(new String[] {"Responses", "Requests", "Deliveries"});
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody .whylink").click();
            assertThat(page.getByText("Decided by")).isVisible();
            assertThat(page.locator("#head-rules")).hasCount(0);
            page.navigate(base + "portals/days/rules");
            assertThat(page.locator("h1")).hasText("There is nothing here");
            page.getByRole(AriaRole.LINK, named("To the start")).click();
            page.waitForURL("**/portals/days/responses?srn=y");
            page.getByRole(AriaRole.LINK, named("Person days-agent")).click();
            assertThat(page.locator("h1")).hasText("Your account");
            page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
            page.waitForURL("**/login**");
        }
    }

    @Test
    @DisplayName("H1: an admin has all of it, an auditor reads it, and ops see how deliveries went")
    void others() {
        try (Chromium chromium = new Chromium()) {
            Page admin = chromium.page();
            signIn(admin, "days-admin");
            assertThat(entries(admin)).hasText(EVERYTHING);
            assertThat(admin.locator("tbody tr")).hasCount(2);
            admin.navigate(base + "portals/days/keys");
            assertThat(admin.getByLabel("Name")).isVisible();

            Page auditor = chromium.page();
            signIn(auditor, "days-auditor");
            assertThat(entries(auditor)).hasText(EVERYTHING);
            auditor.navigate(base + "portals/days/keys");
            assertThat(auditor.locator("main form")).hasCount(0);
            auditor.navigate(base + "portals/days/rules");
            assertThat(auditor.getByText("Phone first")).isVisible();
            assertThat(auditor.locator("main form[method=post]")).hasCount(0);

            Page ops = chromium.page();
            signIn(ops, "days-ops");
            ops.waitForURL("**/portals/days/deliveries");
            assertThat(entries(ops)).hasText(new String[] {"Deliveries"});
        }
    }

    @Test
    @DisplayName("F9, H6: axe finds nothing on the pages as each role sees them, and the browser refuses nothing")
    void axe() {
        for (String role : List.of("lead", "agent", "auditor", "ops")) {
            try (Chromium chromium = new Chromium()) {
                Page page = chromium.page();
                Axe axe = new Axe(page);
                signIn(page, "days-" + role);
                axe.read(role + " at the start");
                for (String path :
                        List.of("portals", "portals/days/rules", "portals/days/rules/json", "portals/days/keys")) {
                    axe.visit(base + path);
                }
                assertThat(axe.faults()).isEmpty();
            }
        }
    }

    private static Locator entries(Page page) {
        return page.locator("nav.nav a");
    }

    private void signIn(Page page, String login) {
        page.navigate(base + "login");
        page.getByLabel("Name").focus();
        page.keyboard().type(login);
        page.keyboard().press("Tab");
        page.keyboard().type(People.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LINK, named("Person " + login))).isVisible();
    }
}
