package io.amends.dashboard.language;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.total;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.DeliveryAnswers;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** C11, F9: pages in the language with the longest words, and in the one without blanks, wide and on a phone. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class LanguageLooksTest {
    private static final String PORTAL = "worte";
    private static final List<String> TESTED = List.of("de", "ja");

    @TestHTTPResource("/")
    String base;

    @Inject
    EventProducer producer;

    private String mail = "";

    @BeforeEach
    void portal() {
        String api = "/v1/portals/" + PORTAL;
        put(api, "{\"name\": \"Acme Telecommunications\"}");
        put(api + "/contacts/ada", "{\"name\": \"Ada Brandt\", \"email\": \"ada@example.com\"}");
        put(api + "/groups/NET", "{\"name\": \"Network EMEA\", \"supportLead\": \"ada\"}");
        Sample angry = Sample.of(PORTAL, "w1").ticket("W-1");
        Neighbours.know(angry);
        mail = DeliveryAnswers.mail(PORTAL, "ada", DeliveryState.SENT, "<!DOCTYPE html><p>3 Kunden</p>");
        DeliveryAnswers.text(PORTAL, "ada", DeliveryState.HELD, DeliveryWhy.QUIET_TIME);
        DeliveryAnswers.text(PORTAL, "ada", DeliveryState.SKIPPED, DeliveryWhy.NO_SMS);
        DeliveryAnswers.text(PORTAL, "ada", DeliveryState.FAILED, null);
        DeliveryAnswers.text(PORTAL, "ada", DeliveryState.QUEUED, null);
        producer.sendAll(List.of(angry.event(), angry.opened()));
        await().atMost(Duration.ofSeconds(20)).until(() -> total(PORTAL + "/responses?srn=y") == 1);
    }

    @Test
    @DisplayName("C11, F9: German and Japanese pages scroll only down, wide and on a phone")
    void looks() {
        try (Chromium chromium = new Chromium()) {
            for (int width : new int[] {1280, 360}) {
                Page page = signedIn(chromium.page(width, 900, ColorScheme.LIGHT), base);
                for (String language : TESTED) {
                    reading(page, language);
                    for (String path : paths()) {
                        page.navigate(base + path);
                        Chromium.picture(page, language + "/" + path.replace(mail, "one"), width, ColorScheme.LIGHT);
                        assertThat((List<?>) page.evaluate(Axe.SIDEWAYS))
                                .as(language + " " + path + " " + width)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("C11, F9: axe finds nothing on pages in German and Japanese")
    void accessible() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            for (String language : TESTED) {
                reading(page, language);
                axe.visit(base + "portals/" + PORTAL + "/responses?srn=y");
                axe.visit(base + "account");
            }
            assertThat(axe.faults()).isEmpty();
        }
    }

    @Test
    @DisplayName("C11: without scripts somebody chooses the language of the pages, and reads them in it from then on")
    void withoutScripts() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(base + "account");
            page.getByLabel("Language").selectOption("de");
            page.getByRole(AriaRole.BUTTON, named("Change the language")).click();
            assertThat(page.locator("h1")).hasText("Ihr Konto");
            page.navigate(base + "portals/" + PORTAL + "/preferences");
            assertThat(page.locator("h1")).hasText("Einstellungen von Acme Telecommunications");
        }
    }

    private void reading(Page page, String language) {
        page.context().addCookies(List.of(new Cookie("amends-language-8080", language).setUrl(base)));
    }

    private List<String> paths() {
        String here = "portals/" + PORTAL;
        return List.of(
                "account",
                "portals",
                here + "/responses?srn=y",
                "service-recovery-notes?cpc=" + PORTAL + "&rgid=NET&tid=W-1",
                here + "/requests",
                here + "/requests/new",
                here + "/quarantine",
                here + "/deliveries?channel=SMS&contact=ada",
                here + "/deliveries/" + mail,
                here + "/preferences",
                here + "/preferences/portal",
                here + "/preferences/groups/NET",
                here + "/preferences/contacts",
                here + "/people",
                here + "/keys",
                here + "/audit");
    }
}
