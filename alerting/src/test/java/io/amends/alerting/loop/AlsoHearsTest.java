package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static io.amends.alerting.loop.TextMessagesTest.deliveries;
import static io.amends.alerting.loop.TextMessagesTest.mobile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.alerting.loop.TextServer.PostedText;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whom a rule names beside those who take care of a case: they hear of it by every way, and once (B5). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class AlsoHearsTest {
    private static final String NAMED = "named";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String NOW_RECEIVED = "2026-11-20T11:59:00Z";
    private static final String NEXT = "2026-11-21T09:00:00Z";

    TextServer texts;
    DigestMails mails;

    @Inject
    Scene scene;

    @Inject
    DeliveryRows rows;

    @Inject
    TestClock clock;

    @AfterEach
    void realTime() {
        clock.set(null);
    }

    @Test
    @DisplayName(
            "B5, C1, C3: the case is in the digest of whom a rule names, once and marked, and counts in their text message;"
                    + " who is of its group hears once as well")
    void digest() throws Exception {
        String number = mobile();
        String cpc = portal(number, Map.of());
        scene.decided(
                cpc,
                inPeriod("vip").also(NAMED, "VIP by phone").also("lead", "VIP by phone"),
                inPeriod("usual"),
                inPeriod("no").refused().also(NAMED, "VIP by phone"));

        JsonPath run = DigestApi.run(cpc, AT, false);

        assertThat(run.getList("digests.contactId")).containsExactly("also", "lead", NAMED);
        assertThat(DigestApi.listed(run, NAMED)).containsExactly("vip");
        assertThat(DigestApi.item(run, NAMED, "vip").getList("marks")).containsExactly("ALSO");
        assertThat(DigestApi.detail(run, NAMED).getInt("refused")).isZero();
        assertThat(DigestApi.listed(run, "lead")).containsExactlyInAnyOrder("vip", "usual");
        assertThat(DigestApi.item(run, "lead", "vip").getList("marks")).isEmpty();
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 4));
        MimeMessage mail = mails.one(NAMED + "@" + cpc + ".example");
        assertThat(mail.getSubject()).isEqualTo("1 customer to contact (Network)");
        assertThat(DigestMails.text(mail)).contains("[By the rule “VIP by phone”]", "one of its rules names you");
        assertThat(texts.to(number)).hasSize(1);

        scene.decided(cpc, inPeriod("vip").version(2).also(NAMED, "VIP by phone"));
        assertThat(DigestApi.run(cpc, NEXT, true).getList("digests")).isEmpty();
    }

    @Test
    @DisplayName(
            "B5, C7: whom a rule names is told at once, by mail and text message, once; the digest marks it, and a decision"
                    + " that names them no more is not told")
    void atOnce() throws Exception {
        clock.set(NOON);
        String number = mobile();
        String cpc = portal(number, Map.of());

        scene.decided(cpc, urgent("vip").also(NAMED, "VIP").also("also", "VIP"));

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 4));
        assertThat(told(cpc)).containsExactlyInAnyOrder("also", "lead", NAMED, NAMED);
        assertThat(DigestMails.text(mails.one(NAMED + "@" + cpc + ".example")))
                .contains("the rule “VIP” names you", "the link in the digest that lists the case opens it");
        assertThat(texts.to(number))
                .extracting(PostedText::body)
                .containsExactly("Acme AG: a customer of Network rated 1 of 5. Ticket T-vip.");

        scene.decided(
                cpc,
                urgent("vip").version(2).also(NAMED, "VIP"),
                urgent("later").also(NAMED, "VIP"));
        await().atMost(Scene.SOON)
                .until(() ->
                        rows.one("SELECT count(*) FROM immediate_case WHERE contact_id = 'named' AND portal = ?", cpc)
                                == 4);
        scene.decided(cpc, urgent("later").version(2));
        clock.set(NOON.plusSeconds(301));
        await().atMost(Scene.SOON)
                .until(() ->
                        rows.one("SELECT count(*) FROM immediate_case WHERE contact_id = 'named' AND portal = ?", cpc)
                                == 2);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 6));
        assertThat(told(cpc)).filteredOn(NAMED::equals).hasSize(2);

        clock.set(Instant.parse(NEXT).plusSeconds(10));
        JsonPath run = DigestApi.run(cpc, NEXT, false);
        assertThat(DigestApi.listed(run, NAMED)).containsExactly("vip");
        assertThat(DigestApi.item(run, NAMED, "vip").getString("alertedAt")).isNotNull();
        assertThat(DigestApi.item(run, NAMED, "vip").getList("marks")).containsExactly("ALSO");
    }

    @Test
    @DisplayName(
            "B5, C10: the quiet time of whom a rule names holds what they hear, and nothing of what the others hear")
    void quiet() {
        clock.set(NOON);
        String cpc = portal(mobile(), Map.of("quietHours", Map.of("from", "11:00", "to", "13:00")));

        scene.decided(cpc, urgent("vip").also(NAMED, "VIP"));

        await().atMost(Scene.SOON)
                .until(() -> deliveries(cpc, "state=SENT").getInt("total") == 2
                        && deliveries(cpc, "state=HELD").getInt("total") == 2);
        assertThat(deliveries(cpc, "state=HELD").getList("items.contactId")).containsOnly(NAMED);
        clock.set(NOON.plusSeconds(3_600));
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 4));
    }

    private static List<String> told(String cpc) {
        return deliveries(cpc, "state=SENT").getList("items.contactId");
    }

    private static DecisionBuilder inPeriod(String response) {
        return Decisions.about(response).received(IN_PERIOD);
    }

    private static DecisionBuilder urgent(String response) {
        return Decisions.about(response).received(NOW_RECEIVED).alert(Alert.IMMEDIATE);
    }

    /** The usual portal, with a contact who is in none of its groups. */
    private String portal(String number, Map<String, Object> more) {
        String cpc = scene.portal(Map.of());
        Map<String, Object> contact = new HashMap<>(more);
        contact.put("mobile", number);
        scene.contact(cpc, NAMED, contact);
        scene.changed(cpc, Map.of("name", "Acme AG"));
        return cpc;
    }
}
