package io.amends.dashboard.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class SignInTest {
    private static final String COOKIE = "amends-session-8080";
    private static final String BACK = "amends-back-8080";
    private static int addresses;

    @TestHTTPResource("/")
    String base;

    private final String address = "198.51.100." + ++addresses;

    @Test
    @DisplayName("H1: the right password begins a session, in a cookie that is named by port and kept from scripts")
    void right() {
        post(Keys.USER, Keys.PASSWORD)
                .then()
                .statusCode(302)
                .header("Location", endsWith("/"))
                .header("Set-Cookie", containsStringIgnoringCase("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Lax"))
                .header("Set-Cookie", not(containsString("Secure")))
                .header("Strict-Transport-Security", nullValue());
        given().cookie(COOKIE, signedIn(Keys.USER)).get("/v1/portals").then().statusCode(200);
        given().cookie("amends-session", signedIn(Keys.USER))
                .get("/v1/portals")
                .then()
                .statusCode(401);
    }

    @Test
    @DisplayName("H1: a wrong password says so and keeps the name, as text")
    void wrong() {
        post("robin\"><b>", "wrong")
                .then()
                .statusCode(401)
                .contentType("text/html")
                .body(containsString("do not match"))
                .body(containsString("value=\"robin&quot;&gt;&lt;b&gt;\""))
                .header("Set-Cookie", nullValue());
        post(Keys.USER, "wrong").then().statusCode(401).body(containsString("value=\"robin\""));
    }

    @Test
    @DisplayName("H1: who signs out is signed out everywhere; nobody else is")
    void signOut() {
        String one = signedIn(Keys.OTHER);
        String two = signedIn(Keys.OTHER);
        String robins = signedIn(Keys.USER);
        given().redirects()
                .follow(false)
                .header("Origin", origin())
                .cookie(COOKIE, one)
                .post("/logout")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/login?out=1"))
                .header("Set-Cookie", containsString("Max-Age=0"));

        for (String old : List.of(one, two)) {
            given().cookie(COOKIE, old).get("/v1/portals").then().statusCode(401);
            given().redirects()
                    .follow(false)
                    .cookie(COOKIE, old)
                    .get("/portals/acme/responses")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/login"));
        }
        given().cookie(COOKIE, robins).get("/v1/portals").then().statusCode(200);
        given().cookie(COOKIE, signedIn(Keys.OTHER)).get("/v1/portals").then().statusCode(200);
        given().redirects()
                .follow(false)
                .header("Origin", origin())
                .post("/logout")
                .then()
                .statusCode(303);
    }

    @Test
    @DisplayName(
            "H1, H2: thirty wrong passwords for a name, from anywhere: 429 for a minute, for the right one as well")
    void limitedByName() {
        for (int i = 0; i < 30; i++) {
            post("kim", "wrong " + i, "203.0.113." + i).then().statusCode(401);
        }
        post("kim", "wrong", address)
                .then()
                .statusCode(429)
                .contentType("text/html")
                .header("Retry-After", Integer::parseInt, greaterThan(0))
                .body(containsString("too many tries"))
                .body(containsString("value=\"kim\""));
        post("noa", "wrong", address).then().statusCode(401);
    }

    @Test
    @DisplayName(
            "H1, H2: ten wrong passwords from an address: 429, whatever name it tries and whatever it claims to be")
    void limitedByAddress() {
        for (int i = 0; i < 10; i++) {
            post("somebody-" + i, "wrong").then().statusCode(401);
        }
        post(Keys.USER, Keys.PASSWORD).then().statusCode(429);
        post(Keys.USER, Keys.PASSWORD, "192.0.2.1, " + address).then().statusCode(429);
        post(Keys.USER, Keys.PASSWORD, "192.0.2.2").then().statusCode(302);
    }

    @Test
    @DisplayName("H1: who signs in with the right password is not limited")
    void rightIsNotCounted() {
        for (int i = 0; i < 15; i++) {
            post(Keys.USER, Keys.PASSWORD).then().statusCode(302);
        }
    }

    @ParameterizedTest(name = "H1: a password of {0} times ä is wrong and no fault")
    @ValueSource(ints = {35, 36, 37, 1_000, 20_000})
    void longPassword(int length) {
        post(Keys.USER, "ä".repeat(length)).then().statusCode(401).body(containsString("do not match"));
    }

    @Test
    @DisplayName(
            "H1: what is no form is refused on a page; a form without its fields is a wrong one, and NUL is no text")
    void noForm() {
        for (String type : List.of("application/json", "text/plain", "application/xml")) {
            from(address)
                    .contentType(type)
                    .body("{\"j_username\": \"robin\"}")
                    .post("/sign-in")
                    .then()
                    .statusCode(415)
                    .contentType("text/html");
        }
        from(address).formParam("other", "x").post("/sign-in").then().statusCode(401);
        from(address)
                .formParam("j_username", "a\0b")
                .formParam("j_password", "\0")
                .post("/sign-in")
                .then()
                .statusCode(400)
                .contentType("text/html");
    }

    @Test
    @DisplayName("H1: signing in goes back to the page that was asked for, and to no other place")
    void back() {
        String asked = given().redirects()
                .follow(false)
                .get("/portals/acme/responses?srn=y")
                .then()
                .statusCode(303)
                .extract()
                .cookie(BACK);
        to(BACK, asked, "/portals/acme/responses?srn=y");
        to(BACK, "https%3A%2F%2Fevil.example%2Fx", "/");
        to(BACK, "%2F%2Fevil.example", "/");
        to(BACK, "https://evil.example/x", "/");
        to(BACK, "%zz", "/");
        to("quarkus-redirect-location", "https://evil.example/x", "/");
        to("quarkus-redirect-location", "http://localhost:1/portals", "/");
    }

    @Test
    @DisplayName(
            "H1, G3, G2: what is refused is one line in the log with an address, without a name and a password, and counted")
    void logged() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(String.format(line.getMessage(), line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(SignIns.class.getName());
        logger.addHandler(handler);
        try {
            for (int i = 0; i < 11; i++) {
                post("eve\r\nINFO all is well\u202e", "hunter2-secret");
            }
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(lines).hasSize(11).allSatisfy(line -> assertThat(line)
                .contains(address)
                .doesNotContain("eve", "all is well", "hunter2-secret", "\r", "\n", "\u202e"));
        assertThat(lines.get(0)).contains("(wrong)");
        assertThat(lines.get(10)).contains("(limited)");
        given().auth()
                .oauth2(Keys.KEY)
                .get("/q/metrics")
                .then()
                .body(containsString("amends_signins_total{outcome=\"wrong\"}"))
                .body(containsString("amends_signins_total{outcome=\"limited\"}"))
                .body(not(containsString("hunter2")));
    }

    @Test
    @DisplayName("H1: many tries at once wait in a short queue of their own; beyond it they are told to come back")
    void manyAtOnce() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(60);
        try {
            List<Future<Response>> tries = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String number = Integer.toString(i);
                tries.add(many.submit(
                        () -> post("crowd-" + number, "wrong", "192.0.2." + (100 + Integer.parseInt(number)))));
            }
            given().get("/login").then().statusCode(200);
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> one : tries) {
                Response response = one.get();
                statuses.add(response.statusCode());
                if (response.statusCode() == 503) {
                    assertThat(response.header("Retry-After")).isEqualTo("5");
                }
            }
            assertThat(statuses).containsOnly(401, 503);
        } finally {
            many.shutdownNow();
        }
    }

    private void to(String cookie, String value, String page) {
        from(address)
                .cookie(cookie, value)
                .formParam("j_username", Keys.USER)
                .formParam("j_password", Keys.PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(302)
                .header("Location", page);
    }

    private String signedIn(String user) {
        return post(user, Keys.PASSWORD).then().statusCode(302).extract().cookie(COOKIE);
    }

    private Response post(String user, String password) {
        return post(user, password, address);
    }

    private Response post(String user, String password, String from) {
        return from(from)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("j_username", user)
                .formParam("j_password", password)
                .post("/sign-in");
    }

    private RequestSpecification from(String client) {
        return given().redirects().follow(false).header("Origin", origin()).header("X-Forwarded-For", client);
    }

    private String origin() {
        return base.replaceAll("/$", "");
    }
}
