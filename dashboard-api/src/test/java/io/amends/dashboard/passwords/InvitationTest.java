package io.amends.dashboard.passwords;

import static io.amends.dashboard.testing.People.by;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Mailbox;
import io.amends.dashboard.testing.People;
import io.amends.kit.id.Sha256;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.Logged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H1: a person is invited by mail, sets a password, signs in and changes it. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(value = Mailbox.class, restrictToAnnotatedClass = true)
class InvitationTest {
    @TestHTTPResource("/")
    String base;

    private static final Pattern LINK = Pattern.compile("http\\S+/invite\\?t=([A-Za-z0-9_-]{43})\\b");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String portal = "inv-" + id;
    private final String login = "kim-" + id;
    private final String email = login + "@example.com";

    Mailbox.Mails mails;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void person() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"Invited\"}");
        put(email);
    }

    @Test
    @DisplayName("H1: the link is good once, sets a password, and with that the person signs in")
    void once() {
        String token = invited();
        given().get("/invite?t=" + token)
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .body(containsString(login));
        given().get("/invite?t=" + token).then().statusCode(200); // a mail scanner was there first
        set(token, "short", "short").then().statusCode(422).body(containsString("at least 12"));
        set(token, "Football2026!", "Football2026!").then().statusCode(422).body(containsString("tried first"));
        set(token, "three odd geese", "three odd gees").then().statusCode(422).body(containsString("differ"));
        set(token, "three odd geese", "three odd geese")
                .then()
                .statusCode(200)
                .body(containsString("Your password is set."));
        set(token, "four odd geese!", "four odd geese!").then().statusCode(410);
        given().get("/invite?t=" + token).then().statusCode(410).body(not(containsString(login)));

        by(signIn("three odd geese")).get("/v1/portals/" + portal).then().statusCode(200);
        invite().statusCode(409).body("detail", containsString("password"));
    }

    @Test
    @DisplayName("H6: the page of an invitation tells its address to nobody, not even to its own files and form")
    void noReferrer() {
        String token = invited();
        Map<String, String> referrers = new ConcurrentHashMap<>();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page();
            page.onRequest(
                    request -> referrers.put(request.url(), request.headers().getOrDefault("referer", "")));
            page.navigate(base + "login");
            assertThat(referrers.values()).as("what a browser says elsewhere").contains(base + "login");
            referrers.clear();
            page.navigate(base + "invite?t=" + token);
        }
        assertThat(referrers.keySet()).anyMatch(url -> url.contains("/assets/"));
        assertThat(referrers.values()).allMatch(String::isEmpty);

        given().cookie(People.COOKIE, "somebody is signed in in this browser")
                .header("Origin", "null") // of a form of a page that tells nobody its address
                .formParam("t", token)
                .formParam("password", "short")
                .formParam("again", "short")
                .post("/invite")
                .then()
                .statusCode(422);
    }

    @Test
    @DisplayName("H1: a link ends with a newer one, with a day, with another address and with its person")
    void ends() {
        String first = invited();
        String second = invited();
        assertThat(given().get("/invite?t=" + first).statusCode()).isEqualTo(410);
        assertThat(given().get("/invite?t=" + second).statusCode()).isEqualTo(200);
        jdbi.useHandle(db -> db.createUpdate("update invitation set expires_at = now() where login = :login")
                .bind("login", login)
                .execute());
        assertThat(set(second, "three odd geese", "three odd geese").statusCode())
                .isEqualTo(410);

        String third = invited();
        put("other-" + email);
        assertThat(given().get("/invite?t=" + third).statusCode()).isEqualTo(410);

        put(email);
        String fourth = invited();
        given().auth().oauth2(Keys.KEY).delete(path()).then().statusCode(204);
        assertThat(given().get("/invite?t=" + fourth).statusCode()).isEqualTo(410);
        for (String odd : List.of("", "?t=", "?t=" + "x".repeat(300), "?t=" + Sha256.hex(fourth))) {
            given().get("/invite" + odd).then().statusCode(410);
        }
    }

    @Test
    @DisplayName("H1: who is unknown, switched off, without an address, configured or often invited gets no mail")
    void refused() {
        post("nobody-" + id).statusCode(404);
        put(null);
        invite().statusCode(409);
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"Kim\", \"email\": \"" + email + "\", \"roles\": [\"lead\"], \"active\": false}")
                .put(path())
                .then()
                .statusCode(200);
        invite().statusCode(409);
        post(Keys.USER).statusCode(404);
        People.put(portal, Keys.USER, List.of("lead"), null, null);
        post(Keys.USER).statusCode(409);
        put(email);
        for (int i = 0; i < 5; i++) {
            invited();
        }
        invite().statusCode(429);
        Cookie auditor = People.signedIn(portal, "aud-" + id, List.of("auditor"), null, null);
        by(auditor).post(path() + "/invite").then().statusCode(403);
        assertThat(mails.to(email)).hasSize(5);
    }

    @Test
    @DisplayName(
            "H1, G3: where the mail server takes nothing, nothing is kept, the log names nobody, and the next try works")
    void mailAway() {
        mails.away();
        try (Logged logged = new Logged()) {
            invite().statusCode(503);
            assertThat(invitations()).isZero();
            assertThat(logged.text()).contains("an invitation is not sent").doesNotContain(login, email, "Kim");
        } finally {
            mails.back();
        }
        invited();
    }

    @Test
    @DisplayName("H1, H4: the link and its hash are in no log, no audit entry and no delivery")
    void secret() {
        String token;
        try (Logged logged = new Logged()) {
            token = invited();
            set(token, "three odd geese", "three odd geese").then().statusCode(200);
            assertThat(logged.text()).doesNotContain(token);
        }
        await().atMost(SOON).untilAsserted(() -> log().body("items.what", hasItems("PASSWORD_SET", "PERSON_INVITED"))
                .body("items.who", hasItem(login))
                .body(not(containsString(token)), not(containsString(Sha256.hex(token))), not(containsString("$2"))));
        String outbox = jdbi.withHandle(db -> String.join(
                "",
                db.createQuery("select row_to_json(o)::text from outbox o")
                        .mapTo(String.class)
                        .list()));
        assertThat(outbox).doesNotContain(token);
    }

    @Test
    @DisplayName("H1: people change their own password, by the current one; every other session ends, this one goes on")
    void changed() {
        set(invited(), "three odd geese", "three odd geese").then().statusCode(200);
        Cookie here = signIn("three odd geese");
        Cookie elsewhere = signIn("three odd geese");
        by(here).get("/account").then().statusCode(200).body(containsString(login));
        change(here, "wrong one here", "five odd geese!")
                .then()
                .statusCode(422)
                .body(containsString("not your current"));
        change(here, "three odd geese", login + "-1").then().statusCode(422).body(containsString("your name"));
        Response changed = change(here, "three odd geese", "five odd geese!");
        changed.then().statusCode(200).body(containsString("is changed"));

        by(here).get("/v1/portals/" + portal).then().statusCode(401);
        by(elsewhere).get("/v1/portals/" + portal).then().statusCode(401);
        by(new Cookie.Builder(People.COOKIE, changed.cookie(People.COOKIE)).build())
                .get("/v1/portals/" + portal)
                .then()
                .statusCode(200);
        signIn("five odd geese!");
        Api.signedIn().get("/account").then().statusCode(200).body(containsString("in the configuration"));
        given().redirects().follow(false).get("/account").then().statusCode(303);
    }

    @Test
    @DisplayName("H1: a session that somebody left open does not guess the password for long")
    void guessing() {
        set(invited(), "three odd geese", "three odd geese").then().statusCode(200);
        Cookie here = signIn("three odd geese");
        for (int i = 0; i < 10; i++) {
            change(here, "wrong one " + i, "five odd geese!").then().statusCode(422);
        }
        change(here, "three odd geese", "five odd geese!").then().statusCode(429);
    }

    private String invited() {
        int before = mails.to(email).size();
        invite().statusCode(204);
        List<String> sent = mails.to(email);
        assertThat(sent).hasSize(before + 1);
        Matcher link = LINK.matcher(sent.get(before));
        assertThat(link.find()).as(sent.get(before)).isTrue();
        return link.group(1);
    }

    private ValidatableResponse invite() {
        return post(login);
    }

    private ValidatableResponse post(String whom) {
        return given().auth()
                .oauth2(Keys.KEY)
                .post("/v1/portals/" + portal + "/people/" + whom + "/invite")
                .then();
    }

    private void put(String address) {
        String json = address == null ? "null" : "\"" + address + "\"";
        Api.put(path(), "{\"name\": \"Kim\", \"email\": " + json + ", \"roles\": [\"auditor\"]}");
    }

    private String path() {
        return "/v1/portals/" + portal + "/people/" + login;
    }

    private static Response set(String token, String password, String again) {
        return form().formParam("t", token)
                .formParam("password", password)
                .formParam("again", again)
                .post("/invite");
    }

    private static Response change(Cookie session, String current, String fresh) {
        return by(session)
                .formParam("current", current)
                .formParam("password", fresh)
                .formParam("again", fresh)
                .post("/account");
    }

    private Cookie signIn(String password) {
        String value = form().formParam("j_username", login)
                .formParam("j_password", password)
                .post("/sign-in")
                .then()
                .statusCode(302)
                .extract()
                .cookie(People.COOKIE);
        return new Cookie.Builder(People.COOKIE, value).build();
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    private int invitations() {
        return jdbi.withHandle(db -> db.createQuery("select count(*) from invitation where login = :login")
                .bind("login", login)
                .mapTo(Integer.class)
                .one());
    }

    private ValidatableResponse log() {
        return given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + portal + "/audit?q=" + login)
                .then()
                .statusCode(200);
    }
}
