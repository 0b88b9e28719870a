package io.amends.dashboard.studio;

import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.signedIn;
import static io.amends.dashboard.testing.Api.total;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.api.DraftForecast;
import io.amends.contracts.api.ExplainedDecision;
import io.amends.contracts.api.GoldenApi;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.dashboard.testing.PseudoLanguage;
import io.amends.dashboard.testing.PseudoPages;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.dashboard.testing.Sample;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stands on a page of the rule studio comes from a message bundle, or is data (C11). */
@QuarkusTest
@TestProfile(PseudoLanguage.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class StudioLanguageTest {
    /** Rules of all kinds of conditions, whose names and values are letters that the data names. */
    private static final String RULES =
            """
            {"rules": [
              {"name": "T-1", "when": {"any": [
                {"measure": "csat", "between": [1, 2.5]}, {"measure": "nps", "in": [0, 10]}, {"measure": "fcr", "eq": true},
                {"measure": "ces", "present": false}, {"field": "channel", "in": ["T-2"]}, {"field": "supportGroup", "eq": "NET"},
                {"field": "contactChoice", "notIn": ["NO"]}, {"field": "brand", "prefix": "T-3"}, {"field": "agent", "eq": "T-4"},
                {"property": "T-5", "eq": "12"}, {"property": "T-6", "eq": true}, {"not": {"comment": {"contains": "T-7"}}},
                {"submitted": {"daysOfWeek": ["SUNDAY"], "between": ["22:00", "06:00"]}}, {"factor": "Speed of respons"},
                {"overall": "lteThreshold"}, {"all": [{"tag": "T-8"}, {"comment": "absent"}]}]},
               "then": {"kind": "RECOVERY", "priority": 1, "tags": ["T-9"], "alert": "IMMEDIATE", "followUp": true,
                        "also": ["T-12", "T-13"]}},
              {"name": "T-10", "when": {"tag": "T-8"}, "then": {"priority": 3}}]}
            """;

    private static final String OTHERS =
            "{\"rules\": [{\"name\": \"T-11\", \"when\": {\"tag\": \"T-8\"}, \"then\": {}}]}";

    /** Names and values that no message says, among them what recovery-rules and the libraries of Java say. */
    private static final List<String> DATA = Stream.of(
                    Stream.of(
                            "Pseudo Portal",
                            "Network EMEA",
                            "Enterprise",
                            "Berlin",
                            "Europe",
                            Keys.FULL_NAME,
                            "Sam Example",
                            "Kim Example",
                            "Third time I had to call.",
                            "Speed of response",
                            "Speed of respons",
                            "Night shift",
                            "c-9",
                            "The first rules",
                            "Theirs",
                            "T-",
                            "NET",
                            "FIELD",
                            "phone"),
                    saidByRecoveryRules(),
                    PseudoPages.dates())
            .flatMap(names -> names)
            .toList();

    private static boolean loaded;

    @Inject
    EventProducer producer;

    private final Sample angry = Sample.of("pseudo-rules", "r1")
            .ticket("T-1")
            .customer("Kim Example")
            .comment("Third time I had to call.");

    @BeforeEach
    void begin() {
        RulesNeighbour.begin(RULES);
        if (loaded) {
            return;
        }
        put("/v1/portals/pseudo-rules", "{\"name\": \"Pseudo Portal\"}");
        put("/v1/portals/pseudo-rules/groups/NET", "{\"name\": \"Network EMEA\", \"dailyCap\": 10}");
        put("/v1/portals/pseudo-rules/contacts/T-13", "{\"name\": \"Sam Example\"}");
        put("/v1/portals/pseudo-rules/segments/ENTERPRISE", "{\"name\": \"Enterprise\"}");
        Neighbours.know(angry);
        producer.sendAll(List.of(angry.event()));
        await().atMost(Duration.ofSeconds(20)).until(() -> total("pseudo-rules/responses") == 1);
        loaded = true;
    }

    @Test
    @DisplayName("C11: the list of rules says nothing that is not in its bundle, whatever it lists")
    void list() {
        for (String done : List.of("saved", "remove", "up", "copy", "discard", "json", "published")) {
            pseudo("rules?done=" + done + "&about=1&at=1");
        }
        RulesNeighbour.young(Instant.now().minus(Duration.ofHours(2)));
        pseudo("rules?q=T-1");
        pseudo("rules?q=0");
        RulesNeighbour.edit(OTHERS);
        pseudo("rules");
        pseudo(post("rules", Map.of("tag", "0", "do", "remove:1")));
        RulesNeighbour.begin(null);
        pseudo("rules");
    }

    @Test
    @DisplayName("C11: the builder says nothing that is not in its bundle, with all kinds of conditions")
    void builder() {
        pseudo("rules/new");
        pseudo("rules/1");
        pseudo("rules/9");
        Map<String, String> wrong = Map.of(
                "tag",
                "v1",
                "was",
                "",
                "name",
                "",
                "when.kind",
                "all",
                "when.0.kind",
                "measure",
                "when.0.subject",
                "T-1",
                "when.0.op",
                "lte",
                "when.0.value",
                "T-2",
                "then.priority",
                "T-3");
        pseudo(post("rules/new", wrong));
        pseudo(post("rules/1", Map.of("tag", "0", "was", "T-1", "when.kind", "all", "do", "save")));
    }

    @Test
    @DisplayName("C11: comparing, the JSON and the versions say nothing that is not in their bundles")
    void othersOfTheStudio() {
        pseudo("rules/compare");
        pseudo("rules/compare?from=0");
        pseudo("rules/json");
        pseudo(post("rules/json", Map.of("tag", "v1", "json", RULES.replace("2.5", "\"0\""))));
        pseudo(post("rules/json", Map.of("tag", "0", "json", RULES)));
        RulesNeighbour.publish(OTHERS);
        pseudo("rules/compare?from=1&to=2");
        pseudo("rules/versions");
        pseudo("rules/versions/1");
        pseudo("rules/versions/9");
        pseudo(post("rules/versions/1", Map.of("newest", "1")));
        pseudo(post("rules/versions/1", Map.of("newest", "2", "reason", "0".repeat(1_001))));
        RulesNeighbour.begin(null);
        pseudo("rules/versions");
        pseudo("rules/json");
    }

    @Test
    @DisplayName("C11: publishing says nothing that is not in its bundle")
    void publish() {
        pseudo("rules/publish");
        RulesNeighbour.edit(RULES.replace("T-10", "T-11"));
        pseudo("rules/publish");
        RulesNeighbour.warns(true);
        pseudo(post("rules/publish", Map.of("tag", "0", "reason", "")));
        pseudo(post("rules/publish", Map.of("tag", "0", "reason", "0", "confirm", "yes")));
    }

    @Test
    @DisplayName("C11: a backtest says nothing that is not in its bundle, in any state")
    void backtests() {
        pseudo("rules/backtests");
        pseudo(post("rules/backtests", Map.of("from", "", "to", "", "rules", "draft")));
        for (String rules : List.of("draft", "1")) {
            Response asked = post("rules/backtests", Map.of("from", "2026-11-01", "to", "2026-11-02", "rules", rules));
            String page = asked.header("Location").replaceFirst(".*/portals/pseudo-rules/", "");
            for (int look = 0; look < 3; look++) {
                pseudo(page);
            }
            pseudo(page + "?group=NET");
            pseudo(page + "/gained");
        }
        Response asked = post("rules/backtests", Map.of("from", "2026-11-01", "to", "2026-11-02", "rules", "draft"));
        String page = asked.header("Location").replaceFirst(".*/portals/pseudo-rules/", "");
        post(page, Map.of("do", "cancel"));
        pseudo(page);
        pseudo("rules/backtests");
    }

    @Test
    @DisplayName("C11, H1: the studio says nothing that is not in its bundles to who may see more than do")
    void byRole() {
        RulesNeighbour.edit(OTHERS);
        for (String role : List.of("lead", "auditor")) {
            PersonToken person =
                    PersonToken.of("user:" + role, "pseudo-rules").roles(role).groups("NET");
            for (String page : List.of("rules", "rules/json", "rules/versions/1", "rules/backtests")) {
                pseudo(given().auth()
                        .oauth2(Keys.KEY)
                        .header(PersonToken.HEADER, person.signed())
                        .get("/portals/pseudo-rules/" + page));
            }
        }
        PersonToken agent =
                PersonToken.of("user:agent", "pseudo-rules").roles("agent").groups("NET");
        pseudo(given().auth()
                .oauth2(Keys.KEY)
                .header(PersonToken.HEADER, agent.signed())
                .get("/portals/pseudo-rules/responses/why?responseId=r1"));
    }

    @Test
    @DisplayName("C11: the page that says why says nothing that is not in its bundle")
    void why() {
        pseudo("responses/why?responseId=r1");
        pseudo("responses/why?responseId=r1&rule=T-1");
    }

    /** The sentences of recovery-rules, which it says by its own bundles, as its stand-in says them. */
    private static Stream<String> saidByRecoveryRules() {
        return Stream.of(
                        Stream.of(
                                "measure csat between 1 2.5 or measure nps in 0 10 or measure fcr eq true or measure ces present"
                                        + " false or field channel in T-2 or field supportGroup eq NET or field contactChoice notIn"
                                        + " NO or field brand prefix T-3 or field agent eq T-4 or property T-5 eq 12 or property T-6"
                                        + " eq true or not comment contains T-7 or submitted daysOfWeek SUNDAY between 22 00 06 00 or"
                                        + " factor Speed of respons or overall lteThreshold or tag T-8 and comment absent",
                                "tag T-8",
                                "RECOVERY, priority 1",
                                "as usual, priority 3",
                                "as usual, priority as usual",
                                "Adds “T-11” for",
                                "Removes “",
                                "must be a number",
                                "must be a whole number from 1 (most urgent) to",
                                "must be a list of two numbers, lowest and highest, both included",
                                "must be a text of which something can be seen",
                                "must be a text",
                                "must not be blank",
                                "The overall rating of 1 is at or below the threshold of 2.",
                                "Not flagged: overall 4 of 5 is above your threshold 2",
                                "Flagged: overall 2 of 5 is at or below your threshold 2",
                                "Flagged: overall 1 of 5 is at or below your threshold 2",
                                "Flagged: your rule \"VIP by phone\" applies",
                                "Not flagged: your rule \"Chat is not for us\" applies",
                                "VIP by phone",
                                "Chat is not for us",
                                "Third time I had to call, and each time I explained everything from the beginning.",
                                "Flagged",
                                "service_recovery",
                                "Over the last 7 days this draft would have flagged 50 responses; 41 were.",
                                GoldenApi.of(DraftForecast.class).sentence()),
                        Optional.ofNullable(
                                        GoldenApi.of(ExplainedDecision.class).changes())
                                .stream()
                                .flatMap(List::stream)
                                .flatMap(List::stream)
                                .map(ExplainedDecision.Change::sentence))
                .flatMap(sentences -> sentences);
    }

    private static void pseudo(String path) {
        pseudo(signedIn().get("/portals/pseudo-rules/" + path));
    }

    private static void pseudo(Response page) {
        PseudoPages.pseudo(page, DATA);
    }

    private static Response post(String page, Map<String, String> form) {
        return signedIn().formParams(form).post("/portals/pseudo-rules/" + page);
    }
}
