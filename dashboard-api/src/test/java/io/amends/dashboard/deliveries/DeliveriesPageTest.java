package io.amends.dashboard.deliveries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.People.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.api.NewResend;
import io.amends.contracts.api.ResendRefusal;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.DeliveryAnswers;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.People;
import io.amends.dashboard.testing.Sample;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F7, C9: deliveries for people, with and without scripts. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class DeliveriesPageTest {
    private static final String NOT_RUN = "Blocked script execution";
    private static final String NOT_LOADED = "Loading the image 'http://127.0.0.1:1/pixel.gif' violates";
    private static final String LETTER = "<!DOCTYPE html><html lang=\"en\"><head><title>Mail</title></head><body>"
            + "<h1 style=\"color: rgb(1, 2, 3)\">3 customers to contact</h1>"
            + "<script>document.body.innerHTML = 'ran'</script><img src=\"http://127.0.0.1:1/pixel.gif\" alt=\"\">"
            + "</body></html>";

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String portal = "dl-" + id;
    private final String url = "portals/" + portal + "/deliveries";

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void portal() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"Deliveries\", \"timeZone\": \"Europe/Berlin\"}");
        Api.put("/v1/portals/" + portal + "/contacts/c-lea", "{\"name\": \"Lea Lead\"}");
    }

    @Test
    @DisplayName("F7: by the navigation one sees what went to whom and how far it is, in words, and narrows it")
    void list() {
        DeliveryAnswers.mail(portal, "c-lea", DeliveryState.SENT, LETTER);
        DeliveryAnswers.text(portal, "c-lea", DeliveryState.HELD, DeliveryWhy.WEEKEND);
        DeliveryAnswers.text(portal, "c-gone", DeliveryState.SKIPPED, DeliveryWhy.NUMBER_IMPOSSIBLE);
        DeliveryAnswers.text(portal, "c-lea", DeliveryState.FAILED, null);
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            page.navigate(base + "portals/" + portal + "/responses?srn=y");
            page.getByRole(AriaRole.LINK, named("Deliveries")).click();
            assertThat(page.locator("h1")).hasText("4 messages.");
            assertThat(page.locator("tbody tr")).hasCount(4);
            assertThat(row(page, "Held")).containsText("Until 23 Nov, 10:00: Weekend Alerts are off.");
            assertThat(row(page, "Held")).containsText("Lea Lead");
            assertThat(row(page, "Not sent")).containsText("There can be no such number.");
            assertThat(row(page, "Not sent")).containsText("c-gone");
            assertThat(row(page, "Failed")).containsText("HTTP 400, error 21610");
            axe.read("deliveries");
            Chromium.picture(page, "deliveries");
            page.getByRole(AriaRole.LINK, named("Held")).click();
            assertThat(page.locator("h1")).hasText("1 message.");
            page.navigate(base + url);
            page.getByLabel("To").selectOption("c-lea");
            page.getByLabel("By").selectOption("SMS");
            page.getByRole(AriaRole.BUTTON, named("Show")).click();
            assertThat(page.locator(".removable")).containsText(new String[] {"By text message", "To Lea Lead"});
            assertThat(DeliveryAnswers.asked()).anyMatch(query -> query.contains("channel=SMS&contact=c-lea"));
            page.locator(".removable").first().click();
            assertThat(page.locator(".removable")).containsText(new String[] {"To Lea Lead"});
            page.setViewportSize(360, 740);
            page.navigate(base + url);
            axe.read("deliveries on a phone");
            Chromium.picture(page, "deliveries-360");
            assertThat(axe.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("F7: from a case one sees who was told of it, by the dialog of notes")
    void ofCase() {
        Api.put("/v1/portals/" + portal + "/groups/NET", "{\"name\": \"Network EMEA\"}");
        Neighbours.know(Sample.of(portal, "r-" + id).ticket("T-" + id));
        DeliveryAnswers.mail(portal, "c-lea", DeliveryState.SENT, LETTER);
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + "service-recovery-notes?cpc=" + portal + "&rgid=NET&tid=T-" + id);
            page.getByRole(AriaRole.LINK, named("Who was told")).click();
            assertThat(page.locator(".removable")).containsText(new String[] {"One case: who was told of it"});
            assertThat(page.locator("tbody tr")).containsText(new String[] {"Lea Lead"});
            assertThat(DeliveryAnswers.asked()).anyMatch(query -> query.contains("case="));
        }
    }

    @Test
    @DisplayName("F7, C8: a post is seen with the name of its channel and what was posted")
    void post() {
        Api.put("/v1/portals/" + portal + "/channels/room", "{\"name\": \"Duty room\", \"kind\": \"TEAMS\"}");
        String post = DeliveryAnswers.post(portal, "room", DeliveryState.SENT);
        DeliveryAnswers.post(portal, "gone", DeliveryState.FAILED);
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            page.navigate(base + url);
            assertThat(row(page, "Sent")).containsText("Duty room");
            assertThat(row(page, "Failed")).containsText("gone");
            page.navigate(base + url + "/" + post);
            assertThat(page.locator(".facts")).containsText("Duty room");
            assertThat(page.locator(".facts a")).hasCount(0);
            assertThat(page.locator("pre.said")).containsText("message");
        }
    }

    @Test
    @DisplayName(
            "F7, H6: a mail is seen as it was sent, with its PDF and its attempts; nothing in it runs or is loaded")
    void asSent() {
        String mail = DeliveryAnswers.mail(portal, "c-lea", DeliveryState.SENT, LETTER);
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            page.navigate(base + url + "/" + mail);
            page.locator("iframe").scrollIntoViewIfNeeded();
            Locator heading = page.frameLocator("iframe").locator("h1");
            assertThat(heading).hasText("3 customers to contact");
            assertThat(heading).hasCSS("color", "rgb(1, 2, 3)");
            assertThat(page.locator("tbody tr")).hasCount(2);
            assertThat(page.locator("tbody tr").first()).containsText("451 4.3.0 Try again later");
            assertThat(page.locator("tbody tr").last()).containsText("250 2.0.0 Ok: queued as 4F1C2");
            assertThat(page.getByText("once, by hand")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, named("service-recovery-acme-2026-11-20.pdf")))
                    .isVisible();
            Chromium.picture(page, "delivery");
            page.setViewportSize(360, 740);
            axe.read("a delivery on a phone");
            Chromium.picture(page, "delivery-360");
            // The browser says what it has kept the mail from, and nothing else.
            assertThat(axe.faults())
                    .anyMatch(fault -> fault.contains(NOT_RUN))
                    .anyMatch(fault -> fault.contains(NOT_LOADED))
                    .allMatch(fault -> fault.contains(NOT_RUN) || fault.contains(NOT_LOADED));
        }
        Api.signedIn()
                .get("/" + url + "/" + mail + "/message")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("sandbox; default-src 'none'"))
                .header("X-Frame-Options", "SAMEORIGIN");
        Api.signedIn()
                .get("/" + url + "/" + mail + "/pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf");
        Api.put("/v1/portals/other-" + id, "{\"name\": \"Other\"}");
        for (String path : List.of("", "/message", "/pdf")) {
            Api.signedIn()
                    .get("/portals/other-" + id + "/deliveries/" + mail + path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    @DisplayName(
            "C9: sent again for a reason, which is asked for, as often as it was when the page was shown; a refusal in words")
    void again() {
        String mail = DeliveryAnswers.mail(portal, "c-lea", DeliveryState.SENT, LETTER);
        String text = DeliveryAnswers.text(portal, "c-lea", DeliveryState.FAILED, null);
        String left = DeliveryAnswers.mail(portal, "c-gone", DeliveryState.FAILED, LETTER);
        DeliveryAnswers.refuse(text, ResendRefusal.STOPPED);
        DeliveryAnswers.refuse(left, ResendRefusal.CONTACT_LEFT);
        String reason = "Deleted by mistake " + id;
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(base + url + "/" + mail);
            page.locator("summary", new Page.LocatorOptions().setHasText("Send again"))
                    .click();
            page.getByRole(AriaRole.BUTTON, named("Send it again now")).click();
            assertThat(page.getByText("Say in a few words why.")).isVisible();
            page.getByLabel("Why").fill(reason);
            Chromium.picture(page, "delivery-again");
            page.getByRole(AriaRole.BUTTON, named("Send it again now")).click();
            assertThat(page.getByText("It is sent again.")).isVisible();
            assertThat(DeliveryAnswers.resent()).contains(new NewResend(reason, 1, false));

            page.navigate(base + url + "/" + text);
            page.locator("summary", new Page.LocatorOptions().setHasText("Send again"))
                    .click();
            page.getByLabel("Why").fill(reason);
            page.getByRole(AriaRole.BUTTON, named("Send it again now")).click();
            assertThat(page.getByText("This number has answered STOP.")).isVisible();
            assertThat(page.getByLabel("Why")).hasValue(reason);
            page.getByLabel("They have said that they want text messages again.")
                    .check();
            page.getByRole(AriaRole.BUTTON, named("Send it again now")).click();
            assertThat(page.getByText("It is sent again.")).isVisible();
            assertThat(DeliveryAnswers.resent()).contains(new NewResend(reason, 0, true));

            page.navigate(base + url + "/" + left);
            page.locator("summary", new Page.LocatorOptions().setHasText("Send again"))
                    .click();
            page.getByLabel("Why").fill(reason);
            page.getByRole(AriaRole.BUTTON, named("Send it again now")).click();
            assertThat(page.getByText("Its recipient is no contact of this portal any more."))
                    .isVisible();
        }
    }

    @Test
    @DisplayName("F7, H1: an auditor reads and sends nothing, ops send again and read nothing")
    void byRole() {
        String mail = DeliveryAnswers.mail(portal, "c-lea", DeliveryState.SENT, LETTER);
        Cookie auditor = People.signedIn(portal, "da-" + id, List.of("auditor"), null, null);
        by(auditor).get("/" + url + "/" + mail).then().statusCode(200).body(not(containsString("/resend")));
        by(auditor)
                .formParam("reason", "Why not.")
                .post("/" + url + "/" + mail + "/resend")
                .then()
                .statusCode(403);
        Cookie ops = People.signedIn(portal, "do-" + id, List.of("ops"), null, null);
        by(ops).get("/" + url + "/" + mail).then().statusCode(200).body(containsString("/resend"));
        by(ops).get("/" + url + "/" + mail + "/message").then().statusCode(403);
    }

    private static Locator row(Page page, String state) {
        return page.locator(
                "tbody tr", new Page.LocatorOptions().setHas(page.locator(".tag:text-is('" + state + "')")));
    }
}
