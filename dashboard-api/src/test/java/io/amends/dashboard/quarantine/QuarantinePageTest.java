package io.amends.dashboard.quarantine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.People.by;
import static io.amends.dashboard.testing.QuarantineAnswers.because;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.amends.contracts.api.ResponseStanding.DigestTiming;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.People;
import io.amends.dashboard.testing.QuarantineAnswers;
import io.amends.dashboard.testing.Sample;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A5, A6, F7: what waits in quarantine is seen with its reasons and mended in place, one by one and many alike. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class QuarantinePageTest {
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String portal = "qp-" + id;
    private final String url = "portals/" + portal + "/quarantine";

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void portal() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"Quarantine\"}");
        Api.put("/v1/portals/" + portal + "/groups/NET", "{\"name\": \"Network EMEA\"}");
        Api.put("/v1/portals/" + portal + "/segments/ENTERPRISE", "{\"name\": \"Enterprise\"}");
    }

    @Test
    @DisplayName(
            "A5, A6: from the responses a line leads to what waits, on a phone and without scripts too; it says why,"
                    + " from whom and whether a repair is in time, and is mended in place")
    void mended() {
        String first = waits("NOPE", DigestTiming.LATE, "crm", because("/supportGroup", QuarantineCause.GROUP_UNKNOWN));
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            page.navigate(base + "portals/" + portal + "/responses?srn=y");
            page.getByRole(AriaRole.LINK, named("1 response waits in quarantine"))
                    .click();
            assertThat(page.locator("h1")).hasText("1 response waits in quarantine.");
            Locator line = page.locator("article[data-id='" + first + "']");
            assertThat(line.locator("h2")).hasText("There is no support group NOPE.");
            assertThat(line).containsText("From crm");
            assertThat(line.locator("dl").first()).containsText("T-" + id);
            assertThat(line.locator("dl").first()).containsText("NOPE");
            assertThat(line).containsText("Late since 21 Nov");
            axe.read("the quarantine");
            line.locator("summary").first().click();
            assertThat(line).containsText("Third time I had to call.");
            line.getByLabel("Support group").selectOption("NET");
            page.getByRole(AriaRole.BUTTON, named("Mend it")).click();
            assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("Mended, and late: it was to be mended before 21 Nov");
            assertThat(page.locator("h1")).hasText("Nothing waits in quarantine.");
            axe.read("an empty quarantine");
            assertThat(axe.faults()).isEmpty();
        }
        assertThat(QuarantineAnswers.repaired(portal))
                .containsExactly(portal + " " + first + " {\"supportGroup\":\"NET\"} user:" + Keys.USER);
    }

    @Test
    @DisplayName("A6: many are mended alike without scripts, once it was seen how many that mends")
    void alike() {
        String one = waits("GONE", DigestTiming.IN_TIME, null, because("/supportGroup", QuarantineCause.GROUP_UNKNOWN));
        String two = waits("GONE", DigestTiming.LATE, null, because("/supportGroup", QuarantineCause.GROUP_UNKNOWN));
        String more = waits(
                "GONE",
                DigestTiming.IN_TIME,
                null,
                because("/supportGroup", QuarantineCause.GROUP_UNKNOWN),
                because("/measures/mood", QuarantineCause.MEASURE_UNKNOWN));
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.withoutScripts(), base);
            page.navigate(base + url);
            page.getByRole(AriaRole.LINK, named("All that wait for this"))
                    .first()
                    .click();
            assertThat(page.locator("h1")).hasText("3 responses wait in quarantine for that.");
            page.locator("summary", new Page.LocatorOptions().setHasText("Mend many alike"))
                    .click();
            assertThat(page.getByLabel("All 3 in this list")).isChecked();
            page.locator("#alike-group").selectOption("NET");
            page.getByRole(AriaRole.BUTTON, named("Look at it first")).click();
            assertThat(page.locator("h1")).hasText("3 responses would be corrected");
            assertThat(page.locator("main")).containsText("They get: the support group Network EMEA.");
            assertThat(page.locator("main")).containsText("2 leave the quarantine, and count from then on.");
            assertThat(page.locator("main")).containsText("1 of these is late for its digest.");
            assertThat(page.locator("main")).containsText("1 is corrected, and waits for another reason.");
            assertThat(QuarantineAnswers.repaired(portal)).isEmpty();
            page.getByRole(AriaRole.BUTTON, named("Mend them")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 responses are mended.");
        }
        assertThat(QuarantineAnswers.repaired(portal))
                .hasSize(3)
                .allMatch(line -> line.contains(one) || line.contains(two) || line.contains(more))
                .allMatch(line -> line.contains("{\"supportGroup\":\"NET\"}"));
        Api.signedIn()
                .formParam("which", "ticked")
                .formParam("response", more)
                .formParam("drop", "mood")
                .formParam("step", "do")
                .post("/" + url + "/many")
                .then()
                .statusCode(200)
                .body(containsString("1 response is mended."));
        assertThat(QuarantineAnswers.repaired(portal).get(3)).contains("{\"measures\":{\"mood\":null}}");
    }

    @Test
    @DisplayName("A5, A6: what was typed wrongly is told in words and stays; dates are in the portal's zone")
    void typed() {
        String held = waits(
                "NET",
                DigestTiming.IN_TIME,
                null,
                because("/ticketId", QuarantineCause.TICKET_MISSING),
                because("/measures/csat", QuarantineCause.SCORE_OFF_SCALE),
                because("/submittedAt", QuarantineCause.DATE_AHEAD));
        Api.signedIn()
                .formParam("response", held)
                .formParam("ticketId", "T-typed")
                .formParam("submittedAt", "yesterday")
                .post("/" + url)
                .then()
                .statusCode(422)
                .body(containsString("Nothing was mended. Correct what you typed at: Answered."))
                .body(containsString("value=\"T-typed\""));
        Api.signedIn()
                .formParam("response", held)
                .post("/" + url)
                .then()
                .statusCode(422)
                .body(containsString("choose or type what is to be corrected"));
        Api.signedIn()
                .formParam("response", held)
                .formParam("measure", "csat")
                .formParam("score", "9")
                .post("/" + url)
                .then()
                .statusCode(422)
                .body(containsString("Correct what you typed at: Answer to csat."));
        Api.signedIn()
                .formParam("response", held)
                .formParam("ticketId", "T-1")
                .formParam("submittedAt", "2026-11-20T09:30")
                .formParam("measure", "csat")
                .formParam("score", "2")
                .post("/" + url)
                .then()
                .statusCode(200)
                .body(containsString("Mended in time"));
        assertThat(QuarantineAnswers.repaired(portal).get(0))
                .contains("\"ticketId\":\"T-1\"")
                .contains("\"submittedAt\":\"2026-11-20T08:30:00Z\"")
                .contains("\"measures\":{\"csat\":2}");
        Api.signedIn()
                .formParam("response", held)
                .formParam("ticketId", "T-1")
                .post("/" + url)
                .then()
                .statusCode(409)
                .body(containsString("It is not in quarantine any more"));
    }

    @Test
    @DisplayName("A6: many are not mended without saying which and how")
    void refused() {
        waits("GONE", DigestTiming.IN_TIME, null, because("/supportGroup", QuarantineCause.GROUP_UNKNOWN));
        Api.signedIn()
                .formParam("supportGroup", "NET")
                .post("/" + url + "/many")
                .then()
                .statusCode(422)
                .body(containsString("narrow the list to one reason first"));
        Api.signedIn()
                .formParam("which", "ticked")
                .formParam("supportGroup", "NET")
                .post("/" + url + "/many")
                .then()
                .statusCode(422)
                .body(containsString("tick at least one response"));
        Api.signedIn()
                .formParam("cause", "GROUP_UNKNOWN")
                .post("/" + url + "/many?cause=GROUP_UNKNOWN")
                .then()
                .statusCode(422)
                .body(containsString("choose a group, a segment or a measure"));
        assertThat(QuarantineAnswers.repaired(portal)).isEmpty();
    }

    @Test
    @DisplayName(
            "H1, A6: an auditor reads the quarantine and mends nothing; a lead sees neither it nor a line that leads"
                    + " there")
    void byRole() {
        String held = waits("GONE", DigestTiming.IN_TIME, null, because("/ticketId", QuarantineCause.TICKET_MISSING));
        Cookie auditor = People.signedIn(portal, "qa-" + id, List.of("auditor"), null, null);
        by(auditor)
                .get("/" + url)
                .then()
                .statusCode(200)
                .body(containsString("It names no ticket."))
                .body(not(containsString("Mend")));
        by(auditor)
                .formParam("response", held)
                .formParam("ticketId", "T-1")
                .post("/" + url)
                .then()
                .statusCode(403);
        Cookie lead = People.signedIn(portal, "ql-" + id, List.of("lead"), List.of("NET"), null);
        by(lead).get("/" + url).then().statusCode(404);
        by(lead).get("/portals/" + portal + "/responses?srn=y").then().body(not(containsString("/quarantine")));
        assertThat(QuarantineAnswers.repaired(portal)).isEmpty();
    }

    private String waits(
            String group,
            DigestTiming timing,
            String source,
            io.amends.contracts.api.ResponseStanding.QuarantineReason... reasons) {
        String response = "held " + UUID.randomUUID();
        QuarantineAnswers.waits(Sample.of(portal, response).ticket("T-" + id).group(group), timing, source, reasons);
        return response;
    }
}
