package io.amends.alerting.loop;

import static io.amends.alerting.loop.TextMessagesTest.deliveries;
import static io.amends.alerting.loop.TextMessagesTest.mobile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.alerting.loop.TextServer.PostedText;
import io.amends.contracts.Topics;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A weekend that is played by hand, day by day, in a portal of Berlin without Weekend Alerts (C4). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class WeekendTextsTest {
    // The clocks change on Sunday: Saturday's alert instant is at 07:00 UTC, the others are at 08:00.
    private static final String SATURDAY = "2026-10-24T07:00:00Z";
    private static final String SUNDAY = "2026-10-25T08:00:00Z";
    private static final String MONDAY = "2026-10-26T08:00:00Z";
    private static final Map<String, Object> OFF =
            Map.of("name", "Acme AG", "timeZone", "Europe/Berlin", "weekendAlerts", false);
    private static final Map<String, Object> ON =
            Map.of("name", "Acme AG", "timeZone", "Europe/Berlin", "weekendAlerts", true);

    TextServer texts;

    @Inject
    Scene scene;

    @Inject
    DeliveryRows rows;

    @Test
    @DisplayName(
            "C4: Saturday's and Sunday's wait for Monday's, and arrive as one with the sum, though Monday has none;"
                    + " mails go out each day")
    void sum() throws Exception {
        String number = mobile();
        String cpc = portal(number);
        decided(cpc, "sat", "2026-10-24T06:00:00Z", 1);
        decided(cpc, "sun", "2026-10-25T07:30:00Z", 2);

        DigestApi.run(cpc, SATURDAY, false);
        DigestApi.run(cpc, SUNDAY, false);

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 2));
        JsonPath held = deliveries(cpc, "channel=SMS&state=HELD");
        assertThat(held.getList("items.until")).containsExactly(MONDAY, MONDAY);
        assertThat(held.getList("items.why")).containsOnly("WEEKEND");
        assertThat(texts.to(number)).isEmpty();
        String digest = held.getString("items[0].digestId");
        await().atMost(Scene.SOON).untilAsserted(() -> assertThat(
                        WholeTopic.read(Brokers.shared().bootstrap(), Topics.DELIVERIES, digest))
                .filteredOn(told -> told.path("attempts").asInt() == 0)
                .extracting(told -> told.path("channel").asText())
                .containsExactly("SMS"));

        assertThat(DigestApi.run(cpc, MONDAY, false).getList("digests")).isEmpty();

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 3));
        assertThat(said(number))
                .containsExactly(
                        "Acme AG: 3 unhappy customers to contact since Saturday." + " Your emails have the reports.");
        assertThat(deliveries(cpc, "channel=SMS&state=SKIPPED").getList("items.why"))
                .containsExactly("IN_MONDAYS", "IN_MONDAYS");
    }

    @Test
    @DisplayName("C4: what is held stays held though the setting changes on Sunday, and is one with Monday's")
    void settingChanges() {
        String number = mobile();
        String cpc = portal(number);
        decided(cpc, "sat", "2026-10-24T06:00:00Z", 1);
        DigestApi.run(cpc, SATURDAY, false);
        scene.changed(cpc, ON);
        decided(cpc, "sun", "2026-10-25T07:30:00Z", 2);

        DigestApi.run(cpc, SUNDAY, false);

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 3));
        assertThat(said(number)).containsExactly("Acme AG: 2 unhappy customers to contact. Your email has the report.");
        decided(cpc, "mon", "2026-10-26T07:30:00Z", 1);
        DigestApi.run(cpc, MONDAY, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 5));
        assertThat(said(number).get(1)).startsWith("Acme AG: 2 unhappy customers to contact since Saturday.");
    }

    @Test
    @DisplayName("C4: where the lead changes on Sunday, each hears on Monday what they were to hear")
    void leadChanges() {
        String first = mobile();
        String second = mobile();
        String cpc = portal(first);
        scene.contact(cpc, "lead", Map.of("mobile", second));
        decided(cpc, "sat", "2026-10-24T06:00:00Z", 1);
        DigestApi.run(cpc, SATURDAY, false);
        scene.entry(cpc, "group", "APAC", Map.of("name", "Asia", "supportLead", "lead"));
        scene.changed(cpc, Map.of("name", "Acme", "timeZone", "Europe/Berlin", "weekendAlerts", false));
        decided(cpc, "sun", "2026-10-25T07:30:00Z", 2);
        DigestApi.run(cpc, SUNDAY, false);
        decided(cpc, "mon", "2026-10-26T07:30:00Z", 1);

        DigestApi.run(cpc, MONDAY, false);

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 5));
        assertThat(said(first)).hasSize(1).allMatch(text -> text.startsWith("Acme: 1 unhappy customer to contact"));
        assertThat(said(second)).hasSize(1).allMatch(text -> text.startsWith("Acme: 3 unhappy customers to contact"));
    }

    @Test
    @DisplayName("C4: a weekend that is built after its Monday waits for nothing")
    void tooLate() {
        String number = mobile();
        String cpc = portal(number);
        decided(cpc, "mon", "2026-10-26T07:30:00Z", 1);
        DigestApi.run(cpc, MONDAY, false);
        decided(cpc, "sat", "2026-10-24T06:00:00Z", 1);

        DigestApi.run(cpc, SATURDAY, false);

        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 4));
        assertThat(said(number)).hasSize(2).allMatch(text -> text.startsWith("Acme AG: 1 unhappy customer"));
    }

    private List<String> said(String number) {
        return texts.to(number).stream().map(PostedText::body).toList();
    }

    private String portal(String number) {
        String cpc = scene.portal(Map.of());
        scene.contact(cpc, "also", Map.of("mobile", number));
        scene.changed(cpc, OFF);
        return cpc;
    }

    private void decided(String cpc, String day, String received, int number) {
        for (int i = 0; i < number; i++) {
            scene.decided(cpc, Decisions.about(day + i).received(received).group("APAC"));
        }
    }
}
