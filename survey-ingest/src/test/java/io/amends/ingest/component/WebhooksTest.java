package io.amends.ingest.component;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.amends.contracts.EventTypes;
import io.amends.contracts.Topics;
import io.amends.contracts.access.Scope;
import io.amends.contracts.directory.SourceVendor;
import io.amends.contracts.testing.KeyBuilder;
import io.amends.ingest.sources.core.SignedWebhooks;
import io.amends.ingest.sources.core.Webhook;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Sha256;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks come in by an address of their own, signed, and become responses (A10). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class WebhooksTest {
    private static final String CPC = "hooks-here";
    private static final String MAPPING =
            ",'defaults':{'supportGroup':'G1'},'mappingVersion':7,'mapping':{'responseId':'/id','ticketId':'/ticket',"
                    + "'submittedAt':'/at','measures':{'csat':'/score'}}";

    @Inject
    Jdbi jdbi;

    @Inject
    EventProducer producer;

    private Wire wire;

    @BeforeEach
    void portals() {
        wire = new Wire();
        wire.portals(CPC);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private static byte[] body(String id) {
        return body(id, 1);
    }

    private static byte[] body(String id, int score) {
        return Hook.bytes("{'id':'" + id + "','ticket':'T-" + id + "','score':'" + score + "','at':'" + Survey.now()
                + "','tier':'gold'}");
    }

    @Test
    @DisplayName(
            "A10, A1: a signed webhook is recorded by the mapping of its source, and what nobody named is a property")
    void recorded() {
        Hook hook = new Hook(CPC, "json", SourceVendor.JSON).made(wire, MAPPING);
        String id = "r-" + UUID.randomUUID();

        hook.send(body(id)).then().statusCode(200).body("status", equalTo("accepted"));

        var standing = hook.response(id);
        assertThat(standing.getString("state")).isEqualTo("RECORDED");
        assertThat(standing.getInt("response.measures.csat")).isEqualTo(1);
        assertThat(standing.getString("response.properties.tier")).isEqualTo("gold");
        Map<String, Object> delivery = hook.newest("ACCEPTED");
        assertThat(delivery.get("responseId")).isEqualTo(id);
        assertThat(delivery.get("mappingVersion")).isEqualTo(7);
        assertThat(delivery.get("body").toString()).contains(id);
        hook.of("status").then().body("accepted", equalTo(1)).body("lastAt", not(nullValue()));
    }

    @Test
    @DisplayName(
            "A10, H2: the secret may come as a bearer, which is no API key here; another one is refused like any other")
    void bearer() {
        Hook hook = new Hook(CPC, "bearer", SourceVendor.JSON).made(wire, MAPPING);
        String id = "r-" + UUID.randomUUID();

        hook.send(new Webhook(Map.of("authorization", "Bearer " + hook.secret), body(id)))
                .then()
                .statusCode(200);
        hook.send(new Webhook(Map.of("authorization", "Bearer other"), body(id)))
                .then()
                .statusCode(401)
                .body("detail", equalTo("This webhook is not taken."));

        assertThat(hook.newest("ACCEPTED").get("responseId")).isEqualTo(id);
    }

    @Test
    @DisplayName("A10: an id that is too long for a response is refused in the source's deliveries, and stops nothing")
    void longId() {
        Hook hook = new Hook(CPC, "long", SourceVendor.JSON).made(wire, MAPPING);
        StringBuilder id = new StringBuilder();
        while (id.length() < 5_000) {
            id.append(UUID.randomUUID()); // no index makes that short
        }

        hook.send(body(id.toString())).then().statusCode(200);
        assertThat(hook.newest("REFUSED").get("reason").toString()).contains("/responseId");
        String next = "r-" + UUID.randomUUID();
        hook.send(body(next)).then().statusCode(200);

        assertThat(hook.newest("ACCEPTED").get("responseId")).isEqualTo(next);
    }

    @Test
    @DisplayName("A10, A2: an id that the signature does not cover makes no new event of an old body")
    void unsignedId() {
        Hook hook = new Hook(CPC, "unsigned-id", SourceVendor.JSON).made(wire, MAPPING);
        byte[] body = body("r-" + UUID.randomUUID());
        for (String id : List.of("m1", "m2")) {
            hook.send(new Webhook(Map.of("x-api-key", hook.secret, "webhook-id", id), body))
                    .then()
                    .statusCode(200);
            hook.newest(id.equals("m1") ? "ACCEPTED" : "REPEATED");
        }
    }

    @Test
    @DisplayName("A10, A2: the same webhook again has no second effect, and is told as repeated")
    void repeated() {
        Hook hook = new Hook(CPC, "again", SourceVendor.JSON).made(wire, MAPPING);
        String id = "r-" + UUID.randomUUID();
        byte[] body = body(id);
        hook.send(body);
        hook.newest("ACCEPTED");

        hook.send(body).then().statusCode(200);

        hook.newest("REPEATED");
        assertThat(hook.response(id).getInt("version")).isEqualTo(1);
        assertThat(wire.records(
                        Topics.SUBMITTED,
                        r -> Wire.data(r).path("responseId").asText().equals(id),
                        1))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "A10: a wrong signature is 401 without detail, counted, and told with the deliveries; nothing is taken")
    void unsigned() {
        Hook hook = new Hook(CPC, "unsigned", SourceVendor.TYPEFORM).made(wire, "");
        byte[] body = SignedWebhooks.sample(SourceVendor.TYPEFORM);

        for (Webhook webhook : List.of(
                new Webhook(Map.of(), body), SignedWebhooks.of(SourceVendor.TYPEFORM, "other", body, Instant.now()))) {
            hook.send(webhook)
                    .then()
                    .statusCode(401)
                    .body("detail", equalTo("This webhook is not taken."))
                    .body("errors.size()", equalTo(0));
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> hook.of("status").jsonPath().getInt("refused") == 2);
        assertThat(hook.deliveries()).isNotEmpty().allMatch(d -> d.get("outcome")
                .equals("UNSIGNED"));
        hook.of("status").then().body("accepted", equalTo(0)).body("refusedLately", greaterThan(0));
        assertThat(RestAssured.get("/q/metrics").asString()).contains("amends_sources_unsigned_total");
    }

    @Test
    @DisplayName("A10: two secrets are good at once, and a former one is not once it is left out")
    void twoSecrets() {
        Hook hook = new Hook(CPC, "rotated", SourceVendor.JSON).made(wire, MAPPING);
        byte[] body = body("r-" + UUID.randomUUID());
        Webhook by = SignedWebhooks.of(SourceVendor.JSON, hook.secret, body, Instant.now());

        hook.secrets("{\"current\":\"new\",\"previous\":\"" + hook.secret + "\"}")
                .then()
                .statusCode(204);
        hook.send(by).then().statusCode(200);
        hook.send(SignedWebhooks.of(SourceVendor.JSON, "new", body, Instant.now()))
                .then()
                .statusCode(200);
        hook.secrets("{\"current\":\"new\"}").then().statusCode(204);

        hook.send(by).then().statusCode(401);
        hook.of("status").then().body("secrets.current", equalTo(true)).body("secrets.previous", equalTo(false));
    }

    @Test
    @DisplayName("A10: secrets are sealed in the database and told by no route; what is wrong with them has a pointer")
    void sealed() {
        Hook hook = new Hook(CPC, "sealed", SourceVendor.FORMBRICKS).made(wire, "");

        String row = jdbi.withHandle(
                db -> db.createQuery("SELECT row_to_json(s)::text FROM source_secret s WHERE source = 'sealed'")
                        .mapTo(String.class)
                        .one());
        assertThat(row).contains("\"current\":\"test:").doesNotContain(hook.secret);
        hook.of("status").then().body(not(containsString("whsec_")));
        hook.secrets("{\"current\":\"whsec_*\",\"previous\":\"\",\"api\":\" \"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/current", "/previous", "/api")));
        hook.secrets("{}").then().statusCode(400).body("errors.pointer", hasItem("/current"));
    }

    @Test
    @DisplayName("A10: the address is for who may set secrets; one that was guessed, or is of no active source, is 404")
    void addresses() {
        Hook hook = new Hook(CPC, "address", SourceVendor.JSON).made(wire, MAPPING);
        String secret = "reader-" + UUID.randomUUID();
        producer.sendAll(List.of(OutboundEvent.of(
                Topics.ACCESS,
                Sha256.hex(secret),
                UUID.randomUUID().toString(),
                EventTypes.KEY,
                KeyBuilder.key(Sha256.hex(secret))
                        .portal(CPC)
                        .scopes(Scope.SURVEYS_READ)
                        .build())));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Door.with(secret).get(hook.path("status")).statusCode() == 200);
        Door.with(secret).get(hook.path("status")).then().body("webhookUrl", nullValue());
        String address = hook.address();
        given().head(address).then().statusCode(200);
        given().get(address).then().statusCode(200).body("status", equalTo("listening"));
        for (String guessed : List.of(
                "/v1/webhooks/address",
                "/v1/webhooks/" + CPC + "~address~",
                address.substring(0, address.length() - 1) + (address.endsWith("A") ? "B" : "A"),
                address.replace("~address~", "~json~"))) {
            given().contentType("application/json")
                    .body("{}")
                    .post(guessed)
                    .then()
                    .statusCode(404);
        }

        hook.entry(wire, MAPPING + ",'active':false");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> given().contentType("application/json")
                                .body("{}")
                                .post(address)
                                .statusCode()
                        == 404);
    }

    @Test
    @DisplayName("A10: a body of more than 1 MiB is 413; one that is no JSON is taken, and refused where it is read")
    void bodies() {
        Hook hook = new Hook(CPC, "bodies", SourceVendor.JSON).made(wire, MAPPING);

        hook.send(new byte[1024 * 1024 + 1]).then().statusCode(413);
        hook.send(Hook.bytes("[" + "'x',".repeat(200_000) + "1]")).then().statusCode(200);
        assertThat(hook.newest("REFUSED").get("reason").toString()).contains("the body is");
        hook.send(Hook.bytes("{'id':'r-9','score':'bad'}")).then().statusCode(200);

        assertThat(hook.deliveries(all -> all.size() == 2).get(0).get("reason").toString())
                .contains("/measures/csat", "submittedAt");
    }

    @Test
    @DisplayName("A10: a batch of JSON is an event each, good and bad ones")
    void batch() {
        Hook hook = new Hook(CPC, "batch", SourceVendor.JSON).made(wire, MAPPING);
        String id = "r-" + UUID.randomUUID();

        hook.send(Hook.bytes("[" + new String(body(id), java.nio.charset.StandardCharsets.UTF_8) + ",{'id':'x'}]"));

        assertThat(hook.deliveries(all -> all.size() == 2))
                .extracting(d -> d.get("outcome"))
                .containsExactly("REFUSED", "ACCEPTED");
        hook.response(id);
    }

    @DisplayName("A10: the sample of each vendor that sends answers comes through")
    @ParameterizedTest
    @CsvSource({
        "FORMBRICKS, cm9resp0001",
        "DELIGHTED, 5435",
        "TYPEFORM, a3a12ec67a1365927098a606107fac15",
        "ZENDESK, 62",
        "ASKNICELY, 345094"
    })
    void vendors(SourceVendor vendor, String id) {
        Hook hook = new Hook(CPC, "of-" + vendor, vendor).made(wire, ",'defaults':{'supportGroup':'G1'}");

        hook.send(SignedWebhooks.sample(vendor)).then().statusCode(200);

        assertThat(hook.newest("ACCEPTED").get("responseId")).isEqualTo(id);
        assertThat(hook.response(id).getString("response.comment"))
                .isEqualTo(
                        vendor == SourceVendor.FORMBRICKS || vendor == SourceVendor.TYPEFORM
                                ? null
                                : "Third time I had to call.");
    }

    @Test
    @DisplayName(
            "A10, A3: Delighted's comment comes late, as a newer version of the same response; unsubscribing opts out")
    void delighted() {
        Hook hook =
                new Hook(CPC, "late-comment", SourceVendor.DELIGHTED).made(wire, ",'defaults':{'supportGroup':'G1'}");
        String id = UUID.randomUUID().toString();
        String event = "{'event_type':'survey_response.%s','event_id':'%s','event_data':{'id':'" + id
                + "','survey_type':'nps','score':3,'comment':%s,'created_at':1795161300,'updated_at':%s}}";

        hook.send(Hook.bytes(event.formatted("created", "a" + id, "null", "1795161300")));
        hook.response(id);
        hook.send(Hook.bytes(event.formatted("updated", "b" + id, "'late'", "1795161400")));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> "late"
                .equals(Door.get(CPC, id).jsonPath().getString("response.comment")));
        hook.send(Hook.bytes("{'event_type':'unsubscribe.created','event_id':'c" + id
                + "','event_data':{'person':{'id':'1','email':'kim@example.com'}}}"));
        hook.newest("OPTED_OUT");
        assertThat(wire.records(
                        Topics.RECORDED,
                        r -> Wire.data(r).path("portal").asText().equals(CPC)
                                && Wire.data(r).path("email").asText().equals("kim@example.com"),
                        1))
                .extracting(r -> Wire.header(r, "ce_type"))
                .containsExactly(EventTypes.CUSTOMER_OPTED_OUT);
        hook.send(
                Hook.bytes("{'event_type':'unsubscribe.created','event_id':'d" + id + "','event_data':{'person':{}}}"));
        hook.newest("REFUSED");
    }

    @Test
    @DisplayName("A10: a sample is tried without an effect: its response and warnings, or what is wrong and where")
    void tried() {
        Hook hook = new Hook(CPC, "tried", SourceVendor.JSON).made(wire, MAPPING);
        String id = "r-" + UUID.randomUUID();

        Door.open()
                .body(body(id))
                .post(hook.path("test"))
                .then()
                .statusCode(200)
                .body("response.responseId", equalTo(id))
                .body("response.portal", equalTo(CPC))
                .body("warnings.pointer", hasItem("/properties/tier"));
        Door.open()
                .body(body(id, 9))
                .post(hook.path("test"))
                .then()
                .statusCode(200)
                .body("warnings.reason", hasItem(containsString("off its scale")));
        Door.open()
                .body("{}")
                .post(hook.path("test"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/responseId"))
                .body("response.portal", equalTo(CPC));
        Door.open()
                .body(
                        "{\"source\":{\"name\":\"S\",\"vendor\":\"JSON\",\"mapping\":{\"responseId\":\"/x\"}},\"body\":\"{\\\"x\\\":\\\"r\\\"}\"}")
                .post("/v1/portals/" + CPC + "/sources/not-yet/preview")
                .then()
                .statusCode(200)
                .body("response.responseId", equalTo("r"))
                .body("errors.size()", equalTo(1));
        Door.open()
                .body(
                        "{\"source\":{\"name\":\"S\",\"vendor\":\"JSON\",\"mapping\":{\"comment\":\"x\"}},\"body\":\"{}\"}")
                .post("/v1/portals/" + CPC + "/sources/not-yet/preview")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/source/mapping/comment"));
        assertThat(hook.deliveries()).isEmpty();
        assertThat(Door.get(CPC, id).statusCode()).isEqualTo(404);
    }
}
