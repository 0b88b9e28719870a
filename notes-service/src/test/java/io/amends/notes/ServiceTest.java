package io.amends.notes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.CaseView;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.TicketKey;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.notes.TestSubscriber.Heard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The running service with its Kafka and PostgreSQL, a portal {@code acme} in Berlin, and a ticket of its own per test. */
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "notes"),
        restrictToAnnotatedClass = false)
public abstract class ServiceTest {
    protected static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger TICKETS = new AtomicInteger();

    @Inject
    EventProducer producer;

    @Inject
    protected DirectoryView directory;

    @Inject
    protected Jdbi jdbi;

    protected final String ticket = "T " + TICKETS.incrementAndGet() + "/ü";
    protected final String response = "r-" + UUID.randomUUID();
    private TestSubscriber subscriber;

    @BeforeEach
    void portal() {
        entry("acme/portal/acme", Map.of("name", "Acme", "timeZone", "Europe/Berlin"));
        entry("acme/group/EMEA-NET", Map.of("name", "Network EMEA", "supportLead", "c-2"));
        entry("acme/group/EMEA-DB", Map.of("name", "Databases EMEA", "supportLead", "c-7"));
        entry("umbrella/portal/umbrella", Map.of("name", "Umbrella"));
        await().atMost(SOON).until(() -> directory.portal("umbrella") != null);
        subscriber = new TestSubscriber();
    }

    @AfterEach
    void silence() {
        subscriber.close();
    }

    /** An unhappy customer on this test's ticket. */
    protected DecisionBuilder unhappy() {
        return Decisions.decision().ticket(ticket).response(response);
    }

    protected void decided(DecisionBuilder... decisions) {
        send(Arrays.stream(decisions)
                .map(DecisionBuilder::build)
                .map(this::event)
                .toList());
    }

    protected OutboundEvent event(RecoveryDecided decision) {
        return OutboundEvent.of(
                Topics.DECIDED,
                TicketKey.of(decision.portal(), decision.ticketId(), decision.responseId()),
                decision.decisionId(),
                EventTypes.RECOVERY_DECIDED,
                decision);
    }

    protected void send(List<OutboundEvent> events) {
        producer.sendAll(events);
    }

    /** Sends decisions and waits until the last one is known. */
    protected void known(DecisionBuilder... decisions) {
        decided(decisions);
        RecoveryDecided last = decisions[decisions.length - 1].build();
        await().atMost(SOON)
                .until(() -> jdbi.withHandle(db -> db.createQuery(
                                        "SELECT count(*) FROM response WHERE response_id = :id AND response_version >= :version")
                                .bind("id", last.responseId())
                                .bind("version", last.responseVersion())
                                .mapTo(Integer.class)
                                .one())
                        > 0);
    }

    protected String openCase() {
        known(unhappy());
        return heard(1).get(0).data().at("/caseView/caseId").asText();
    }

    /** The events about this test's ticket, once there are that many; more than that fail the test. */
    protected List<Heard> heard(int count) {
        String key = TicketKey.of("acme", ticket, response);
        await().atMost(SOON).until(() -> subscriber.about(key).size() >= count);
        List<Heard> heard = subscriber.about(key);
        assertThat(heard).hasSize(count).allSatisfy(h -> assertThat(Schemas.errors(h.topic(), h.data()))
                .isEmpty());
        return heard;
    }

    protected Heard deadLetter(String topic, String consumer, String containing) {
        String dlq = Topics.deadLetters(topic, consumer).name();
        return await().atMost(SOON)
                .until(
                        () -> subscriber.on(dlq).stream()
                                .filter(h -> h.text().contains(containing))
                                .toList(),
                        letters -> !letters.isEmpty())
                .get(0);
    }

    protected RequestSpecification api() {
        return given().header("Authorization", "Bearer " + TestPortal.ALL).contentType("application/json");
    }

    protected ValidatableResponse note(String json) {
        return api().body(json)
                .post("/v1/portals/acme/responses/{id}/notes", response)
                .then();
    }

    protected ValidatableResponse close(String caseId, String json) {
        return api().body(json).post("/v1/cases/{id}/close", caseId).then();
    }

    protected CaseView read(String caseId) {
        return api().get("/v1/cases/{id}", caseId)
                .then()
                .statusCode(200)
                .extract()
                .as(CaseView.class);
    }

    protected static List<String> types(List<Heard> heard) {
        return heard.stream().map(Heard::type).toList();
    }

    protected static JsonNode json(ValidatableResponse response) {
        try {
            return Json.MAPPER.readTree(response.extract().asString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    protected void entry(String key, Map<String, Object> value) {
        send(List.of(OutboundEvent.of(Topics.DIRECTORY, key, UUID.randomUUID().toString(), "amends.entry", value)));
    }
}
