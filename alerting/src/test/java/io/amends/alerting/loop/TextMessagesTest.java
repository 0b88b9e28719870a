package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.alerting.loop.TextServer.PostedText;
import io.amends.alerting.loop.TextServer.TextReply;
import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text messages beside the digests, by a Twilio look-alike that goes wrong where it is told to. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class TextMessagesTest {
    private static final String NEXT = "2026-11-21T09:00:00Z";
    private static final String IN_NEXT = "2026-11-21T08:00:00Z";

    TextServer texts;
    DigestMails mails;

    @Inject
    Scene scene;

    @Inject
    DeliveryRows rows;

    @Inject
    Jdbi jdbi;

    @Inject
    MeterRegistry metrics;

    @Test
    @DisplayName("C3: with the digest each contact with a mobile gets one message with the number of unhappy customers")
    void beside() throws Exception {
        String lead = mobile();
        String also = mobile();
        String cpc = scene.portal(Map.of("weekendAlerts", false));
        scene.contact(cpc, "lead", Map.of("mobile", lead));
        scene.contact(cpc, "also", Map.of("mobile", also, "language", "de"));
        scene.changed(cpc, Map.of("name", "Acme AG", "weekendAlerts", false));
        scene.decided(
                cpc,
                Decisions.about("a").received(IN_PERIOD),
                Decisions.about("b").received(IN_PERIOD),
                Decisions.happy("c").received(IN_PERIOD),
                Decisions.about("lone").received(IN_PERIOD).group("LONE"));

        DigestApi.run(cpc, AT, false);

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 5));
        assertThat(texts.to(lead)).extracting(PostedText::from).containsExactly(TextServer.FROM);
        assertThat(texts.to(lead))
                .extracting(PostedText::body)
                .containsExactly("Acme AG: 2 unhappy customers to contact. Your email has the report.");
        assertThat(texts.to(also))
                .extracting(PostedText::body)
                .containsExactly("Acme AG: 2 unzufriedene Kunden zu kontaktieren. Der Bericht kommt per E-Mail.");
        JsonPath listed = deliveries(cpc, "channel=SMS&state=SENT");
        assertThat(listed.getList("items.contactId")).containsExactlyInAnyOrder("lead", "also");
        String digest = listed.getString("items[0].digestId");
        await().atMost(Scene.SOON).untilAsserted(() -> assertThat(
                        WholeTopic.read(Brokers.shared().bootstrap(), Topics.DELIVERIES, digest))
                .extracting(told -> told.path("channel").asText())
                .containsExactlyInAnyOrder("EMAIL", "SMS"));
        assertThat(DigestApi.get(Keys.ALL, "/v1/portals/" + cpc + "/deliveries?channel=FAX")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("C3: no message for 0 unhappy customers, without SMS among the channels, or where the portal has none;"
            + " without EMAIL there is no digest either")
    void none() {
        String happy = mobile();
        String off = mobile();
        String textOnly = mobile();
        String cpc = scene.portal(Map.of());
        scene.contact(cpc, "lead", Map.of("mobile", off, "channels", List.of("EMAIL")));
        scene.contact(cpc, "also", Map.of("mobile", happy));
        scene.contact(cpc, "sms", Map.of("mobile", textOnly, "channels", List.of("SMS")));
        scene.entry(cpc, "group", "TEXT", Map.of("name", "Text", "supportLead", "sms"));
        scene.entry(cpc, "group", "NET", Map.of("name", "Network", "supportLead", "lead"));
        scene.changed(cpc, Map.of("name", "Acme AG"));
        scene.decided(
                cpc,
                Decisions.about("a").received(IN_PERIOD),
                Decisions.happy("b").received(IN_PERIOD).group("APAC"),
                Decisions.about("c").received(IN_PERIOD).group("TEXT"));

        JsonPath run = DigestApi.run(cpc, AT, false);

        assertThat(run.getList("digests.contactId")).containsExactly("admin", "also", "lead");
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 3));
        scene.changed(cpc, Map.of("sms", false));
        scene.decided(cpc, Decisions.about("d").received(IN_NEXT).group("APAC"));
        DigestApi.run(cpc, NEXT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 4));
        assertThat(Stream.of(happy, off, textOnly).flatMap(number -> texts.to(number).stream()))
                .isEmpty();
        assertThat(deliveries(cpc, "channel=SMS").getInt("total")).isZero();
    }

    @ParameterizedTest(name = "C3: {0} is told by its numbers: {1}")
    @MethodSource("faults")
    void goesWrong(String fault, List<String> outcomes, int expected, TextReply reply) {
        String number = mobile();
        String cpc = portal(number);
        texts.answers(number, fault.equals("a hanging end") ? texts.hangs() : reply);

        DigestApi.run(cpc, AT, false);

        JsonPath delivery = ended(cpc);
        assertThat(delivery.getList("attempts.outcome")).isEqualTo(outcomes);
        assertThat(texts.to(number)).hasSize(expected);
        if (fault.contains("Retry-After")) {
            assertThat(Duration.between(
                            texts.to(number).get(0).at(),
                            texts.to(number).get(1).at()))
                    .isGreaterThan(Duration.ofMillis(900));
        }
    }

    static List<Arguments> faults() {
        List<String> again = List.of("FAILED", "SENT");
        List<String> never = List.of("FAILED");
        return List.of(
                Arguments.of("a number that is none (21211)", never, 1, TextServer.says(400, 21211)),
                Arguments.of("a number without text messages (21614)", never, 1, TextServer.says(400, 21614)),
                Arguments.of("429 with Retry-After", again, 2, TextServer.says(429, 20429, "Retry-After", "1")),
                Arguments.of("a full queue (21611)", again, 2, TextServer.says(400, 21611)),
                Arguments.of("500 that is no JSON of Twilio's", again, 2, TextServer.floods()),
                Arguments.of("a wrong token (401)", again, 2, TextServer.says(401, 20003)),
                Arguments.of("a redirect", again, 2, TextServer.says(302, 0, "Location", "http://127.0.0.1:1/")),
                Arguments.of("a hanging end", again, 2, TextServer.cuts()),
                Arguments.of("a cut connection", again, 2, TextServer.cuts()));
    }

    @Test
    @DisplayName("C3: after STOP (21610) that contact gets no more at that number, which the list says")
    void stopped() {
        String number = mobile();
        String cpc = portal(number);
        texts.answers(number, TextServer.says(400, 21610));
        DigestApi.run(cpc, AT, false);
        assertThat(ended(cpc).getString("state")).isEqualTo("FAILED");
        scene.decided(cpc, Decisions.about("b").received(IN_NEXT).group("APAC"));

        DigestApi.run(cpc, NEXT, false);

        JsonPath skipped = deliveries(cpc, "channel=SMS&state=SKIPPED");
        assertThat(skipped.getString("items[0].why")).isEqualTo("STOPPED");
        assertThat(texts.to(number)).hasSize(1);
    }

    @Test
    @DisplayName("C3: a number that cannot be is skipped, and the list says so")
    void impossible() {
        String cpc = portal("+99912345678");

        DigestApi.run(cpc, AT, false);

        assertThat(deliveries(cpc, "channel=SMS").getList("items.why")).containsExactly("NUMBER_IMPOSSIBLE");
    }

    @Test
    @DisplayName("C9: a crash between the answer and its mark repeats that message, and is counted")
    void killed() {
        String number = mobile();
        String cpc = portal(number);
        DigestApi.run(cpc, AT, false);
        UUID id = UUID.fromString(ended(cpc).getString("id"));
        double counted = metrics.counter("amends.delivery.possible.repeats").count();

        // What a process leaves that has died there.
        jdbi.useTransaction(tx -> {
            tx.execute("UPDATE delivery_attempt SET outcome = NULL, finished_at = NULL WHERE delivery_id = ?", id);
            tx.execute(
                    "UPDATE delivery SET state = 'SENDING', lease_until = now() - interval '1 second' WHERE id = ?",
                    id);
        });

        assertThat(ended(cpc).getList("attempts.outcome")).containsExactly("LOST", "SENT");
        assertThat(texts.to(number)).hasSize(2);
        assertThat(metrics.counter("amends.delivery.possible.repeats").count()).isGreaterThan(counted);
    }

    @Test
    @DisplayName("C8: while all workers of text messages hang, mail goes on")
    void holdsUpNobody() {
        List<String> numbers =
                Stream.generate(TextMessagesTest::mobile).limit(6).toList();
        numbers.forEach(number ->
                texts.answers(number, Stream.generate(texts::hangs).limit(8).toArray(TextReply[]::new)));
        List<String> portals = numbers.stream().map(this::portal).toList();
        portals.forEach(cpc -> DigestApi.run(cpc, AT, false));

        for (String cpc : portals) {
            await().atMost(Scene.SOON).until(() -> !mails.to(cpc).isEmpty());
        }
        assertThat(portals)
                .allMatch(cpc -> deliveries(cpc, "channel=SMS&state=SENT").getInt("total") == 0);
        numbers.forEach(texts::takes);
        portals.forEach(cpc -> await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2)));
    }

    /** A portal whose APAC has a contact with that number, and a case within the usual period. */
    private String portal(String number) {
        String cpc = scene.portal(Map.of());
        scene.contact(cpc, "also", Map.of("mobile", number));
        scene.changed(cpc, Map.of("name", "Acme AG"));
        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD).group("APAC"));
        return cpc;
    }

    /** The text message of a portal, as soon as it has come to an end. */
    private static JsonPath ended(String cpc) {
        await().atMost(Scene.SOON).until(() -> !List.of("QUEUED", "SENDING")
                .contains(deliveries(cpc, "channel=SMS").getString("items[0].state")));
        return deliveries(cpc, "channel=SMS").setRootPath("items[0]");
    }

    static JsonPath deliveries(String cpc, String query) {
        return DigestApi.get(Keys.ALL, "/v1/portals/" + cpc + "/deliveries" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A number that no other test has. */
    static String mobile() {
        return "+4915" + ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
    }
}
