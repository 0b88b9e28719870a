package io.amends.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.picture;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.NoteView;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Held;
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
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The notes dialog as people use it: over a slow network, as a stand-in, on small screens, on paper. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class NotesDialogTest {
    private static Chromium chromium;

    @Inject
    LinkTokens tokens;

    @TestHTTPResource("/")
    String base;

    private final List<String> violations = new ArrayList<>();

    // A group of its own for each test, so that lists hold nothing else.
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String group = "G-" + unique;
    private final Sample first = Sample.of("acme", "a-" + unique).group(group);
    private final Sample second = Sample.of("acme", "b-" + unique).group(group);

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

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

    @AfterEach
    void policy() {
        assertThat(violations).as("what our own policy refuses").isEmpty();
    }

    @Test
    @DisplayName("D6: what is typed while Save is under way stays in its field, and what is saved is no draft any more")
    void typedWhileSaving() {
        Page page = open(list());
        Held network = new Held(page);
        notes(page).fill("Called.");
        button(page, "Save").dblclick();
        network.waits();
        assertThat(page.getByText("Saving…")).isVisible();
        notes(page).focus();
        page.keyboard().press("End");
        page.keyboard().type(" They call back.");
        network.answers();

        assertThat(page.locator("[data-saved]")).hasText("Saved. What you filled in since then is not saved yet.");
        assertThat(page.getByText("Saving…")).hasCount(0);
        assertThat(notes(page)).hasValue("They call back.");
        assertThat(notes(page)).isFocused();
        assertThat(written()).containsExactly("Called.");
        page.keyboard().type(" Today");
        assertThat(page.locator("[data-saved]")).hasCount(0);
        assertThat(page.getByText("Draft kept on this device.")).isVisible();
        page.reload();
        assertThat(notes(page)).hasValue("They call back. Today");
    }

    @Test
    @DisplayName("D6: what is typed while Next is under way is the draft of its own response, not of the next one")
    void typedWhileLeaving() {
        Page page = open(list() + "&at=" + second.id());
        notes(page).fill("The neighbour's draft");
        assertThat(page.getByText("Draft kept on this device.")).isVisible();
        page.navigate(base + list());
        Held network = new Held(page);
        notes(page).fill("Called.");
        button(page, "Next").click();
        network.waits();
        notes(page).focus();
        page.keyboard().press("End");
        page.keyboard().type(" More.");
        network.answers();

        assertThat(page.getByText("2 of 2")).isVisible();
        assertThat(page.locator("h1")).isFocused();
        page.keyboard().type("nothing goes in here");
        assertThat(notes(page)).hasValue("The neighbour's draft");
        assertThat(page.locator("[data-saved]")).containsText("kept as a draft with the response before");
        page.navigate(base + list());
        assertThat(notes(page)).hasValue("More.");
        assertThat(written()).containsExactly("Called.");
    }

    @Test
    @DisplayName("D6: Next clicked while Save is under way comes after it, with what was typed meanwhile")
    void nextWhileSaving() {
        Page page = open(list());
        page.getByText("Close the case").first().click();
        page.getByLabel("Root cause").fill("Old router");
        Held network = new Held(page);
        notes(page).fill("Called.");
        button(page, "Save").click();
        network.waits();
        notes(page).fill("Wrote as well.");
        button(page, "Next").click();
        network.answers();
        network.waits();
        assertThat(page.getByLabel("Root cause")).hasValue("Old router");
        network.answers();
        assertThat(page.getByText("2 of 2")).isVisible();
        assertThat(notes(page)).hasValue("");
        assertThat(written()).containsExactly("Called.", "Wrote as well.");
    }

    @Test
    @DisplayName("D6: a note is saved, being saved, or not saved, never two of them; Try again saves it")
    void oneStateAtATime() {
        Page page = open(list());
        // As somebody does who drags its corner: the page's policy has nothing against it, but against its being
        // written.
        page.evaluate("document.querySelector('#text').style.height = '200px'");
        notes(page).fill("Called.");
        button(page, "Save").click();
        assertThat(page.locator("[data-state]")).hasText("Saved.");
        Held network = new Held(page);
        notes(page).fill("Called again.");
        button(page, "Save").click();
        network.waits();
        assertThat(page.locator("[data-state]")).hasText("Saving…");
        network.fails();
        assertThat(page.locator("[data-state]")).containsText("not saved, but kept as a draft on this device");
        assertThat(page.getByText("Draft kept")).hasCount(0);
        assertThat(notes(page)).hasValue("Called again.");
        button(page, "Try again").click();
        network.waits();
        assertThat(page.locator("[data-state]")).hasText("Saving…");
        network.answers();
        assertThat(page.locator("[data-state]")).hasText("Saved.");
        assertThat(notes(page)).hasValue("");
        assertThat(written()).containsExactly("Called.", "Called again.");
    }

    @Test
    @DisplayName("D1: who ticks that they spoke is not ignored: what was said is asked for, and a later tick stays")
    void ticked() {
        Page page = open(list());
        Locator spoke = page.getByLabel("Spoke to customer?");
        spoke.check();
        button(page, "Next").click();
        assertThat(page.locator(".error")).hasText("Please write what was said, too. Nothing is saved without it.");
        assertThat(spoke).isChecked();
        assertThat(page.getByText("1 of 2")).isVisible();
        spoke.uncheck();
        Held network = new Held(page);
        notes(page).fill("Called.");
        button(page, "Next").click();
        network.waits();
        network.fails();
        button(page, "Try again").click();
        network.waits();
        network.answers();
        assertThat(page.getByText("2 of 2")).isVisible();
        notes(page).fill("Wrote.");
        button(page, "Save").click();
        network.waits();
        spoke.check();
        network.answers();
        assertThat(page.locator("[data-saved]")).hasText("Saved. What you filled in since then is not saved yet.");
        assertThat(spoke).isChecked();
        assertThat(written()).containsExactly("Called.", "Wrote.");
    }

    @Test
    @DisplayName("D6: a note that is too long is told before it is sent, and is a draft meanwhile")
    void tooLong() {
        Page page = open(list());
        notes(page).fill("x".repeat(20_001));
        button(page, "Save").click();
        assertThat(notes(page).evaluate("t => t.validationMessage")).isEqualTo("A note has at most 20000 characters.");
        assertThat(page.getByText("Draft kept on this device.")).isVisible();
        assertThat(written()).isEmpty();
        notes(page).fill("x".repeat(20_000));
        button(page, "Save").click();
        assertThat(page.locator("[data-saved]")).isVisible();
    }

    @ParameterizedTest(
            name = "D2: scripts {0}, the name that a stand-in types stays for their sitting, and is not inherited")
    @ValueSource(booleans = {true, false})
    void standIn(boolean scripts) {
        Page page = signedIn(scripts ? watched(chromium.page()) : chromium.withoutScripts(), base);
        page.navigate(base + list());
        Locator name = page.getByLabel("Your name");
        assertThat(name).hasValue(Keys.FULL_NAME);
        name.fill("Sam Stand-in");
        notes(page).fill("Called.");
        button(page, "Save").click();
        assertThat(page.locator("[data-saved]")).isVisible();
        assertThat(name).hasValue("Sam Stand-in");
        button(page, "Next").click();
        assertThat(page.getByText("2 of 2")).isVisible();
        assertThat(name).hasValue("Sam Stand-in");
        page.getByText("Close the case").first().click();
        page.getByLabel("Outcome").selectOption("RESOLVED");
        button(page, "Close the case").click();
        assertThat(page.locator("#case .tag.done")).isVisible();
        assertThat(name).hasValue("Sam Stand-in");
        page.navigate(base + link());
        assertThat(name).hasValue("Sam Stand-in");
        assertThat(page.url()).doesNotContain("Stand");

        signOut(page);
        page.navigate(base + link());
        assertThat(name).hasValue("Sam Recipient");
        signedIn(page, base);
        page.navigate(base + list());
        assertThat(name).hasValue(Keys.FULL_NAME);
    }

    @Test
    @DisplayName("D2: whoever signs in after a stand-in, in the same browser, signs with their own name")
    void notInherited() {
        Page page = open(list());
        page.getByLabel("Your name").fill("Sam Stand-in");
        button(page, "Next").click();
        assertThat(page.getByText("2 of 2")).isVisible();
        page.navigate(base + "login");
        page.getByLabel("Name").fill(Keys.OTHER);
        page.getByLabel("Password").fill(Keys.PASSWORD);
        button(page, "Sign in").click();
        page.waitForURL("**/responses**");
        page.navigate(base + list());
        assertThat(page.getByLabel("Your name")).hasValue("Sam Example");
    }

    @Test
    @DisplayName("D1: who prefers what, how to reach them, and whose time it is can be read without hovering")
    void contact() {
        Sample old = Sample.of("acme", "old-" + unique).group(group).prefers("email");
        Neighbours.history(old);
        Page page = open("service-recovery-notes?cpc=acme&rgid=" + group + "&tid=" + old.ticket());
        assertThat(page.locator("h1")).hasText("Kim Example has no open case.");
        assertThat(page.getByText("+495550100")).hasAttribute("href", "tel:+495550100");
        assertThat(page.getByText("kim@example.com")).hasAttribute("href", "mailto:kim@example.com");
        assertThat(page.getByText("Prefers email")).isVisible();
        assertThat(page.getByText("Times are in Berlin time.")).isVisible();
        assertThat(page.locator(".tag.urgent")).hasCount(0);

        page.navigate(base + list());
        assertThat(page.locator("h1")).hasText("Kim Example is waiting to hear from you.");
        assertThat(page.locator(".tag.urgent")).hasText("Asked to be contacted");
        Neighbours.update(first.choice(ContactChoice.NO));
        page.navigate(base + "service-recovery-notes?cpc=acme&rgid=" + group + "&tid=" + first.ticket());
        assertThat(page.locator("h1")).hasText("Kim Example asked not to be contacted.");
        assertThat(page.getByText("+495550100")).hasCount(0);
    }

    @Test
    @DisplayName(
            "F9: the longest of everything fits on 320 px, enlarged four times, and every comment opens by keyboard")
    void small() {
        Sample odd = Sample.of("acme", "odd-" + unique)
                .group(group)
                .customer("Wolfeschlegelsteinhausenbergerdorff".repeat(4))
                .comment("An-endless-word-" + "x".repeat(300) + " It went on like this. ".repeat(150))
                .said(
                        "en",
                        "Donaudampfschifffahrtsgesellschaft".repeat(4),
                        IntStream.range(0, 50)
                                .mapToObj(i -> "Factor number " + i + "-".repeat(i))
                                .toList());
        Neighbours.know(odd);
        Neighbours.noted(odd, odd.note("Somebody".repeat(20), true, "y".repeat(400)));
        Page page = signedIn(watched(chromium.page(320, 256, ColorScheme.LIGHT)), base);
        page.navigate(base + "service-recovery-notes?cpc=acme&rgid=" + group + "&tid=" + odd.ticket());
        assertThat((List<?>) page.evaluate(Axe.SIDEWAYS)).isEmpty();
        assertThat(
                        page.evaluate(
                                """
                        [...document.querySelectorAll("#dialog *")].filter((e) => {
                          const style = getComputedStyle(e);
                          return ["sticky", "fixed"].includes(style.position) || e.tagName !== "TEXTAREA"
                              && /auto|scroll/.test(style.overflow) && e.scrollHeight > e.clientHeight;
                        }).map((e) => e.outerHTML.slice(0, 99))
                        """))
                .isEqualTo(List.of());
        page.locator("summary", new Page.LocatorOptions().setHasText("Show the whole comment"))
                .focus();
        int folded = height(page);
        page.keyboard().press("Enter");
        assertThat(page.getByText("Show less")).isVisible();
        assertThat(height(page)).isGreaterThan(2 * folded);
        picture(page, "dialog-small");
    }

    @Test
    @DisplayName(
            "F9: on paper there is the customer, their words, the case and the log with names and times, no controls")
    void paper() {
        Neighbours.noted(first, first.note("Alex Lead", false, "Nobody picked up."));
        Page page = open(list());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("blockquote")).isVisible();
        assertThat(page.getByText("Nobody picked up.")).isVisible();
        assertThat(page.getByText("Alex Lead")).isVisible();
        assertThat((String) page.evaluate("getComputedStyle(document.querySelector('.log time'), '::after').content"))
                .contains("Europe/Berlin");
        assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(page.getByRole(AriaRole.TEXTBOX)).hasCount(0);
        assertThat(page.getByText("Back to the responses")).isHidden();
        picture(page, "dialog-print");
    }

    private static int height(Page page) {
        return (int) page.evaluate("document.querySelector('blockquote').offsetHeight");
    }

    private Page open(String address) {
        Page page = signedIn(watched(chromium.page()), base);
        page.navigate(base + address);
        return page;
    }

    private Page watched(Page page) {
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(message.text());
            }
        });
        return page;
    }

    private void signOut(Page page) {
        page.navigate(base + "portals/acme/responses");
        page.getByText("Sign out").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("signed out");
    }

    private List<String> written() {
        return Stream.of(first, second)
                .flatMap(s -> Neighbours.notesOf(s.id()).stream())
                .map(NoteView::text)
                .toList();
    }

    private String list() {
        return "service-recovery-notes?cpc=acme&rgid=" + group + "&date=2026-11-20";
    }

    private String link() {
        return "service-recovery-notes?cpc=acme&t="
                + tokens.sign(new ReportLink(
                        "d-" + unique, "c-2", ReportLink.ALL, Instant.now().plusSeconds(600)));
    }

    private static Locator notes(Page page) {
        return page.getByLabel("Notes", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }
}
