package io.amends.ingest.component;

import static io.amends.ingest.component.RolesTest.sent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.Topics;
import io.amends.kit.id.Ids;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests without a survey, by both doors (A9). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class RequestsTest {
    private static final String CPC = "requests";

    @BeforeEach
    void portal() {
        try (Wire wire = new Wire()) {
            wire.directory(CPC + "/region/EMEA", "{\"name\":\"Europe\",\"channel\":\"emea-requests\"}");
            wire.portals(CPC);
        }
    }

    @Test
    @DisplayName(
            "A9: a request is published with its ticket as key, with the ticket's case, region and channel, and audited")
    void filed() {
        String ticket = ticket();
        JsonPath accepted = file(request(ticket).put("urgent", true).put("region", "EMEA"))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        String id = accepted.getString("requestId");
        assertThat(accepted.getString("caseId")).isEqualTo(Ids.ofCase(CPC, ticket));

        ConsumerRecord<byte[], byte[]> record = published(id);
        JsonNode event = Wire.data(record);
        assertThat(new String(record.key(), UTF_8)).isEqualTo(CPC + ":" + ticket);
        assertThat(event.get("caseId").textValue()).isEqualTo(Ids.ofCase(CPC, ticket));
        assertThat(event.get("channel").textValue()).isEqualTo("emea-requests");
        assertThat(event.get("urgent").booleanValue()).isTrue();
        assertThat(event.get("identity").textValue()).isEqualTo("all");
        assertThat(event.get("author").textValue()).isEqualTo("Robin Desk");
        assertThat(listed("?ticketId=" + ticket).getString("items[0].requestId"))
                .isEqualTo(id);
        assertThat(WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, CPC))
                .filteredOn(entry -> entry.get("subject").asText().equals("request/" + id))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.get("what").asText()).isEqualTo("REQUEST_FILED");
                    assertThat(entry.at("/after/ticketId").asText()).isEqualTo(ticket);
                    assertThat(entry.toString()).doesNotContain("upset", "Robin");
                });
    }

    @Test
    @DisplayName("A9, A2: the same words or the same key are one request; a key with other words is refused")
    void repeated() {
        ObjectNode body = request(ticket());
        String id = file(body).then().statusCode(202).extract().path("requestId");
        assertThat(file(body).then().statusCode(202).extract().<String>path("requestId"))
                .isEqualTo(id);

        String key = UUID.randomUUID().toString();
        String keyed = Door.open()
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/v1/requests")
                .path("requestId");
        assertThat(keyed).isNotEqualTo(id);
        Response other = Door.open()
                .header("Idempotency-Key", key)
                .body(request(ticket()).toString())
                .post("/v1/requests");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.jsonPath().getString("cause")).isEqualTo("KEY_USED");
        assertThat(listed("?ticketId=" + body.get("ticketId").textValue()).getList("items"))
                .hasSize(2);
    }

    @Test
    @DisplayName(
            "A9, B4: on a NO nothing is filed, also where the NO waits in quarantine; on a NO that was taken back it is")
    void refused() {
        Survey no = sent(new Survey().with("portal", CPC).with("contactChoice", "NO"), "RECORDED");
        Response refused = file(request(no.ticket()));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("cause")).isEqualTo("CONTACT_REFUSED");
        assertThat(listed("?ticketId=" + no.ticket()).getList("items")).isEmpty();

        Survey quarantined = sent(
                new Survey().with("portal", CPC).with("contactChoice", "NO").with("segment", "NONE"), "QUARANTINED");
        assertThat(file(request(quarantined.ticket())).statusCode()).isEqualTo(409);

        Survey yes = new Survey()
                .with("portal", CPC)
                .with("ticketId", no.ticket())
                .with("contactChoice", "YES")
                .with("submittedAt", Survey.now().toString());
        sent(yes, "RECORDED");
        Door.awaitState(no, "REPLACED");
        assertThat(file(request(no.ticket())).statusCode()).isEqualTo(202);
    }

    @Test
    @DisplayName("A9: a request is open until its ticket has a survey, and refused once that says NO")
    void states() {
        Survey survey = new Survey().with("portal", CPC);
        file(request(survey.ticket())).then().statusCode(202);
        assertThat(listed("?state=OPEN&ticketId=" + survey.ticket()).getInt("total"))
                .isEqualTo(1);

        sent(survey, "RECORDED");
        assertThat(listed("?state=ANSWERED&ticketId=" + survey.ticket()).getInt("total"))
                .isEqualTo(1);
        assertThat(listed("?state=OPEN&ticketId=" + survey.ticket()).getInt("total"))
                .isZero();

        Survey no = new Survey()
                .with("portal", CPC)
                .with("ticketId", survey.ticket())
                .with("contactChoice", "NO")
                .with("submittedAt", Survey.now().toString());
        sent(no, "RECORDED");
        assertThat(listed("?ticketId=" + survey.ticket()).getString("items[0].state"))
                .isEqualTo("REFUSED");
    }

    @Test
    @DisplayName("A9: what is wrong is told with its places; an unknown portal is not there")
    void wrong() {
        assertThat(file(request(ticket()).put("supportGroup", "GONE").put("description", " "))
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.pointer"))
                .isEqualTo(List.of("/supportGroup", "/description"));
        assertThat(file(request(ticket()).put("type", "COMPLAINT")).statusCode())
                .isEqualTo(400);
        assertThat(file(request(ticket()).put("portal", "nowhere")).statusCode())
                .isEqualTo(404);
        assertThat(file(Json.MAPPER.createObjectNode()).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("A9, H1: a lead files for their own groups alone, in their own name, and sees the requests of these")
    void ownGroups() {
        PersonToken lead = PersonToken.of("user:lea", CPC).roles("lead").groups("G2");
        ObjectNode own = request(ticket()).put("supportGroup", "G2");
        Response others = as(lead).body(request(ticket()).toString()).post("/v1/requests");
        assertThat(others.statusCode()).isEqualTo(400);
        assertThat(others.jsonPath().getList("errors.pointer")).isEqualTo(List.of("/supportGroup"));
        file(request(ticket())).then().statusCode(202);

        String id = as(lead).body(own.toString()).post("/v1/requests").path("requestId");

        assertThat(Wire.data(published(id)).get("identity").textValue()).isEqualTo("user:lea");
        assertThat(as(lead).get("/v1/portals/{cpc}/requests", CPC).jsonPath().getList("items.supportGroup"))
                .isNotEmpty()
                .containsOnly("G2");
    }

    @Test
    @DisplayName("A9, H1, B4: of a ticket of another group nobody learns what its customer said, NO or not")
    void ticketsOfOthers() {
        PersonToken agent = PersonToken.of("user:ada", CPC).roles("agent").groups("G2");
        Survey no = sent(new Survey().with("portal", CPC).with("contactChoice", "NO"), "RECORDED");
        Survey yes = sent(new Survey().with("portal", CPC).with("contactChoice", "YES"), "RECORDED");
        Survey own = sent(
                new Survey().with("portal", CPC).with("contactChoice", "NO").with("supportGroup", "G2"), "RECORDED");

        List<JsonPath> answers = Stream.of(no, yes)
                .map(survey -> as(agent)
                        .body(request(survey.ticket()).put("supportGroup", "G2").toString())
                        .post("/v1/requests")
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath())
                .toList();

        assertThat(answers.get(0).prettify()).isEqualTo(answers.get(1).prettify());
        assertThat(answers.get(0).getList("errors.pointer")).isEqualTo(List.of("/ticketId"));
        assertThat(as(agent)
                        .body(request(own.ticket()).put("supportGroup", "G2").toString())
                        .post("/v1/requests")
                        .statusCode())
                .isEqualTo(409);
        assertThat(as(agent)
                        .body(request(ticket()).put("supportGroup", "G2").toString())
                        .post("/v1/requests")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    @DisplayName("A9: a program files by the same rule over Kafka; what is refused is a dead letter with the reason")
    void command() {
        Survey no = sent(new Survey().with("portal", CPC).with("contactChoice", "NO"), "RECORDED");
        String ticket = ticket();
        String refused = UUID.randomUUID().toString();
        String wrong = UUID.randomUUID().toString();
        try (Wire wire = new Wire()) {
            wire.send(command(UUID.randomUUID().toString(), request(ticket)));
            wire.send(command(refused, request(no.ticket())));
            wire.send(command(wrong, request(ticket()).put("supportGroup", "GONE")));

            JsonNode filed = Wire.data(wire.records(
                            Topics.RECORDED,
                            r -> ticket.equals(Wire.data(r).path("ticketId").asText()),
                            1)
                    .get(0));
            assertThat(filed.get("identity").textValue()).isEqualTo("program:crm");
            assertThat(reason(wire, refused)).contains("asked not to be contacted");
            assertThat(reason(wire, wrong)).contains("unknown support group GONE");
        }
    }

    @Test
    @DisplayName(
            "A9: a customer who wants no surveys is told of once, whatever the case of their address, until it is lifted")
    void optOuts() {
        String name = "Kim." + UUID.randomUUID();
        String email = (name + "@example.com").toLowerCase(Locale.ROOT);
        assertThat(optOut("", "{\"email\":\"" + name + "@Example.com\",\"reason\":\"She said so\"}"))
                .isEqualTo(204);
        assertThat(optOut("", "{\"email\":\"" + email + "\"}")).isEqualTo(204);
        assertThat(optOut("/lift", "{\"email\":\"" + email + "\"}")).isEqualTo(204);
        assertThat(optOut("/lift", "{\"email\":\"" + email + "\"}")).isEqualTo(204);
        assertThat(optOut("", "{\"phone\":\"+49 (555) 0100-77\"}")).isEqualTo(204);
        assertThat(optOut("", "{\"phone\":\"0555 0100\"}")).isEqualTo(400);
        assertThat(optOut("", "{\"email\":\"a@b.example\",\"id\":\"c-1\"}")).isEqualTo(400);

        try (Wire wire = new Wire()) {
            List<ConsumerRecord<byte[], byte[]>> told = wire.records(
                    Topics.RECORDED,
                    r -> email.equals(Wire.data(r).path("email").asText()),
                    2);
            assertThat(told)
                    .extracting(r -> Wire.header(r, "ce_type"))
                    .containsExactly(EventTypes.CUSTOMER_OPTED_OUT, EventTypes.CUSTOMER_OPTED_IN);
            assertThat(told).extracting(r -> new String(r.key(), UTF_8)).containsOnly(CPC);
            assertThat(wire.records(
                            Topics.RECORDED,
                            r -> "+49555010077"
                                    .equals(Wire.data(r).path("phone").asText()),
                            1))
                    .hasSize(1);
        }
        assertThat(WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, CPC))
                .extracting(entry -> entry.get("what").asText())
                .contains("CUSTOMER_OPTED_OUT", "CUSTOMER_OPTED_IN");
        assertThat(WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, CPC)
                        .toString())
                .doesNotContainIgnoringCase(name);
    }

    @Test
    @DisplayName(
            "A9, H1: who wants no surveys is listed with who said so and why, and found by exact contact; for admins and"
                    + " auditors alone")
    void listsOptOuts() {
        String email = "kim-" + UUID.randomUUID() + "@example.com";
        String id = "c-" + UUID.randomUUID();
        assertThat(optOut("", "{\"email\":\"" + email + "\",\"reason\":\"She said so\"}"))
                .isEqualTo(204);
        assertThat(optOut("", "{\"id\":\"" + id + "\"}")).isEqualTo(204);

        JsonPath newest = optOuts("?size=2");
        assertThat(newest.getList("items.id")).startsWith(id);
        assertThat(newest.getList("items.email")).contains(email);
        assertThat(newest.getInt("total")).isGreaterThanOrEqualTo(2);
        JsonPath found = optOuts("?email=" + email.toUpperCase(Locale.ROOT));
        assertThat(found.getInt("total")).isEqualTo(1);
        assertThat(found.getString("items[0].reason")).isEqualTo("She said so");
        assertThat(found.getString("items[0].author")).isNotBlank();
        assertThat(optOuts("?id=nobody-" + id).getInt("total")).isZero();
        assertThat(optOuts("?phone=0555").getString("errors[0].pointer")).isEqualTo("?phone");

        as(PersonToken.of("user:lee", CPC).roles("lead"))
                .get("/v1/portals/" + CPC + "/opt-outs")
                .then()
                .statusCode(404);
        as(PersonToken.of("user:ann", CPC).roles("auditor"))
                .get("/v1/portals/" + CPC + "/opt-outs?id=" + id)
                .then()
                .statusCode(200);

        assertThat(optOut("/lift", "{\"id\":\"" + id + "\"}")).isEqualTo(204);
        assertThat(optOuts("?id=" + id).getInt("total")).isZero();
    }

    private static JsonPath optOuts(String query) {
        return Door.open().get("/v1/portals/" + CPC + "/opt-outs" + query).jsonPath();
    }

    private static ObjectNode request(String ticket) {
        return Json.MAPPER
                .createObjectNode()
                .put("portal", CPC)
                .put("ticketId", ticket)
                .put("supportGroup", "G1")
                .put("type", "NEGATIVE_REVIEW_RECOVERY")
                .put("format", "CALL")
                .put("description", "Kim is upset: twice the wrong part")
                .put("author", "Robin Desk");
    }

    private static String ticket() {
        return "T-" + UUID.randomUUID();
    }

    private static Response file(ObjectNode body) {
        return Door.open().body(body.toString()).post("/v1/requests");
    }

    private static io.restassured.specification.RequestSpecification as(PersonToken person) {
        return Door.open().header(PersonToken.HEADER, person.signed());
    }

    private static JsonPath listed(String query) {
        return Door.open().get("/v1/portals/" + CPC + "/requests" + query).jsonPath();
    }

    private static int optOut(String more, String body) {
        return Door.open()
                .body(body)
                .post("/v1/portals/" + CPC + "/opt-outs" + more)
                .statusCode();
    }

    private static ConsumerRecord<byte[], byte[]> published(String id) {
        try (Wire wire = new Wire()) {
            return wire.records(
                            Topics.RECORDED,
                            r -> id.equals(Wire.data(r).path("requestId").asText()),
                            1)
                    .get(0);
        }
    }

    private static ProducerRecord<byte[], byte[]> command(String eventId, ObjectNode body) {
        ProducerRecord<byte[], byte[]> record =
                Wire.binary(Topics.COMMANDS, null, eventId, body.toString().getBytes(UTF_8));
        record.headers().remove("ce_type").add("ce_type", EventTypes.REQUEST_FILE.getBytes(UTF_8));
        return record;
    }

    private static String reason(Wire wire, String eventId) {
        ConsumerRecord<byte[], byte[]> letter = wire.records(
                        Topics.deadLetters(Topics.COMMANDS, "requests").name(),
                        r -> eventId.equals(Wire.header(r, "ce_id")),
                        1)
                .get(0);
        StringBuilder all = new StringBuilder();
        letter.headers().forEach(h -> all.append(new String(h.value(), UTF_8)).append('\n'));
        return all.toString();
    }
}
