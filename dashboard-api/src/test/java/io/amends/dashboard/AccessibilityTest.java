package io.amends.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.total;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.NoteView;
import io.amends.contracts.api.ResponseStanding.DigestTiming;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.dashboard.layout.Frame;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.QuarantineAnswers;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.link.ReportLink;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.qute.Engine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every page in every state that it has, read by axe-core: wide and narrow, light and dark. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class AccessibilityTest {
    /** A portal's name of 120 letters, which nothing may break out of the page. */
    private static final String LONG_NAME = "Recovery".repeat(15);

    private static final String RULES =
            """
            {"rules": [
              {"name": "VIP by phone",
               "when": {"all": [{"measure": "csat", "lte": 3}, {"field": "channel", "in": ["phone"]},
                                {"any": [{"tag": "vip_customer"}, {"property": "tier", "eq": "gold"}]}]},
               "then": {"kind": "RECOVERY", "priority": 1, "alert": "IMMEDIATE"}},
              {"name": "Chat is not for us",
               "when": {"all": [{"field": "channel", "in": ["chat"]}, {"not": {"comment": "present"}}]},
               "then": {"kind": "NONE", "priority": 5}}]}
            """;
    private static final String STICKING =
            """
            () => [...document.querySelectorAll("body *")]
                .filter(e => e.checkVisibility() && ["fixed", "sticky"].includes(getComputedStyle(e).position))
                .map(e => e.outerHTML.slice(0, 80)).filter(html => !html.includes('id="loading"'))
            """;

    /** What has the focus, if no outline of at least 2 px shows it: its own, or that of what stands for it. */
    private static final String UNSEEN =
            """
            () => {
              const at = document.activeElement;
              const outlined = e => e && getComputedStyle(e).outlineStyle !== "none" && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
              const seen = at === document.body || outlined(at) || outlined(at.closest("tr")) || outlined(at.nextElementSibling);
              return seen ? "" : at.outerHTML.slice(0, 160);
            }
            """;

    private static boolean loaded;

    @Inject
    EventProducer producer;

    @Inject
    LinkTokens tokens;

    @Inject
    Engine templates;

    @TestHTTPResource("/")
    String base;

    private final Sample angry = Sample.of("seen", "seen-1").ticket("T-1");
    private final Sample never =
            Sample.of("seen", "seen-2").ticket("T-2").customer("Ines Costa").choice(ContactChoice.NO);
    private final Sample silent = Sample.of("seen", "seen-3")
            .ticket("T-3")
            .comment(null)
            .csat(4)
            .received(Instant.now().minus(Duration.ofHours(30)));
    private final Sample gone = Sample.of("seen", "seen-4").ticket("T-4").comment("Word for word. ".repeat(120));

    @BeforeEach
    void begin() {
        RulesNeighbour.begin(RULES);
        if (loaded) {
            return;
        }
        put("/v1/portals/seen", "{\"name\": \"" + LONG_NAME + "\"}");
        put("/v1/portals/unseen", "{\"name\": \"Nothing yet\"}");
        put("/v1/portals/seen/groups/NET", "{\"name\": \"Network EMEA\", \"dailyCap\": 10}");
        put("/v1/portals/seen/segments/ENTERPRISE", "{\"name\": \"Enterprise\"}");
        Neighbours.know(angry, never, silent, gone);
        QuarantineAnswers.waits(
                Sample.of("seen", "held 1").group("NOPE"),
                DigestTiming.LATE,
                null,
                QuarantineAnswers.because("/ticketId", QuarantineCause.TICKET_MISSING),
                QuarantineAnswers.because("/supportGroup", QuarantineCause.GROUP_UNKNOWN),
                QuarantineAnswers.because("/measures/csat", QuarantineCause.SCORE_OFF_SCALE),
                QuarantineAnswers.because("/measures/mood", QuarantineCause.MEASURE_UNKNOWN),
                QuarantineAnswers.because("/submittedAt", QuarantineCause.DATE_AHEAD));
        Neighbours.digest("d-seen", "seen", "c-2", "Sam Recipient", angry, gone);
        NoteView note = angry.note("Alex Lead", false, "Left a voicemail, will try again tomorrow morning.");
        Neighbours.noted(angry, note);
        producer.sendAll(List.of(angry.event(), never.event(), silent.event(), gone.event(), angry.noted(note)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> total("seen/responses?srn=w") == 1 && total("seen/responses?srn=y") == 4);
        loaded = true;
    }

    @Test
    @DisplayName("F9, H6: axe finds nothing on the report, the sign-in and the errors, and the browser refuses nothing")
    void report() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            Axe axe = new Axe(page);
            axe.visit(base + "login");
            axe.visit(base + "login?out=1");
            page.getByLabel("Name").fill("nobody");
            page.getByLabel("Password").fill("wrong");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            axe.read("wrong password");
            axe.visit(link(Instant.now().minusSeconds(1)));

            signedIn(page, base);
            for (String srn : List.of("y", "v", "n")) {
                axe.visit(base + "portals/seen/responses?srn=" + srn);
            }
            axe.visit(base + "portals/seen/responses?srn=y&sort=overall&rgid=NET&from=2026-01-01&q=example");
            axe.visit(base + "portals/seen/responses?srn=y&q=nothing+like+it");
            axe.visit(base + "portals/seen/responses?srn=z&from=yesterday");
            axe.visit(base + "portals/unseen/responses");
            axe.visit(base + "portals/seen/requests");
            axe.visit(base + "portals/seen/requests/new?rgid=NET&ticket=T-2");
            axe.visit(base + "portals/seen/requests/T-0?case=T-0&looked=30");
            axe.visit(base + "portals/seen/deliveries?state=FAILED&case=T-0");
            axe.visit(base + "portals/seen/proposals");
            axe.visit(base + "portals/seen/reassign");
            axe.visit(base + "portals/unseen/reassign");
            axe.visit(base + "portals/unseen/quarantine");
            axe.visit(base + "portals/seen/quarantine");
            axe.visit(base + "portals/seen/quarantine?cause=GROUP_UNKNOWN&rgid=NOPE");
            axe.visit(base + "portals/seen/audit");
            axe.visit(base + "portals/seen/audit?what=ENTRY_CREATED&who=nobody&from=yesterday");
            axe.visit(base + "portals/seen/audit?q=nothing+like+it");
            axe.visit(base + "portals/seen/opt-outs");
            put("/v1/portals/seen/sources/tf", "{\"name\": \"After a call\", \"vendor\": \"TYPEFORM\"}");
            for (String place : List.of(
                    "",
                    "?as=json",
                    "/switch",
                    "/delete",
                    "/replays",
                    "/replays/looked",
                    "/replays/running",
                    "/replays/failed")) {
                axe.visit(base + "portals/seen/preferences/sources/tf" + place);
            }
            put("/v1/portals/seen/channels/room", "{\"name\": \"Room\", \"kind\": \"TEAMS\"}");
            for (String place : List.of("new/channels", "channels", "channels/room", "channels/room/connection")) {
                axe.visit(base + "portals/seen/preferences/" + place);
            }
            axe.visit(base + "portals/nowhere/responses");
            axe.visit(base + "portals/seen/responses?page=x");
            begin(page, axe);

            assertThat(axe.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("F9, H6: axe finds nothing on the notes dialog in any state, and the browser refuses nothing")
    void dialog() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            axe.visit(base + "service-recovery-notes?cpc=seen&rgid=NET&tid=T-gone");
            axe.visit(base + "service-recovery-notes?cpc=seen&rgid=NET");
            axe.visit(base + "service-recovery-notes?cpc=seen&rgid=NET&tid=T-2");
            axe.visit(base + "service-recovery-notes?cpc=seen&rgid=NET&tid=T-3");
            axe.visit(link(Instant.now().plusSeconds(600)));
            axe.visit(base + "service-recovery-notes?cpc=seen&rgid=NET&tid=T-1");

            page.getByLabel("Your name").fill(" ");
            page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true))
                    .fill("Spoke to them.");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.locator("#author-error")).isVisible();
            axe.read("note without a name");
            page.getByLabel("Your name").fill("Robin Example");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.locator("[data-saved]")).isVisible();
            axe.read("saved note");
            page.getByLabel("Outcome").selectOption("RESOLVED");
            page.getByRole(AriaRole.BUTTON, named("Close the case")).click();
            assertThat(page.locator("#case .tag.done")).hasText("Closed");
            axe.read("closed case");

            axe.visit(base + "service-recovery-notes?cpc=seen&rgid=NET&tid=T-4");
            page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true))
                    .fill("Half a thought");
            Neighbours.replace(gone, Sample.of("seen", "seen-5").ticket("T-4"));
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.getByText("Your note is not saved yet.")).isVisible();
            axe.read("note to what was replaced");

            assertThat(axe.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("F9, H6: axe finds nothing in the rule studio, and the browser refuses nothing")
    void studio() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            String rules = base + "portals/seen/rules";
            axe.visit(base + "portals/seen/responses/why?responseId=seen-1");
            axe.visit(base + "portals/seen/responses/why?responseId=seen-4&rule=VIP%20by%20phone");
            axe.visit(rules + "/backtests");
            RulesNeighbour.edit(RULES.replace("\"lte\": 3", "\"lte\": 2").replace("Chat is", "Chat was"));
            RulesNeighbour.warns(true);
            axe.visit(rules);
            page.locator("summary", new Page.LocatorOptions().setHasText("Remove VIP by phone"))
                    .click();
            axe.read("removing a rule");
            axe.visit(rules + "?q=nothing+like+it");
            axe.visit(rules + "/1");
            axe.visit(rules + "/new");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            axe.read("rule without a name");
            axe.visit(rules + "/json");
            page.getByLabel("Rule set").fill("{");
            page.getByRole(AriaRole.BUTTON, named("Save in the draft")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            axe.read("not JSON");
            axe.visit(rules + "/compare");
            axe.visit(rules + "/publish");
            page.getByRole(AriaRole.BUTTON, named("Publish")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            axe.read("no reason");
            axe.visit(rules + "/versions");
            axe.visit(rules + "/versions/1");
            page.navigate(rules + "/backtests");
            page.getByRole(AriaRole.BUTTON, named("Run the backtest")).click();
            assertThat(page.locator("[data-chart] canvas")).isVisible();
            page.getByLabel("Support group").selectOption("NET");
            assertThat(page.locator("[data-figures]")).hasAttribute("data-cap", "10");
            axe.read("backtest");
            axe.visit(rules + "/backtests");
            axe.visit(rules + "/99");
            RulesNeighbour.begin(null);
            axe.visit(rules + "?empty");
            axe.visit(rules + "/versions?empty");

            assertThat(axe.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("F9: at 400 % zoom nothing stays in the way of what is read, and nothing scrolls sideways")
    void zoomed() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(320, 256, ColorScheme.LIGHT), base);
            for (String path : List.of(
                    "portals/seen/responses?srn=y",
                    "portals/seen/audit",
                    "portals/seen/rules",
                    "portals/seen/rules/1",
                    "service-recovery-notes?cpc=seen&rgid=NET&tid=T-1")) {
                page.navigate(base + path);
                assertThat((List<?>) page.evaluate(STICKING)).as(path).isEmpty();
                assertThat((List<?>) page.evaluate(Axe.SIDEWAYS)).as(path).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("F9: on paper there is what is read, in black on white, and nothing that is clicked")
    void printed() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(1280, 900, ColorScheme.DARK), base);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String path : List.of(
                    "portals/seen/responses?srn=y",
                    "portals/seen/rules",
                    "service-recovery-notes?cpc=seen&rgid=NET&tid=T-1")) {
                page.navigate(base + path);
                assertThat(page.locator("h1")).isVisible();
                assertThat(page.locator("body")).hasCSS("color", "rgb(0, 0, 0)");
                assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
                assertThat(page.locator("nav:visible, button:visible, input:visible, select:visible, textarea:visible"))
                        .hasCount(0);
            }
        }
    }

    @Test
    @DisplayName("F9: wherever the Tab key stops, it is seen where that is")
    void focus() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            for (String path : List.of(
                    "portals/seen/responses?srn=y",
                    "portals/seen/rules",
                    "portals/seen/rules/1",
                    "service-recovery-notes?cpc=seen&rgid=NET&tid=T-1")) {
                page.navigate(base + path);
                for (int stop = 0; stop < 60; stop++) {
                    page.keyboard().press("Tab");
                    assertThat(page.evaluate(UNSEEN)).as(path).isEqualTo("");
                }
            }
        }
    }

    /** The page that is there before any portal is: here there are some, so it is shown in the place of another. */
    private void begin(Page page, Axe axe) {
        String html = templates
                .getTemplate("StartPage/begin")
                .data(
                        "frame",
                        new Frame(null, "Amends", Keys.FULL_NAME, true, "", base, Frame.Place.NONE, Frame.Open.NOTHING))
                .render();
        page.route(
                "**/begin",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(html)));
        axe.visit(base + "begin");
    }

    private String link(Instant expires) {
        return base + "service-recovery-notes?cpc=seen&t="
                + tokens.sign(new ReportLink("d-seen", "c-2", ReportLink.ALL, expires));
    }
}
