package io.amends.dashboard;

import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.QuarantineAnswers.because;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.amends.contracts.api.ImportState;
import io.amends.contracts.api.ResponseStanding.DigestTiming;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.ImportAnswers;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.QuarantineAnswers;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F9: the pages on which what comes in is looked at and repaired, wide and on a phone. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class IntakeLooksTest {
    private final String portal = "intake-" + UUID.randomUUID().toString().substring(0, 8);
    private final String here = "portals/" + portal;

    @Inject
    EventProducer producer;

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void portal() {
        put("/v1/portals/" + portal, "{\"name\": \"Acme Telecommunications\"}");
        put("/v1/portals/" + portal + "/groups/NET", "{\"name\": \"Network EMEA\"}");
        put(
                "/v1/portals/" + portal + "/sources/tf",
                "{\"name\": \"Customer survey\", \"vendor\": \"TYPEFORM\", \"active\": true}");
        QuarantineAnswers.waits(
                Sample.of(portal, "held-" + portal)
                        .ticket("T-4711")
                        .group("NOPE")
                        .customer("Ines Costa"),
                DigestTiming.LATE,
                null,
                because("/supportGroup", QuarantineCause.GROUP_UNKNOWN),
                because("/measures/csat", QuarantineCause.SCORE_OFF_SCALE),
                because("/submittedAt", QuarantineCause.DATE_AHEAD));
        Sample sample = Sample.of(portal, "moves-" + portal).ticket("T-1").customer("Ines Costa");
        producer.sendAll(List.of(sample.event()));
        await().atMost(Duration.ofSeconds(20)).until(() -> Api.total(portal + "/responses?srn=y") == 1);
    }

    @Test
    @DisplayName(
            "F9, A1, A6, A8, A12: the pages of what comes in scroll only down, wide and on a phone; axe finds nothing")
    void looks() {
        try (Chromium chromium = new Chromium()) {
            for (int width : new int[] {1280, 360}) {
                Page page = signedIn(chromium.page(width, 900, ColorScheme.LIGHT), base);
                Axe axe = new Axe(page);
                String replays = here + "/preferences/sources/tf/replays";
                for (String path : List.of(
                        here + "/quarantine",
                        here + "/reassign",
                        replays,
                        replays + "/looked",
                        replays + "/running",
                        replays + "/applied",
                        replays + "/failed")) {
                    axe.visit(base + path);
                    seen(page, path.replace(portal, "p"), width);
                }
                imports(page, axe, width);
                assertThat(axe.faults()).isEmpty();
            }
        }
    }

    private void imports(Page page, Axe axe, int width) {
        page.navigate(base + here + "/imports");
        page.getByLabel("File")
                .setInputFiles(new FilePayload("november.csv", "text/csv", "Nr;Score\n".getBytes(UTF_8)));
        page.getByRole(AriaRole.BUTTON, named("Send and look at it")).click();
        String id = page.url().replaceFirst("^.*/", "");
        page.getByLabel("Field of the column Nr").selectOption("responseId");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("shop");
        page.getByRole(AriaRole.BUTTON, named("Save and look again")).click();
        axe.read("a file that is held");
        seen(page, "imports/held", width);
        page.getByText("Delete this file").click();
        axe.read("a file to delete");
        seen(page, "imports/delete", width);
        page.navigate(base + here + "/imports");
        page.getByText("Delete", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        axe.read("the list of imports");
        seen(page, "imports/list", width);
        for (ImportState state : List.of(ImportState.RUNNING, ImportState.CANCELLED, ImportState.FAILED)) {
            ImportAnswers.stands(id, state, 1234, 1, 0.4);
            page.navigate(base + here + "/imports/" + id);
            axe.read("an import that is " + state);
            seen(page, "imports/" + state, width);
        }
    }

    private static void seen(Page page, String name, int width) {
        Chromium.picture(page, name, width, ColorScheme.LIGHT);
        assertThat((List<?>) page.evaluate(Axe.SIDEWAYS)).as(name + " " + width).isEmpty();
    }
}
