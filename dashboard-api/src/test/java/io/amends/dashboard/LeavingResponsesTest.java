package io.amends.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.NoteView;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.link.ReportLink;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to what is written in the dialog while the response it is for leaves what is open (D4, D5). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class LeavingResponsesTest {
    private static final String D4 =
            "Your URL is formed correctly but we couldn't find any surveys that matched the criteria in your URL";
    private static final String TYPED = "Called & promised a <new> device.";

    @Inject
    LinkTokens tokens;

    @TestHTTPResource("/")
    String base;

    // A group of its own for each test, so that lists hold nothing else.
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String group = "G-" + unique;
    private final Sample first = sample("a");
    private final Sample second = sample("b");

    @BeforeEach
    void samples() {
        if (given().auth().oauth2(Keys.KEY).get("/v1/portals/acme").statusCode() == 404) {
            given().auth()
                    .oauth2(Keys.KEY)
                    .contentType("application/json")
                    .body("{\"name\": \"Acme Support\"}")
                    .put("/v1/portals/acme");
        }
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"Sam Recipient\"}")
                .put("/v1/portals/acme/contacts/c-2");
        Neighbours.know(first, second);
        Neighbours.digest("d-" + unique, "acme", "c-2", "Sam Recipient", first, second);
    }

    private Sample sample(String id) {
        return Sample.of("acme", id + "-" + unique).group(group);
    }

    @ParameterizedTest(
            name = "D4: a response is moved while its note is typed, scripts {0}: the note is kept and saved there")
    @ValueSource(booleans = {true, false})
    void moved(boolean scripts) {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(scripts ? chromium.page() : chromium.withoutScripts(), base);
            page.navigate(base + list() + "&at=" + second.id());
            page.getByLabel("Spoke to customer?").check();
            notes(page).fill(TYPED);
            Neighbours.update(second.group("ELSEWHERE"));
            button(page, "Save").click();

            assertThat(page.locator("h1")).hasText(D4);
            assertThat(page.getByText("assigned to another support group")).isVisible();
            assertThat(page.getByText("Show where it is now"))
                    .hasAttribute("href", "/service-recovery-notes?cpc=acme&rgid=ELSEWHERE&tid=" + second.ticket());
            assertThat(notes(page)).hasValue(TYPED);
            assertThat(page.getByLabel("Spoke to customer?")).isChecked();
            assertThat(written()).isEmpty();

            button(page, "Save it with the response where it is now").click();
            assertThat(page.locator("[data-saved]")).isVisible();
            assertThat(page.url()).contains("rgid=ELSEWHERE", "tid=" + second.ticket());
            assertThat(written())
                    .extracting(NoteView::responseId, NoteView::text, NoteView::spoke)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(second.id(), TYPED, true));
            if (scripts) {
                page.navigate(base + "service-recovery-notes?cpc=acme&rgid=ELSEWHERE&tid=" + second.ticket());
                assertThat(notes(page)).hasValue("");
            }
        }
    }

    @Test
    @DisplayName("D4, B4: a response that says NO by now has left the list, and its note goes to no one else")
    void refused() {
        Neighbours.update(second.choice(ContactChoice.NO));
        post(session(), list(), second.id())
                .statusCode(409)
                .body(containsString("not in this list any more"))
                .body(containsString("rgid=" + group + "&amp;tid=" + second.ticket()));
        assertThat(written()).isEmpty();
    }

    @Test
    @DisplayName("D4: a note that names no response of what is open is stored nowhere, and what was typed is kept")
    void nonsense() {
        Sample other = Sample.of("acme", "c-" + unique).group("OTHER-" + unique);
        Neighbours.know(other);
        for (String address : List.of(
                list(),
                "service-recovery-notes?cpc=acme&rgid=" + group + "&tid=" + first.ticket(),
                link(ReportLink.ALL),
                link(first.id()))) {
            for (String response : new String[] {"nonsense", "", null, " ", other.id()}) {
                RequestSpecification form = session();
                if (response != null) {
                    form.formParam("response", response);
                }
                form.formParam("author", "Robin")
                        .formParam("text", TYPED)
                        .formParam("go", "next")
                        .urlEncodingEnabled(true)
                        .post("/" + address)
                        .then()
                        .statusCode(409)
                        .body(containsString(D4.replace("'", "&#39;")))
                        .body(containsString("Called &amp; promised a &lt;new&gt; device."));
            }
        }
        post(session(), link(first.id()), second.id()).statusCode(409);
        assertThat(written()).isEmpty();
        assertThat(Neighbours.notesOf(other.id())).isEmpty();
    }

    @Test
    @DisplayName("D4, D8: closing names its response and the case that was shown, and closes no other")
    void close() {
        String address = list().replace("notes?", "notes/close?");
        for (String response : List.of("nonsense", "", second.id())) {
            Neighbours.update(second.group("ELSEWHERE"));
            close(address, response, "case-" + second.id())
                    .statusCode(409)
                    .body(containsString("Nothing was closed."))
                    .body(containsString("Old &lt;router&gt;"));
        }
        Neighbours.update(second);
        close(address, second.id(), "case-" + first.id()).statusCode(409).body(containsString("has another case now"));
        assertThat(Neighbours.caseOf(first.id()).state()).isEqualTo(CaseState.OPEN);
        assertThat(Neighbours.caseOf(second.id()).state()).isEqualTo(CaseState.OPEN);

        close(address, second.id(), "case-" + second.id()).statusCode(303);
        assertThat(Neighbours.caseOf(first.id()).state()).isEqualTo(CaseState.OPEN);
        assertThat(Neighbours.caseOf(second.id()).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    @DisplayName("D8: a closing that names no case, or two responses, closes none; what was filled in stays")
    void unclosed() {
        for (String address : List.of(list(), link(ReportLink.ALL))) {
            closing("RESOLVED", "Old <router>")
                    .post("/" + address.replace("notes?", "notes/close?"))
                    .then()
                    .statusCode(409)
                    .body(
                            containsString("does not say which case"),
                            containsString("value=\"Old &lt;router&gt;\""),
                            containsString("value=\"RESOLVED\" selected"));
        }
        String address = list().replace("notes?", "notes/close?");
        closing("RESOLVED", "x")
                .formParam("case", "case-" + second.id())
                .formParam("response", first.id())
                .post("/" + address)
                .then()
                .statusCode(400);
        for (String[] wrong : new String[][] {
            {"UNRESPONSIVE", "Gone", "Too early to give up."},
            {"", "Gone", "Please choose how it ended."},
            {"RESOLVED", "x".repeat(2_001), "A root cause has at most 2000 characters."}
        }) {
            closing(wrong[0], wrong[1])
                    .formParam("case", "case-" + second.id())
                    .post("/" + address)
                    .then()
                    .statusCode(422)
                    .body(
                            containsString(wrong[2]),
                            containsString("value=\"" + wrong[1] + "\""),
                            containsString("value=\"" + wrong[0] + "\"" + (wrong[0].isEmpty() ? "" : " selected")));
        }
        assertThat(Neighbours.caseOf(first.id()).state()).isEqualTo(CaseState.OPEN);
        assertThat(Neighbours.caseOf(second.id()).state()).isEqualTo(CaseState.OPEN);
    }

    private RequestSpecification closing(String outcome, String rootCause) {
        return session()
                .formParam("response", second.id())
                .formParam("outcome", outcome)
                .formParam("rootCause", rootCause);
    }

    @Test
    @DisplayName("D1: a note for two responses is for none; one that is far too long comes back in its field")
    void odd() {
        session()
                .formParam("response", first.id(), second.id())
                .formParam("author", "Robin")
                .formParam("text", TYPED)
                .post("/" + list())
                .then()
                .statusCode(400);
        String longest = "long ".repeat(60_000);
        post(session(), list(), first.id(), longest)
                .statusCode(422)
                .body(containsString("A note has at most 20000 characters."), containsString(longest.strip()));
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest(
            name = "D5: by a report''s link, scripts {0}, a note to a replaced response is stored with the newest")
    @ValueSource(booleans = {true, false})
    void replaced(boolean scripts) {
        try (Chromium chromium = new Chromium()) {
            Page page = scripts ? chromium.page() : chromium.withoutScripts();
            page.navigate(base + link(ReportLink.ALL));
            button(page, "Next").click();
            assertThat(page.getByText("2 of 2")).isVisible();
            notes(page).fill(TYPED);
            Sample newer = sample("newer");
            Neighbours.replace(second, newer);
            button(page, "Save").click();

            assertThat(page.locator("h1")).containsText("Your note is saved.");
            assertThat(page.getByText("has replaced this one")).isVisible();
            assertThat(page.getByText("Previous in this report")).isVisible();
            assertThat(page.getByText("Amends did not answer")).hasCount(0);
            assertThat(written()).isEmpty();
            assertThat(Neighbours.notesOf(newer.id()))
                    .extracting(NoteView::text)
                    .containsExactly(TYPED);
            given().redirects()
                    .follow(false)
                    .formParam("response", second.id())
                    .formParam("author", "Sam Recipient")
                    .formParam("text", TYPED)
                    .post("/" + link(ReportLink.ALL))
                    .then()
                    .statusCode(303);
            assertThat(Neighbours.notesOf(newer.id())).hasSize(1);
        }
    }

    @Test
    @DisplayName("D5, D6: a draft of a response that was replaced since can still be opened, and saved")
    void draftOfReplaced() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            page.navigate(base + link(second.id()));
            notes(page).fill(TYPED);
            assertThat(page.getByText("Draft kept on this device.")).isVisible();
            Sample newer = sample("newer");
            Neighbours.replace(second, newer);
            page.navigate(base + link(second.id()));
            assertThat(page.locator("h1")).hasText(D4);
            assertThat(notes(page)).hasValue(TYPED);
            page.getByLabel("Your name").fill("Sam");
            button(page, "Save it with the response where it is now").click();
            assertThat(page.locator("h1")).containsText("Your note is saved.");
            assertThat(Neighbours.notesOf(newer.id())).hasSize(1);
            page.navigate(base + link(second.id()));
            assertThat(notes(page)).isHidden();
        }
    }

    @Test
    @DisplayName(
            "D1: without scripts, back and Save again is one note; other words are another, and so are the same ones later")
    void backAndAgain() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(base + list());
            notes(page).fill("Left a voicemail.");
            button(page, "Save").click();
            assertThat(page.locator("[data-saved]")).isVisible();
            page.goBack();
            notes(page).fill("Left a voicemail.");
            button(page, "Save").click();
            assertThat(page.locator("[data-saved]")).isVisible();
            assertThat(written()).hasSize(1);

            page.goBack();
            notes(page).fill("Left a second voicemail.");
            button(page, "Save").click();
            assertThat(page.locator("[data-saved]")).isVisible();
            assertThat(written()).hasSize(2);
            notes(page).fill("Left a second voicemail.");
            button(page, "Save").click();
            assertThat(page.locator("[data-saved]")).isVisible();
            assertThat(written()).hasSize(3);
        }
    }

    @Test
    @DisplayName("C6, D2: another site that knows a link writes as its recipient, never as who is signed in")
    void linkAndSession() {
        for (String origin : new String[] {"https://evil.example", "null", "http://localhost:1"}) {
            RequestSpecification forged = session(false).header("Origin", origin);
            post(forged.header("Sec-Fetch-Site", "same-site"), link(ReportLink.ALL), first.id(), origin)
                    .statusCode(303);
        }
        post(session(false), link(ReportLink.ALL), first.id(), "nothing said").statusCode(303);
        assertThat(written()).hasSize(4).allSatisfy(n -> assertThat(n.identity())
                .isEqualTo("recipient:c-2:d-" + unique));
        post(session(), link(ReportLink.ALL), second.id()).statusCode(303);
        assertThat(Neighbours.notesOf(second.id()))
                .extracting(NoteView::identity)
                .containsExactly("user:" + Keys.USER);
        session(false)
                .header("Origin", "https://evil.example")
                .formParam("response", first.id())
                .formParam("author", "Robin")
                .formParam("text", "forged")
                .post("/" + list())
                .then()
                .statusCode(403);
    }

    @Test
    @DisplayName("D6: a draft belongs to who typed it, is not shown to another, and comes back to its author")
    void draftsOfPeople() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            page.navigate(base + link(ReportLink.ALL));
            notes(page).fill("Sam's half thought");
            assertThat(page.getByText("Draft kept on this device.")).isVisible();
            signedIn(page, base);
            page.navigate(base + list());
            assertThat(page.getByLabel("Your name")).hasValue(Keys.FULL_NAME);
            assertThat(notes(page)).hasValue("");
            page.navigate(base + "portals/acme/responses");
            page.getByText("Sign out").click();
            page.navigate(base + link(ReportLink.ALL));
            assertThat(notes(page)).hasValue("Sam's half thought");
        }
    }

    @Test
    @DisplayName("D6: Next clears the draft of what it saved, and leaves the neighbour's alone")
    void draftsOfNeighbours() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + list() + "&at=" + second.id());
            notes(page).fill("The neighbour's draft");
            assertThat(page.getByText("Draft kept on this device.")).isVisible();
            page.navigate(base + list());
            notes(page).fill("Saved with Next");
            button(page, "Next").click();
            assertThat(page.getByText("2 of 2")).isVisible();
            assertThat(notes(page)).hasValue("The neighbour's draft");
            page.navigate(base + list());
            assertThat(page.getByText("1 of 2")).isVisible();
            assertThat(notes(page)).hasValue("");
            assertThat(page.getByText("Saved with Next")).isVisible();
        }
    }

    @Test
    @DisplayName("F9: the page of a response that has left, wide and on a phone, in light and dark, scrolls only down")
    void looks() {
        try (Chromium chromium = new Chromium()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {1280, 390}) {
                    Neighbours.update(second);
                    Page page = signedIn(chromium.page(width, 900, scheme), base);
                    page.navigate(base + list() + "&at=" + second.id());
                    notes(page).fill(TYPED.repeat(4));
                    Neighbours.update(second.group("ELSEWHERE"));
                    button(page, "Save").click();
                    assertThat(page.locator("h1")).hasText(D4);
                    assertThat((List<?>) page.evaluate(Axe.SIDEWAYS)).isEmpty();
                    Chromium.picture(page, "left", width, scheme);
                }
            }
        }
    }

    private List<NoteView> written() {
        return java.util.stream.Stream.of(first, second)
                .flatMap(s -> Neighbours.notesOf(s.id()).stream())
                .toList();
    }

    private String list() {
        return "service-recovery-notes?cpc=acme&rgid=" + group + "&date=2026-11-20";
    }

    private String link(String response) {
        return "service-recovery-notes?cpc=acme&t="
                + tokens.sign(new ReportLink(
                        "d-" + unique, "c-2", response, Instant.now().plusSeconds(600)));
    }

    private RequestSpecification session() {
        return session(true);
    }

    private RequestSpecification session(boolean fromOurPages) {
        String own = base.replaceAll("/$", "");
        String cookie = given().redirects()
                .follow(false)
                .header("Origin", own)
                .formParam("j_username", Keys.USER)
                .formParam("j_password", Keys.PASSWORD)
                .post("/sign-in")
                .cookie("amends-session-8080");
        RequestSpecification session = given().redirects().follow(false).cookie("amends-session-8080", cookie);
        return fromOurPages ? session.header("Origin", own) : session;
    }

    private static ValidatableResponse post(RequestSpecification by, String address, String response) {
        return post(by, address, response, TYPED);
    }

    private static ValidatableResponse post(RequestSpecification by, String address, String response, String text) {
        return by.formParam("response", response)
                .formParam("author", "Robin")
                .formParam("text", text)
                .formParam("go", "save")
                .post("/" + address)
                .then();
    }

    private ValidatableResponse close(String address, String response, String caseId) {
        return session()
                .formParam("response", response)
                .formParam("case", caseId)
                .formParam("outcome", "RESOLVED")
                .formParam("rootCause", "Old <router>")
                .post("/" + address)
                .then();
    }

    private static Locator notes(Page page) {
        return page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }
}
