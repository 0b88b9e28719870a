package io.amends.dashboard;

import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.signedIn;
import static io.amends.dashboard.testing.Api.total;
import static io.amends.local.testing.Traces.COMMENT;
import static io.amends.local.testing.Traces.EMAIL;
import static io.amends.local.testing.Traces.NAME;
import static io.amends.local.testing.Traces.PHONE;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Customer;
import io.amends.contracts.Json;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** G3: who a customer or a colleague is stays in the data and on the pages of whoever may see it. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PersonalDataTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PORTAL = "traces";
    private static final String DIALOG = "/service-recovery-notes?cpc=" + PORTAL + "&rgid=NET&tid=T-tr-1";
    private static final String PEOPLE = "/v1/portals/" + PORTAL + "/people/";

    @Inject
    EventProducer producer;

    @BeforeEach
    void portal() {
        put("/v1/portals/" + PORTAL, "{\"name\": \"Traces\"}");
        put("/v1/portals/" + PORTAL + "/contacts/c-1", "{\"name\": \"" + NAME + "\", \"email\": \"" + EMAIL + "\"}");
        put("/v1/portals/" + PORTAL + "/groups/NET", "{\"name\": \"Network\", \"supportLead\": \"c-1\"}");
    }

    @Test
    @DisplayName(
            "G3, H6: a response on its way to the pages, or undecidable: no log, no metric and no address names anybody")
    void customer() {
        Sample sample = sample();
        Neighbours.know(sample);
        try (Traces traces = new Traces()) {
            double letters = deadLetters();
            producer.sendAll(List.of(
                    broken(sample.event(), "responseVersion"),
                    broken(sample.opened(), "caseVersion"),
                    broken(sample.quarantined(), "responseVersion"),
                    sample.event(),
                    sample.opened(),
                    sample.noted(sample.note(NAME, false, COMMENT))));
            await().atMost(SOON).until(() -> total(PORTAL + "/responses?waiting=yes") == 1 && deadLetters() > letters);

            for (String page : List.of(
                    "/portals",
                    "/portals/" + PORTAL + "/responses",
                    "/portals/" + PORTAL + "/responses?waiting=yes",
                    "/portals/" + PORTAL + "/audit",
                    "/portals/" + PORTAL + "/preferences",
                    "/portals/" + PORTAL + "/preferences/contacts",
                    "/portals/" + PORTAL + "/preferences/contacts/c-1",
                    DIALOG)) {
                String html =
                        page(page).then().statusCode(lessThan(400)).extract().asString();
                assertThat(Traces.inAddresses(html)).as(page).isEmpty();
            }
            page(DIALOG).then().body(containsString(NAME));
            Response noted = form(Map.of("response", sample.id(), "author", NAME, "text", COMMENT))
                    .post(DIALOG);
            assertThat(noted.statusCode()).isEqualTo(303);
            assertThat(Traces.in(noted.header("Location"))).isEmpty();
            form(Map.of("response", NAME, "author", COMMENT, "text", COMMENT.repeat(1_000)))
                    .post(DIALOG);
            form(Map.of("response", sample.id(), "case", NAME, "outcome", COMMENT, "rootCause", COMMENT))
                    .post(DIALOG.replace("notes?", "notes/close?"));

            assertThat(traces.log()).contains("dead letter from");
            nobody(traces);
        }
    }

    @Test
    @DisplayName("G3, H1: a colleague who is added, refused or does not sign in is in no log, metric or address")
    void colleague() {
        String person = "{\"name\": \"" + NAME + "\", \"email\": \"" + EMAIL + "\", \"roles\": [\"auditor\"]}";
        put(PEOPLE + "tr-9", person);
        try (Traces traces = new Traces()) {
            for (String wrong : List.of(
                    person.replace("@", " at "),
                    person.replace("\"" + NAME + "\"", "7"),
                    person.replace("auditor", NAME),
                    person.replace("\"" + NAME + "\"", NAME),
                    person.substring(0, person.indexOf(EMAIL) + 12))) {
                changed(PEOPLE + "tr-9", wrong);
                changed("/v1/portals/" + PORTAL + "/contacts/c-1", wrong);
            }
            for (String login : List.of(EMAIL, NAME, COMMENT)) {
                form(Map.of("j_username", login, "j_password", PHONE))
                        .header("X-Forwarded-For", "203.0.113.77")
                        .post("/sign-in")
                        .then()
                        .statusCode(lessThan(500));
            }
            String file = "login,name,email\ntr-9," + NAME + "," + EMAIL + "\n," + NAME + "," + PHONE + "\n";
            Response read = signedIn()
                    .multiPart("file", "people.csv", file.getBytes(UTF_8), "text/csv")
                    .post("/portals/" + PORTAL + "/preferences/import/people");
            assertThat(Traces.inAddresses(read.asString())).isEmpty();
            assertThat(Traces.inAddresses(page("/portals/" + PORTAL + "/people").asString()))
                    .isEmpty();
            assertThat(Traces.inAddresses(
                            page("/portals/" + PORTAL + "/people/tr-9").asString()))
                    .isEmpty();

            assertThat(traces.log()).contains("sign-in refused (wrong)", "203.0.113.77");
            nobody(traces);
        }
    }

    private static void nobody(Traces traces) {
        assertThat(traces.logged()).isEmpty();
        assertThat(Traces.in(metrics())).isEmpty();
    }

    private static Sample sample() {
        Sample sample = Sample.of(PORTAL, "tr-1");
        return new Sample(
                ResponseBuilder.like(sample.response())
                        .customer(new Customer("c-9", NAME, EMAIL, PHONE, NAME, null, "call", NAME))
                        .comment(COMMENT)
                        .build(),
                1,
                null);
    }

    /** The same event with texts where others belong. */
    private static OutboundEvent broken(OutboundEvent event, String number) {
        try {
            ObjectNode data = (ObjectNode) Json.MAPPER.readTree(event.data());
            data.put(number, COMMENT).put("customer", NAME + EMAIL + PHONE);
            return OutboundEvent.of(event.topic(), event.key(), event.id() + "-broken", event.type(), data);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void changed(String path, String body) {
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(lessThan(500));
    }

    private static Response page(String path) {
        return signedIn().get(path);
    }

    private static RequestSpecification form(Map<String, String> fields) {
        return signedIn().formParams(fields);
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    /** How many dead letters there are so far. */
    private static double deadLetters() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("amends_dead_letters_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
