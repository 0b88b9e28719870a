package io.amends.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Held;
import io.amends.dashboard.testing.Keys;
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

/** A network so slow that every answer waits until the person has gone on: nothing of what they do may be lost. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class SwapsTest {
    private static final String RULES =
            """
            {"rules": [{"name": "Three things",
                        "when": {"all": [{"measure": "csat", "lte": 1}, {"measure": "csat", "lte": 2},
                                         {"measure": "csat", "lte": 3}]},
                        "then": {"kind": "RECOVERY"}}]}
            """;
    private static boolean loaded;

    @Inject
    EventProducer producer;

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void begin() {
        RulesNeighbour.begin(RULES);
        if (loaded) {
            return;
        }
        put("/v1/portals/slow", "{\"name\": \"Slow Support\"}");
        put("/v1/portals/slow/groups/NET", "{\"name\": \"Network EMEA\"}");
        put("/v1/portals/slow/groups/FIELD", "{\"name\": \"Field service\"}");
        producer.sendAll(List.of(Sample.of("slow", "p1").event()));
        await().atMost(Duration.ofSeconds(20)).until(() -> given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/slow/responses")
                .path("total")
                .equals(1));
        loaded = true;
    }

    @Test
    @DisplayName(
            "F5: what is typed while the builder takes another shape stays, with the cursor, and Save waits for it")
    void builder() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/slow/rules/new");
            page.getByLabel("Condition 1, kind").focus();
            page.getByLabel("Condition 1, kind").selectOption("measure");
            assertThat(page.getByLabel("Condition 1, value")).isVisible();
            assertThat(page.getByLabel("Condition 1, kind")).isFocused();
            Held network = new Held(page);

            page.getByLabel("Condition 1, comparison").selectOption("gte");
            network.waits();
            page.getByLabel("Condition 1, value").fill("4");
            page.getByLabel("Priority").fill("7");
            page.getByLabel("Name").fill("Hppy callers");
            page.keyboard().press("Home");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#studio")).hasAttribute("aria-busy", "true");
            network.answers();
            assertThat(page.locator("#studio")).not().hasAttribute("aria-busy", "true");
            page.keyboard().type("a");

            assertThat(page.getByLabel("Name")).hasValue("Happy callers");
            assertThat(page.getByLabel("Name")).isFocused();
            assertThat(page.getByLabel("Condition 1, value")).hasValue("4");
            assertThat(page.getByLabel("Priority")).hasValue("7");

            page.getByLabel("Condition 1, comparison").selectOption("lte");
            network.waits();
            page.getByLabel("Condition 1, value").fill("5");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            network.answers();
            network.waits();
            network.answers();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("“Happy callers” is in the draft.");
            JsonNode saved = RulesNeighbour.draft().path("rules").get(1);
            assertThat(saved.at("/when/all/0/lte").asInt()).isEqualTo(5);
            assertThat(saved.at("/then/priority").asInt()).isEqualTo(7);
        }
    }

    @Test
    @DisplayName("F5: two quick conditions are two; what is typed beside one that is removed stays with its condition")
    void conditions() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/slow/rules/1");
            Held network = new Held(page);

            page.getByText("Add a condition").first().click();
            network.waits();
            page.getByLabel("Name").fill("Five things");
            page.getByLabel("Priority").fill("3");
            page.getByText("Add a condition").first().click();
            network.answers();
            network.waits();
            network.answers();
            assertThat(page.getByLabel("Condition 5, kind")).isVisible();
            assertThat(page.getByLabel("Name")).hasValue("Five things");
            assertThat(page.getByLabel("Priority")).hasValue("3");

            page.getByRole(AriaRole.BUTTON, named("Remove Condition 1")).click();
            network.waits();
            page.getByLabel("Condition 3, value").fill("42");
            page.getByRole(AriaRole.BUTTON, named("Remove Condition 4")).click();
            network.answers();
            network.waits();
            network.answers();
            assertThat(page.getByLabel("Condition 2, value")).hasValue("42");
            assertThat(page.getByLabel("Condition 1, value")).hasValue("2");
            assertThat(page.getByLabel("Condition 4, kind")).isVisible();
            assertThat(page.getByLabel("Condition 5, kind")).isHidden();
        }
    }

    @Test
    @DisplayName("F1: dates typed while the report narrows stay, and what is clicked meanwhile comes after it")
    void report() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/slow/responses?srn=y");
            Held network = new Held(page);

            page.getByLabel("Support group").selectOption("NET");
            network.waits();
            page.getByLabel("From", exactly()).fill("2026-01-02");
            page.getByLabel("To", exactly()).focus();
            page.getByText("Needs recovery").click();
            assertThat(page.locator("#loading")).hasCSS("opacity", "1");
            page.getByLabel("Search responses").fill("Ki");
            network.answers();
            network.waits();
            assertThat(page.getByLabel("From", exactly())).hasValue("2026-01-02");
            assertThat(page.getByLabel("Search responses")).isFocused();
            page.keyboard().type("m");
            network.answers();
            assertThat(page.locator("[aria-current=true]")).containsText("Needs recovery");
            assertThat(page.getByLabel("Search responses")).hasValue("Kim");
            page.getByLabel("Search responses").fill("");
            assertThat(page.getByLabel("From", exactly())).hasValue("2026-01-02");
            assertThat(page.getByLabel("Support group")).hasValue("NET");

            page.getByLabel("Support group").selectOption("FIELD");
            network.waits();
            page.getByLabel("From", exactly()).fill("2026-02-01");
            network.answers();
            assertThat(page.locator("#report[aria-busy]")).hasCount(0);
            assertThat(page.getByText("Group: Field service")).isHidden();
            // In the middle of a date the new part waits until the field is left, and is asked for again with the date.
            page.getByLabel("To", exactly()).focus();
            network.waits();
            network.answers();
            assertThat(page.getByText("Group: Field service")).isVisible();
            assertThat(page.getByLabel("From", exactly())).hasValue("2026-02-01");

            // Enter ends a date, too: what it asks for comes after what is under way.
            page.getByLabel("Support group").selectOption("NET");
            network.waits();
            page.getByLabel("From", exactly()).fill("2026-03-01");
            page.keyboard().press("Enter");
            network.answers();
            network.waits();
            network.answers();
            assertThat(page).hasURL(Pattern.compile("rgid=NET&from=2026-03-01"));
        }
    }

    @Test
    @DisplayName("F1: a date that is typed and not asked for yet stays while new rows arrive")
    void live() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/slow/responses?srn=y");
            page.getByLabel("To", exactly()).fill("2030-01-02");
            page.locator("[data-open]").first().focus();
            page.keyboard().press("/");
            page.keyboard().type("Lou");
            page.waitForTimeout(500); // the stream opens after the page
            Sample late = Sample.of("slow", "late").customer("Lou Late");
            producer.sendAll(List.of(late.event()));

            assertThat(page.getByRole(AriaRole.LINK, named("Lou Late"))).isVisible();
            assertThat(page.getByLabel("To", exactly())).hasValue("2030-01-02");
            page.keyboard().type(" Late");
            assertThat(page.getByLabel("Search responses")).hasValue("Lou Late");

            // A case that opens is told too; what arrives while a field is in use is shown once it is left.
            page.getByLabel("From", exactly()).focus();
            page.evaluate("new Promise((open) => { const stream = new EventSource('/v1/portals/slow/stream');"
                    + "window.later = new Promise((told) =>"
                    + "stream.addEventListener('case', () => setTimeout(told, 500))); stream.onopen = open; })");
            producer.sendAll(List.of(late.opened()));
            page.evaluate("window.later");
            page.locator("[data-open]").first().focus();
            // The sample is an hour old: yesterday's, just after midnight.
            assertThat(page.locator("h1"))
                    .hasText(Pattern.compile("1 customer is waiting for a call(, since yesterday)?\\."));
        }
    }

    @Test
    @DisplayName("B7: the reason typed while publishing is refused stays, and can be published")
    void publish() {
        RulesNeighbour.edit(RULES.replace("Three things", "Three other things"));
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/slow/rules/publish");
            Held network = new Held(page);
            page.getByRole(AriaRole.BUTTON, named("Publish")).click();
            network.waits();
            page.getByLabel("Why").fill("More complaints since the move");
            network.answers();
            assertThat(page.getByText("Nothing was published yet.")).isVisible();
            assertThat(page.getByLabel("Why")).hasValue("More complaints since the move");
        }
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
