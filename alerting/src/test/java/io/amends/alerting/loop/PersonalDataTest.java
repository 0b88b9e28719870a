package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.contracts.Customer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.Logged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where customers and contacts of a digest are not: in logs, in metrics, in addresses of pages. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class PersonalDataTest {
    private static final Customer CUSTOMER = new Customer(
            "c-9", "Kim Quirinus", "kim@quirinus.example", "+4955501234", "Quirinus GmbH", null, "call", null);
    private static final String[] PERSONAL = {
        "Quirinus", "quirinus", "4955501234", "unmistakable", "Lea Lead", "lead@", "Robin"
    };

    DigestMails mails;

    @Inject
    Scene scene;

    @Test
    @DisplayName(
            "G3, H6: a digest is decided, built and sent, and no log, metric or address of a page has a person in it")
    void nobody() throws Exception {
        String cpc = scene.portal(Map.of());
        try (Logged logged = new Logged()) {
            scene.decided(
                    cpc,
                    Decisions.about("r-1")
                            .customer(CUSTOMER)
                            .with(r -> r.comment("my unmistakable words"))
                            .received(IN_PERIOD)
                            .asked());
            DigestApi.run(cpc, AT, false);
            await().atMost(Scene.SOON).until(() -> mails.to(cpc).size() == 2);

            assertThat(logged.text()).doesNotContain(PERSONAL);
        }
        MimeMessage mail = mails.one("lead@" + cpc + ".example");
        assertThat(DigestMails.text(mail)).contains("Quirinus", "unmistakable");
        assertThat(get("/q/metrics").body().asString())
                .contains("amends_")
                .doesNotContain(PERSONAL)
                .doesNotContain("r-1");
        MimeMultipart bodies = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        List<String> addresses = Pattern.compile("https?://[^\"\\s<>]+")
                .matcher(DigestMails.text(mail) + bodies.getBodyPart(1).getContent())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(addresses).isNotEmpty().allSatisfy(address -> assertThat(address)
                .doesNotContain(PERSONAL));
    }
}
