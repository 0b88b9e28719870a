package io.amends.dashboard.language;

import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.link.ReportLink;
import io.amends.local.testing.Brokers;
import io.quarkus.qute.i18n.MessageBundle;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PageLanguageTest {
    private static final String COOKIE = "amends-language-8080";
    private static final String ACCEPT = "Accept-Language";

    @Inject
    LinkTokens tokens;

    @Test
    @DisplayName("C11: whoever signs in reads the page in the first language that their browser asks for")
    void signIn() {
        for (Map.Entry<String, String> greeting : Map.of(
                        "de-AT,en;q=0.5",
                        "de",
                        "fr",
                        "fr",
                        "es-MX",
                        "es",
                        "nl,pt-BR;q=0.7",
                        "pt",
                        "ja",
                        "ja",
                        "nl",
                        "en")
                .entrySet()) {
            given().header(ACCEPT, greeting.getKey())
                    .get("/login")
                    .then()
                    .statusCode(200)
                    .body(containsString("<html lang=\"" + greeting.getValue() + "\">"));
        }
        given().header(ACCEPT, "de").get("/login").then().body(containsString("<h1>Anmelden</h1>"));
        given().header(ACCEPT, "de")
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("j_username", "nobody-" + COOKIE)
                .formParam("j_password", "wrong")
                .post("/sign-in")
                .then()
                .statusCode(401)
                .body(
                        containsString("<html lang=\"de\">"),
                        containsString("Name und Passwort passen nicht zusammen."),
                        containsString("Nicht angemeldet"));
    }

    @Test
    @DisplayName("C11: every bundle is told in the reader's language, to pages and to templates alike")
    void everyBundle() {
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("io.amends.dashboard")
                                .stream()
                                .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                                .map(JavaClass::reflect))
                .isNotEmpty()
                .allMatch(bundle ->
                        Proxy.isProxyClass(CDI.current().select(bundle).get().getClass()));
    }

    @Test
    @DisplayName(
            "C11: the language that somebody chooses stays before their browser's, until they leave it to that again")
    void chosen() {
        String account = signedIn()
                .header(ACCEPT, "de")
                .get("/account")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(account).contains("Ihr Konto", "Deutsch", "Français", "日本語");
        Cookie kept = signedIn()
                .formParam("language", "ja")
                .post("/account/language")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/account"))
                .extract()
                .detailedCookie(COOKIE);
        assertThat(kept.getValue()).isEqualTo("ja");
        assertThat(kept.isHttpOnly()).isTrue();
        signedIn()
                .cookie(COOKIE, "ja")
                .header(ACCEPT, "de")
                .get("/account")
                .then()
                .body(
                        containsString("<html lang=\"ja\">"),
                        containsString("<option value=\"ja\" lang=\"ja\" selected>"));
        given().cookie(COOKIE, "xx")
                .header(ACCEPT, "de")
                .get("/login")
                .then()
                .body(containsString("<html lang=\"de\">"));
        for (String none : new String[] {"", "xx", "de; Path=/"}) {
            assertThat(signedIn()
                            .formParam("language", none)
                            .post("/account/language")
                            .detailedCookie(COOKIE)
                            .getMaxAge())
                    .isZero();
        }
    }

    @Test
    @DisplayName(
            "C11: who asks for none of the languages reads a portal's pages in the portal's, with its dates and numbers")
    void portals() {
        put("/v1/portals/sprache", "{\"name\": \"Sprache\", \"language\": \"de\"}");
        signedIn()
                .header(ACCEPT, "nl")
                .get("/portals/sprache/preferences/calendars")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"de\">"), containsString("Es gibt noch keinen Kalender"));
        signedIn()
                .header(ACCEPT, "en-US")
                .get("/portals/sprache/preferences/calendars")
                .then()
                .body(containsString("<html lang=\"en\">"));
        put(
                "/v1/portals/sprache/calendars/buero",
                "{\"name\": \"B\\u00fcro\", \"country\": \"de\", \"hours\": {\"MON\": [[\"09:00\", \"17:00\"]]}}");
        signedIn()
                .get("/portals/sprache/preferences/calendars/buero")
                .then()
                .body(containsString("Mo., "), containsString("Montag"), containsString("Ortszeit"));
    }

    @Test
    @DisplayName(
            "C11, H1: an error is a page in the language of the browser, and a portal that is not theirs does not say its own")
    void errors() {
        put("/v1/portals/sprache", "{\"name\": \"Sprache\", \"language\": \"de\"}");
        signedIn()
                .header(ACCEPT, "fr")
                .get("/portals/nowhere/responses")
                .then()
                .statusCode(404)
                .body(containsString("<html lang=\"fr\">"));
        given().auth()
                .oauth2(Keys.ACME_ONLY)
                .get("/portals/sprache/responses")
                .then()
                .body(containsString("<html lang=\"en\">"));
    }

    @Test
    @DisplayName("C11: the API and its problems stay English")
    void machines() {
        given().auth()
                .oauth2(Keys.KEY)
                .header(ACCEPT, "de")
                .get("/v1/portals/sprache/audit?from=0")
                .then()
                .statusCode(400)
                .body(not(containsString("Datum")));
    }

    @Test
    @DisplayName(
            "C11, C6: the dialog behind a report's link is in its recipient's language, whatever their browser asks for")
    void links() {
        Sample angry = Sample.of("verweis", "v1").ticket("V-1");
        put("/v1/portals/verweis", "{\"name\": \"Verweis\"}");
        put("/v1/portals/verweis/contacts/c-1", "{\"name\": \"Alex Lead\", \"language\": \"de-CH\"}");
        put("/v1/portals/verweis/groups/NET", "{\"name\": \"Netz\", \"supportLead\": \"c-1\"}");
        Neighbours.know(angry);
        Neighbours.digest("d-verweis", "verweis", "c-1", "Alex Lead", angry);
        String link = "/service-recovery-notes?cpc=verweis&t="
                + tokens.sign(new ReportLink(
                        "d-verweis", "c-1", ReportLink.ALL, Instant.now().plusSeconds(600)));
        given().header(ACCEPT, "fr")
                .get(link)
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"de\">"), containsString("Ihre Notiz"));
        given().cookie(COOKIE, "es")
                .header(ACCEPT, "fr")
                .get(link)
                .then()
                .body(containsString("<html lang=\"es\">"), not(containsString("Aller à vos notes")));
    }
}
