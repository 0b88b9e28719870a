package io.amends.dashboard.signin.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.amends.contracts.Json;
import io.amends.dashboard.signin.oidc.OpenIdProvider.Forgery;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** H1: signing in by OpenID Connect, with a provider that is one. */
@QuarkusTest
@TestProfile(WithProvider.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class OidcSignInTest {
    private static final OpenIdProvider PROVIDER = WithProvider.PROVIDER;
    private static final String SESSION = "amends-session-8080";

    @TestHTTPResource("/")
    String base;

    @Inject
    Jdbi jdbi;

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void there() {
        PROVIDER.forges(Forgery.NONE);
        PROVIDER.start();
        Api.put("/v1/portals/oidc", "{\"name\": \"By a provider\"}");
        Api.put("/v1/portals/oidc2", "{\"name\": \"Another\"}");
    }

    @Test
    @DisplayName("H1: who asks for a page signs in with the provider, becomes a person and comes back to that page")
    void whole() {
        PROVIDER.knows("ada", claims("s-ada", "ada-o", List.of("acme-agents")));
        HttpResponse<String> form = visitor.follow(visitor.get(base + "portals/oidc/responses?srn=y"));
        assertThat(form.uri().getPath()).isEqualTo("/login");
        assertThat(form.body()).contains("href=\"/sign-in/oidc\"", "Sign in with Acme", "type=\"password\"");

        HttpResponse<String> page = signIn("ada");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri()).hasToString(base + "portals/oidc/responses?srn=y");
        assertThat(page.body()).contains("Person s-ada");
        assertThat(visitor.cookies(base).keySet()).containsExactlyInAnyOrder(SESSION, "amends-sign-out-8080");
        // An agent, and nothing more.
        assertThat(visitor.get(base + "v1/portals/oidc/people").statusCode()).isEqualTo(404);
        assertThat(visitor.get(base + "v1/portals/oidc2/responses").statusCode())
                .isEqualTo(404);
        person("oidc", "ada-o").body("name", equalTo("Person s-ada")).body("passwordSet", equalTo(false));
        log("*", "person/ada-o", "SIGNED_IN", "IDENTITY_LINKED", "PERSON_PROVISIONED");
        log("oidc", "person/ada-o", "ROLES_CLAIMED");
    }

    @Test
    @DisplayName("H1: signing out ends the session and goes on to the provider, which asks anew who it is")
    void signOut() {
        PROVIDER.knows("bea", claims("s-bea", "bea-o", List.of("acme-agents")));
        signIn("bea");
        assertThat(visitor.get(base + "v1/portals").statusCode()).isEqualTo(200);
        String old = visitor.cookies(base).get(SESSION).getValue();

        HttpResponse<String> leaving = visitor.post(base + "logout", Map.of());

        assertThat(leaving.statusCode()).isEqualTo(200);
        String refresh = leaving.headers().firstValue("Refresh").orElseThrow();
        assertThat(refresh).startsWith("0; url=" + PROVIDER.issuer() + "/sign-out?client_id=" + OpenIdProvider.CLIENT);
        HttpResponse<String> out = visitor.follow(visitor.get(refresh.substring("0; url=".length())));
        assertThat(out.uri()).hasToString(base + "login?out=1");
        assertThat(out.body()).contains("You are signed out.");
        assertThat(PROVIDER.signedOut()).anySatisfy(token -> assertThat(token).contains("\"s-bea\""));
        assertThat(visitor.cookies(base)).isEmpty();
        given().cookie(SESSION, old).get("/v1/portals").then().statusCode(401);
        assertThat(visitor.follow(visitor.get(base + "sign-in/oidc")).body()).contains("Who are you?");
    }

    @Test
    @DisplayName(
            "H1: a token too long for a cookie opens all the same, and signing out goes on to the provider without it")
    void longToken() {
        List<String> groups = Stream.concat(
                        IntStream.range(0, 400).mapToObj(n -> "a-group-of-a-long-name-" + n), Stream.of("acme-agents"))
                .toList();
        PROVIDER.knows("zed", claims("s-zed", "zed-o", groups));

        assertThat(signIn("zed").statusCode()).isEqualTo(200);
        Set<String> cookies = Set.copyOf(visitor.cookies(base).keySet());
        assertThat(visitor.post(base + "logout", Map.of()).headers().firstValue("Refresh"))
                .hasValueSatisfying(there -> assertThat(there)
                        .contains("client_id=", "post_logout_redirect_uri=")
                        .doesNotContain("id_token_hint"));
        assertThat(cookies).containsExactlyInAnyOrder(SESSION, "amends-sign-out-8080");
    }

    @ParameterizedTest(name = "H1: a token with a wrong {0} opens nothing, and the page says so")
    @EnumSource(value = Forgery.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void forged(Forgery forgery) {
        PROVIDER.knows("eve", claims("s-eve", "eve-o", List.of("acme-agents", "all-admins")));
        PROVIDER.forges(forgery);

        HttpResponse<String> page = signIn("eve");

        assertThat(page.uri()).hasToString(base + "login?oidc=failed");
        assertThat(page.body()).contains("Signing in with Acme did not work. Please try again.");
        assertThat(visitor.cookies(base)).isEmpty();
        assertThat(known("eve-o")).isFalse();
        await().atMost(Duration.ofSeconds(10)).until(() -> refusals("person/*") > 0);
    }

    @Test
    @DisplayName("H1: a code that another browser was given, or that was used, opens nothing")
    void notBegunHere() {
        PROVIDER.knows("finn", claims("s-finn", "finn-o", List.of("acme-agents")));
        String back = callback("finn");

        Visitor other = new Visitor();
        assertThat(other.follow(other.get(back)).uri()).hasToString(base + "login?oidc=stale");
        assertThat(other.cookies(base)).isEmpty();

        assertThat(visitor.get(back).statusCode()).isEqualTo(302);
        assertThat(visitor.cookies(base)).containsKey(SESSION);
        assertThat(visitor.follow(visitor.get(back)).uri()).hasToString(base + "login?oidc=stale");
        HttpResponse<String> made = other.follow(other.get(base + "sign-in/oidc?code=guessed&state=guessed"));
        assertThat(made.body()).contains("begun too long ago, or in another browser");
    }

    @Test
    @DisplayName("H1: who turns back at the provider is told so, and can begin again")
    void turnedBack() {
        PROVIDER.knows("gil", claims("s-gil", "gil-o", List.of("acme-agents")));
        HttpResponse<String> form = visitor.follow(visitor.get(base + "sign-in/oidc"));
        HttpResponse<String> page =
                visitor.follow(visitor.post(form.uri().toString(), Map.of("person", "gil", "deny", "yes")));

        assertThat(page.uri()).hasToString(base + "login?oidc=failed");
        assertThat(signIn("gil").uri().getPath()).isEqualTo("/portals/oidc/responses");
    }

    @Test
    @DisplayName("H1: who is there is linked by a verified email alone, once, and a password set before is void")
    void linkedByEmail() {
        put("oidc", "hal-o", List.of("agent"), "Hal@Example.com", true);
        jdbi.useHandle(db -> db.execute("UPDATE person SET password_hash = 'x' WHERE login = 'hal-o'"));
        Map<String, Object> claims = claims("s-hal", "other-name", List.of());
        claims.put("email", "hal@example.COM");
        claims.put("email_verified", "true");
        PROVIDER.knows("hal", claims);

        assertThat(signIn("hal").body()).contains("Person hal-o");
        person("oidc", "hal-o").body("passwordSet", equalTo(false));
        assertThat(identity("hal-o")).isEqualTo("s-hal");
        assertThat(known("other-name")).isFalse();

        // Another subject with the same email is somebody else.
        Map<String, Object> second = new HashMap<>(claims);
        second.put("sub", "s-hal-2");
        second.put("preferred_username", "hal-o");
        PROVIDER.knows("hal2", second);
        HttpResponse<String> page = signInAs(new Visitor(), "hal2");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Somebody has the name that you would have here.", "s-hal-2");
    }

    @Test
    @DisplayName(
            "H1, H3: an unverified email links nobody, a login never does; a second of another portal with it is no bar")
    void notLinked() {
        put("oidc", "ida-o", List.of("admin"), "ida@example.com", true);
        Map<String, Object> claims = claims("s-ida", "IDA-o", List.of());
        claims.put("email", "ida@example.com");
        claims.put("email_verified", false);
        PROVIDER.knows("ida", claims);
        assertThat(signIn("ida").statusCode()).isEqualTo(403);
        assertThat(visitor.cookies(base)).isEmpty();

        await().atMost(Duration.ofSeconds(10)).until(() -> refusals("identity/s-ida") == 1);

        put("oidc2", "a-second-ida", List.of("agent"), "IDA@example.com", true);
        claims.put("email_verified", true);
        assertThat(signInAs(new Visitor(), "ida").body()).contains("Person ida-o");
        assertThat(identity("ida-o")).isEqualTo("s-ida");
    }

    @Test
    @DisplayName("H1, H3: whoever is given an email later has had it for less long, however old they are")
    void changedEmail() {
        put("oidc2", "an-older-eve", List.of("agent"), "somebody@example.com", true);
        put("oidc", "eve-o", List.of("agent"), "eve@example.com", true);
        put("oidc2", "an-older-eve", List.of("agent"), "eve@example.com", true);
        Map<String, Object> claims = claims("s-eve", "eve-x", List.of());
        claims.put("email", "eve@example.com");
        claims.put("email_verified", true);
        PROVIDER.knows("eve", claims);

        assertThat(signIn("eve").body()).contains("Person eve-o");
    }

    @Test
    @DisplayName("H1: nobody becomes somebody of AMENDS_USERS, in whatever case")
    void configured() {
        for (String login : List.of(Keys.USER, "Robin")) {
            PROVIDER.knows("mal", claims("s-mal", login, List.of("all-admins")));
            assertThat(signInAs(new Visitor(), "mal").statusCode()).isEqualTo(403);
        }
        put("oidc", Keys.OTHER, List.of("agent"), "sam@example.com", true);
        jdbi.useHandle(
                db -> db.execute("UPDATE person SET email = 'sam@example.com' WHERE login = '" + Keys.OTHER + "'"));
        Map<String, Object> claims = claims("s-sam", "sam-o", List.of("acme-agents"));
        claims.put("email", "sam@example.com");
        claims.put("email_verified", true);
        PROVIDER.knows("sam", claims);
        assertThat(signIn("sam").body()).contains("Person s-sam");
        assertThat(known("sam-o")).isTrue();
    }

    @Test
    @DisplayName("H1: roles are those of the newest sign-in, roles given by hand stay, and without any nobody is in")
    void roles() {
        PROVIDER.knows("kim", claims("s-kim", "kim-o", List.of("acme-leads", "acme-agents")));
        signIn("kim");
        assertThat(claimed("oidc", "kim-o")).containsExactly("agent", "lead");
        assertThat(claimed("oidc2", "kim-o")).containsExactly("agent");
        put("oidc", "kim-o", List.of("auditor"), null, true);
        assertThat(claimed("oidc", "kim-o")).containsExactly("agent", "lead");

        PROVIDER.knows("kim", claims("s-kim", "kim-o", List.of("acme-agents")));
        signIn("kim");
        assertThat(claimed("oidc", "kim-o")).containsExactly("agent");
        assertThat(visitor.get(base + "v1/portals/oidc2/responses").statusCode())
                .isEqualTo(404);
        person("oidc", "kim-o").body("roles", contains("auditor"));

        PROVIDER.knows("kim", claims("s-kim", "kim-o", List.of()));
        signIn("kim");
        assertThat(visitor.get(base + "v1/portals/oidc/people").statusCode()).isEqualTo(200); // as an auditor

        PROVIDER.knows("lou", claims("s-lou", "lou-o", List.of("acme-agents")));
        Visitor lous = new Visitor();
        signInAs(lous, "lou");
        PROVIDER.knows("lou", claims("s-lou", "lou-o", List.of("of no meaning")));
        HttpResponse<String> page = signInAs(new Visitor(), "lou");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You have no role in Amends");
        assertThat(lous.get(base + "v1/portals").statusCode()).isEqualTo(401);
        log("oidc", "person/lou-o", "ROLES_CLAIMED", "ROLES_CLAIMED");
    }

    @Test
    @DisplayName("H1: who is switched off does not come in by the provider either, whatever it claims")
    void switchedOff() {
        PROVIDER.knows("max", claims("s-max", "max-o", List.of("acme-agents")));
        signIn("max");
        put("oidc", "max-o", List.of(), null, false);

        assertThat(visitor.get(base + "v1/portals").statusCode()).isEqualTo(401);
        assertThat(signInAs(new Visitor(), "max").statusCode()).isEqualTo(403);
        PROVIDER.knows("max", claims("s-max", "max-o", List.of("acme-agents", "acme-leads")));
        Visitor again = new Visitor();
        signInAs(again, "max");
        assertThat(again.get(base + "v1/portals/oidc/responses").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("H1, H3: an admin of one portal neither links anybody nor changes the email of who is linked")
    void notByAnAdminOfOnePortal() {
        PROVIDER.knows("nan", claims("s-nan", "nan-o", List.of("acme-agents")));
        signIn("nan");
        put("oidc", "nan-o", List.of(), "evil@example.com", true);
        person("oidc", "nan-o").body("email", equalTo(null)).body("name", equalTo("Person s-nan"));

        PROVIDER.knows("owl", claims("s-owl", "owl-o", List.of()));
        put("oidc", "owl-o", List.of("admin"), "owl@example.com", true);
        link("oidc", "owl-o", "s-owl").statusCode(200);
        signIn("owl");
        assertThat(visitor.get(base + "v1/portals/oidc/people").statusCode()).isEqualTo(200);
        assertThat(visitor.get(base + "v1/portals/oidc/people/nan-o/identity").statusCode())
                .isEqualTo(403);
        log("*", "person/owl-o", "IDENTITY_LINKED");
    }

    @Test
    @DisplayName(
            "H1: an admin of all portals links a person with an id of the provider, and ends it, with their sessions")
    void linkedByAdmin() {
        put("oidc", "pia-o", List.of("agent"), null, true);
        PROVIDER.knows("pia", claims("s-pia", "another", List.of()));
        link("*", "pia-o", " ").statusCode(400).body(containsString("/subject"));
        link("*", "nobody-o", "s-pia").statusCode(404);
        link("*", Keys.USER, "s-pia").statusCode(409);
        link("*", "pia-o", "s-pia").statusCode(200).body("subject", equalTo("s-pia"));
        put("oidc", "quin-o", List.of("agent"), null, true);
        link("*", "quin-o", "s-pia").statusCode(409).body(containsString("pia-o"));

        signIn("pia");
        assertThat(visitor.get(base + "v1/portals/oidc/responses").statusCode()).isEqualTo(200);
        given().auth()
                .oauth2(Keys.KEY)
                .delete("/v1/portals/*/people/pia-o/identity")
                .then()
                .statusCode(204);
        assertThat(visitor.get(base + "v1/portals").statusCode()).isEqualTo(401);
        given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/*/people/pia-o/identity")
                .then()
                .statusCode(404);
        log("*", "person/pia-o", "IDENTITY_UNLINKED", "SIGNED_IN", "IDENTITY_LINKED");
    }

    @Test
    @DisplayName("H1: a provider that goes away is told in words, nothing else stops, and it works when it is back")
    void away() {
        PROVIDER.knows("ray", claims("s-ray", "ray-o", List.of("acme-agents")));
        signIn("ray");
        String back = callback(visitor, "ray");
        PROVIDER.stop();

        HttpResponse<String> page = visitor.follow(visitor.get(back));
        assertThat(page.uri()).hasToString(base + "login?oidc=away");
        assertThat(page.body()).contains("The sign-in of Acme does not answer just now.");
        assertThat(visitor.get(base + "v1/portals").statusCode()).isEqualTo(200);
        Visitor robin = new Visitor();
        robin.post(base + "sign-in", Map.of("j_username", Keys.USER, "j_password", Keys.PASSWORD));
        assertThat(robin.get(base + "v1/portals").statusCode()).isEqualTo(200);

        PROVIDER.start();
        assertThat(signInAs(new Visitor(), "ray").uri().getPath()).isEqualTo("/portals/oidc/responses");
        given().auth()
                .oauth2(Keys.KEY)
                .get("/q/metrics")
                .then()
                .body(containsString("amends_oidc_signins_total{outcome=\"away\"}"))
                .body(containsString("amends_oidc_signins_total{outcome=\"ok\"}"));
    }

    @Test
    @DisplayName("H1: cookies of the provider's sign-in are good for its path alone, and are no session elsewhere")
    void pathAlone() {
        PROVIDER.knows("sol", claims("s-sol", "sol-o", List.of("acme-agents")));
        visitor.get(base + "sign-in/oidc");

        assertThat(visitor.cookies(base).values()).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.getName()).startsWith("q_auth_");
            assertThat(cookie.getPath()).isEqualTo("/sign-in/oidc");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
        given().cookie("q_session_sign-in_" + SESSION, "anything")
                .get("/v1/portals")
                .then()
                .statusCode(401);
        given().redirects()
                .follow(false)
                .cookie("q_session_sign-in_" + SESSION, "anything")
                .get("/portals/oidc/responses")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login"));
    }

    private HttpResponse<String> signIn(String person) {
        return signInAs(visitor, person);
    }

    /** The page on which somebody is in the end who signs in with the provider. */
    private HttpResponse<String> signInAs(Visitor somebody, String person) {
        return somebody.follow(somebody.get(callback(somebody, person)));
    }

    private String callback(String person) {
        return callback(visitor, person);
    }

    /** The address that the provider sends somebody back to, with a code. */
    private String callback(Visitor somebody, String person) {
        HttpResponse<String> begun = somebody.get(base + "sign-in/oidc");
        assertThat(begun.statusCode()).isEqualTo(302);
        String there = String.valueOf(Visitor.location(begun));
        assertThat(there).startsWith(PROVIDER.issuer() + "/auth?");
        HttpResponse<String> answer = somebody.post(there, Map.of("person", person));
        return String.valueOf(Visitor.location(answer));
    }

    private static Map<String, Object> claims(String subject, String login, List<String> groups) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", subject);
        claims.put("preferred_username", login);
        claims.put("name", "Person " + subject);
        claims.put("groups", groups);
        return claims;
    }

    private static void put(String portal, String login, List<String> roles, @Nullable String email, boolean active) {
        Map<String, Object> person = new HashMap<>();
        person.put("name", "Person " + login);
        person.put("email", email);
        person.put("roles", roles);
        person.put("active", active);
        Api.put(
                "/v1/portals/" + portal + "/people/" + login,
                new String(Json.write(person), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static ValidatableResponse person(String portal, String login) {
        return given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + portal + "/people/" + login)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse link(String portal, String login, String subject) {
        return given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"subject\": \"" + subject + "\"}")
                .put("/v1/portals/" + portal + "/people/" + login + "/identity")
                .then();
    }

    private static String identity(String login) {
        return given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/*/people/" + login + "/identity")
                .then()
                .statusCode(200)
                .extract()
                .path("subject");
    }

    private boolean known(String login) {
        return jdbi.withHandle(db -> db.createQuery("SELECT EXISTS (SELECT FROM person WHERE login = :login)")
                .bind("login", login)
                .mapTo(Boolean.class)
                .one());
    }

    private List<String> claimed(String portal, String login) {
        return jdbi.withHandle(db -> db.createQuery(
                        "SELECT unnest(claimed) AS role FROM membership WHERE portal = :portal AND login = :login ORDER BY 1")
                .bind("portal", portal)
                .bind("login", login)
                .mapTo(String.class)
                .list());
    }

    /** How many sign-ins of this subject were refused and are to be told to the log, within this minute or the one before. */
    private long refusals(String subject) {
        return jdbi.withHandle(db -> db.createQuery(
                        "SELECT coalesce(sum(count), 0) FROM ("
                                + "SELECT count FROM audit_refusal WHERE subject = :subject UNION ALL"
                                + " SELECT CAST(entry->>'count' AS bigint) FROM audit_entry WHERE entry->>'subject' = :subject) told")
                .bind("subject", subject)
                .mapTo(Long.class)
                .one());
    }

    /** The log of a portal has these kinds of entries about a subject. */
    private static void log(String portal, String subject, String... kinds) {
        String where = portal.equals("*") ? "oidc" : portal;
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + where + "/audit?q=" + subject)
                .then()
                .statusCode(200)
                .body("items.what", kinds.length == 1 ? hasItem(kinds[0]) : hasItems(kinds)));
    }
}
