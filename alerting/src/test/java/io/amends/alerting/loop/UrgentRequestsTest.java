package io.amends.alerting.loop;

import static io.amends.contracts.testing.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.Delivered;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.TicketKey;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.RequestBuilder;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Urgent requests alert the manager at once (A9, C7). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class UrgentRequestsTest {
    DigestMails mails;

    @Inject
    Scene scene;

    @Inject
    EventProducer producer;

    @Inject
    DeliveryRows rows;

    @Test
    @DisplayName("A9, C7: an urgent request is one mail to the manager at once, on a weekend too; others are none")
    void manager() throws Exception {
        String cpc = portal(Map.of("weekendAlerts", false));
        String urgent = UUID.randomUUID().toString();
        filed(request(UUID.randomUUID().toString()), cpc, "MANAGED");
        filed(request(urgent).urgent(), cpc, "MANAGED");
        filed(request(urgent).urgent(), cpc, "MANAGED"); // the same, as another delivery

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        // What comes behind it is sent alone, so that nothing of before is on its way any more.
        filed(request(UUID.randomUUID().toString()).urgent().positive(), cpc, "MANAGED");
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));
        List<MimeMessage> sent = mails.to(cpc);
        assertThat(sent).hasSize(2);
        MimeMessage mail = sent.get(0);
        assertThat(mail.getAllRecipients()[0]).hasToString("boss@" + cpc + ".example");
        assertThat(mail.getSubject()).isEqualTo("Urgent: a customer of Managed needs a call (ticket T-1)");
        assertThat(DigestMails.text(mail))
                .contains(
                        "Robin Desk asks you to call the customer of ticket T-1, who is unhappy.",
                        "> Twice the wrong part was sent.",
                        "> When does the right one come?",
                        "/service-recovery-notes?cpc=" + cpc + "&rgid=MANAGED&tid=T-1")
                .doesNotContain("{");
        assertThat(WholeTopic.read(Brokers.shared().bootstrap(), Topics.DELIVERIES, cpc + ":T-1"))
                .first()
                .satisfies(told -> assertThat(
                                Json.MAPPER.treeToValue(told, Delivered.class).digestId())
                        .isNull());
    }

    @Test
    @DisplayName(
            "A9: without a manager the lead and who is alerted too hear of it, and without these the portal's admins")
    void others() throws Exception {
        String cpc = portal(Map.of());
        filed(request(UUID.randomUUID().toString()).urgent(), cpc, "NET");
        filed(request(UUID.randomUUID().toString()).urgent(), cpc, "LONE");

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 3));
        assertThat(mails.to(cpc))
                .extracting(mail -> mail.getAllRecipients()[0].toString())
                .containsExactlyInAnyOrder(
                        "lead@" + cpc + ".example", "also@" + cpc + ".example", "admin@" + cpc + ".example");
        assertThat(DigestMails.text(mails.one("admin@" + cpc + ".example")))
                .contains("nobody of Lonely can be reached by mail");
    }

    @Test
    @DisplayName("A9, C11: the mail is in the reader's language")
    void german() throws Exception {
        String cpc = portal(Map.of());
        scene.entry(
                cpc,
                "contact",
                "boss",
                Map.of("name", "Bo Boss", "email", "boss@" + cpc + ".example", "language", "de-AT"));
        scene.changed(cpc, Map.of("name", "Acme AG"));
        filed(request(UUID.randomUUID().toString()).urgent(), cpc, "MANAGED");

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        MimeMessage mail = mails.one("boss@" + cpc + ".example");
        assertThat(mail.getSubject()).isEqualTo("Dringend: Ein Kunde von Managed braucht einen Anruf (Ticket T-1)");
        assertThat(DigestMails.text(mail)).contains("bittet Sie, den Kunden von Ticket T-1 anzurufen", "Fall öffnen");
    }

    @Test
    @DisplayName("H1, C9: an alert is listed for its recipient and for the lead of its group, and sent again once more")
    void listed() {
        String cpc = portal(Map.of());
        filed(request(UUID.randomUUID().toString()).urgent(), cpc, "MANAGED");
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));

        assertThat(total(PersonToken.of("user:lea", cpc).roles("lead").groups("MANAGED"), cpc))
                .isEqualTo(1);
        assertThat(total(PersonToken.of("user:bo", cpc).roles("agent").contact("boss"), cpc))
                .isEqualTo(1);
        assertThat(total(PersonToken.of("user:lou", cpc).roles("lead").groups("NET"), cpc))
                .isZero();
        String id = as(PersonToken.admin("user:ada", cpc))
                .get("/v1/portals/{cpc}/deliveries", cpc)
                .path("items[0].id");
        as(PersonToken.admin("user:ada", cpc))
                .post("/v1/deliveries/{id}/resend", id)
                .then()
                .statusCode(202);
        await().atMost(Scene.SOON).until(() -> mails.to(cpc).size() == 2);
    }

    private String portal(Map<String, Object> more) {
        String cpc = scene.portal(more);
        scene.entry(cpc, "contact", "boss", Map.of("name", "Bo Boss", "email", "boss@" + cpc + ".example"));
        scene.entry(cpc, "group", "MANAGED", Map.of("name", "Managed", "supportLead", "lead", "manager", "boss"));
        return cpc;
    }

    private void filed(RequestBuilder builder, String cpc, String group) {
        RequestFiled request = builder.portal(cpc).group(group).build();
        producer.sendAll(List.of(OutboundEvent.of(
                Topics.RECORDED,
                TicketKey.of(cpc, request.ticketId(), ""),
                UUID.randomUUID().toString(),
                EventTypes.REQUEST_FILED,
                request)));
    }

    private static int total(PersonToken person, String cpc) {
        return as(person).get("/v1/portals/{cpc}/deliveries", cpc).path("total");
    }

    private static io.restassured.specification.RequestSpecification as(PersonToken person) {
        return RestAssured.given().auth().oauth2(Keys.ALL).header(PersonToken.HEADER, person.signed());
    }
}
