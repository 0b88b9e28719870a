package io.amends.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.total;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.amends.contracts.CaseView;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.NoteView;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.link.ReportLink;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PagesTest {
    private static final String HOSTILE = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";
    private static boolean loaded;

    @Inject
    EventProducer producer;

    @Inject
    LinkTokens tokens;

    @TestHTTPResource("/")
    String base;

    private final Sample angry = Sample.of("acme", "p1")
            .ticket("T-4711")
            .customer("Kim Example")
            .comment("Third time I had to call, and each time I explained everything from the beginning. "
                    + "Nobody wrote anything down. If this happens again we will look for someone else.");
    private final Sample calm = Sample.of("acme", "p2")
            .ticket("T-4712")
            .customer("Noa Levi")
            .choice(ContactChoice.UNANSWERED)
            .csat(2)
            .comment("השירות היה איטי מאוד, חיכיתי שלושה ימים לתשובה.")
            .received(Instant.now().minus(26, ChronoUnit.HOURS))
            .said("he", "Carmel Ltd", List.of("Speed of response", "Kept informed"));
    private final Sample never = Sample.of("acme", "p3")
            .ticket("T-4713")
            .customer("Ines Costa")
            .choice(ContactChoice.NO)
            .comment("Please just fix it.")
            .received(Instant.now().minus(3, ChronoUnit.HOURS));
    private final Sample hostile = Sample.of("acme", "p4")
            .ticket("T-4714")
            .customer(HOSTILE)
            .comment(HOSTILE)
            .csat(4)
            .received(Instant.now().minus(40, ChronoUnit.HOURS));

    private final Sample vast = Sample.of("vast", "p5".repeat(90))
            .ticket("T".repeat(190))
            .customer("Name".repeat(30))
            .comment("W".repeat(400))
            .said(
                    "en",
                    "Company".repeat(20),
                    IntStream.range(0, 50)
                            .mapToObj(i -> "Factor-" + "x".repeat(i))
                            .toList());

    @BeforeEach
    void samples() {
        if (loaded) {
            return;
        }
        put("/v1/portals/acme", "{\"name\": \"Acme Support\", \"ticketUrlPrefix\": \"https://desk.example.com/t/\"}");
        put("/v1/portals/acme/contacts/c-1", "{\"name\": \"Alex Lead\"}");
        put("/v1/portals/acme/contacts/c-2", "{\"name\": \"Sam Recipient\"}");
        put("/v1/portals/acme/groups/NET", "{\"name\": \"Network EMEA\", \"supportLead\": \"c-1\"}");
        put("/v1/portals/acme/segments/ENTERPRISE", "{\"name\": \"Enterprise\"}");
        Neighbours.know(angry, calm, never, hostile);
        Neighbours.digest("d-1", "acme", "c-2", "Sam Recipient", angry, calm);
        NoteView note = calm.note("Alex Lead", false, "Left a voicemail, will try again tomorrow morning.");
        Neighbours.noted(calm, note);
        put("/v1/portals/vast", "{\"name\": \"" + "Portal".repeat(20) + "\"}");
        put("/v1/portals/vast/groups/NET", "{\"name\": \"" + "Networkgroup".repeat(10) + "\"}");
        producer.sendAll(List.of(
                angry.event(),
                angry.opened(),
                calm.event(),
                calm.opened(),
                never.event(),
                hostile.event(),
                calm.noted(note),
                vast.event(),
                vast.opened()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> total("acme/responses?srn=w") == 1
                        && total("acme/responses") == 4
                        && total("acme/responses?waiting=yes") == 2
                        && total("vast/responses?waiting=yes") == 1);
        loaded = true;
    }

    @Test
    @DisplayName("H1: who is not signed in goes to sign in, comes back to the page, and can sign out")
    void signIn() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            page.navigate(base + "portals/acme/responses?srn=x");
            page.getByLabel("Name").fill(Keys.USER);
            page.getByLabel("Password").fill("wrong");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not match");
            assertThat(page.getByLabel("Name")).hasValue(Keys.USER);
            assertThat(page.getByLabel("Password")).isFocused();
            page.keyboard().type(Keys.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByText(Keys.FULL_NAME)).isVisible();
            page.getByText("Sign out").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("signed out");
            page.navigate(base + "portals/acme/responses");
            assertThat(page.getByLabel("Password")).isVisible();
        }
    }

    @Test
    @DisplayName("F1, H6: filters, search and keys work, new rows appear by themselves, hostile text is shown as text")
    void responses() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/acme/responses?srn=y");
            assertThat(page.locator("h1")).containsText("waiting for a call");
            assertThat(page.locator("tbody tr")).not().hasCount(0);
            assertThat(page.getByText(HOSTILE).first()).isVisible();
            assertThat(page.evaluate("window.hacked === undefined")).isEqualTo(true);

            page.getByText("With notes", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.url()).contains("srn=w");
            assertThat(page.getByText("(Spoke? No)")).isVisible();

            page.locator("h1 a").click();
            assertThat(page.locator("tbody tr")).hasCount(2);
            assertThat(page.locator("h1")).containsText("2 customers are waiting for a call");
            page.locator(".removable").click();
            assertThat(page.locator("tbody tr")).not().hasCount(2);

            // The part with the filters came by itself; what the search in the head keeps came with it.
            page.navigate(base + "portals/acme/responses?srn=y");
            page.getByLabel("Support group").selectOption("NET");
            assertThat(page.getByText("Group: Network EMEA")).isVisible();
            page.getByText("Needs recovery").click();
            assertThat(page.locator("[aria-current=true]")).hasText("Needs recovery");
            assertThat(page.getByText("Closed cases and history without a case are among them."))
                    .isVisible();
            page.keyboard().press("/");
            page.keyboard().type("T-4711");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Search: T-4711")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page).hasURL(Pattern.compile("\\?q=T-4711&srn=r&rgid=NET$"));
            page.getByText("Search all responses").click();
            assertThat(page.getByText("Group: Network EMEA")).isHidden();
            assertThat(page).hasURL(Pattern.compile("\\?srn=y&q=T-4711$"));
            page.getByText("Clear filters").click();
            assertThat(page.locator("[data-search]")).hasValue("");

            page.navigate(base + "portals/acme/responses?srn=y");
            Sample late = Sample.of("acme", "live").customer("Lou Live").received(Instant.now());
            page.waitForTimeout(500); // the stream opens after the page
            producer.sendAll(List.of(late.event()));
            assertThat(page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Lou Live").setExact(true)))
                    .isVisible();

            for (String key : List.of("n", "Enter")) {
                page.keyboard().press("j");
                page.keyboard().press("j");
                page.keyboard().press("k");
                page.keyboard().press("j");
                assertThat(page.locator("tbody tr").nth(1).locator("[data-open]"))
                        .isFocused();
                assertThat(page.locator("tbody tr").nth(1)).hasCSS("outline-style", "solid");
                page.keyboard().press(key);
                page.waitForURL("**/service-recovery-notes**");
                page.navigate(base + "portals/acme/responses?srn=y");
                assertThat(page.locator("tbody tr").nth(1).locator("[data-open]"))
                        .isFocused();
                page.navigate(base + "portals/acme/responses?srn=y");
                assertThat(page.locator("tbody tr [data-open]:focus")).hasCount(0);
            }
            page.keyboard().press("/");
            page.keyboard().press("Escape");
            assertThat(page.locator("[data-search]")).not().isFocused();
        }
    }

    @Test
    @DisplayName("F1: dates that cannot be are told at their field, and stay there to be corrected")
    void dates() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/acme/responses?srn=r&rgid=NET&q=T-4711");
            page.getByLabel("From", exactly()).fill("2026-03-04");
            page.getByLabel("To", exactly()).fill("2026-03-03");
            page.getByRole(AriaRole.BUTTON, named("Show")).click();

            assertThat(page.locator("#to-error")).hasText("The last day is before the first one.");
            assertThat(page.getByLabel("To", exactly())).isFocused();
            assertThat(page.getByLabel("To", exactly()))
                    .hasAccessibleDescription("The last day is before the first one.");
            assertThat(page.getByLabel("To", exactly())).hasValue("2026-03-03");
            assertThat(page.getByLabel("From", exactly())).hasValue("2026-03-04");
            page.getByLabel("From", exactly()).fill("2020-03-03");
            page.getByLabel("To", exactly()).fill("2030-03-03");
            page.getByRole(AriaRole.BUTTON, named("Show")).click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.getByText("Group: Network EMEA")).isVisible();

            page.navigate(base + "portals/acme/responses?from=2026-3");
            assertThat(page.getByLabel("From", exactly())).hasValue("2026-3");
            assertThat(page.locator("#from-error")).containsText("no date");
        }
    }

    @Test
    @DisplayName(
            "F1: on paper the report says whose it is, what was asked, and when and in whose time, and has no controls")
    void paper() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/acme/responses?srn=r&rgid=NET");
            assertThat(page.locator(".lead")).containsText("Times are in Berlin time.");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(700, 900);
            assertThat(page.locator(".onpaper"))
                    .containsText(Pattern.compile(
                            "Acme Support.*1–\\d+ of \\d+.*As the report stood on .* \\(Europe/Berlin\\)",
                            Pattern.DOTALL));
            for (String filter : List.of("[aria-current=true]", ".removable")) {
                assertThat(page.locator("#report " + filter).first()).isVisible();
            }
            for (String head : List.of("Received", "Customer", "Comment", "Group", "Agent", "Notes")) {
                assertThat(page.getByRole(AriaRole.COLUMNHEADER, named(head))).isVisible();
            }
            for (String control :
                    List.of(".narrow", ".nav", ".top", "text=Clear filters", "kbd", ".whylink", ".pencil svg")) {
                assertThat(page.locator(control).first()).isHidden();
            }
            page.pdf(new Page.PdfOptions()
                    .setPath(Path.of("target", "pictures", "report.pdf"))
                    .setPreferCSSPageSize(true));
        }
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    @Test
    @DisplayName("D1, D2: a note is written and saved with the keyboard alone, by who is signed in")
    void noteByKeyboard() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "service-recovery-notes?cpc=acme&rgid=NET&tid=T-4711");
            assertThat(page.getByLabel("Your name")).hasValue(Keys.FULL_NAME);
            assertThat(page.getByRole(AriaRole.BUTTON, named("Next"))).isDisabled();
            page.getByLabel("Your name").focus();
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
            page.keyboard().type("Called, and sent a new device.");
            page.keyboard().press("Tab");
            while (!"Save".equals(page.evaluate("document.activeElement.textContent"))) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");

            assertThat(page.getByText("Saved.", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.getByText("(Spoke? Yes)").first()).isVisible();
            NoteView saved = Neighbours.notesOf("p1").get(0);
            assertThat(List.of(saved.author(), saved.text(), saved.identity()))
                    .containsExactly(Keys.FULL_NAME, "Called, and sent a new device.", "user:" + Keys.USER);
        }
    }

    @Test
    @DisplayName("D6, F9: from the list and back by keys, with the focus in place, the filter and what was typed kept")
    void thereAndBackByKeyboard() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "portals/acme/responses?srn=y&q=T-4712");
            String list = page.url();
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).isFocused();
            page.keyboard().press("n");
            assertThat(page.locator("#text")).isFocused();
            page.keyboard().type("Half of it");
            page.keyboard().press("Escape");
            assertThat(page.locator("#text")).not().isFocused();
            page.keyboard().press("Escape");
            assertThat(page).hasURL(list);
            page.waitForLoadState(); // its scripts hear the keys
            page.keyboard().press("j");
            page.keyboard().press("n");
            assertThat(page.locator("h1")).isFocused();
            assertThat(page.locator("#text")).hasValue("Half of it");
            assertThat(page.getByText("Back to the responses")).hasAttribute("href", list);
            page.getByText("Discard").click();
        }
    }

    @Test
    @DisplayName("C6, D2, D3: a report's link opens all of it without sign-in, starting with the recipient's name")
    void byLink() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            String link = link("d-1", "c-2", ReportLink.ALL, Instant.now().plusSeconds(600));
            page.navigate(link);
            assertThat(page.getByLabel("Your name")).hasValue("Sam Recipient");
            assertThat(page.getByText("1 of 2")).isVisible();
            page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true))
                    .fill("  ");
            int before = Neighbours.notesOf("p1").size();
            page.getByRole(AriaRole.BUTTON, named("Next")).click();
            assertThat(page.getByText("2 of 2")).isVisible();
            assertThat(page.locator("blockquote")).hasAttribute("lang", "he");
            assertThat(Neighbours.notesOf("p1")).hasSize(before);

            page.getByLabel("Your name").fill(" ");
            page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true))
                    .fill("Spoke to them.");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(page.locator("#author-error")).isVisible();
            assertThat(page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("Spoke to them.");

            page.navigate(link("d-1", "c-2", "p2", Instant.now().plusSeconds(600)));
            assertThat(page.getByLabel("Your name")).hasValue("Alex Lead");
            assertThat(page.getByText("1 of 1")).isVisible();
        }
    }

    @Test
    @DisplayName("C6: a forged or expired link says so and shows nothing, another portal's opens nothing")
    void badLinks() {
        String good = link("d-1", "c-2", "p1", Instant.now().plusSeconds(600));
        String forged = good.substring(0, good.length() - 4) + "AAAA";
        given().urlEncodingEnabled(false).get(forged).then().statusCode(403).header("Referrer-Policy", "no-referrer");
        given().urlEncodingEnabled(false)
                .get(link("d-1", "c-2", "p1", Instant.now().minusSeconds(1)))
                .then()
                .statusCode(410);
        String body = given().urlEncodingEnabled(false)
                .get(good.replace("cpc=acme", "cpc=other"))
                .then()
                .statusCode(403)
                .extract()
                .asString();
        assertThat(body).doesNotContain("Kim", "4711");
        given().urlEncodingEnabled(false).get(good).then().statusCode(200).header("Referrer-Policy", "no-referrer");
    }

    @Test
    @DisplayName(
            "H1: a report's link is void once its recipient is gone from the directory: it reads and writes nothing")
    void recipientGone() {
        put("/v1/portals/acme/contacts/c-9", "{\"name\": \"Sam Leaving\"}");
        Neighbours.digest("d-9", "acme", "c-9", "Sam Leaving", angry);
        String link = link("d-9", "c-9", "p1", Instant.now().plusSeconds(600));
        given().urlEncodingEnabled(false).get(link).then().statusCode(200);
        int before = Neighbours.notesOf("p1").size();

        given().auth()
                .oauth2(Keys.KEY)
                .delete("/v1/portals/acme/contacts/c-9")
                .then()
                .statusCode(204);

        String body = given().urlEncodingEnabled(false)
                .get(link)
                .then()
                .statusCode(410)
                .extract()
                .asString();
        assertThat(body).contains("not valid any more").doesNotContain("Kim", "4711");
        given().urlEncodingEnabled(false)
                .formParam("response", "p1")
                .formParam("author", "Sam Leaving")
                .formParam("text", "Written after leaving.")
                .formParam("step", "SAVE")
                .post(link)
                .then()
                .statusCode(410);
        assertThat(Neighbours.notesOf("p1")).hasSize(before);
    }

    @Test
    @DisplayName("D4: what was replaced since says so, and leads to where it is now")
    void notFound() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "service-recovery-notes?cpc=acme&rgid=NET&tid=T-gone");
            assertThat(page.locator("h1"))
                    .hasText("Your URL is formed correctly but we couldn't find any surveys that matched the criteria"
                            + " in your URL");
            assertThat(page.getByText("has replaced this one")).isVisible();
            assertThat(page.getByText("Show where it is now"))
                    .hasAttribute("href", "/service-recovery-notes?cpc=acme&rgid=NET&tid=T-now");
        }
    }

    @Test
    @DisplayName("D4: a report's link to a response that was moved to another group since says so")
    void moved() {
        Neighbours.digest("d-2", "acme", "c-2", "Sam Recipient", angry.group("FIELD"));
        given().urlEncodingEnabled(false)
                .get(link("d-2", "c-2", "p1", Instant.now().plusSeconds(600)))
                .then()
                .statusCode(404)
                .body(org.hamcrest.Matchers.containsString("assigned to another support group"));
    }

    @Test
    @DisplayName("D6, D8, B4: a draft comes back, NO takes the call away, and a case is closed with its outcome")
    void draftAndCase() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            String address = base + "service-recovery-notes?cpc=acme&rgid=NET&tid=T-4713";
            page.navigate(address);
            assertThat(page.getByText("Please do not call or write.")).isVisible();
            assertThat(page.getByLabel("Spoke to customer?")).hasCount(0);
            page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true))
                    .fill("Half a thought");
            assertThat(page.getByText("Draft kept on this device.")).isVisible();
            page.navigate(base + "portals/acme/responses");
            page.navigate(address);
            assertThat(page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("Half a thought");
            page.getByText("Discard").click();
            assertThat(page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("");

            page.locator("summary", new Page.LocatorOptions().setHasText("Close the case"))
                    .click();
            page.getByLabel("Outcome").selectOption("CONTACT_REFUSED");
            page.getByRole(AriaRole.BUTTON, named("Close the case")).click();
            assertThat(page.locator("#case .tag.done")).hasText("Closed");
            assertThat(page.locator("#case dd", new Page.LocatorOptions().setHasText("Customer refused contact")))
                    .isVisible();
            assertThat(Neighbours.caseOf("p3").state()).isEqualTo(CaseView.CaseState.CLOSED);
        }
    }

    @Test
    @DisplayName("H6: a request from another site with a session's cookie changes nothing")
    void crossSite() {
        String cookie = given().redirects()
                .follow(false)
                .header("Origin", base.replaceAll("/$", ""))
                .formParam("j_username", Keys.USER)
                .formParam("j_password", Keys.PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(302)
                .extract()
                .cookie("amends-session-8080");
        given().cookie("amends-session-8080", cookie)
                .header("Origin", "https://evil.example")
                .contentType("application/json")
                .body("{\"name\": \"x\"}")
                .put("/v1/portals/evil")
                .then()
                .statusCode(403);
        given().cookie("amends-session-8080", cookie).get("/v1/portals").then().statusCode(200);
        given().get("/login")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", org.hamcrest.Matchers.containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    @DisplayName("F9: scripts and styles are asked for anew, so that none of another version meets a page")
    void assetsAreOfThePage() {
        String changed = given().get("/assets/amends.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .extract()
                .header("Last-Modified");
        given().header("If-Modified-Since", changed)
                .get("/assets/amends.js")
                .then()
                .statusCode(304);
    }

    @Test
    @DisplayName("F9: the pages in light and dark, wide and on a phone, scroll only down")
    void looks() {
        try (Chromium chromium = new Chromium()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1280, 390, 320}) {
                    Page page = signedIn(chromium.page(width, width > 500 ? 900 : 844, scheme), base);
                    for (String path : List.of(
                            "portals/acme/responses?srn=y",
                            "portals/vast/responses?srn=y&rgid=NET&q=" + "T".repeat(190),
                            "portals/acme/responses?srn=y&q=nothing+like+it",
                            "service-recovery-notes?cpc=acme&rgid=NET&date=2026-11-20",
                            "service-recovery-notes?cpc=acme&rgid=NET&tid=T-4712",
                            "service-recovery-notes?cpc=acme&rgid=NET&tid=T-gone",
                            "login")) {
                        page.navigate(base + path);
                        assertThat((List<?>) page.evaluate(Axe.SIDEWAYS))
                                .as(path + " at " + width)
                                .isEmpty();
                        Chromium.picture(page, path, width, scheme);
                    }
                }
            }
        }
    }

    private String link(String digest, String contact, String response, Instant expires) {
        return base + "service-recovery-notes?cpc=acme&t="
                + tokens.sign(new ReportLink(digest, contact, response, expires));
    }
}
