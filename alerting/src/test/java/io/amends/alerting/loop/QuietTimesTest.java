package io.amends.alerting.loop;

import static io.amends.alerting.loop.TextMessagesTest.deliveries;
import static io.amends.alerting.loop.TextMessagesTest.mobile;
import static io.amends.contracts.testing.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.alerting.loop.TextServer.PostedText;
import io.amends.contracts.EventTypes;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.TicketKey;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What quiet time does to digests, to the text messages beside them and to urgent requests (C10). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class QuietTimesTest {
    /** A minute after the alert instant, in quiet time. */
    private static final Instant NOW = Instant.parse("2026-11-20T09:01:00Z");

    private static final Instant OVER = Instant.parse("2026-11-20T10:00:00Z");
    private static final Map<String, Object> HOURS = Map.of("from", "22:00", "to", "10:00");

    TextServer texts;
    DigestMails mails;

    @Inject
    Scene scene;

    @Inject
    ClosedCases cases;

    @Inject
    EventProducer producer;

    @Inject
    DeliveryRows rows;

    @Inject
    TestClock clock;

    @BeforeEach
    void morning() {
        clock.set(NOW);
    }

    @AfterEach
    void real() {
        clock.set(null);
    }

    @Test
    @DisplayName(
            "C10: the portal's quiet time holds the text message, not the digest, and the message counts what is left")
    void text() {
        String number = mobile();
        String cpc = portal(Map.of("mobile", number), Map.of("quietHours", HOURS));
        scene.decided(cpc, one("a"), one("b"), one("c"), one("no"));

        DigestApi.run(cpc, Scene.AT, false);

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        assertThat(deliveries(cpc, "channel=SMS&state=HELD").getList("items.until"))
                .containsExactly(OVER.toString());
        cases.closed(cpc, "a", NOW);
        DecisionBuilder refused = one("no");
        refused.version(2);
        refused.refused();
        scene.decided(cpc, refused);
        clock.set(OVER);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));
        assertThat(said(number)).containsExactly("Acme AG: 2 unhappy customers to contact. Your email has the report.");
    }

    @Test
    @DisplayName("C10: where nothing is left the text message is not sent; what was reopened counts")
    void nothingLeft() {
        String number = mobile();
        String cpc = portal(Map.of("mobile", number), Map.of("quietHours", HOURS));
        scene.decided(cpc, one("a"));
        DigestApi.run(cpc, Scene.AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        cases.closed(cpc, "a", NOW);
        clock.set(OVER);
        await().atMost(Scene.SOON)
                .until(() -> deliveries(cpc, "channel=SMS&state=SKIPPED").getInt("total") == 1);
        assertThat(deliveries(cpc, "channel=SMS").getList("items.why")).containsExactly("NOTHING_LEFT");
        String digest = deliveries(cpc, "channel=SMS").getString("items[0].digestId");
        await().atMost(Scene.SOON).untilAsserted(() -> assertThat(
                        WholeTopic.read(Brokers.shared().bootstrap(), Topics.DELIVERIES, digest))
                .filteredOn(told -> told.path("channel").asText().equals("SMS"))
                .extracting(told -> told.path("why").asText())
                .containsExactly("QUIET_TIME", "NOTHING_LEFT"));

        clock.set(NOW);
        String other = portal(Map.of("mobile", number), Map.of("quietHours", HOURS));
        scene.decided(other, one("a"));
        DigestApi.run(other, Scene.AT, false);
        cases.closed(other, "a", NOW);
        cases.reopened(other, "a", NOW.plusSeconds(5));
        clock.set(OVER);
        await().atMost(Scene.SOON).until(() -> rows.allSent(other, 2));
        assertThat(said(number)).hasSize(1);
    }

    @Test
    @DisplayName("C10: a contact's own quiet time over the alert time holds the digest, which marks what was solved"
            + " meanwhile")
    void digest() throws Exception {
        String cpc = portal(Map.of("quietHours", HOURS), Map.of());
        DecisionBuilder refused = one("no");
        scene.decided(cpc, one("a"), one("b"), refused);

        DigestApi.run(cpc, Scene.AT, false);

        assertThat(deliveries(cpc, "channel=EMAIL").getList("items.state")).containsExactly("HELD");
        cases.closed(cpc, "a", NOW);
        refused.version(2);
        refused.refused();
        scene.decided(cpc, refused);
        clock.set(OVER);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        MimeMessage mail = mails.one("also@" + cpc + ".example");
        assertThat(mail.getSubject()).startsWith("2 customers to contact");
        assertThat(DigestMails.text(mail)).containsOnlyOnce("[Solved");
        assertThat(deliveries(cpc, "channel=EMAIL").getInt("total")).isEqualTo(1);
    }

    @Test
    @DisplayName("C10: what was held goes to its contact's addresses of now")
    void moved() {
        String number = mobile();
        String other = mobile();
        String cpc = portal(Map.of("mobile", number, "quietHours", HOURS), Map.of("quietHours", HOURS));
        scene.decided(cpc, one("a"));
        DigestApi.run(cpc, Scene.AT, false);
        assertThat(deliveries(cpc, "state=HELD").getInt("total")).isEqualTo(2);
        String mailbox = "moved@" + cpc + ".example";
        scene.contact(cpc, "also", Map.of("mobile", other, "email", mailbox, "quietHours", HOURS));
        scene.changed(cpc, Map.of("name", "Acme GmbH", "quietHours", HOURS));

        clock.set(OVER);

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));
        assertThat(said(number)).isEmpty();
        assertThat(said(other)).hasSize(1);
        assertThat(mails.to(cpc)).hasSize(1);
        assertThat(mails.one(mailbox)).isNotNull();
    }

    @Test
    @DisplayName(
            "C10: an urgent request waits for the end of quiet time, each for itself, but not where its case is closed")
    void urgent() {
        String number = mobile();
        String cpc = portal(Map.of("mobile", number), Map.of("quietHours", HOURS));
        filed(cpc, "T-open");
        filed(cpc, "T-done");
        await().atMost(Scene.SOON).until(() -> deliveries(cpc, "state=HELD").getInt("total") == 4);
        cases.closed(cpc, "done", Instant.now().plusSeconds(60));

        clock.set(OVER);

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));
        assertThat(said(number))
                .containsExactly("Acme AG: urgent. Robin Desk asks you to call a customer of Asia. Ticket T-open.");
        await().atMost(Scene.SOON).until(() -> deliveries(cpc, "state=SKIPPED").getInt("total") == 2);
    }

    private void filed(String cpc, String ticket) {
        RequestFiled request = request(UUID.randomUUID().toString())
                .urgent()
                .portal(cpc)
                .group("APAC")
                .ticket(ticket, Ids.ofCase(cpc, ticket))
                .build();
        producer.sendAll(List.of(OutboundEvent.of(
                Topics.RECORDED,
                TicketKey.of(cpc, request.ticketId(), ""),
                UUID.randomUUID().toString(),
                EventTypes.REQUEST_FILED,
                request)));
    }

    private static DecisionBuilder one(String response) {
        return Decisions.about(response).received(Scene.IN_PERIOD).group("APAC");
    }

    private List<String> said(String number) {
        return texts.to(number).stream().map(PostedText::body).toList();
    }

    @Test
    @DisplayName(
            "A7, C10: while all admins have quiet time dead deliveries are gathered, and told by one mail behind it")
    void gathered() {
        String cpc = portal(Map.of(), Map.of("quietHours", HOURS));
        scene.decided(cpc, one("a"), Decisions.about("b").received(Scene.IN_PERIOD));
        DigestApi.run(cpc, Scene.AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));

        dies(cpc, "also");
        await().during(Duration.ofSeconds(2)).until(() -> notices(cpc) == 0);
        dies(cpc, "lead");
        clock.set(OVER);

        await().atMost(Scene.SOON).until(() -> notices(cpc) == 1);
        assertThat(deliveries(cpc, "contact=admin").getList("items.subject"))
                .containsExactly("2 messages did not go out");
    }

    private void dies(String cpc, String contact) {
        rows.change("UPDATE delivery SET state = 'FAILED' WHERE portal = ? AND contact_id = '" + contact + "'", cpc);
    }

    private int notices(String cpc) {
        return deliveries(cpc, "contact=admin").getInt("total");
    }

    private String portal(Map<String, Object> contact, Map<String, Object> more) {
        String cpc = scene.portal(Map.of());
        scene.contact(cpc, "also", contact);
        Map<String, Object> preferences = new HashMap<>(more);
        preferences.put("name", "Acme AG");
        scene.changed(cpc, preferences);
        return cpc;
    }
}
