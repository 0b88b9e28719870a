package io.amends.dashboard.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages behind a proxy that ends TLS, and hands on whatever Host it was sent. */
@QuarkusTest
@TestProfile(BehindProxyTest.Proxied.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class BehindProxyTest {
    private static final String SESSION = "amends-session-8080";
    private static final String BROWSER = "amends-browser-8080";
    private static final String BACK = "amends-back-8080";
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Browsers come by https, and a caller asks little. */
    public static class Proxied extends Keys {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> all = new HashMap<>(super.getConfigOverrides());
            all.put("amends.base-url", "https://amends.example");
            all.put("amends.limits.calls", "5");
            return all;
        }
    }

    @Test
    @DisplayName(
            "H6, H1: where the base URL is https, cookies are for https alone, and browsers are told to stay there")
    void secure() {
        ValidatableResponse asked =
                forwarded().get("/portals/acme/responses").then().statusCode(303);
        ValidatableResponse in = signIn(asked.extract().cookie(BACK));
        ValidatableResponse out = forwarded()
                .cookie(SESSION, in.extract().cookie(SESSION))
                .post("/logout")
                .then()
                .statusCode(303);

        assertThat(asked.extract().detailedCookie(BACK).isSecured()).isTrue();
        assertThat(in.extract().detailedCookie(SESSION).isSecured()).isTrue();
        assertThat(in.extract().detailedCookie(BACK).isSecured()).isTrue();
        assertThat(out.extract().headers().getValues("Set-Cookie"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("amends-typed-name-8080=").containsIgnoringCase("; Secure"));
        in.header("Strict-Transport-Security", startsWith("max-age="));
        forwarded().get("/login").then().statusCode(200).header("Strict-Transport-Security", startsWith("max-age="));
    }

    @Test
    @DisplayName("H6: a redirect to a page of ours names no host, whatever Host and scheme the request came with")
    void redirects() {
        forwarded().get("/portals/acme/responses").then().statusCode(303).header("Location", "/login");
        ValidatableResponse in = signIn("%2Fportals%2Facme%2Fresponses%3Fsrn%3Dy");
        in.header("Location", "/portals/acme/responses?srn=y");
        forwarded()
                .cookie(SESSION, in.extract().cookie(SESSION))
                .post("/logout")
                .then()
                .statusCode(303)
                .header("Location", "/login?out=1");
    }

    @Test
    @DisplayName("H2: a key that asks for pages is refused as often as its limit allows, and then told to wait")
    void keysOnPages() {
        Api.put("/v1/portals/proxied", "{\"name\": \"Proxied\"}");
        String secret = given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"CRM\", \"scopes\": [\"surveys:write\"]}")
                .post("/v1/portals/proxied/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        await().atMost(SOON).until(() -> page(secret).extract().statusCode() == 403);

        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> page(secret).extract().statusCode() == 429);
    }

    @Test
    @DisplayName("H1, H2: whoever guesses at a name keeps its person out of no browser where they signed in before;"
            + " such a browser has a limit of its own, whatever address it comes from")
    void knownBrowser() {
        Cookie known = signIn(Keys.USER, Keys.PASSWORD, "", "192.0.2.1")
                .statusCode(302)
                .extract()
                .detailedCookie(BROWSER);
        for (int i = 0; i < 30; i++) {
            signIn(Keys.USER, "wrong", "", "203.0.113." + i).statusCode(401);
        }
        signIn(Keys.USER, Keys.PASSWORD, "", "192.0.2.1").statusCode(429);
        signIn(Keys.USER, Keys.PASSWORD, "invented", "192.0.2.1").statusCode(429);
        signIn(Keys.USER, Keys.PASSWORD, known.getValue(), "192.0.2.1").statusCode(302);

        for (int i = 0; i < 10; i++) {
            signIn(Keys.USER, "wrong", known.getValue(), "192.0.2." + (10 + i)).statusCode(401);
        }
        signIn(Keys.USER, Keys.PASSWORD, known.getValue(), "192.0.2.30").statusCode(429);
        signIn(Keys.OTHER, Keys.PASSWORD, known.getValue(), "192.0.2.30").statusCode(302);

        assertThat(known.isSecured()).isTrue();
        assertThat(known.isHttpOnly()).isTrue();
        assertThat(known.getPath()).isEqualTo("/sign-in");
    }

    private static ValidatableResponse signIn(String name, String password, String browser, String address) {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-For", address)
                .header("Sec-Fetch-Site", "same-origin")
                .cookie(BROWSER, browser)
                .formParam("j_username", name)
                .formParam("j_password", password)
                .post("/sign-in")
                .then();
    }

    private static ValidatableResponse page(String secret) {
        return given().auth().oauth2(secret).get("/portals/proxied/people").then();
    }

    private static ValidatableResponse signIn(String back) {
        return forwarded()
                .cookie(BACK, back)
                .formParam("j_username", Keys.OTHER)
                .formParam("j_password", Keys.PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(302);
    }

    private static RequestSpecification forwarded() {
        return given().redirects()
                .follow(false)
                .header("Host", "evil.example")
                .header("X-Forwarded-For", "198.51.100.200")
                .header("X-Forwarded-Proto", "https")
                .header("Sec-Fetch-Site", "same-origin");
    }
}
