package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.link.ReportLink;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From a decision in Kafka to a mail in a mail server: who gets which, and what its links open. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class DigestMailTest {
    DigestMails mails;

    @Inject
    Scene scene;

    @Inject
    DeliveryRows rows;

    @Inject
    TestClock clock;

    @Inject
    LinkTokens links;

    @Test
    @DisplayName("C1, C9: one mail with one PDF per contact; running it again gives the same ids and sends nothing")
    void oneMailEach() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decisions.prefers("kim", "call").received(IN_PERIOD).asked(),
                Decisions.about("asia").received(IN_PERIOD).group("APAC"),
                Decisions.about("no").received(IN_PERIOD).refused());

        JsonPath first = DigestApi.run(cpc, AT, false);

        assertThat(first.getString("period.from")).isEqualTo("2026-11-19T09:00:00Z");
        assertThat(first.getString("period.to")).isEqualTo(AT);
        assertThat(first.getList("digests.contactId")).containsExactly("also", "lead");
        assertThat(first.getList("digests.responses")).containsExactly(2, 1);
        await().atMost(Scene.SOON).until(() -> mails.to(cpc).size() == 2 && rows.allSent(cpc, 2));

        JsonPath again = DigestApi.run(cpc, AT, false);

        assertThat(again.getList("digests.id")).isEqualTo(first.getList("digests.id"));
        assertThat(again.getList("digests.state")).containsOnly("SENT");
        assertThat(rows.attempts(cpc)).isEqualTo(2);
        MimeMessage lead = mails.one("lead@" + cpc + ".example");
        assertThat(lead.getSubject()).isEqualTo("1 customer to contact: 1 asked for a call (Network)");
        assertThat(lead.getMessageID()).isEqualTo("<" + first.getString("digests[1].id") + "@localhost>");
        MimeMultipart parts = (MimeMultipart) lead.getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("service-recovery-" + cpc + "-2026-11-20.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(DigestMails.text(lead)).contains("Kim Example", "1 more asked not to be contacted.");
    }

    @Test
    @DisplayName(
            "C11: a digest is in its recipient's language, else in the portal's; one that is not spoken here counts as none")
    void languages() throws Exception {
        String cpc = scene.portal(Map.of("language", "pt-BR"));
        String lead = "lead@" + cpc + ".example";
        String also = "also@" + cpc + ".example";
        scene.entry(cpc, "contact", "lead", Map.of("name", "Lea Lead", "email", lead, "language", "fr-CA"));
        scene.entry(cpc, "contact", "also", Map.of("name", "Al So", "email", also, "language", "nl"));
        scene.changed(cpc, Map.of("language", "pt-BR", "name", "Acme SA"));
        scene.decided(cpc, Decisions.about("kim").received(IN_PERIOD).asked());

        DigestApi.run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));

        assertThat(mails.one(lead).getSubject())
                .matches("1 client à contacter\\h?: 1 souhaite être contacté \\(Network\\)");
        assertThat(DigestMails.text(mails.one(lead))).contains("Saisir des notes", "seuil de 2, et le client souhaite");
        assertThat(mails.one(also).getSubject())
                .isEqualTo("1 cliente a contactar: 1 pede para ser contactado (Network)");
    }

    @Test
    @DisplayName("C6: each link is bound to report, recipient and response, and verifies")
    void linksVerify() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decisions.about("kim").received(IN_PERIOD).asked(),
                Decisions.about("*").received(IN_PERIOD));
        String id = DigestApi.run(cpc, AT, false).getString("digests.find { it.contactId == 'lead' }.id");
        await().atMost(Scene.SOON).until(() -> mails.to(cpc).size() == 2);

        Matcher tokens = Pattern.compile("cpc=" + cpc + "&t=([A-Za-z0-9_-]+)")
                .matcher(DigestMails.text(mails.one("lead@" + cpc + ".example")));

        List<ReportLink> opened = tokens.results()
                .map(found -> links.verify(found.group(1), clock.instant()))
                .map(verified -> ((LinkTokens.Verified.Valid) verified).link())
                .toList();
        assertThat(opened).extracting(ReportLink::response).containsExactly(ReportLink.ALL, "kim", "*");
        assertThat(opened).extracting(ReportLink::wholeReport).containsExactly(true, false, false);
        assertThat(opened).allSatisfy(link -> {
            assertThat(link.digestId()).isEqualTo(id);
            assertThat(link.contactId()).isEqualTo("lead");
        });
    }

    @Test
    @DisplayName("C5: a group without a reachable contact goes to the portal's admins, marked")
    void admins() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("lonely").received(IN_PERIOD).group("LONE"));

        assertThat(DigestApi.run(cpc, AT, false).getList("digests.contactId")).containsExactly("admin");
        await().atMost(Scene.SOON).until(() -> mails.to(cpc).size() == 1);
        assertThat(DigestMails.text(mails.one("admin@" + cpc + ".example")))
                .contains("Group without a contact", "you get their cases as an admin");
    }

    @Test
    @DisplayName("C5: a domain with other letters gets its mail at the name that mail servers know it by")
    void internationalDomain() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.entry(cpc, "contact", "also", Map.of("name", "Al So", "email", "also@mü" + cpc + ".example"));
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));

        DigestApi.run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));

        String address = "also@" + java.net.IDN.toASCII("mü" + cpc) + ".example";
        assertThat(address).startsWith("also@xn--m");
        MimeMessage received = mails.one(address);
        assertThat(received.getHeader("To")).containsExactly(address);
        assertThat(DigestApi.get(Keys.ALL, "/v1/portals/" + cpc + "/deliveries")
                        .jsonPath()
                        .getString("items[0].address"))
                .isEqualTo(address);
    }

    @Test
    @DisplayName("C5: a stored address that nothing can be sent to reaches nobody: the admins get the cases, marked")
    void unsendableAddress() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.entry(cpc, "contact", "also", Map.of("name", "Al So", "email", "dot..dot@" + cpc + ".example"));
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));

        assertThat(DigestApi.run(cpc, AT, false).getList("digests.contactId")).containsExactly("admin");
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        assertThat(DigestMails.text(mails.one("admin@" + cpc + ".example"))).contains("Group without a contact");
    }
}
