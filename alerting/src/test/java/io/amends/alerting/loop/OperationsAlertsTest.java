package io.amends.alerting.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.contracts.EventTypes;
import io.amends.contracts.OriginKind;
import io.amends.contracts.QuarantineWaiting;
import io.amends.contracts.QuarantineWaiting.ReasonCount;
import io.amends.contracts.SignalOrigin;
import io.amends.contracts.SourceSilence;
import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A portal's admins hear of silent sources (A11) and of what waits in quarantine (A7). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class OperationsAlertsTest {
    private static final Instant SINCE = Instant.parse("2026-11-18T16:40:00Z");

    DigestMails mails;
    TextServer texts;

    @Inject
    Scene scene;

    @Inject
    EventProducer producer;

    @Inject
    DeliveryRows rows;

    @Inject
    Jdbi jdbi;

    @Test
    @DisplayName("A11: each admin gets one mail of a silence and one of its end, however often the events come")
    void once() throws Exception {
        String cpc = scene.portal(Map.of("admins", List.of("admin", "lead"), "timeZone", "Europe/Berlin"));
        SourceSilence silent = silence(cpc, SINCE, 41, Instant.parse("2026-11-19T10:12:00Z"));
        SourceSilence heard =
                silence(cpc, Instant.parse("2026-11-20T18:05:00Z"), 133, Instant.parse("2026-11-20T18:06:00Z"));
        published(cpc, "silent", EventTypes.SOURCE_SILENT, silent);
        published(cpc, "silent", EventTypes.SOURCE_SILENT, silent);
        published(cpc, "heard", EventTypes.SOURCE_HEARD, heard);
        published(cpc, "heard", EventTypes.SOURCE_HEARD, heard);

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 4));

        assertThat(mails.to(cpc))
                .extracting(mail -> mail.getAllRecipients()[0].toString())
                .containsExactlyInAnyOrder(
                        "admin@" + cpc + ".example",
                        "admin@" + cpc + ".example",
                        "lead@" + cpc + ".example",
                        "lead@" + cpc + ".example");
        assertThat(text(cpc, "Silent: After a call"))
                .contains(
                        "After a call has sent nothing for 17 hours.",
                        "Silent since: 18 Nov 2026, 17:40 (Europe/Berlin)",
                        "Missing: about 41 events",
                        "Usual: 480 events a week",
                        "in 26 weeks",
                        "/portals/" + cpc + "/preferences/sources/typeform")
                .doesNotContain("{");
        assertThat(text(cpc, "Sends again: After a call"))
                .contains(
                        "After a call sends again, after 2 days of silence.",
                        "Heard again: 20 Nov 2026, 19:05 (Europe/Berlin)",
                        "Missing: about 133 events");
    }

    @Test
    @DisplayName("A7: the mail of what waits in quarantine has the counts by what is wrong, in the reader's language")
    void quarantine() throws Exception {
        String cpc = scene.portal(Map.of("language", "de"));
        published(
                cpc,
                "waiting",
                EventTypes.QUARANTINE_WAITING,
                new QuarantineWaiting(
                        cpc,
                        14,
                        20,
                        List.of(new ReasonCount("/supportGroup", 12), new ReasonCount("/measures", 3)),
                        SINCE));

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));

        assertThat(text(cpc, "20 Antworten warten in Quarantäne"))
                .contains(
                        "14 weitere Antworten sind so nicht brauchbar.",
                        "Support-Gruppe: 12",
                        "Messwerte: 3",
                        "Es warten insgesamt: 20",
                        "Quarantäne öffnen: ",
                        "/portals/" + cpc + "/quarantine");
    }

    @Test
    @DisplayName("A7: admins with a number are told by text message, too, and those without SMS by mail alone")
    void byText() {
        String number = TextMessagesTest.mobile();
        String cpc = scene.portal(Map.of("admins", List.of("admin", "lead")));
        scene.contact(cpc, "admin", Map.of("mobile", number));
        scene.contact(cpc, "lead", Map.of("mobile", TextMessagesTest.mobile(), "channels", List.of("EMAIL")));
        scene.changed(cpc, Map.of("name", "Acme AG", "admins", List.of("admin", "lead")));

        published(cpc, "silent", EventTypes.SOURCE_SILENT, silence(cpc, SINCE, 41, SINCE.plusSeconds(90_000)));

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 3));
        assertThat(texts.to(number))
                .extracting(TextServer.PostedText::body)
                .containsExactly("Acme AG: Silent: After a call. Your email has more.");
    }

    @Test
    @DisplayName(
            "A7, C9: admins hear of the first dead delivery at once, and of all that die within the hour by one mail;"
                    + " of what did not reach themselves nobody is told")
    void dead() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decisions.about("net").received(Scene.IN_PERIOD),
                Decisions.about("apac").received(Scene.IN_PERIOD).group("APAC"));
        DigestApi.run(cpc, Scene.AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));

        dies(cpc, "lead");
        await().atMost(Scene.SOON).untilAsserted(() -> assertThat(text(cpc, "1 message did not go out"))
                .contains("Emails: 1", "/portals/" + cpc + "/deliveries?state=FAILED"));
        dies(cpc, "also");
        dies(cpc, "admin");
        jdbi.useHandle(db ->
                db.execute("UPDATE delivery SET dead_told = false WHERE portal = ? AND contact_id = 'lead'", cpc));
        await().during(Duration.ofSeconds(2)).until(() -> notices(cpc) == 1);
        jdbi.useHandle(db -> db.execute("UPDATE dead_notice SET next_at = now() WHERE portal = ?", cpc));

        await().atMost(Scene.SOON).untilAsserted(() -> assertThat(text(cpc, "2 messages did not go out"))
                .contains("Emails: 2"));
        jdbi.useHandle(db -> db.execute("UPDATE dead_notice SET next_at = now() WHERE portal = ?", cpc));
        await().during(Duration.ofSeconds(2)).until(() -> notices(cpc) == 2);
    }

    /** What went to a contact turns out to be dead. */
    private void dies(String cpc, String contact) {
        jdbi.useHandle(db ->
                db.execute("UPDATE delivery SET state = 'FAILED' WHERE portal = ? AND contact_id = ?", cpc, contact));
    }

    private long notices(String cpc) {
        return rows.one("SELECT count(*) FROM delivery WHERE portal = ? AND digest_id IS NULL", cpc);
    }

    @Test
    @DisplayName("H1: what is told to admins is of no group: leads do not see it, its recipient and admins do")
    void seen() {
        String cpc = scene.portal(Map.of());
        published(cpc, "silent", EventTypes.SOURCE_SILENT, silence(cpc, SINCE, 41, SINCE.plusSeconds(90_000)));
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));

        assertThat(total(PersonToken.of("user:lea", cpc).roles("lead").groups("NET"), cpc))
                .isZero();
        assertThat(total(
                        PersonToken.of("user:al", cpc)
                                .roles("lead")
                                .groups("NET")
                                .contact("admin"),
                        cpc))
                .isEqualTo(1);
        assertThat(total(PersonToken.admin("user:ada", cpc), cpc)).isEqualTo(1);
    }

    private static SourceSilence silence(String cpc, Instant lastHeardAt, long missing, Instant at) {
        SignalOrigin origin = new SignalOrigin(OriginKind.SOURCE, "typeform", "After a call");
        return new SourceSilence(cpc, origin, lastHeardAt, SINCE, 480, missing, 26, at);
    }

    private void published(String cpc, String id, String type, Object data) {
        producer.sendAll(List.of(OutboundEvent.of(
                Topics.OPERATIONS,
                cpc,
                UUID.nameUUIDFromBytes((cpc + id).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString(),
                type,
                data)));
    }

    private String text(String cpc, String subject) throws Exception {
        for (MimeMessage mail : mails.to(cpc)) {
            if (mail.getSubject().equals(subject)) {
                return DigestMails.text(mail);
            }
        }
        throw new AssertionError("no mail says " + subject);
    }

    private static int total(PersonToken person, String cpc) {
        return RestAssured.given()
                .auth()
                .oauth2(Keys.ALL)
                .header(PersonToken.HEADER, person.signed())
                .get("/v1/portals/{cpc}/deliveries", cpc)
                .path("total");
    }
}
