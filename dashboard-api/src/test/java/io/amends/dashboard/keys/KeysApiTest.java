package io.amends.dashboard.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.contracts.access.AccessKey;
import io.amends.contracts.access.Scope;
import io.amends.dashboard.keys.core.NewKey;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.kit.id.Sha256;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2: keys over HTTP, known to every service by the topic of access. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class KeysApiTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration IN_TIME = Duration.ofSeconds(2);

    private final String portal = "keys-" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Jdbi jdbi;

    @Inject
    KeyChanges changes;

    @BeforeEach
    void portal() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"Keys\"}");
    }

    @Test
    @DisplayName("H2: a key that is made opens what its scopes say, in its portal only, within 2 s")
    void made() {
        String secret = made("CRM", "directory:read");

        await().atMost(IN_TIME).until(() -> groups(secret).statusCode() == 200);
        by(secret)
                .body("{\"name\": \"Net\"}")
                .put("/v1/portals/" + portal + "/groups/NET")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("scope", equalTo("directory:write"), "detail", containsString("directory:write"));
        by(secret).get("/v1/portals/elsewhere/groups").then().statusCode(404);
        by(secret).get("/v1/portals").then().statusCode(200).body("items.code", contains(portal));
        by(secret).get("/portals/" + portal + "/keys").then().statusCode(403);
        by(secret)
                .get("/service-recovery-notes?cpc=" + portal + "&rgid=NET&tid=T-1")
                .then()
                .statusCode(403);
    }

    @Test
    @DisplayName("H2, H4: no key is made that has the name of one that is configured, or of whoever owns the machine")
    void namedAsConfigured() {
        for (String name : List.of("all", "One", "local", " LOCAL ")) {
            by(Keys.KEY)
                    .body(wanted(name, "surveys:write"))
                    .post(keys())
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("has that name"));
        }
        list().then().body("total", equalTo(0));
    }

    @Test
    @DisplayName("H2: a secret is answered once; list, database and topic have none")
    void secretOnce() throws IOException {
        String secret = made("Once", "surveys:write", "surveys:read");

        list().then()
                .statusCode(200)
                .body("total", equalTo(1), "items[0].name", equalTo("Once"), "items[0].madeBy", equalTo("all"))
                .body("items[0].scopes", containsInAnyOrder("surveys:write", "surveys:read"))
                .body(not(containsString(secret)))
                .body(not(containsString(Sha256.hex(secret))));
        String stored = jdbi.withHandle(h -> String.join(
                "\n",
                h.createQuery("select row_to_json(s)::text from api_key_secret s union all"
                                + " select row_to_json(k)::text from api_key k")
                        .mapTo(String.class)
                        .list()));
        assertThat(stored).contains(Sha256.hex(secret)).doesNotContain(secret);
        AccessKey published = newest(secret);
        assertThat(published.portals()).containsExactly(portal);
        assertThat(published.scopes()).containsExactlyInAnyOrder(Scope.SURVEYS_WRITE, Scope.SURVEYS_READ);
        assertThat(Json.MAPPER.valueToTree(published).toString()).doesNotContain(secret);
    }

    @Test
    @DisplayName("H2: nobody makes a key with a scope that they lack, nor gets the secret of one by rotating it")
    void beyond() {
        String maker = made("Maker", "keys:write", "surveys:write");
        await().atMost(SOON).until(() -> by(maker).get(keys()).statusCode() == 200);
        made("Strong", "rules:write");

        by(maker)
                .body(wanted("Stronger", "surveys:write", "rules:write"))
                .post(keys())
                .then()
                .statusCode(403)
                .body("lacking", contains("rules:write"));
        by(maker)
                .post(keys() + "/" + id("Strong") + "/rotate")
                .then()
                .statusCode(403)
                .body("lacking", contains("rules:write"));
        by(maker).body(wanted("As strong", "surveys:write")).post(keys()).then().statusCode(201);
        by(maker)
                .body(wanted("Elsewhere", "surveys:write"))
                .post("/v1/portals/acme/keys")
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("H2: a rotated key has two good secrets, of which the former ends after 24 h")
    void rotated() throws IOException {
        String former = made("Rotating", "directory:read");
        String id = id("Rotating");

        String secret = by(Keys.KEY).post(keys() + "/" + id + "/rotate").path("secret");

        await().atMost(IN_TIME).until(() -> groups(secret).statusCode() == 200);
        assertThat(groups(former).statusCode()).isEqualTo(200);
        await().atMost(SOON).untilAsserted(() -> assertThat(newest(former).expiresAt())
                .isBetween(
                        Instant.now().plus(23, ChronoUnit.HOURS), Instant.now().plus(24, ChronoUnit.HOURS)));
        assertThat(newest(secret).expiresAt()).isNull();
        list().then().body("items[0].formerSecretUntil", notNullValue());

        by(Keys.KEY).delete(keys() + "/" + id).then().statusCode(204);
        await().atMost(IN_TIME)
                .until(() ->
                        groups(secret).statusCode() == 401 && groups(former).statusCode() == 401);
    }

    @Test
    @DisplayName("H2: from revocation to refusal it takes 2 s at most, and a revoked key is not there any more")
    void revoked() {
        String secret = made("Leaked", "directory:read");
        String id = id("Leaked");
        await().atMost(SOON).until(() -> groups(secret).statusCode() == 200);

        by(Keys.KEY).delete(keys() + "/" + id).then().statusCode(204);

        await().atMost(IN_TIME)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> groups(secret).statusCode() == 401);
        by(Keys.KEY).delete(keys() + "/" + id).then().statusCode(404);
        by(Keys.KEY).post(keys() + "/" + id + "/rotate").then().statusCode(404);
        by(Keys.KEY).post(keys() + "/no-id/rotate").then().statusCode(404);
        list().then().body("total", equalTo(0));
    }

    @Test
    @DisplayName("H2: the keys of a portal end with it, and do not come back with a portal of the same code")
    void portalDeleted() {
        String secret = made("Of the portal", "directory:read");
        await().atMost(SOON).until(() -> groups(secret).statusCode() == 200);

        by(Keys.KEY).delete("/v1/portals/" + portal).then().statusCode(204);

        await().atMost(IN_TIME).until(() -> groups(secret).statusCode() == 401);
        portal();
        list().then().body("total", equalTo(0));
    }

    @Test
    @DisplayName("H2: what cannot be made is refused at its place")
    void refused() {
        make("{'name': ' ', 'scopes': [], 'expiresAt': '2020-01-01T00:00:00Z'}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/name", "/scopes", "/expiresAt"));
        make("{'name': 'CRM', 'scopes': ['surveys:write', 'surveys:*']}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/scopes/1"))
                .body("errors[0].reason", containsString("one of surveys:write, surveys:read"));
        make("{'name': 'CRM', 'scopes': ['surveys:write'], 'portals': ['acme']}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/portals"));
        make("").then().statusCode(400);
        made("Twice", "surveys:write");
        make(wanted("Twice", "surveys:write")).then().statusCode(409);
        by(Keys.KEY)
                .body(wanted("Nowhere", "surveys:write"))
                .post("/v1/portals/nowhere/keys")
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("H2: a portal has 100 keys at most, and a key five good secrets")
    void most() {
        for (int i = 0; i < KeyChanges.MOST_KEYS; i++) {
            changes.make(portal, new NewKey("key " + i, Set.of(Scope.OPS), null), "test", EnumSet.allOf(Scope.class));
        }
        make(wanted("One more", "ops")).then().statusCode(409).body("detail", containsString("100 keys"));

        String rotate = keys() + "/" + id("key 0") + "/rotate";
        for (int i = 1; i < KeyChanges.MOST_SECRETS; i++) {
            by(Keys.KEY).post(rotate).then().statusCode(200);
        }
        by(Keys.KEY).post(rotate).then().statusCode(409);
    }

    @Test
    @DisplayName("H2: an expired key opens nothing, and cannot be rotated")
    void expired() {
        Instant end = Instant.now().plusSeconds(3);
        String secret = make("{'name': 'Short', 'scopes': ['directory:read'], 'expiresAt': '" + end + "'}")
                .path("secret");

        await().atMost(SOON).until(() -> groups(secret).statusCode() == 200);
        await().atMost(SOON).until(() -> groups(secret).statusCode() == 401);
        by(Keys.KEY).post(keys() + "/" + id("Short") + "/rotate").then().statusCode(409);
    }

    @Test
    @DisplayName("H2: a use is listed soon, without a write for each request")
    void lastUse() {
        String secret = made("Used", "directory:read");
        list().then().body("items[0].lastUsedAt", equalTo(null));
        await().atMost(SOON).until(() -> groups(secret).statusCode() == 200);
        int requests = 50;
        for (int i = 0; i < requests; i++) {
            groups(secret);
        }

        await().atMost(SOON).until(() -> list().path("items[0].lastUsedAt") != null);
        String id = id("Used");
        assertThat(WholeTopic.read(Brokers.shared().bootstrap(), Topics.KEY_USES).stream()
                        .filter(use -> id.equals(new String(use.key())))
                        .count())
                .isBetween(1L, requests / 5L);
    }

    @Test
    @DisplayName("H2: a failure after the outbox leaves neither a key nor the event that tells of it")
    void oneTransaction() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    changes.make(
                            portal, new NewKey("Never", Set.of(Scope.OPS), null), "test", EnumSet.allOf(Scope.class));
                    assertThat(events()).isEqualTo(1);
                    throw new IllegalStateException("after the outbox");
                }))
                .hasMessage("after the outbox");

        list().then().body("total", equalTo(0));
        assertThat(events()).isZero();
    }

    /** How many events of this portal's keys are in the outbox, as this transaction sees it. */
    private int events() {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from outbox where topic = :topic"
                        + " and convert_from(data, 'UTF8')::json ->> 'portal' = :portal")
                .bind("topic", Topics.ACCESS)
                .bind("portal", portal)
                .mapTo(Integer.class)
                .one());
    }

    private String keys() {
        return "/v1/portals/" + portal + "/keys";
    }

    private Response list() {
        return by(Keys.KEY).get(keys());
    }

    private String id(String name) {
        List<String> ids = list().path("items.findAll { it.name == '" + name + "' }.keyId");
        return ids.get(0);
    }

    private Response groups(String secret) {
        return by(secret).get("/v1/portals/" + portal + "/groups");
    }

    private String made(String name, String... scopes) {
        Response made = make(wanted(name, scopes));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.path("secret");
    }

    private Response make(String body) {
        return by(Keys.KEY).body(body.replace('\'', '"')).post(keys());
    }

    private static String wanted(String name, String... scopes) {
        return "{\"name\": \"%s\", \"scopes\": [\"%s\"]}".formatted(name, String.join("\", \"", scopes));
    }

    private static RequestSpecification by(String secret) {
        return given().auth().oauth2(secret).contentType("application/json");
    }

    private static AccessKey newest(String secret) throws IOException {
        String hash = Sha256.hex(secret);
        byte[] value = await().atMost(SOON)
                .until(
                        () -> WholeTopic.read(Brokers.shared().bootstrap(), Topics.ACCESS).stream()
                                .filter(record -> hash.equals(new String(record.key())))
                                .reduce((older, newer) -> newer)
                                .map(record -> record.value())
                                .orElse(null),
                        found -> found != null);
        return Json.read(value, AccessKey.class);
    }
}
