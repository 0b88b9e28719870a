package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A delivery that is tried again, by itself or by hand. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class DeliveryTriesTest {
    DigestMails mails;

    @Inject
    Scene scene;

    @Inject
    DeliveryRows rows;

    @Inject
    Jdbi jdbi;

    @Test
    @DisplayName(
            "C9: sent again by hand goes out once more as it was, under its own Message-ID; on its way it is refused")
    void resend() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));
        String digest = DigestApi.run(cpc, AT, false).getString("digests[0].id");
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        String id = DigestApi.get(Keys.ALL, "/v1/portals/" + cpc + "/deliveries?state=SENT")
                .jsonPath()
                .getString("items[0].id");

        assertThat(given().header("Authorization", "Bearer " + Keys.OTHER)
                        .post("/v1/deliveries/" + id + "/resend")
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().header("Authorization", "Bearer " + Keys.ALL)
                        .post("/v1/deliveries/" + id + "/resend")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(Scene.SOON).until(() -> mails.to(cpc).size() == 2 && rows.allSent(cpc, 1));

        assertThat(mails.to(cpc))
                .extracting(MimeMessage::getMessageID)
                .containsExactlyInAnyOrder("<" + digest + "@localhost>", "<" + digest + ".1@localhost>");
        assertThat(DigestMails.text(mails.to(cpc).get(0)))
                .isEqualTo(DigestMails.text(mails.to(cpc).get(1)));
    }

    @Test
    @DisplayName("C9: while the mail server is away the mail is tried again, and goes out once when it is back")
    void mailServerAway() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));
        mails.server().stop();
        try {
            DigestApi.run(cpc, AT, false);
            await().atMost(Scene.SOON).until(() -> rows.outcomes(cpc).contains("FAILED"));
        } finally {
            mails.server().start();
        }
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));

        assertThat(mails.to(cpc)).hasSize(1);
        assertThat(rows.outcomes(cpc)).startsWith("FAILED").endsWith("SENT");
        rows.assertTold(cpc, "amends.delivery.sent");
    }

    @Test
    @DisplayName("C9: what can never be sent has failed, says why, and is told")
    void neverSent() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));
        DigestApi.run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE delivery SET state = 'QUEUED', tries = 0, due_at = now(), address = 'no address' WHERE portal = ?",
                cpc));
        String path = "/v1/portals/" + cpc + "/deliveries?state=FAILED";
        await().atMost(Scene.SOON)
                .until(() -> DigestApi.get(Keys.ALL, path).jsonPath().getInt("total") == 1);

        JsonPath failed = DigestApi.get(Keys.ALL, path).jsonPath();
        assertThat(failed.getString("items[0].error")).startsWith("AddressException");
        assertThat(failed.getList("items[0].attempts.outcome")).containsExactly("SENT", "FAILED");
        rows.assertTold(cpc, "amends.delivery.sent", "amends.delivery.failed");
    }
}
