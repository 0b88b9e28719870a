package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static io.amends.alerting.loop.TextMessagesTest.mobile;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.kit.id.Ids;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Deliveries as they are looked at, and sent again by hand. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class DeliveriesApiTest {
    TextServer texts;
    DigestMails mails;

    @Inject
    Scene scene;

    @Inject
    DeliveryRows rows;

    @Test
    @DisplayName("F7: deliveries are found by contact, digest and case, which an address names right or is refused")
    void filters() {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decisions.about("net").received(IN_PERIOD).group("NET"),
                Decisions.about("apac").received(IN_PERIOD).group("APAC"));
        JsonPath run = DigestApi.run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));
        String digest = run.getString("digests.find { it.contactId == 'lead' }.id");
        String ticket = DigestApi.detail(run, "lead").getString("items[0].ticketId");

        assertThat(list(cpc, "contact=also").getList("items.contactId")).containsExactly("also");
        assertThat(list(cpc, "digest=" + digest).getList("items.contactId")).containsExactly("lead");
        assertThat(list(cpc, "case=" + Ids.ofCase(cpc, ticket)).getList("items.contactId"))
                .containsExactlyInAnyOrder("lead", "also");
        assertThat(list(cpc, "case=" + Ids.ofCase(cpc, "another")).getInt("total"))
                .isZero();
        assertThat(list(cpc, "state=BOUNCED").getInt("total")).isZero();
        for (String wrong : List.of("digest=1", "case=T-1", "state=GONE", "channel=FAX")) {
            assertThat(DigestApi.get(Keys.ALL, "/v1/portals/" + cpc + "/deliveries?" + wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName("F7, C9: a mail shows what it said, its PDF, and what the mail server answered to each attempt")
    void mail() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));
        DigestApi.run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        String id = list(cpc, "").getString("items[0].id");

        JsonPath shown = shown(id);

        assertThat(list(cpc, "").getString("items[0].subject"))
                .isEqualTo(shown.getString("subject"))
                .isEqualTo(subject(cpc));
        assertThat(shown.getString("message.html")).startsWith("<!DOCTYPE html>");
        // The lines of a mail end with CR LF on their way.
        assertThat(shown.getString("message.text")).isEqualTo(text(cpc).replace("\r\n", "\n"));
        assertThat(shown.getString("message.attachments[0].name")).startsWith("service-recovery-" + cpc);
        assertThat(DigestApi.get(Keys.ALL, shown.getString("message.attachments[0].path"))
                        .contentType())
                .isEqualTo("application/pdf");
        assertThat(shown.getInt("attempts[0].code")).isEqualTo(250);
        assertThat(shown.getString("attempts[0].finishedAt")).isNotNull();
        assertThat(list(cpc, "").getMap("items[0]")).doesNotContainKey("message");
    }

    @Test
    @DisplayName("F7, C3: a text message shows its words and parts, and by which number the other side refused it")
    void text() {
        String number = mobile();
        String cpc = texting(number);
        texts.answers(number, TextServer.says(400, 21211));
        DigestApi.run(cpc, AT, false);
        JsonPath shown = shown(failedText(cpc));

        assertThat(shown.getString("message.text")).startsWith("Acme AG: 1 unhappy customer");
        assertThat(shown.getInt("message.parts")).isEqualTo(1);
        assertThat(shown.getString("message.html")).isNull();
        assertThat(shown.getInt("attempts[0].code")).isEqualTo(400);
        assertThat(shown.getString("attempts[0].answer")).isEqualTo("error 21211");
    }

    @Test
    @DisplayName("H1: ops see that and how it went, and nothing of what it said")
    void opsSeeStates() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));
        DigestApi.run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        String id = list(cpc, "").getString("items[0].id");
        PersonToken ops = PersonToken.of("user:op", cpc).roles("ops");

        JsonPath listed = as(ops, "/v1/portals/" + cpc + "/deliveries").jsonPath();
        JsonPath shown = as(ops, "/v1/deliveries/" + id).jsonPath();

        assertThat(listed.getString("items[0].state")).isEqualTo("SENT");
        assertThat(listed.getString("items[0].subject")).isNull();
        assertThat(shown.getInt("attempts[0].code")).isEqualTo(250);
        assertThat(shown.getString("subject")).isNull();
        assertThat(shown.getMap("$")).doesNotContainKey("message");
    }

    @Test
    @DisplayName(
            "C9: two clicks send one: whoever decided on an older state is refused; the reason is in the audit log")
    void oneOfTwoClicks() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));
        DigestApi.run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        String id = list(cpc, "").getString("items[0].id");
        Map<String, Object> click = Map.of("reason", "Deleted by mistake.", "resends", 0);

        assertThat(resend(id, click).statusCode()).isEqualTo(202);
        await().atMost(Scene.SOON).until(() -> mails.to(cpc).size() == 2 && rows.allSent(cpc, 1));
        Response second = resend(id, click);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.jsonPath().getString("cause")).isEqualTo("SENT_AGAIN");
        assertThat(mails.to(cpc)).hasSize(2);
        assertThat(shown(id).getList("attempts.outcome")).containsExactly("SENT", "SENT");
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(WholeTopic.read(Brokers.shared().bootstrap(), Topics.AUDIT, cpc))
                        .extracting(entry -> entry.path("reason").asText())
                        .contains("Deleted by mistake."));
        assertThat(resend(id, Map.of("reason", " ")).statusCode()).isEqualTo(400);
        assertThat(resend(id, Map.of("reason", "x".repeat(1001))).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("C9: it goes to where its recipient is reached now, and to nobody who left or wants no mail")
    void whereTheyAre() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));
        DigestApi.run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        String id = list(cpc, "").getString("items[0].id");
        scene.contact(cpc, "also", Map.of("email", "new@" + cpc + ".example"));
        scene.changed(cpc, Map.of("name", "Acme 2"));

        assertThat(resend(id, Map.of()).statusCode()).isEqualTo(202);
        await().atMost(Scene.SOON).until(() -> mails.to(cpc).size() == 2 && rows.allSent(cpc, 1));

        assertThat(mails.to(cpc))
                .extracting(mail -> mail.getAllRecipients()[0].toString())
                .containsExactlyInAnyOrder("also@" + cpc + ".example", "new@" + cpc + ".example");
        scene.contact(cpc, "also", Map.of("channels", List.of("SMS")));
        scene.changed(cpc, Map.of("name", "Acme 3"));
        assertThat(resend(id, Map.of()).jsonPath().getString("cause")).isEqualTo("NO_ADDRESS");
        scene.gone(cpc, "contact", "also");
        scene.changed(cpc, Map.of("name", "Acme 4"));
        assertThat(resend(id, Map.of()).jsonPath().getString("cause")).isEqualTo("CONTACT_LEFT");
        assertThat(mails.to(cpc)).hasSize(2);
    }

    @Test
    @DisplayName(
            "C9, B4: nothing is sent again that tells of a customer who said NO; a mail that never went out goes without"
                    + " them, and not at all where nobody is left")
    void saidNo() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, says("yes", "Yma Yes"), says("no", "Noa No"));
        DigestApi.run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        String id = list(cpc, "").getString("items[0].id");
        scene.decided(cpc, says("no", "Noa No").version(2).refused());

        assertThat(resend(id, Map.of()).jsonPath().getString("cause")).isEqualTo("TAKEN_BACK");
        assertThat(shown(id).getString("message.text")).contains("Yma Yes", "Noa No");

        rows.change("UPDATE delivery SET state = 'FAILED', sent_at = NULL, dead_told = true WHERE portal = ?", cpc);
        assertThat(resend(id, Map.of()).statusCode()).isEqualTo(202);
        await().atMost(Scene.SOON).until(() -> mails.to(cpc).size() == 2 && rows.allSent(cpc, 1));
        assertThat(shown(id).getString("message.text")).contains("Yma Yes").doesNotContain("Noa No");
        assertThat(mails.to(cpc).stream()
                        .filter(mail -> said(mail).contains("Noa No"))
                        .toList())
                .hasSize(1);

        scene.decided(cpc, says("yes", "Yma Yes").version(2).refused());
        rows.change("UPDATE delivery SET state = 'FAILED', sent_at = NULL, dead_told = true WHERE portal = ?", cpc);
        assertThat(resend(id, Map.of()).jsonPath().getString("cause")).isEqualTo("TAKEN_BACK");
        assertThat(mails.to(cpc)).hasSize(2);
    }

    private static DecisionBuilder says(String response, String name) {
        return Decisions.says(response, name, "Third time.", "en")
                .received(IN_PERIOD)
                .group("APAC");
    }

    @Test
    @DisplayName(
            "C3: to a number that answered STOP nothing is sent again, unless they have said that they want it again")
    void stopped() {
        String number = mobile();
        String cpc = texting(number);
        texts.answers(number, TextServer.says(400, 21610));
        DigestApi.run(cpc, AT, false);
        String id = failedText(cpc);

        assertThat(resend(id, Map.of("reason", "Again.")).jsonPath().getString("cause"))
                .isEqualTo("STOPPED");
        assertThat(texts.to(number)).hasSize(1);
        assertThat(resend(id, Map.of("reason", "She asked me to.", "wantedAgain", true))
                        .statusCode())
                .isEqualTo(202);
        await().atMost(Scene.SOON).until(() -> texts.to(number).size() == 2);
    }

    @Test
    @DisplayName("C3: that a text message is not sent, and why, is told as an event; it is not sent again either")
    void skipped() {
        String cpc = texting("+99912345678");
        DigestApi.run(cpc, AT, false);
        JsonPath text = list(cpc, "channel=SMS");

        await().atMost(Scene.SOON).untilAsserted(() -> assertThat(WholeTopic.read(
                        Brokers.shared().bootstrap(), Topics.DELIVERIES, text.getString("items[0].digestId")))
                .filteredOn(told -> told.path("channel").asText().equals("SMS"))
                .extracting(told -> told.path("why").asText())
                .containsExactly("NUMBER_IMPOSSIBLE"));
        assertThat(resend(text.getString("items[0].id"), Map.of()).jsonPath().getString("cause"))
                .isEqualTo("SKIPPED");
    }

    private String texting(String number) {
        String cpc = scene.portal(Map.of());
        scene.contact(cpc, "also", Map.of("mobile", number));
        scene.changed(cpc, Map.of("name", "Acme AG"));
        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD).group("APAC"));
        return cpc;
    }

    private static String failedText(String cpc) {
        await().atMost(Scene.SOON)
                .until(() -> list(cpc, "channel=SMS&state=FAILED").getInt("total") == 1);
        return list(cpc, "channel=SMS").getString("items[0].id");
    }

    private static JsonPath list(String cpc, String query) {
        return TextMessagesTest.deliveries(cpc, query);
    }

    private static JsonPath shown(String id) {
        return DigestApi.get(Keys.ALL, "/v1/deliveries/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response as(PersonToken person, String path) {
        return given().header("Authorization", "Bearer " + Keys.ALL)
                .header(PersonToken.HEADER, person.signed())
                .get(path);
    }

    private static Response resend(String id, Map<String, Object> body) {
        return given().header("Authorization", "Bearer " + Keys.ALL)
                .contentType("application/json")
                .body(body)
                .post("/v1/deliveries/" + id + "/resend");
    }

    private String subject(String cpc) {
        try {
            return mails.to(cpc).get(0).getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String cpc) {
        return said(mails.to(cpc).get(0));
    }

    private static String said(MimeMessage mail) {
        try {
            return DigestMails.text(mail);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
