package io.amends.dashboard.people;

import static io.amends.dashboard.testing.People.by;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.People;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H1: people over HTTP. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PeopleApiTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String portal = "people-" + id;
    private final String other = "others-" + id;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void portals() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"People\"}");
        Api.put("/v1/portals/" + other, "{\"name\": \"Others\"}");
    }

    @Test
    @DisplayName("H1: a person is added, changed, listed and removed; what is not there yet is taken with a warning")
    void life() {
        Api.put("/v1/portals/" + portal + "/groups/NET", "{\"name\": \"Network\"}");
        put(portal, "kim", person("Kim Example", "\"lead\"", "[\"NET\", \"LATER\"]", "\"c-9\""))
                .statusCode(201)
                .body("login", equalTo(login("kim")), "roles", contains("lead"), "groups", contains("NET", "LATER"))
                .body("contact", equalTo("c-9"), "active", equalTo(true), "passwordSet", equalTo(false))
                .body("lastSignInAt", nullValue())
                .body("warnings.pointer", contains("/groups/1", "/contact"));
        put(portal, "kim", person("Kim Other", "\"lead\", \"auditor\"", "null", "null"))
                .statusCode(200)
                .body("name", equalTo("Kim Other"), "groups", nullValue(), "warnings", equalTo(List.of()));
        key().get(people(portal))
                .then()
                .statusCode(200)
                .body("total", equalTo(1), "items[0].login", equalTo(login("kim")))
                .body("items[0].roles", contains("lead", "auditor"))
                .body(not(containsString("hash")));
        key().get(person(portal, "kim")).then().statusCode(200).body("email", equalTo("kim@example.com"));
        key().delete(person(portal, "kim")).then().statusCode(204);
        key().get(person(portal, "kim")).then().statusCode(404);
        key().delete(person(portal, "kim")).then().statusCode(404);
        assertThat(stored("kim")).as("nobody is kept who is nothing anywhere").isZero();
    }

    @Test
    @DisplayName("H1: what cannot be saved is refused with every place")
    void faults() {
        put(
                        portal,
                        "kim",
                        "{\"name\": \" \", \"email\": \"kim\", \"roles\": [\"boss\", \"lead\"], \"groups\": [\"a b\"],"
                                + " \"contact\": \"c/1\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/name", "/email", "/roles/0", "/groups/0", "/contact"));
        for (String name : List.of("Kim\\nExample", "Kim \\u202Eelpmaxe", "K\\u200Bim")) {
            put(portal, "kim", person(name, "\"lead\"", "null", "null"))
                    .statusCode(400)
                    .body("errors.pointer", contains("/name"));
        }
        put(portal, "kim", "{\"name\": \"Kim\"}").statusCode(400).body("errors.pointer", contains("/roles"));
        put(portal, "kim", "{\"name\": \"Kim\", \"roles\": [], \"boss\": true}").statusCode(400);
        key().body(person("Kim", "\"lead\"", "null", "null"))
                .put(people(portal) + "/a:b")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(""));
        key().body(person("Kim", "\"lead\"", "null", "null"))
                .put(people("nowhere-" + id) + "/kim")
                .then()
                .statusCode(404);
        put(portal, "kim", person("Kim", "\"lead\"", "null", "null")).statusCode(201);
        key().body(person("Kim", "\"lead\"", "null", "null"))
                .put(people(portal) + "/KIM-" + id)
                .then()
                .statusCode(409);
    }

    @Test
    @DisplayName("H1: nobody takes over a login by adding it elsewhere: name and email stay as they are")
    void knownElsewhere() {
        put(portal, "kim", person("Kim Example", "\"lead\"", "null", "null")).statusCode(201);
        put(other, "kim", "{\"name\": \"Mallory\", \"email\": \"mallory@example.com\", \"roles\": [\"admin\"]}")
                .statusCode(201)
                .body("name", equalTo("Kim Example"), "email", equalTo("kim@example.com"))
                .body("warnings.pointer", contains("", "/name", "/email"));
        put(portal, "kim", person("Kim Renamed", "\"lead\"", "null", "null"))
                .statusCode(200)
                .body("name", equalTo("Kim Example"));
        key().get(person(portal, "kim")).then().body("roles", contains("lead"), "email", equalTo("kim@example.com"));
        key().delete(person(portal, "kim")).then().statusCode(204);
        key().get(person(other, "kim")).then().body("name", equalTo("Kim Example"));
    }

    @Test
    @DisplayName("H1: a row of a configured login takes neither its place nor its name, and gives it no email")
    void configured() {
        key().body("{\"name\": \"Mallory\", \"email\": \"mallory@example.com\", \"roles\": [\"agent\"],"
                        + " \"groups\": [\"NET\"]}")
                .put(people(portal) + "/" + Keys.USER)
                .then()
                .statusCode(201)
                .body("name", equalTo(Keys.FULL_NAME), "email", nullValue(), "passwordSet", equalTo(true));
        Api.signedIn().get(people(portal)).then().statusCode(200);
        Api.signedIn().get("/v1/portals/" + other).then().statusCode(200);
        key().delete(people(portal) + "/" + Keys.USER).then().statusCode(204);
        Api.signedIn().get(people(portal)).then().statusCode(200);
    }

    @Test
    @DisplayName("H1: the last admin of a portal cannot be removed, switched off or made something else")
    void lastAdmin() {
        put(portal, "ada", person("Ada", "\"admin\"", "null", "null")).statusCode(201);
        key().delete(person(portal, "ada")).then().statusCode(409).body("detail", containsString("last admin"));
        put(portal, "ada", person("Ada", "\"lead\"", "null", "null")).statusCode(409);
        put(portal, "ada", "{\"name\": \"Ada\", \"roles\": [\"admin\"], \"active\": false}")
                .statusCode(409);
        put(portal, "bo", "{\"name\": \"Bo\", \"roles\": [\"admin\"], \"active\": false}")
                .statusCode(201);
        key().delete(person(portal, "ada")).then().statusCode(409);
        put(portal, "bo", person("Bo", "\"admin\"", "null", "null")).statusCode(200);
        key().delete(person(portal, "ada")).then().statusCode(204);
    }

    @Test
    @DisplayName("H1: of two admins who are removed at the same moment one stays, every time")
    void lastAdminOfTwo() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 5; i++) {
                put(portal, "ada", person("Ada", "\"admin\"", "null", "null"));
                put(portal, "bo", person("Bo", "\"admin\"", "null", "null"));
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Integer>> removals = List.of("ada", "bo").stream()
                        .map(name -> both.submit(() -> {
                            together.await();
                            return key().delete(person(portal, name)).statusCode();
                        }))
                        .toList();
                assertThat(List.of(removals.get(0).get(), removals.get(1).get()))
                        .containsExactlyInAnyOrder(204, 409);
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    @DisplayName("H2: a key gives only roles that may do no more than itself, and changes no email of others")
    void noMoreThanItself() {
        String weak = made("weak", "\"people:write\"");
        String some = made("some", "\"people:write\", \"deliveries:read\", \"deliveries:write\"");
        put(portal, "ada", person("Ada", "\"admin\"", "null", "null")).statusCode(201);

        putBy(weak, "eve", person("Eve", "\"admin\"", "null", "null"))
                .statusCode(403)
                .body("lacking", hasItems("keys:write", "rules:write", "surveys:write"))
                .body("lacking", not(hasItem("people:write")), "lacking", not(hasItem("ops")));
        putBy(weak, "eve", person("Eve", "\"ops\"", "null", "null"))
                .statusCode(403)
                .body("lacking", contains("deliveries:read", "deliveries:write"))
                .body("detail", containsString("deliveries:read, deliveries:write"));
        key().get(person(portal, "eve")).then().statusCode(404);
        putBy(weak, "eve", person("Eve", "", "null", "null")).statusCode(201);
        putBy(weak, "eve", person("Eve", "\"ops\"", "null", "null")).statusCode(403);
        putBy(some, "eve", person("Eve", "\"ops\"", "null", "null")).statusCode(200);
        putBy(some, "eve", person("Eve", "\"ops\", \"agent\"", "null", "null"))
                .statusCode(403)
                .body("lacking", hasItem("notes:write"));
        String mine = "{\"name\": \"Ada\", \"email\": \"eve@example.com\", \"roles\": ";
        putBy(weak, "ada", mine + "[\"admin\"]}").statusCode(403);
        putBy(weak, "ada", mine + "[]}").statusCode(409); // the last admin
        put(portal, "bo", person("Bo", "\"admin\"", "null", "null")).statusCode(201);
        putBy(weak, "ada", mine + "[]}").statusCode(403);
        putBy(weak, "ada", mine + "[\"admin\"], \"active\": false}").statusCode(403);
        key().get(person(portal, "ada")).then().body("email", equalTo("kim@example.com"), "roles", contains("admin"));
        putBy(weak, "ada", person("Ada Renamed", "\"admin\"", "null", "null")).statusCode(200);
        putBy(weak, "ada", person("Ada", "\"admin\"", "[\"NET\"]", "null")).statusCode(403);
        putBy(weak, "bo", off("admin").replace("\"name\"", "\"email\": \"kim@example.com\", \"name\""))
                .statusCode(200);
        putBy(weak, "bo", person("Bo", "\"admin\"", "null", "null")).statusCode(403);
    }

    @Test
    @DisplayName("H1: a deleted portal loses its people, and who is nothing else is forgotten")
    void portalDeleted() {
        put(portal, "ada", person("Ada", "\"admin\"", "null", "null")).statusCode(201);
        put(portal, "kim", person("Kim", "\"lead\"", "null", "null")).statusCode(201);
        put(other, "kim", person("Kim", "\"lead\"", "null", "null")).statusCode(201);
        key().delete("/v1/portals/" + portal).then().statusCode(204);

        assertThat(stored("ada")).isZero();
        assertThat(stored("kim")).isOne();
        Api.put("/v1/portals/" + portal, "{\"name\": \"Anew\"}");
        key().get(people(portal)).then().body("total", equalTo(0));
    }

    @Test
    @DisplayName("H1: two who edit a person: the second is told")
    void twoEditors() {
        String tag = put(portal, "kim", person("Kim", "\"lead\"", "null", "null"))
                .extract()
                .header("ETag");
        key().header("If-Match", tag)
                .body(person("Kim", "\"agent\"", "null", "null"))
                .put(person(portal, "kim"))
                .then()
                .statusCode(200);
        key().header("If-Match", tag)
                .body(person("Kim", "\"auditor\"", "null", "null"))
                .put(person(portal, "kim"))
                .then()
                .statusCode(412);
        key().header("If-Match", tag).delete(person(portal, "kim")).then().statusCode(412);
        key().get(person(portal, "kim")).then().body("roles", contains("agent"));
    }

    @ParameterizedTest(name = "H1: {0} sees people: {1}, changes them: {2}")
    @CsvSource({"agent,404,404", "lead,404,404", "admin,200,201", "ops,404,404", "auditor,200,403"})
    void roles(String role, int sees, int changes) {
        Cookie session = People.signedIn(portal, login(role), List.of(role), null, null);
        by(session).get(people(portal)).then().statusCode(sees);
        by(session)
                .contentType("application/json")
                .body(person("New", "\"agent\"", "null", "null"))
                .put(person(portal, "new-" + role))
                .then()
                .statusCode(changes);
        by(session).get(people(other)).then().statusCode(404);
        by(session).get("/v1/portals/*/people").then().statusCode(404);
        by(session)
                .contentType("application/json")
                .body(person("Mine", "\"admin\"", "null", "null"))
                .put("/v1/portals/*/people/" + login(role))
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("H1: who is *:admin is admin in every portal and makes others so; *:ops is ops in every portal")
    void everywhere() {
        Cookie all = People.signedIn("*", login("all"), List.of("admin"), null, null);
        by(all).get(people(portal)).then().statusCode(200);
        by(all).get("/v1/portals/*/people").then().statusCode(200).body("items.login", hasItem(login("all")));
        by(all).contentType("application/json")
                .body("{\"name\": \"Op\", \"roles\": [\"ops\"]}")
                .put(person("*", "op"))
                .then()
                .statusCode(201);
        by(all).contentType("application/json")
                .body("{\"name\": \"Op\", \"roles\": [\"lead\"], \"contact\": \"c-1\"}")
                .put(person("*", "op"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/roles/0", ""));
        Cookie ops = People.signedIn("*", login("op"), List.of("ops"), null, null);
        by(ops).get(people(portal)).then().statusCode(404);
        by(ops).get("/v1/portals/*/people").then().statusCode(404);
        by(ops).get("/v1/portals?size=500").then().body("items.code", hasItem(portal));
        key().auth().oauth2(Keys.ACME_ONLY).get("/v1/portals/*/people").then().statusCode(404);
        key().delete(person("*", "op")).then().statusCode(204);
        key().delete(person("*", "all")).then().statusCode(204); // the configured ones stay
    }

    @Test
    @DisplayName("H1: another email ends password and sessions: whoever set them may be somebody else than it is of")
    void otherEmail() {
        Cookie session = People.signedIn(portal, login("lou"), List.of("auditor"), null, null);
        put(portal, "lou", "{\"name\": \"Lou\", \"email\": \"another@example.com\", \"roles\": [\"auditor\"]}")
                .statusCode(200)
                .body("passwordSet", equalTo(false));
        by(session).get("/v1/portals/" + portal).then().statusCode(401);
        signIn("lou").then().statusCode(401);
    }

    @Test
    @DisplayName("H1: a session ends at once where its person is switched off or removed, and does not come back")
    void switchedOff() {
        Cookie session = People.signedIn(portal, login("kim"), List.of("auditor"), null, null);
        by(session).get("/v1/portals/" + portal).then().statusCode(200);
        put(other, "kim", person("Kim", "\"auditor\"", "null", "null")).statusCode(201);
        put(portal, "kim", off("auditor")).statusCode(200).body("active", equalTo(false));
        by(session).get("/v1/portals/" + portal).then().statusCode(404);
        by(session).get("/v1/portals/" + other).then().statusCode(200);
        put(other, "kim", off("auditor")).statusCode(200);
        by(session).get("/v1/portals/" + other).then().statusCode(401);
        signIn("kim").then().statusCode(401);
        put(portal, "kim", person("Kim", "\"auditor\"", "null", "null")).statusCode(200);
        by(session).get("/v1/portals/" + portal).then().statusCode(401);
        Cookie again = People.signIn(login("kim"));
        by(again).get("/v1/portals/" + portal).then().statusCode(200);
        key().get(person(portal, "kim")).then().body("lastSignInAt", notNullValue(), "passwordSet", equalTo(true));
        key().delete(person(portal, "kim")).then().statusCode(204);
        key().delete(person(other, "kim")).then().statusCode(204);
        by(again).get("/v1/portals/" + portal).then().statusCode(401);
    }

    @Test
    @DisplayName("H4: who is added, changed and removed is in the log with who and what they are; no password is")
    void audited() {
        put(portal, "kim", person("Kim Example", "\"lead\"", "[\"NET\"]", "\"c-1\""))
                .statusCode(201);
        put(portal, "kim", person("Kim Other", "\"agent\"", "[\"NET\"]", "\"c-1\""))
                .statusCode(200);
        put(portal, "kim", person("Kim Other", "\"agent\"", "[\"NET\"]", "\"c-1\""))
                .statusCode(200); // changes nothing
        key().delete(person(portal, "kim")).then().statusCode(204);

        await().atMost(SOON).untilAsserted(() -> log().body(
                        "items.what", contains("PERSON_REMOVED", "PERSON_CHANGED", "PERSON_ADDED"))
                .body("items[1].before.roles", contains("lead"), "items[1].after.roles", contains("agent"))
                .body("items[1].before.name", equalTo("Kim Example"), "items[1].after.name", equalTo("Kim Other"))
                .body("items[1].after.groups", nullValue(), "items[1].after.email", nullValue())
                .body("items[2].after.name", equalTo("Kim Example"), "items[2].after.email", equalTo("kim@example.com"))
                .body("items[0].before.name", equalTo("Kim Other"))
                .body("items[2].after.contact", equalTo("c-1"), "items[2].subject", equalTo("person/" + login("kim")))
                .body(not(containsString("assword")), not(containsString("***"))));
    }

    private ValidatableResponse log() {
        return key().get("/v1/portals/" + portal + "/audit?q=person/" + login("kim"))
                .then()
                .statusCode(200);
    }

    private Response signIn(String name) {
        return given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Forwarded-For", "198.51.100.77")
                .formParam("j_username", login(name))
                .formParam("j_password", People.PASSWORD)
                .post("/sign-in");
    }

    private String made(String name, String scopes) {
        String secret = key().body("{\"name\": \"" + name + "\", \"scopes\": [" + scopes + "]}")
                .post("/v1/portals/" + portal + "/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        await().atMost(SOON).until(() -> as(secret).get(people(portal)).statusCode() == 200);
        return secret;
    }

    private ValidatableResponse putBy(String secret, String name, String body) {
        return as(secret).body(body).put(person(portal, name)).then();
    }

    private ValidatableResponse put(String cpc, String name, String body) {
        return key().body(body).put(person(cpc, name)).then();
    }

    private static String person(String name, String roles, String groups, String contact) {
        return "{\"name\": \"" + name + "\", \"email\": \"kim@example.com\", \"roles\": [" + roles + "], \"groups\": "
                + groups + ", \"contact\": " + contact + "}";
    }

    private static String off(String role) {
        return "{\"name\": \"Kim\", \"roles\": [\"" + role + "\"], \"active\": false}";
    }

    private String person(String cpc, String name) {
        return people(cpc) + "/" + login(name);
    }

    private static String people(String cpc) {
        return "/v1/portals/" + cpc + "/people";
    }

    private String login(String name) {
        return name + "-" + id;
    }

    private int stored(String name) {
        return jdbi.withHandle(db -> db.createQuery("select count(*) from person where login = :login")
                .bind("login", login(name))
                .mapTo(Integer.class)
                .one());
    }

    private static RequestSpecification key() {
        return as(Keys.KEY);
    }

    private static RequestSpecification as(String secret) {
        return given().auth().oauth2(secret).contentType("application/json").urlEncodingEnabled(false);
    }
}
