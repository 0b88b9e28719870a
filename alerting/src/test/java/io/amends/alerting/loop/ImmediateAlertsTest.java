package io.amends.alerting.loop;

import static io.amends.alerting.loop.TextMessagesTest.deliveries;
import static io.amends.alerting.loop.TextMessagesTest.mobile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.alerting.loop.TextServer.PostedText;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.local.testing.Brokers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is told at once, beside the digest (C7). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class ImmediateAlertsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");
    /** When the quiet time of these tests is over: before the next alert instant, so that no digest comes between. */
    private static final Instant OVER = Instant.parse("2026-11-20T08:45:00Z");

    /** The alert instant has passed, and the clock has not built its period yet. */
    private static final Instant AFTER_ALERT = Instant.parse("2026-11-20T09:00:10Z");

    private static final Map<String, Object> QUIET = Map.of("from", "08:00", "to", "08:45");
    private static final String RECEIVED = "2026-11-20T08:29:00Z";

    TextServer texts;
    DigestMails mails;

    @Inject
    Scene scene;

    @Inject
    ClosedCases cases;

    @Inject
    DeliveryRows rows;

    @Inject
    TestClock clock;

    @Inject
    MeterRegistry metrics;

    @Inject
    Jdbi jdbi;

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
            "C7: a YES is told at once by mail and text message with the clock of the day, and marked in the digest")
    void asked() throws Exception {
        String number = mobile();
        String cpc = portal(number, Map.of("immediateOnYes", true));

        scene.decided(
                cpc, Decisions.prefers("a", "call").asked().received(RECEIVED).group("APAC"));

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));
        MimeMessage mail = mails.one("also@" + cpc + ".example");
        assertThat(mail.getSubject())
                .isEqualTo("Kim Example, Example GmbH (Asia): asked for a call; due today 17:00, UTC time");
        assertThat(DigestMails.text(mail))
                .contains("Third time I had to call.", "/service-recovery-notes?cpc=" + cpc + "&rgid=APAC&tid=T-a")
                .doesNotContain("{");
        assertThat(said(number))
                .containsExactly(
                        "Acme AG: a customer of Asia asked for a call; due today 17:00, UTC time. Ticket T-a.");
        assertThat(metrics.timer("amends.immediate.handover", "channel", "SMS", "waited", "NOTHING")
                        .count())
                .isPositive();

        clock.set(AFTER_ALERT);
        JsonPath run = DigestApi.run(cpc, Scene.AT, false);
        assertThat(DigestApi.item(run, "also", "a").getString("alertedAt")).isNotNull();
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 4));
        assertThat(mails.to(cpc))
                .anySatisfy(sent -> assertThat(DigestMails.text(sent)).contains("[Alerted"));
    }

    @Test
    @DisplayName("C7: what comes in a burst is one message after five minutes that says how many; nobody hears anything"
            + " twice")
    void burst() {
        String number = mobile();
        String cpc = portal(number, Map.of());
        scene.decided(cpc, byRule("first"));
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));

        DecisionBuilder again = byRule("first");
        again.version(2);
        scene.decided(cpc, again);
        scene.decided(cpc, IntStream.range(0, 12).mapToObj(i -> byRule("b" + i)).toArray(DecisionBuilder[]::new));
        await().atMost(Scene.SOON)
                .until(() -> rows.one("SELECT count(*) FROM immediate_case WHERE portal = ?", cpc) == 26);
        assertThat(rows.one("SELECT count(*) FROM delivery WHERE portal = ?", cpc))
                .isEqualTo(2);
        clock.set(NOW.plusSeconds(301));

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 4));
        assertThat(said(number)).hasSize(2);
        assertThat(said(number).get(1))
                .isEqualTo("Acme AG: 12 customers to contact at once. The first rated 1 of 5. Your email lists them.");
        clock.set(NOW.plusSeconds(900));
        scene.decided(cpc, byRule("last"));
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 6));
        assertThat(said(number)).hasSize(3);
    }

    @Test
    @DisplayName(
            "C7: what the digest tells first, and what is replaced, taken back or solved while it waits, is told no"
                    + " more")
    void toldMeanwhile() {
        clock.set(AFTER_ALERT.minusSeconds(100));
        String number = mobile();
        String cpc = portal(number, Map.of());
        scene.decided(cpc, byRule("first"));
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));
        DecisionBuilder gone = byRule("gone");
        scene.decided(cpc, byRule("listed"), byRule("solved"), gone);
        await().atMost(Scene.SOON)
                .until(() -> rows.one("SELECT count(*) FROM immediate_case WHERE portal = ?", cpc) == 8);
        gone.version(2);
        gone.withdrawn();
        scene.decided(cpc, gone);
        cases.closed(cpc, "solved", NOW);
        clock.set(AFTER_ALERT);
        DigestApi.run(cpc, Scene.AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 4));

        clock.set(AFTER_ALERT.plusSeconds(300));

        await().atMost(Scene.SOON)
                .until(() -> rows.one("SELECT count(*) FROM immediate_case WHERE portal = ?", cpc) == 2);
        assertThat(rows.one("SELECT count(*) FROM delivery WHERE portal = ?", cpc))
                .isEqualTo(4);
    }

    @Test
    @DisplayName("C7, C9: after a crash that left it undone another round tells it, once, however many look")
    void crashed() throws Exception {
        String number = mobile();
        String cpc = portal(number, Map.of());
        scene.decided(cpc, byRule("a"));
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));

        // What a process leaves that died before it had noted that it has looked.
        rows.change("UPDATE candidate SET alert_open = TRUE WHERE portal = ?", cpc);

        await().atMost(Scene.SOON)
                .until(() -> rows.one("SELECT count(*) FROM candidate WHERE alert_open AND portal = ?", cpc) == 0);
        clock.set(NOW.plusSeconds(301));
        scene.decided(cpc, byRule("b"));
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 4));
        assertThat(said(number)).hasSize(2);
        assertThat(said(number).get(1)).contains("Ticket T-b");
    }

    @Test
    @DisplayName("C7, C11: a German reader is told in German")
    void german() throws Exception {
        String cpc = portal(mobile(), Map.of("immediateOnYes", true));
        scene.contact(cpc, "also", Map.of("language", "de"));
        scene.changed(cpc, Map.of("name", "Acme GmbH", "immediateOnYes", true));

        scene.decided(
                cpc, Decisions.prefers("a", "email").asked().received(RECEIVED).group("APAC"));

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        assertThat(mails.one("also@" + cpc + ".example").getSubject())
                .contains("bittet um eine E-Mail; fällig heute 17:00");
    }

    @Test
    @DisplayName(
            "C10: in quiet time messages are held as one, and tell what is left when it ends; solved ones are marked")
    void quiet() throws Exception {
        String number = mobile();
        String cpc = portal(number, Map.of("quietHours", QUIET));
        scene.decided(cpc, byRule("a"));
        await().atMost(Scene.SOON).until(() -> held(cpc).size() == 2);
        scene.decided(cpc, byRule("b"), byRule("c"));
        await().atMost(Scene.SOON)
                .until(() -> rows.one(
                                "SELECT count(*) FROM immediate_case WHERE delivery_id IS NOT NULL AND portal = ?", cpc)
                        == 6);
        JsonPath listed = deliveries(cpc, "state=HELD");
        assertThat(listed.getList("items.until")).containsOnly(OVER.toString());
        assertThat(listed.getList("items.why")).containsOnly("QUIET_TIME");
        cases.closed(cpc, "a", NOW);

        clock.set(OVER);

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));
        assertThat(said(number))
                .hasSize(1)
                .allMatch(text -> text.startsWith("Acme AG: 2 customers to contact at once"));
        MimeMessage mail = mails.one("also@" + cpc + ".example");
        assertThat(mail.getSubject()).startsWith("2 customers to contact at once");
        assertThat(DigestMails.text(mail)).containsOnlyOnce("(solved");
    }

    @Test
    @DisplayName(
            "C10: nothing left, nothing sent; who is quiet no more is told by the next round; a portal may be loud")
    void released() {
        String number = mobile();
        Map<String, Object> quiet = Map.of("quietHours", QUIET);
        String cpc = portal(number, quiet);
        scene.decided(cpc, byRule("a"));
        await().atMost(Scene.SOON).until(() -> held(cpc).size() == 2);
        cases.closed(cpc, "a", NOW);
        clock.set(OVER);
        await().atMost(Scene.SOON).until(() -> deliveries(cpc, "state=SKIPPED")
                .getList("items.why")
                .equals(List.of("NOTHING_LEFT", "NOTHING_LEFT")));

        clock.set(NOW);
        scene.decided(cpc, byRule("b"));
        await().atMost(Scene.SOON).until(() -> held(cpc).size() == 2);
        scene.contact(cpc, "also", Map.of("mobile", number, "quietHours", "NONE"));
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));

        String loud = portal(mobile(), Map.of("quietHours", QUIET, "immediateInQuietHours", true));
        scene.decided(loud, byRule("c"));
        await().atMost(Scene.SOON).until(() -> rows.allSent(loud, 2));
    }

    @Test
    @DisplayName("C7, C10: what is flagged anew after its message was skipped is told")
    void flaggedAnew() {
        String cpc = portal(mobile(), Map.of("quietHours", QUIET));
        scene.decided(cpc, byRule("a"));
        await().atMost(Scene.SOON).until(() -> held(cpc).size() == 2);
        scene.decided(cpc, byRule("a").version(2).refused());
        clock.set(OVER);
        await().atMost(Scene.SOON).until(() -> deliveries(cpc, "state=SKIPPED").getInt("total") == 2);

        scene.decided(cpc, byRule("a").version(3).repairedAt(OVER.toString()));

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));
    }

    @Test
    @DisplayName("C3, C10: a held text message goes to the number of now, and to none that has said STOP meanwhile")
    void otherNumber() {
        String number = mobile();
        String other = mobile();
        Map<String, Object> quiet = Map.of("quietHours", QUIET);
        String moved = portal(number, quiet);
        String stopped = portal(number, quiet);
        scene.decided(moved, byRule("a"));
        scene.decided(stopped, byRule("a"));
        await().atMost(Scene.SOON)
                .until(() -> held(moved).size() == 2 && held(stopped).size() == 2);
        scene.contact(moved, "also", Map.of("mobile", other));
        scene.changed(moved, Map.of("name", "Acme GmbH", "quietHours", QUIET));
        rows.change(
                "INSERT INTO sms_stop (portal, contact_id, number) SELECT portal, contact_id, address FROM delivery"
                        + " WHERE channel = 'SMS' AND portal = ?",
                stopped);

        clock.set(OVER);

        await().atMost(Scene.SOON).until(() -> rows.allSent(moved, 2) && rows.allSent(stopped, 1));
        assertThat(said(other)).hasSize(1);
        assertThat(said(number)).isEmpty();
        assertThat(deliveries(stopped, "state=SKIPPED").getList("items.why")).containsExactly("STOPPED");
    }

    @Test
    @DisplayName("C7: a portal whose digests are being built waits, and holds up no other")
    void building() {
        String built = portal(mobile(), Map.of());
        String other = portal(mobile(), Map.of());
        await().atMost(Scene.SOON)
                .until(() -> rows.one("SELECT count(*) FROM alert_portal WHERE portal = ?", built) == 1);
        try (Handle building = jdbi.open()) {
            building.begin();
            building.execute("SELECT portal FROM alert_portal WHERE portal = ? FOR UPDATE", built);
            scene.decided(built, byRule("a"));
            await().atMost(Scene.SOON)
                    .until(() -> rows.one("SELECT count(*) FROM immediate_case WHERE portal = ?", built) == 2);

            scene.decided(other, byRule("a"));

            await().atMost(Scene.SOON).until(() -> rows.allSent(other, 2));
            assertThat(rows.one("SELECT count(*) FROM delivery WHERE portal = ?", built))
                    .isZero();
            building.rollback();
        }
        await().atMost(Scene.SOON).until(() -> rows.allSent(built, 2));
    }

    private static List<Object> held(String cpc) {
        return deliveries(cpc, "state=HELD").getList("items.id");
    }

    private static DecisionBuilder byRule(String response) {
        return Decisions.about(response).received(RECEIVED).group("APAC").alert(Alert.IMMEDIATE);
    }

    private List<String> said(String number) {
        return texts.to(number).stream().map(PostedText::body).toList();
    }

    private String portal(String number, Map<String, Object> more) {
        String cpc = scene.portal(Map.of());
        scene.contact(cpc, "also", Map.of("mobile", number));
        Map<String, Object> preferences = new java.util.HashMap<>(more);
        preferences.put("name", "Acme AG");
        scene.changed(cpc, preferences);
        return cpc;
    }
}
