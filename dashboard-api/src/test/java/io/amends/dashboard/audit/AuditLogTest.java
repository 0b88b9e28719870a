package io.amends.dashboard.audit;

import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.amends.contracts.AuditAction;
import io.amends.contracts.Topics;
import io.amends.dashboard.testing.AuditSample;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Sha256;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.HeldOutbox;
import io.amends.local.testing.OpenApiRoutes;
import io.amends.local.testing.PersonToken;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log from a change to its page (H4). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class AuditLogTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ENTRIES = "/v1/portals/{cpc}/{collection}/{code}";
    private static final String RULES = "/portals/{cpc}/rules";
    private static final Set<AuditAction> ENTRY =
            Set.of(AuditAction.ENTRY_CREATED, AuditAction.ENTRY_CHANGED, AuditAction.ENTRY_DELETED);

    private static final Map<String, Set<AuditAction>> AUDITED = Map.of(
            "PUT /v1/portals/{cpc}",
            ENTRY,
            "DELETE /v1/portals/{cpc}",
            ENTRY,
            "PUT " + ENTRIES,
            ENTRY,
            "DELETE " + ENTRIES,
            ENTRY,
            "POST /sign-in",
            Set.of(AuditAction.SIGNED_IN, AuditAction.SIGN_IN_FAILED),
            "POST /logout",
            Set.of(AuditAction.SIGNED_OUT));

    private static final String KEYS = "/v1/portals/{cpc}/keys";
    private static final String KEYS_PAGE = "/portals/{cpc}/keys";
    private static final Map<String, Set<AuditAction>> KEYS_AUDITED = Map.of(
            "POST " + KEYS,
            Set.of(AuditAction.KEY_CREATED),
            "POST " + KEYS + "/{id}/rotate",
            Set.of(AuditAction.KEY_ROTATED),
            "DELETE " + KEYS + "/{id}",
            Set.of(AuditAction.KEY_REVOKED),
            "POST " + KEYS_PAGE,
            Set.of(AuditAction.KEY_CREATED),
            "POST " + KEYS_PAGE + "/{id}/rotate",
            Set.of(AuditAction.KEY_ROTATED),
            "POST " + KEYS_PAGE + "/{id}/revoke",
            Set.of(AuditAction.KEY_REVOKED));

    private static final String PERSON = "/v1/portals/{cpc}/people/{login}";
    private static final String PERSON_PAGE = "/portals/{cpc}/people/{login}";
    private static final Map<String, Set<AuditAction>> PEOPLE_AUDITED = Map.of(
            "PUT " + PERSON,
            Set.of(AuditAction.PERSON_ADDED, AuditAction.PERSON_CHANGED),
            "DELETE " + PERSON,
            Set.of(AuditAction.PERSON_REMOVED),
            "PUT " + PERSON + "/identity",
            Set.of(AuditAction.IDENTITY_LINKED, AuditAction.IDENTITY_UNLINKED),
            "DELETE " + PERSON + "/identity",
            Set.of(AuditAction.IDENTITY_UNLINKED),
            "POST " + PERSON + "/invite",
            Set.of(AuditAction.PERSON_INVITED),
            "POST /portals/{cpc}/people",
            Set.of(AuditAction.PERSON_ADDED),
            "POST " + PERSON_PAGE,
            Set.of(AuditAction.PERSON_CHANGED),
            "POST " + PERSON_PAGE + "/invite",
            Set.of(AuditAction.PERSON_INVITED),
            "POST " + PERSON_PAGE + "/remove",
            Set.of(AuditAction.PERSON_REMOVED));

    private static final Map<String, Set<AuditAction>> PASSWORDS_AUDITED = Map.of(
            "POST /invite",
            Set.of(AuditAction.PASSWORD_SET),
            "POST /account",
            Set.of(AuditAction.PASSWORD_SET, AuditAction.SIGN_IN_FAILED));

    private static final String PREFERENCES = "/portals/{cpc}/preferences";
    private static final Map<String, Set<AuditAction>> PREFERENCES_AUDITED = Map.of(
            "POST /portals/new",
            ENTRY,
            "POST " + PREFERENCES + "/portal",
            ENTRY,
            "POST " + PREFERENCES + "/new/{collection}",
            ENTRY,
            "POST " + PREFERENCES + "/{collection}/{code}",
            ENTRY,
            "POST " + PREFERENCES + "/{collection}/{code}/delete",
            ENTRY,
            "POST " + PREFERENCES + "/import/{collection}/apply",
            ENTRY,
            "POST " + PREFERENCES + "/import/people/apply",
            Set.of(AuditAction.PERSON_ADDED, AuditAction.PERSON_CHANGED));

    private static final Map<String, Set<AuditAction>> SOURCES_AUDITED = Map.of(
            "POST " + PREFERENCES + "/sources",
            ENTRY,
            "POST " + PREFERENCES + "/sources/{code}",
            ENTRY,
            "POST " + PREFERENCES + "/sources/{code}/switch",
            ENTRY,
            "POST " + PREFERENCES + "/sources/{code}/delete",
            ENTRY);

    /** Pages that show what a file would change, and change nothing, and what only the browser keeps. */
    private static final Set<String> LOOKS = Set.of(
            "POST " + PREFERENCES + "/import/{collection}",
            "POST " + PREFERENCES + "/import/people",
            "POST /account/language");

    /** Pages that ask another service in the person's name: that service makes the change, and its audit entry with it. */
    private static final Set<String> ASK_ANOTHER_SERVICE = Set.of(
            "POST " + PREFERENCES + "/channels/{code}/connection/secrets",
            "POST " + PREFERENCES + "/channels/{code}/connection/test",
            "POST " + PREFERENCES + "/sources/{code}/secrets",
            "POST /portals/{cpc}/opt-outs",
            "POST /portals/{cpc}/opt-outs/withdraw",
            "POST /portals/{cpc}/proposals",
            "POST /portals/{cpc}/quarantine",
            "POST /portals/{cpc}/quarantine/many",
            "POST /portals/{cpc}/reassign",
            "POST /portals/{cpc}/requests",
            "POST /portals/{cpc}/deliveries/{id}/resend",
            "POST " + PREFERENCES + "/sources/{code}/replays",
            "POST " + PREFERENCES + "/sources/{code}/replays/{id}/apply",
            "POST /service-recovery-notes",
            "POST /service-recovery-notes/close",
            "POST /service-recovery-notes/decide",
            "POST /service-recovery-notes/decline",
            "POST /service-recovery-notes/hand-over",
            "POST /service-recovery-notes/propose",
            "POST " + RULES,
            "POST " + RULES + "/new",
            "POST " + RULES + "/{number}",
            "POST " + RULES + "/json",
            "POST " + RULES + "/publish",
            "POST " + RULES + "/versions/{version}",
            "POST " + RULES + "/backtests",
            "POST " + RULES + "/backtests/{id}",
            "POST /portals/{cpc}/imports",
            "POST /portals/{cpc}/imports/{id}/preset",
            "POST /portals/{cpc}/imports/{id}/start",
            "POST /portals/{cpc}/imports/{id}/delete",
            "POST /portals/{cpc}/imports/{id}/cancel",
            "POST /portals/{cpc}/imports/presets/{name}/delete");

    @TestHTTPResource("/")
    URI base;

    @Inject
    EventProducer producer;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void noFault() {
        jdbi.useHandle(db -> db.execute(HeldOutbox.TAKING));
    }

    @Test
    @DisplayName("H4: every route that changes something is audited, or asks a service that audits it")
    void everyRoute() throws Exception {
        Set<String> known = new TreeSet<>(AUDITED.keySet());
        known.addAll(PASSWORDS_AUDITED.keySet());
        known.addAll(KEYS_AUDITED.keySet());
        known.addAll(PEOPLE_AUDITED.keySet());
        known.addAll(PREFERENCES_AUDITED.keySet());
        known.addAll(SOURCES_AUDITED.keySet());
        known.addAll(LOOKS);
        known.addAll(ASK_ANOTHER_SERVICE);

        assertThat(OpenApiRoutes.changing(base)).isEqualTo(known);
    }

    @Test
    @DisplayName(
            "H4, F6: what is put into the directory and deleted from it is in the log, newest first, with what changed")
    void directory() {
        put("/v1/portals/aud", "{\"name\": \"Audited\"}");
        put("/v1/portals/aud/groups/NET", "{\"name\": \"Network\", \"threshold\": 2}");
        put("/v1/portals/aud/groups/NET", "{\"name\": \"Network\", \"threshold\": 3}");
        put("/v1/portals/aud/groups/NET", "{\"name\": \"Network\", \"threshold\": 3}"); // changes nothing
        delete("/v1/portals/aud/groups/NET");

        await().atMost(SOON).untilAsserted(() -> log("aud?q=group/NET")
                .body("items.what", contains("ENTRY_DELETED", "ENTRY_CHANGED", "ENTRY_CREATED")));
        JsonPath changed = log("aud?what=ENTRY_CHANGED").extract().jsonPath();
        assertThat(changed.getMap("items[0].before")).isEqualTo(Map.of("threshold", 2));
        assertThat(changed.getMap("items[0].after")).isEqualTo(Map.of("threshold", 3));
        assertThat(changed.getString("items[0].who")).isEqualTo("all");
        assertThat(changed.getString("items[0].by")).isEqualTo("KEY");
        assertThat(changed.getString("items[0].subject")).isEqualTo("group/NET");
        assertThat(changed.getString("items[0].address")).isEqualTo("127.0.0.1");
        log("aud?what=ENTRY_DELETED").body("items[0].before.name", equalTo("Network"));
    }

    @Test
    @DisplayName("H4, H2: keys that are made, rotated and revoked are in the log, and neither a secret nor its hash is")
    void keys() {
        put("/v1/portals/audkey", "{\"name\": \"Audited\"}");
        JsonPath made = given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"CRM\", \"scopes\": [\"surveys:write\"], \"expiresAt\": \"2099-01-01T00:00:00Z\"}")
                .post("/v1/portals/audkey/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String key = "/v1/portals/audkey/keys/" + made.getString("keyId");
        given().auth().oauth2(Keys.KEY).post(key + "/rotate").then().statusCode(200);
        delete(key);

        await().atMost(SOON).untilAsserted(() -> log("audkey?q=key/")
                .body("items.what", contains("KEY_REVOKED", "KEY_ROTATED", "KEY_CREATED"))
                .body("items.findAll { it.what != 'KEY_REVOKED' }.after.name", contains("CRM", "CRM"))
                .body("items[1].after.expiresAt", equalTo("2099-01-01T00:00:00Z"))
                .body("items[1].after.formerGoodUntil", notNullValue())
                .body("items[0].before.expiresAt", equalTo("2099-01-01T00:00:00Z"))
                .body("items[2].after.expiresAt", equalTo("2099-01-01T00:00:00Z"))
                .body("items[2].after.scopes", contains("surveys:write")));
        String secret = made.getString("secret");
        assertThat(log("audkey?q=").extract().asString()).doesNotContain(secret, Sha256.hex(secret));
    }

    @Test
    @DisplayName("H4: a deleted portal keeps its log, in which each entry that went with it is named")
    void deletedPortal() {
        put("/v1/portals/gone", "{\"name\": \"Gone\"}");
        put("/v1/portals/gone/segments/S1", "{\"name\": \"One\"}");
        put("/v1/portals/gone/contacts/c-1", "{\"name\": \"Alex\"}");
        delete("/v1/portals/gone");

        await().atMost(SOON).untilAsserted(() -> log("gone?what=ENTRY_DELETED&q=")
                .body("items.subject", hasItem("portal/gone"))
                .body("items.subject", hasItem("segment/S1"))
                .body("items.subject", hasItem("contact/c-1")));
        get(Keys.KEY, "/v1/portals/never/audit").statusCode(404);
    }

    @Test
    @DisplayName(
            "H4, H1: who signs in and out is in the log of all portals, from where; a try that failed with its count")
    void sessions() {
        put("/v1/portals/sess", "{\"name\": \"Sessions\"}");
        String cookie = post("203.0.113.9", Keys.OTHER, Keys.PASSWORD);
        given().cookie("amends-session-8080", cookie)
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .post("/logout");
        post("203.0.113.10", Keys.OTHER, "wrong");
        post("203.0.113.10", Keys.OTHER, "wrong");
        post("203.0.113.10", "correct horse", "wrong"); // a password in the place of the name

        await().atMost(SOON).untilAsserted(() -> log("sess?q=203.0.113.9")
                .body("items.what", contains("SIGNED_OUT", "SIGNED_IN"))
                .body("items.who", contains(Keys.OTHER, Keys.OTHER))
                .body("items.by", contains("PERSON", "PERSON")));
        await().atMost(SOON).untilAsserted(() -> assertThat(counted("203.0.113.10"))
                .hasEntrySatisfying("person/" + Keys.OTHER, n -> assertThat(n).isGreaterThanOrEqualTo(2))
                .hasEntrySatisfying("person/*", n -> assertThat(n).isPositive())
                .hasSize(2));
        put("/v1/portals/acme", "{\"name\": \"Acme\"}");
        get(Keys.ACME_ONLY, "/v1/portals/acme/audit?q=203.0.113.9").body("total", equalTo(0));
        get(Keys.KEY, "/v1/portals/acme/audit?q=203.0.113.9").body("total", equalTo(2));
        for (String role : List.of("admin", "auditor")) {
            given().auth()
                    .oauth2(Keys.KEY)
                    .header(
                            PersonToken.HEADER,
                            PersonToken.of("user:" + role, "acme").roles(role).signed())
                    .get("/v1/portals/acme/audit?q=203.0.113.9")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0));
        }
        get(Keys.ACME_ONLY, "/v1/portals/sess/audit").statusCode(404);
    }

    @Test
    @DisplayName("H4: what is refused is counted by caller and route, also before anybody is asked who they are")
    void refused() {
        given().header("X-Forwarded-For", "203.0.113.20")
                .get("/service-recovery-notes?cpc=acme&t=forged")
                .then()
                .statusCode(403);
        for (int i = 0; i < 3; i++) {
            given().header("X-Forwarded-For", "203.0.113.20")
                    .header("Sec-Fetch-Site", "cross-site")
                    .formParam("j_username", Keys.USER)
                    .post("/sign-in")
                    .then()
                    .statusCode(403);
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(counted("203.0.113.20"))
                .hasEntrySatisfying(
                        "GET /service-recovery-notes", n -> assertThat(n).isPositive())
                .hasEntrySatisfying("POST /sign-in", n -> assertThat(n).isGreaterThanOrEqualTo(3)));
    }

    @Test
    @DisplayName("H4: whoever is refused writes into no log but that of a portal they may see, and strangers into none")
    void foreignPortals() {
        put("/v1/portals/audmine", "{\"name\": \"Mine\"}");
        put("/v1/portals/audother", "{\"name\": \"Other\"}");
        String secret = given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"refused CRM\", \"scopes\": [\"surveys:write\"]}")
                .post("/v1/portals/audmine/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");

        await().atMost(SOON).untilAsserted(() -> {
            for (String portal : List.of("audmine", "audother", "audnever")) {
                given().auth()
                        .oauth2(secret)
                        .get("/portals/" + portal + "/people")
                        .then()
                        .statusCode(403);
                given().header("X-Forwarded-For", "203.0.113.21")
                        .header("Origin", "https://elsewhere.example")
                        .cookie("amends-session-8080", "invented")
                        .post("/portals/" + portal + "/people")
                        .then()
                        .statusCode(403);
            }
            assertThat(portalsOf("refused CRM")).containsExactlyInAnyOrder("audmine", "*");
            assertThat(portalsOf("nobody")).containsExactly("*");
        });
    }

    @Test
    @DisplayName("H4: the service that a page asks hears from where the person came")
    void fromAddress() {
        Sample sample = Sample.of("aud", "aud-1").ticket("T-aud");
        put("/v1/portals/aud", "{\"name\": \"Audited\"}");
        Neighbours.know(sample);
        String caseId = Neighbours.caseOf("aud-1").caseId();
        signedIn()
                .header("X-Forwarded-For", "203.0.113.30")
                .formParams(Map.of("response", "aud-1", "case", caseId, "outcome", "RESOLVED"))
                .post("/service-recovery-notes/close?cpc=aud&rgid=" + sample.group() + "&tid=T-aud")
                .then()
                .statusCode(303);

        assertThat(Neighbours.closedFrom(caseId)).isEqualTo("203.0.113.30");
    }

    @Test
    @DisplayName("H4: days are the portal's, both included; who and what are exact; words are found in any case")
    void filters() {
        put("/v1/portals/filt", "{\"name\": \"Filtered\", \"timeZone\": \"Asia/Tokyo\"}");
        producer.sendAll(List.of(
                AuditSample.of("filt", AuditAction.CASE_CLOSED)
                        .at(Instant.parse("2026-03-01T15:00:00Z")) // is 2 March in Tokyo
                        .with("who", "anna")
                        .with("reason", "Über den Wolken")
                        .event(),
                AuditSample.of("filt", AuditAction.CASE_TAGGED)
                        .at(Instant.parse("2026-03-01T14:59:59Z"))
                        .with("who", "anna.b")
                        .event()));
        await().atMost(SOON).untilAsserted(() -> log("filt?to=2026-04-01").body("total", equalTo(2)));

        log("filt?from=2026-03-02&to=2026-03-02").body("items.what", contains("CASE_CLOSED"));
        log("filt?from=2026-03-01&to=2026-03-01").body("items.what", contains("CASE_TAGGED"));
        log("filt?who=anna").body("items.what", contains("CASE_CLOSED"));
        log("filt?what=CASE_TAGGED").body("items.who", contains("anna.b"));
        log("filt?q=%C3%BCber%20DEN").body("items.who", contains("anna"));
        log("filt?q=100%25_").body("total", equalTo(0));
        log("filt?to=2026-04-01&size=1&page=1")
                .body("items.what", contains("CASE_TAGGED"))
                .body("page", equalTo(1));
        get(Keys.KEY, "/v1/portals/filt/audit?from=x&to=2026-13-01&what=nothing&q=" + "x".repeat(201))
                .statusCode(400)
                .body("errors.pointer", contains("/from", "/to", "/q", "/what"));
    }

    @Test
    @DisplayName("H4, H6: the log as CSV has every entry, and no cell that a spreadsheet takes for a formula")
    void csv() {
        put("/v1/portals/audcsv", "{\"name\": \"Lines\"}");
        producer.sendAll(List.of(AuditSample.of("audcsv", AuditAction.CASE_CLOSED)
                .with("reason", "=1+1")
                .event()));
        await().atMost(SOON).untilAsserted(() -> log("audcsv?what=CASE_CLOSED").body("total", equalTo(1)));

        String lines = given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/audcsv/audit?what=CASE_CLOSED&format=csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("audit-audcsv.csv"))
                .extract()
                .asString();
        assertThat(lines)
                .startsWith("\uFEFFat,who,by,key,what,subject,before,after,reason,address,count,portal\r\n")
                .contains("CASE_CLOSED", "'=1+1")
                .hasLineCount(2);
        given().auth()
                .oauth2(Keys.KEY)
                .header("Accept", "text/csv")
                .get("/v1/portals/audcsv/audit")
                .then()
                .contentType(startsWith("text/csv"));
        get(Keys.KEY, "/v1/portals/audcsv/audit?format=xml").statusCode(400);
    }

    @Test
    @DisplayName(
            "H4: an entry that comes twice is there once, one of a later kind as it came, one without its head is none")
    void arrivals() {
        put("/v1/portals/arr", "{\"name\": \"Arrivals\"}");
        OutboundEvent twice = AuditSample.of("arr", AuditAction.CASE_CLOSED).event();
        OutboundEvent headless =
                AuditSample.of("arr", AuditAction.CASE_CLOSED).without("who").event();
        producer.sendAll(List.of(
                twice, headless, twice, AuditSample.later("arr", "ROOM_PAINTED").event()));

        await().atMost(SOON).untilAsserted(() -> log("arr?who=T-0")
                .body("items.what", hasItem("ROOM_PAINTED"))
                .body("total", equalTo(2)));
        await().atMost(SOON)
                .until(() -> WholeTopic.read(
                                        Brokers.shared().bootstrap(),
                                        Topics.deadLetters(Topics.AUDIT, "audit")
                                                .name())
                                .size()
                        > 0);
        signedIn().get("/portals/arr/audit?who=T-0").then().statusCode(200).body(containsString("ROOM_PAINTED"));
    }

    @ParameterizedTest
    @DisplayName("H4: nobody changes or deletes an entry, whatever they write into the database")
    @ValueSource(
            strings = {"update audit_entry set who = 'somebody else'", "delete from audit_entry", "truncate audit_entry"
            })
    void unchangeable(String statement) {
        put("/v1/portals/kept", "{\"name\": \"Kept\"}");
        await().atMost(SOON).untilAsserted(() -> log("kept").body("items.what", hasItem("ENTRY_CREATED")));

        assertThatThrownBy(() -> jdbi.useHandle(db -> db.execute(statement)))
                .rootCause()
                .hasMessageContaining("the audit log cannot be changed");
    }

    @Test
    @DisplayName("H4: where the entry cannot be written the change is not made, and nobody signs in")
    void together() {
        put("/v1/portals/both", "{\"name\": \"Before\"}");
        jdbi.useHandle(db -> db.execute(HeldOutbox.refusing(Topics.AUDIT)));

        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"After\"}")
                .put("/v1/portals/both")
                .then()
                .statusCode(500);
        given().auth().oauth2(Keys.KEY).delete("/v1/portals/both").then().statusCode(500);
        assertThat(post("203.0.113.40", Keys.USER, Keys.PASSWORD)).isNull();

        get(Keys.KEY, "/v1/portals/both").statusCode(200).body("name", equalTo("Before"));
    }

    @Test
    @DisplayName(
            "H4: the page shows who did what in words, what changed, and what is not to be shown; the menu leads to it")
    void page() {
        put("/v1/portals/page", "{\"name\": \"Paged\"}");
        producer.sendAll(List.of(AuditSample.of("page", AuditAction.CASE_CLOSED)
                .with("who", Keys.USER)
                .with("reason", "<b>Because</b>")
                .event()));
        await().atMost(SOON).untilAsserted(() -> log("page?what=CASE_CLOSED").body("total", equalTo(1)));

        signedIn()
                .get("/portals/page/audit?what=CASE_CLOSED")
                .then()
                .statusCode(200)
                .body(containsString("Closed a case"))
                .body(containsString(Keys.FULL_NAME))
                .body(containsString("&lt;b&gt;Because&lt;/b&gt;"))
                .body(containsString("not shown"))
                .body(containsString("format=csv"))
                .body(not(containsString("***")));
        signedIn().get("/portals/page/responses").then().body(containsString("/portals/page/audit"));
        given().redirects().follow(false).get("/portals/page/audit").then().statusCode(303);
    }

    @Test
    @DisplayName("H4: who signed in is not said to have used the key by which the pages ask the services")
    void ownKey() {
        put("/v1/portals/pagekey", "{\"name\": \"Paged\"}");
        producer.sendAll(List.of(
                AuditSample.of("pagekey", AuditAction.NOTE_WRITTEN)
                        .with("by", "PERSON")
                        .with("key", "all")
                        .event(),
                AuditSample.of("pagekey", AuditAction.NOTE_CORRECTED)
                        .with("by", "LINK")
                        .with("key", "all")
                        .event(),
                AuditSample.of("pagekey", AuditAction.CASE_CLOSED)
                        .with("by", "PERSON")
                        .with("key", "Desk")
                        .event()));
        await().atMost(SOON).untilAsserted(() -> log("pagekey?who=T-0").body("total", equalTo(3)));

        signedIn()
                .get("/portals/pagekey/audit?who=T-0")
                .then()
                .statusCode(200)
                .body(containsString(">signed in<"))
                .body(containsString(">report link<"))
                .body(containsString(">signed in, by the key Desk<"))
                .body(not(containsString("by the key all")));
    }

    @Test
    @DisplayName(
            "H4: a field that is nothing before and after is not on the page, and times are those of the portal, to"
                    + " the second")
    void nothingToTell() {
        put("/v1/portals/pagenil", "{\"name\": \"Paged\", \"timeZone\": \"Asia/Tokyo\"}");
        producer.sendAll(List.of(AuditSample.of("pagenil", AuditAction.CASE_OPENED)
                .changed(
                        "{\"owner\": null, \"was\": \"here\", \"dueAt\": null}",
                        "{\"owner\": null, \"was\": null, \"dueAt\": \"2020-03-01T15:00:07.123456Z\","
                                + " \"steps\": [\"2020-03-01T15:00:08.123456Z\", \"2020-02-31T00:00:00Z\"]}")
                .event()));
        await().atMost(SOON).untilAsserted(() -> log("pagenil?what=CASE_OPENED").body("total", equalTo(1)));

        signedIn()
                .get("/portals/pagenil/audit?what=CASE_OPENED")
                .then()
                .statusCode(200)
                .body(not(containsString("owner")))
                .body(containsString("here → nothing"))
                .body(containsString("2 Mar 2020, 00:00:07"))
                .body(containsString("2 Mar 2020, 00:00:08"))
                .body(containsString("2020-02-31T00:00:00Z"))
                .body(not(containsString("123456")));
    }

    /** What was refused to strangers, the last time to one from an address, and is counted so far, by what it was. */
    private Map<String, Integer> counted(String address) {
        return jdbi.withHandle(db -> db.createQuery(
                        "select subject, sum(count) as n from audit_refusal where portal = '*' and address = :address"
                                + " group by subject")
                .bind("address", address)
                .setMapKeyColumn("subject")
                .setMapValueColumn("n")
                .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<String, Integer>>() {}));
    }

    /** In which logs the refusals of a caller will be told. */
    private Set<String> portalsOf(String caller) {
        return jdbi.withHandle(db -> db.createQuery("select portal from audit_refusal where name = :name")
                .bind("name", caller)
                .mapTo(String.class)
                .set());
    }

    /** Tries to sign in, and has the session's cookie; null where there is none. */
    private static String post(String address, String name, String password) {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-For", address)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("j_username", name)
                .formParam("j_password", password)
                .post("/sign-in")
                .cookie("amends-session-8080");
    }

    private static ValidatableResponse log(String portalAndQuery) {
        String[] parts = portalAndQuery.split("\\?", 2);
        return get(Keys.KEY, "/v1/portals/" + parts[0] + "/audit" + (parts.length > 1 ? "?" + parts[1] : ""))
                .statusCode(200);
    }

    private static ValidatableResponse get(String key, String path) {
        return given().urlEncodingEnabled(false).auth().oauth2(key).get(path).then();
    }

    private static void delete(String path) {
        given().auth().oauth2(Keys.KEY).delete(path).then().statusCode(204);
    }
}
