package io.amends.alerting.loop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.alerting.Decisions;
import io.amends.alerting.candidate.DecidedConsumer;
import io.amends.contracts.Customer;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.FaultySmtp;
import io.amends.local.testing.FaultySmtp.SmtpReply;
import io.amends.local.testing.FaultySmtp.Step;
import io.amends.local.testing.Logged;
import io.amends.local.testing.Traces;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a delivery when the mail server goes wrong. One worker sends; the server goes wrong once. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(value = FaultyMailServer.class, restrictToAnnotatedClass = true)
class MailFaultsTest {
    FaultySmtp server;

    @Inject
    Scene scene;

    @Inject
    EventProducer producer;

    @Test
    @DisplayName("C9: a mail that is taken is sent once, though the server hangs at QUIT")
    void hangsAtQuit() {
        server.once(Step.QUIT, server.freezes());

        JsonPath delivery = delivered("SENT");

        assertThat(delivery.getList("attempts.outcome")).containsExactly("SENT");
        assertThat(mailsOf(delivery)).hasSize(1);
    }

    @Test
    @DisplayName("C9: a server that sends a byte from time to time fails the attempt, and its worker sends on")
    void trickles() {
        server.once(Step.TAKEN, SmtpReply.trickles());

        JsonPath delivery = delivered("SENT");

        assertThat(delivery.getList("attempts.outcome")).containsExactly("FAILED", "SENT");
        assertThat(delivery.getString("attempts[0].error")).startsWith("SocketTimeoutException: ");
        assertThat(mailsOf(delivery)).hasSize(2);
    }

    @Test
    @DisplayName("C9: a connection lost after the data leaves open whether the mail was taken: the same one goes again")
    void dropsAfterData() {
        server.once(Step.TAKEN, SmtpReply.drops());

        JsonPath delivery = delivered("SENT");

        assertThat(delivery.getList("attempts.outcome")).containsExactly("FAILED", "SENT");
        assertThat(mailsOf(delivery))
                .hasSize(2)
                .allMatch(mail -> mail.contains("\nMessage-ID: <" + delivery.getString("digestId") + "@localhost>\n"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA", "TAKEN"})
    @DisplayName("C9: what is refused with 4yz, whatever its words say, is tried again")
    void refusedForNow(Step step) {
        server.once(step, SmtpReply.says("451 4.3.0 the server behind said: 550 try later"));

        JsonPath delivery = delivered("SENT");

        assertThat(delivery.getList("attempts.outcome")).containsExactly("FAILED", "SENT");
        assertThat(delivery.getString("attempts[0].error")).contains("451 4.3.0 the server behind said");
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA", "TAKEN"})
    @DisplayName("C9: what is refused with 5yz has failed at once, and says why")
    void refusedForGood(Step step) {
        server.once(step, SmtpReply.says("554 5.7.1 not here"));

        JsonPath delivery = delivered("FAILED");

        assertThat(delivery.getList("attempts.outcome")).containsExactly("FAILED");
        assertThat(delivery.getString("error")).contains("554 5.7.1 not here");
    }

    @Test
    @DisplayName("G3: what the server says of a recipient is in the attempt, and not in the log")
    void namesNobodyInTheLog() {
        server.once(Step.RCPT, SmtpReply.says("550 5.1.1 <somebody@quirinus.example> is not here"));

        try (Logged logged = new Logged()) {
            JsonPath delivery = delivered("FAILED");

            assertThat(delivery.getString("error")).contains("somebody@quirinus.example");
            assertThat(logged.text()).doesNotContain("quirinus", delivery.getString("address"));
        }
    }

    @Test
    @DisplayName("G3, H6: sent, failing or undecidable: no log, no metric and no link of a mail names a customer")
    void namesNoCustomer() throws Exception {
        try (Traces traces = new Traces()) {
            server.once(Step.RCPT, SmtpReply.says("451 4.3.0 <" + Traces.EMAIL + "> is asked again"));
            server.once(Step.TAKEN, SmtpReply.drops());
            DecisionBuilder decision = Decisions.about("r")
                    .customer(new Customer(
                            "c-9", Traces.NAME, Traces.EMAIL, Traces.PHONE, Traces.NAME, null, null, Traces.NAME))
                    .with(response -> response.comment(Traces.COMMENT));

            JsonPath delivery = delivered("SENT", decision);

            assertThat(delivery.getList("attempts.outcome")).containsExactly("FAILED", "FAILED", "SENT");
            undecidable(decision.build());
            assertThat(traces.log()).contains("dead letter from");
            assertThat(traces.logged()).isEmpty();
            assertThat(Traces.in(given().get("/q/metrics").asString())).isEmpty();
            String text = DigestMails.text(new MimeMessage(
                    null, new ByteArrayInputStream(mailsOf(delivery).get(0).getBytes(StandardCharsets.ISO_8859_1))));
            assertThat(text).contains(Traces.NAME, "http://");
            assertThat(Traces.inAddresses(text)).isEmpty();
        }
    }

    /** Sends a decision that has texts where others belong, and waits until it is a dead letter. */
    private void undecidable(RecoveryDecided decision) {
        String id = UUID.randomUUID().toString();
        ObjectNode data = Json.MAPPER.valueToTree(decision);
        data.put("responseVersion", Traces.COMMENT).put("received", Traces.NAME).put("customer", Traces.PHONE);
        producer.sendAll(List.of(OutboundEvent.of(Topics.DECIDED, id, id, EventTypes.RECOVERY_DECIDED, data)));
        await().atMost(Scene.SOON)
                .until(() -> WholeTopic.read(
                                Brokers.shared().bootstrap(),
                                Topics.deadLetters(Topics.DECIDED, DecidedConsumer.NAME)
                                        .name())
                        .stream()
                        .anyMatch(letter ->
                                letter.key() != null && id.equals(new String(letter.key(), StandardCharsets.UTF_8))));
    }

    private JsonPath delivered(String state) {
        return delivered(state, Decisions.about("r"));
    }

    /** The one delivery of a new portal, as soon as it has come to that end. */
    private JsonPath delivered(String state, DecisionBuilder decision) {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, decision.received("2026-11-20T08:00:00Z").group("APAC"));
        given().header("Authorization", "Bearer " + Keys.ALL)
                .contentType("application/json")
                .body(Map.of("at", "2026-11-20T09:00:00Z"))
                .post("/v1/portals/" + cpc + "/digests/run")
                .then()
                .statusCode(200);
        await().atMost(Scene.SOON).until(() -> !List.of("QUEUED", "SENDING")
                .contains(delivery(cpc).get("state")));
        JsonPath delivery = delivery(cpc);
        assertThat(delivery.getString("state")).isEqualTo(state);
        return delivery;
    }

    private static JsonPath delivery(String cpc) {
        return given().header("Authorization", "Bearer " + Keys.ALL)
                .get("/v1/portals/" + cpc + "/deliveries")
                .jsonPath()
                .setRootPath("items[0]");
    }

    private List<String> mailsOf(JsonPath delivery) {
        return server.mails().stream()
                .filter(mail -> mail.contains("\nTo: " + delivery.getString("address") + "\n"))
                .toList();
    }
}
