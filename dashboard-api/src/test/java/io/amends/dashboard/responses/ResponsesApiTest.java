package io.amends.dashboard.responses;

import static io.amends.dashboard.testing.Api.signedIn;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.NoteView;
import io.amends.dashboard.responses.core.Srn;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Sample;
import io.amends.dashboard.testing.SrnModel;
import io.amends.dashboard.testing.StreamLines;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class ResponsesApiTest {
    @Inject
    EventProducer producer;

    @Inject
    Jdbi jdbi;

    @Inject
    SearchUpgrade upgrade;

    @TestHTTPResource("/")
    URI base;

    @Test
    @DisplayName("F1: the seven srn values list exactly what seed 001 says, group override included")
    void srn() {
        portal("srn");
        put("/v1/portals/srn/groups/STRICT", "{\"name\": \"Strict\", \"threshold\": 3}");
        List<Sample> samples = new ArrayList<>();
        List<NoteView> notes = new ArrayList<>();
        List<OutboundEvent> events = new ArrayList<>();
        int i = 0;
        for (String group : List.of("NET", "STRICT")) {
            for (Integer csat : new Integer[] {null, 1, 2, 3, 4}) {
                for (String noted : List.of("none", "unspoken", "spoken")) {
                    Sample sample = Sample.of("srn", "r" + i++).group(group).csat(csat);
                    samples.add(sample);
                    events.add(sample.event());
                    if (!noted.equals("none")) {
                        NoteView note = sample.note("Alex", noted.equals("spoken"), "Called.");
                        notes.add(note);
                        events.add(sample.noted(note));
                    }
                }
            }
        }
        producer.sendAll(events);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(listed("srn", "srn=y")).hasSize(30);
            assertThat(listed("srn", "srn=w")).hasSize(20);
        });

        for (Srn srn : Srn.values()) {
            List<String> expected = samples.stream()
                    .filter(s -> {
                        List<NoteView> own = notes.stream()
                                .filter(n -> n.responseId().equals(s.id()))
                                .toList();
                        return SrnModel.lists(
                                srn,
                                s.csat() == null ? null : BigDecimal.valueOf(s.csat()),
                                BigDecimal.valueOf(s.group().equals("STRICT") ? 3 : 2),
                                own.size(),
                                own.stream().anyMatch(NoteView::spoke));
                    })
                    .map(Sample::id)
                    .toList();
            assertThat(expected).isNotEmpty();
            assertThat(listed("srn", "srn=" + srn.letter()))
                    .as("srn=" + srn.letter())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(report("srn", "srn=y").path("items").get(0).has("notes")).isTrue();
        assertThat(report("srn", "").path("items").get(0).has("notes")).isFalse();
        get("/v1/portals/srn/responses?srn=q").statusCode(400).contentType("application/problem+json");
    }

    @Test
    @DisplayName("A4: a replaced response leaves the report, and its notes go with the ticket")
    void replaced() {
        portal("rep");
        Sample old = Sample.of("rep", "old").ticket("T-1");
        NoteView note = old.note("Alex", true, "Spoke at length.");
        producer.sendAll(List.of(old.event(), old.noted(note)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("rep", "srn=s")).hasSize(1));

        producer.sendAll(List.of(
                Sample.of("rep", "new").ticket("T-1").event(),
                old.supersededBy("new").event()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("rep", "srn=s")).containsExactly("new"));
        assertThat(listed("rep", "srn=y")).containsExactly("new");
    }

    @Test
    @DisplayName("A3, F1: a response that was just shown is shown anew when it changes")
    void changed() {
        portal("chg");
        Sample first = Sample.of("chg", "r1").comment("first");
        for (Sample sample : List.of(first, first.version(2).comment("second"))) {
            producer.sendAll(List.of(sample.event()));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(report("chg", "")
                            .path("items")
                            .path(0)
                            .path("comment")
                            .asText())
                    .isEqualTo(sample.response().comment()));
        }
    }

    @Test
    @DisplayName("A3, A5: the highest version counts in any order, and what was quarantined leaves the report")
    void versions() {
        portal("ver");
        Sample newer = Sample.of("ver", "r1").version(3).comment("third");
        producer.sendAll(
                List.of(newer.event(), newer.version(2).comment("second").event()));
        Sample gone = Sample.of("ver", "r2");
        producer.sendAll(List.of(gone.event()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("ver", "")).hasSize(2));

        producer.sendAll(List.of(gone.version(2).quarantined()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("ver", "")).containsExactly("r1"));
        assertThat(report("ver", "").path("items").get(0).path("comment").asText())
                .isEqualTo("third");
    }

    @Test
    @DisplayName(
            "A5, A6: what was quarantined stays away after the decision that says so, and comes back when repaired")
    void withdrawn() {
        portal("wdn");
        Sample sample = Sample.of("wdn", "r1").comment("Findable words");
        producer.sendAll(List.of(sample.event()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("wdn", "")).containsExactly("r1"));

        producer.sendAll(List.of(sample.version(2).quarantined()));
        Sample later = Sample.of("wdn", "later").ticket(sample.ticket());
        producer.sendAll(
                List.of(sample.version(2).withdrawn(), sample.version(1).event(), later.event(), later.opened()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("wdn", "waiting=yes")).contains("later"));
        assertThat(listed("wdn", "srn=y")).containsExactly("later");
        assertThat(listed("wdn", "q=findable")).isEmpty();
        String csv = get("/v1/portals/wdn/responses?format=csv").extract().asString();
        assertThat(csv).contains(",later").doesNotContain(",r1");
        String page = get("/portals/wdn/responses?srn=y").extract().asString();
        assertThat(page).contains("data-id=\"later\"", "1 customer is waiting").doesNotContain("data-id=\"r1\"");

        producer.sendAll(List.of(sample.version(3).event()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("wdn", "srn=y")).containsExactlyInAnyOrder("r1", "later"));
    }

    @Test
    @DisplayName("F1: whoever listens hears that a response left the report")
    void withdrawnLive() {
        portal("gon");
        StreamLines heard = StreamLines.of(base, "gon");
        Sample sample = Sample.of("gon", "r1");
        producer.sendAll(List.of(sample.event(), sample.version(2).withdrawn()));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(heard.lines())
                .contains("event:withdrawn", "data:{\"responseId\":\"r1\"}"));
        heard.cancel();
    }

    @ParameterizedTest(name = "F1: Accept: {0} gets {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv | text/csv",
                "TEXT/CSV | text/csv",
                "text/*   | text/csv",
                "application/json;q=0.5, text/csv | text/csv",
                "text/csv;q=0.5, application/json | application/json",
                "text/csv;q=0, */* | application/json",
                "text/csv;q=0 | application/problem+json",
                "application/json;q=0, text/csv;q=0.1 | text/csv",
                "application/json;q=0, application/pdf | application/problem+json",
                "*/*;q=0 | application/problem+json",
                "Application/JSON | application/json",
                "text/html,application/xhtml+xml,*/*;q=0.8 | application/json",
                "*/* | application/json",
                "application/pdf | application/problem+json",
                "text/csvx | application/problem+json"
            })
    void accept(String accept, String expected) {
        put("/v1/portals/acc", "{\"name\": \"P\"}", 200, 201);
        given().auth()
                .oauth2(Keys.KEY)
                .header("Accept", accept)
                .get("/v1/portals/acc/responses")
                .then()
                .statusCode(expected.contains("problem") ? 406 : 200)
                .contentType(org.hamcrest.Matchers.startsWith(expected));
    }

    @Test
    @DisplayName(
            "F1: format=csv is for links, another format is refused by name, as is a range that ends before it begins")
    void refused() {
        portal("rfs");
        get("/v1/portals/rfs/responses?format=csv").statusCode(200).contentType("text/csv");
        assertThat(refusal("format=xlsx")).isEqualTo("/format");
        for (String path : List.of("/v1/portals/rfs/responses?", "/v1/portals/rfs/responses?format=csv&")) {
            get(path + "from=2026-03-04&to=2026-03-03").statusCode(400);
        }
        assertThat(refusal("from=2026-03-04&to=2026-03-03")).isEqualTo("/to");
        assertThat(refusal("from=2026-02-30")).isEqualTo("/from");
        assertThat(refusal("to=03.03.2026")).isEqualTo("/to");
        String page = get("/portals/rfs/responses?from=2026-03-04&to=2026-03-03&q=Kim")
                .extract()
                .asString();
        assertThat(page)
                .contains(
                        "<p class=\"error\" id=\"to-error\">The last day is before the first one.</p>",
                        "value=\"2026-03-03\" aria-invalid=\"true\" aria-describedby=\"to-error\"",
                        "value=\"2026-03-04\"",
                        "value=\"Kim\"");
        assertThat(get("/portals/rfs/responses?from=2026-3&srn=r&rgid=NET")
                        .extract()
                        .asString())
                .contains(
                        "<input type=\"text\" id=\"from\" name=\"from\" value=\"2026-3\" aria-invalid=\"true\"",
                        "<input type=\"hidden\" name=\"srn\" value=\"r\">",
                        "Group: NET");
        assertThat(refusal("waiting=perhaps")).isEqualTo("/waiting");
    }

    @Test
    @DisplayName(
            "F1: who waits has an open case, is to be contacted, and nobody has spoken to them yet; nobody else does")
    void waiting() {
        portal("wai");
        put("/v1/portals/wai/groups/FIELD", "{\"name\": \"Field service\"}");
        Sample first = Sample.of("wai", "waits").comment("Findable");
        Sample field = Sample.of("wai", "field").group("FIELD");
        Sample voicemail = Sample.of("wai", "voicemail");
        Sample spoken = Sample.of("wai", "spoken");
        Sample closed = Sample.of("wai", "closed");
        Sample no = Sample.of("wai", "no").choice(ContactChoice.NO);
        Sample happy = Sample.of("wai", "happy").csat(5);
        List<OutboundEvent> events = new ArrayList<>();
        for (Sample sample : List.of(first, field, voicemail, spoken, closed, no, happy)) {
            events.add(sample.event());
            events.add(sample.opened());
        }
        events.add(Sample.of("wai", "history").event());
        events.add(voicemail.noted(voicemail.note("Alex", false, "Left a voicemail.")));
        events.add(spoken.noted(spoken.note("Alex", true, "Called.")));
        events.add(closed.closed());
        producer.sendAll(events);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(listed("wai", "")).hasSize(8);
            assertThat(listed("wai", "srn=w")).hasSize(2);
            assertThat(listed("wai", "waiting=yes")).containsExactlyInAnyOrder("waits", "field", "voicemail");
        });

        assertThat(listed("wai", "waiting=yes&rgid=FIELD")).containsExactly("field");
        assertThat(listed("wai", "waiting=yes&q=findable")).containsExactly("waits");
        assertThat(listed("wai", "waiting=yes&srn=x")).containsExactlyInAnyOrder("waits", "field");
        assertThat(get("/v1/portals/wai/responses?waiting=yes&format=csv")
                        .extract()
                        .asString())
                .contains(",waits,", ",field,", ",voicemail,")
                .doesNotContain("spoken", "closed", "history", "happy");
        String page = get("/portals/wai/responses?srn=y").extract().asString();
        assertThat(page)
                .contains(
                        "href=\"/portals/wai/responses?srn=y&amp;waiting=yes\">3 customers are waiting for a call</a>");
        assertThat(tagOf("waits", page)).contains("tag urgent", "Contact first");
        assertThat(tagOf("voicemail", page)).contains("Contact first");
        assertThat(tagOf("spoken", page)).contains("\"tag \">Spoken to<");
        assertThat(tagOf("closed", page)).contains("\"tag \">Case closed<");
        assertThat(tagOf("no", page)).contains("\"tag \">Do not contact<");
        assertThat(tagOf("history", page)).contains("\"tag \">No case<");
        assertThat(tagOf("happy", page)).doesNotContain("class=\"tag");
        assertThat(get("/portals/wai/responses?srn=r&rgid=FIELD").extract().asString())
                // The sample is an hour old, and so of yesterday in the first hour of the portal's day.
                .containsPattern(
                        "waiting=yes&amp;rgid=FIELD\">1 customer is waiting for a call</a> within these filters"
                                + "(, since yesterday)?\\.")
                .contains("Closed cases and history without a case are among them.");
        assertThat(get("/portals/wai/responses?srn=y&q=nothing").extract().asString())
                .contains("Nobody is waiting to be contacted within these filters.");
    }

    /** The cell of a row that has its tag. */
    private static String tagOf(String id, String page) {
        String row = page.substring(page.indexOf("data-id=\"" + id + "\""));
        return row.substring(row.indexOf("<td class=\"overall"), row.indexOf("<td class=\"factors"));
    }

    @Test
    @DisplayName(
            "F1: accents do not matter in a search, and what was stored before is written anew, once, by whoever is there")
    void accents() throws Exception {
        portal("acc2");
        List<OutboundEvent> events = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            events.add(Sample.of("acc2", "r" + i).customer("Kröger").event());
        }
        producer.sendAll(events);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(total("acc2", "q=kroger")).isEqualTo(120));
        assertThat(total("acc2", "q=KR%C3%96GER")).isEqualTo(120);

        jdbi.useHandle(
                h -> h.execute("update response set search = 'kröger, cut', folded = null where portal = 'acc2'"));
        assertThat(total("acc2", "q=kroger")).isZero();
        Thread other = new Thread(upgrade::run);
        other.start();
        upgrade.run();
        other.join();

        assertThat(total("acc2", "q=kroger")).isEqualTo(120);
        assertThat(total("acc2", "q=third")).isEqualTo(120);
        long stale = jdbi.withHandle(
                h -> h.createQuery("select count(*) from response where folded is distinct from version")
                        .mapTo(Long.class)
                        .one());
        assertThat(stale).isZero();
    }

    private static int total(String cpc, String query) {
        return report(cpc, query).path("total").asInt();
    }

    private static String refusal(String query) {
        return get("/v1/portals/rfs/responses?" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .path("errors[0].pointer");
    }

    @Test
    @DisplayName("F1: who waits is waiting for a call where all prefer it, else to be contacted; all words are found")
    void wishes() {
        portal("wsh");
        Sample calls = Sample.of("wsh", "r1").comment("word ".repeat(3_998) + "lastword");
        producer.sendAll(List.of(calls.event(), calls.opened()));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(listed("wsh", "q=LASTWORD&waiting=yes"))
                .containsExactly("r1"));
        assertThat(get("/portals/wsh/responses").extract().asString()).contains("1 customer is waiting for a call");

        Sample mails = Sample.of("wsh", "r2").prefers("email");
        producer.sendAll(List.of(mails.event(), mails.opened()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("wsh", "waiting=yes")).hasSize(2));
        assertThat(get("/portals/wsh/responses").extract().asString())
                .contains("2 customers are waiting to be contacted");
    }

    @Test
    @DisplayName("F1: search, group, dates, sorting and paging narrow and order the report")
    void narrowing() {
        portal("nar"); // zone Asia/Tokyo: 2026-03-02T16:00Z is already the 3rd
        producer.sendAll(List.of(
                Sample.of("nar", "a")
                        .received(Instant.parse("2026-03-02T14:59:59Z"))
                        .csat(3)
                        .event(),
                Sample.of("nar", "b")
                        .received(Instant.parse("2026-03-02T15:00:00Z"))
                        .csat(1)
                        .comment("100% _late_")
                        .event(),
                Sample.of("nar", "c")
                        .received(Instant.parse("2026-03-03T14:59:59Z"))
                        .csat(5)
                        .group("ELSE")
                        .event()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("nar", "")).hasSize(3));

        assertThat(listed("nar", "from=2026-03-03&to=2026-03-03")).containsExactly("c", "b");
        assertThat(listed("nar", "q=100%25%20_LATE")).containsExactly("b");
        assertThat(listed("nar", "q=1__%25")).isEmpty();
        assertThat(listed("nar", "rgid=ELSE")).containsExactly("c");
        assertThat(listed("nar", "sort=overall")).containsExactly("b", "a", "c");
        assertThat(listed("nar", "sort=-overall")).containsExactly("c", "a", "b");
        assertThat(listed("nar", "size=1&page=1")).containsExactly("b");
        get("/v1/portals/nar/responses?from=yesterday").statusCode(400);
        get("/v1/portals/nar/responses?size=501").statusCode(400);
        get("/v1/portals/nowhere/responses").statusCode(404);
    }

    @Test
    @DisplayName("F1: each row of the page has a cell for each head, with notes and without")
    void cells() {
        portal("cells");
        Sample sample = Sample.of("cells", "r1");
        producer.sendAll(List.of(sample.event(), sample.noted(sample.note("Alex", true, "Called."))));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("cells", "srn=w")).hasSize(1));

        assertThat(cellsOfPage("srn=y")).isEqualTo(8);
        assertThat(cellsOfPage("srn=n")).isEqualTo(7);
    }

    /** How many cells each row of the page's table has; heads and all rows must agree. */
    private static int cellsOfPage(String query) {
        String page = signedIn().get("/portals/cells/responses?" + query).asString();
        List<Integer> cells = Pattern.compile("(?s)<tr\\b.*?</tr>")
                .matcher(page)
                .results()
                .map(row -> row.group().split("<t[hd]\\b").length - 1)
                .toList();
        assertThat(cells).hasSize(2);
        assertThat(cells).containsOnly(cells.get(0));
        return cells.get(0);
    }

    @Test
    @DisplayName("H6: CSV carries all rows with a byte order mark, and no cell is a formula")
    void csv() {
        portal("csv");
        Sample hostile = Sample.of("csv", "r1")
                .received(Instant.parse("2026-03-02T15:30:00Z"))
                .csat(-5)
                .customer("=cmd|' /C calc'!A0")
                .comment("say \"hi\",\nplease\u0000; =1+1");
        producer.sendAll(List.of(hostile.event()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listed("csv", "")).hasSize(1));

        byte[] csv = given().auth()
                .oauth2(Keys.KEY)
                .accept("text/csv")
                .get("/v1/portals/csv/responses?srn=y")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(new String(csv, UTF_8))
                .startsWith(
                        "\uFEFFreceived,customer,company,segment,overall,factors,comment,contactChoice,kind,contact,"
                                + "ticketId,supportGroup,agent,channel,language,caseId,responseId,spoke,notes,"
                                + "received (Asia/Tokyo)\r\n2026-03-02T15:30:00Z,")
                .contains(",r1,,,2026-03-03 00:30:00\r\n")
                .contains(",'=cmd|' /C calc'!A0,")
                .contains(",-5,")
                .contains("\"say \"\"hi\"\",\nplease\uFFFD; '=1+1\"");
    }

    @Test
    @DisplayName("F1: the stream tells responses, decisions and notes as they arrive")
    void stream() {
        portal("sse");
        StreamLines heard = StreamLines.of(base, "sse");

        Sample sample = Sample.of("sse", "r1");
        producer.sendAll(List.of(sample.event()));
        await().atMost(Duration.ofSeconds(10)).until(() -> heard.lines().contains("event:response"));
        producer.sendAll(List.of(sample.noted(sample.note("Alex", true, "Called."))));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(heard.lines()).contains("event:decision", "event:note"));
        heard.cancel();
    }

    @Test
    @DisplayName("F1, H3: there is no stream of a portal that is not there, nor of one that the caller may not see")
    void noStream() {
        portal("str");
        given().auth()
                .oauth2(Keys.KEY)
                .accept("text/event-stream")
                .get("/v1/portals/nosuch/stream")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Keys.ACME_ONLY)
                .accept("text/event-stream")
                .get("/v1/portals/str/stream")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(403, 404));
    }

    private static void portal(String cpc) {
        put("/v1/portals/" + cpc, "{\"name\": \"P\", \"timeZone\": \"Asia/Tokyo\"}");
    }

    private static void put(String path, String body) {
        put(path, body, 201);
    }

    private static void put(String path, String body, Integer... expected) {
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(expected));
    }

    private static List<String> listed(String cpc, String query) {
        List<String> ids = new ArrayList<>();
        report(cpc, query)
                .path("items")
                .forEach(i -> ids.add(i.path("responseId").asText()));
        return ids;
    }

    private static JsonNode report(String cpc, String query) {
        try {
            return Json.MAPPER.readTree(get("/v1/portals/" + cpc + "/responses" + (query.isEmpty() ? "" : "?" + query))
                    .statusCode(200)
                    .extract()
                    .asByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static io.restassured.response.ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Keys.KEY)
                .urlEncodingEnabled(false)
                .get(path)
                .then();
    }
}
