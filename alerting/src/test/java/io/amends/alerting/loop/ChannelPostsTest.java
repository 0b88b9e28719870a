package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static io.amends.contracts.testing.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.alerting.Decisions;
import io.amends.alerting.loop.HookServer.HookAnswer;
import io.amends.alerting.loop.HookServer.Hooked;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.TicketKey;
import io.amends.contracts.Topics;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Posts on channels, to a real HTTP server that goes wrong where it is told to (C8). */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class ChannelPostsTest {
    private static final String SECRET = secret(1);
    private static final String FORMER = secret(2);

    HookServer hooks;
    DigestMails mails;

    @Inject
    Scene scene;

    @Inject
    DirectoryView directory;

    @Inject
    EventProducer producer;

    @Inject
    Jdbi jdbi;

    @Test
    @DisplayName("C8: a candidate is posted once to a program, as its own event, with signatures by both live secrets")
    void flagged() throws Exception {
        String cpc = scene.portal(Map.of());
        String path = webhook(cpc, "crm", List.of("FLAGGED"), Map.of());
        secrets(cpc, "crm", Map.of("current", SECRET, "previous", FORMER)).statusCode(204);
        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD));
        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD));

        Hooked post = one(path);
        assertThat(StandardWebhookVerifier.valid(post, SECRET)).isTrue();
        assertThat(StandardWebhookVerifier.valid(post, FORMER)).isTrue();
        assertThat(StandardWebhookVerifier.valid(post, secret(3))).isFalse();
        JsonNode body = Json.MAPPER.readTree(post.body());
        assertThat(body.fieldNames()).toIterable().containsExactly("type", "timestamp", "data");
        assertThat(body.path("type").asText()).isEqualTo("amends.recovery.decided");
        assertThat(body.at("/data/responseId").asText()).isEqualTo("a");
        assertThat(post.header("webhook-id"))
                .isEqualTo(body.at("/data/decisionId").asText());
        await().atMost(Scene.SOON)
                .until(() -> webhooks(cpc).getList("items.state").equals(List.of("SENT")));
        String ticket = body.at("/data/ticketId").asText();
        JsonPath told = TextMessagesTest.deliveries(cpc, "case=" + Ids.ofCase(cpc, ticket));
        assertThat(told.getList("items.address")).containsExactly("crm");
        assertThat(told.getString("items[0].contactId")).isNull();
        JsonPath shown = DigestApi.get(Keys.ALL, "/v1/deliveries/" + told.getString("items[0].id"))
                .jsonPath();
        assertThat(shown.getString("message.text")).isEqualTo(post.body());
        assertThat(shown.getInt("attempts[0].code")).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "C8, B4: who said NO is posted nowhere, nor is what is history, nor what another group's channel takes")
    void notPosted() {
        String cpc = scene.portal(Map.of());
        scene.entry(cpc, "group", "APAC", Map.of("name", "Asia", "supportLead", "also", "region", "ASIA"));
        String net = webhook(cpc, "net", List.of("FLAGGED"), Map.of("groups", List.of("NET")));
        String asia = webhook(cpc, "asia", List.of("FLAGGED"), Map.of("regions", List.of("ASIA")));
        webhook(cpc, "off", List.of("FLAGGED"), Map.of("active", false));
        for (String code : List.of("net", "asia", "off")) {
            secrets(cpc, code, Map.of("current", SECRET)).statusCode(204);
        }

        scene.decided(
                cpc,
                Decisions.about("no").received(IN_PERIOD).choice(ContactChoice.NO),
                Decisions.about("net").received(IN_PERIOD).group("NET"),
                Decisions.about("asia").received(IN_PERIOD).group("APAC"));

        assertThat(one(net).body()).contains("\"net\"");
        assertThat(one(asia).body()).contains("\"asia\"");
        assertThat(hooks.at(cpc + "/off")).isEmpty();
        assertThat(deliveries(cpc).getInt("total")).isEqualTo(2);
    }

    @ParameterizedTest(name = "C8: {0}: {1}")
    @MethodSource("faults")
    void goesWrong(String fault, List<String> outcomes, String state, HookAnswer answer) {
        String cpc = scene.portal(Map.of());
        String path = webhook(cpc, "crm", List.of("FLAGGED"), Map.of());
        secrets(cpc, "crm", Map.of("current", SECRET)).statusCode(204);
        hooks.answers(path, fault.equals("a hanging end") ? hooks.hangs() : answer);

        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD));

        await().atMost(Scene.SOON)
                .until(() -> webhooks(cpc).getList("items.state").equals(List.of(state)));
        assertThat(webhooks(cpc).getList("items[0].attempts.outcome")).isEqualTo(outcomes);
        List<Hooked> posts = hooks.at(path);
        assertThat(posts).hasSize(outcomes.size());
        assertThat(posts)
                .extracting(post -> post.header("webhook-id"))
                .containsOnly(posts.get(0).header("webhook-id"));
        if (fault.contains("Retry-After")) {
            assertThat(Duration.between(posts.get(0).at(), posts.get(1).at())).isGreaterThan(Duration.ofMillis(900));
        }
    }

    static List<Arguments> faults() {
        List<String> again = List.of("FAILED", "SENT");
        return List.of(
                Arguments.of("400 is for good", List.of("FAILED"), "FAILED", HookServer.says(400)),
                Arguments.of("404 may be mended", again, "SENT", HookServer.says(404)),
                Arguments.of("429 with Retry-After", again, "SENT", HookServer.says(429, "Retry-After", "1")),
                Arguments.of("500", again, "SENT", HookServer.says(500)),
                Arguments.of(
                        "a redirect is not followed",
                        again,
                        "SENT",
                        HookServer.says(302, "Location", "http://127.0.0.1:1/")),
                Arguments.of("an endless answer of 500", again, "SENT", HookServer.floods(500)),
                Arguments.of("an endless answer of 200", List.of("SENT"), "SENT", HookServer.floods(200)),
                Arguments.of(
                        "an answer of 200 whose end never comes", List.of("SENT"), "SENT", HookServer.trickles(200)),
                Arguments.of("a hanging end", again, "SENT", HookServer.cuts()),
                Arguments.of("a cut connection", again, "SENT", HookServer.cuts()));
    }

    @Test
    @DisplayName(
            "C8: 410 switches the channel off, the admins are told once, and a sample that is taken switches it on")
    void gone() throws Exception {
        String cpc = scene.portal(Map.of());
        String path = webhook(cpc, "crm", List.of("FLAGGED"), Map.of());
        secrets(cpc, "crm", Map.of("current", SECRET)).statusCode(204);
        hooks.always(path, HookServer.says(410));
        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD));

        await().atMost(Scene.SOON).until(() -> "GONE".equals(status(cpc, "crm").getString("off.why")));
        await().atMost(Scene.SOON).until(() -> mails.to(cpc).size() == 1);
        assertThat(mails.to(cpc).get(0).getSubject()).isEqualTo("Switched off: crm");
        scene.decided(cpc, Decisions.about("b").received(IN_PERIOD));
        assertThat(test(cpc, "crm").statusCode(200).extract().jsonPath().getBoolean("ok"))
                .isFalse();
        assertThat(status(cpc, "crm").getString("off.why")).isEqualTo("GONE");

        hooks.takes(path);
        assertThat(test(cpc, "crm").statusCode(200).extract().jsonPath().getBoolean("ok"))
                .isTrue();

        assertThat(status(cpc, "crm").getString("off")).isNull();
        assertThat(hooks.at(path).get(hooks.at(path).size() - 1).body()).contains("amends.channel.test");
        scene.decided(cpc, Decisions.about("c").received(IN_PERIOD));
        await().atMost(Scene.SOON).until(() -> hooks.at(path).stream()
                .anyMatch(post -> post.body().contains("\"c\"")));
        assertThat(mails.to(cpc)).hasSize(1);
    }

    @Test
    @DisplayName("C8: a channel that has failed for five days is switched off, and what still waits there has failed")
    void fiveDays() {
        String cpc = scene.portal(Map.of());
        String path = webhook(cpc, "crm", List.of("FLAGGED"), Map.of());
        secrets(cpc, "crm", Map.of("current", SECRET)).statusCode(204);
        hooks.always(path, HookServer.says(503));
        scene.decided(
                cpc,
                Decisions.about("a").received(IN_PERIOD),
                Decisions.about("b").received(IN_PERIOD));
        await().atMost(Scene.SOON).until(() -> status(cpc, "crm").getString("failingSince") != null);
        assertThat(status(cpc, "crm").getString("off")).isNull();

        since(cpc, Duration.ofDays(5).minusMinutes(1));
        int before = hooks.at(path).size();
        await().atMost(Scene.SOON).until(() -> hooks.at(path).size() > before + 1);
        assertThat(status(cpc, "crm").getString("off")).isNull();

        since(cpc, Duration.ofDays(5));
        await().atMost(Scene.SOON)
                .until(() -> "FAILING".equals(status(cpc, "crm").getString("off.why")));
        await().atMost(Scene.SOON).until(() -> deliveries(cpc)
                .getList("items.findAll { it.channel == 'WEBHOOK' }.state")
                .equals(List.of("FAILED", "FAILED")));
    }

    @Test
    @DisplayName("C8: failures with more than a day between them are counted anew")
    void failsAnew() {
        String cpc = scene.portal(Map.of());
        String path = webhook(cpc, "crm", List.of("FLAGGED"), Map.of());
        secrets(cpc, "crm", Map.of("current", SECRET)).statusCode(204);
        hooks.always(path, HookServer.says(503));
        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD));
        await().atMost(Scene.SOON).until(() -> status(cpc, "crm").getString("failingSince") != null);

        jdbi.useHandle(handle -> handle.execute(
                "UPDATE channel_health SET failing_since = now() - interval '6 days', last_failure_at = now() -"
                        + " interval '25 hours', next_at = now() WHERE portal = ?",
                cpc));

        await().atMost(Scene.SOON).until(() -> Instant.parse(status(cpc, "crm").getString("failingSince"))
                .isAfter(Instant.now().minus(Duration.ofHours(1))));
        assertThat(status(cpc, "crm").getString("off")).isNull();
        hooks.takes(path);
    }

    @Test
    @DisplayName("B4: what waits to be posted is not, where its customer has said NO meanwhile")
    void takenBack() {
        String cpc = scene.portal(Map.of());
        String path = webhook(cpc, "crm", List.of("FLAGGED"), Map.of());
        secrets(cpc, "crm", Map.of("current", SECRET)).statusCode(204);
        hooks.always(path, HookServer.says(503));
        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD));
        await().atMost(Scene.SOON).until(() -> status(cpc, "crm").getString("failingSince") != null);

        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD).version(2).refused());

        await().atMost(Scene.SOON)
                .until(() -> deliveries(cpc).getList("items.state").equals(List.of("FAILED")));
        assertThat(deliveries(cpc).getList("items.error"))
                .containsExactly("nobody is to act on that response any more");
    }

    @Test
    @DisplayName("C8: what waits for a channel that is made inactive ends at once")
    void inactive() {
        String cpc = scene.portal(Map.of());
        String path = webhook(cpc, "crm", List.of("FLAGGED"), Map.of());
        secrets(cpc, "crm", Map.of("current", SECRET)).statusCode(204);
        hooks.always(path, HookServer.says(503));
        scene.decided(
                cpc,
                Decisions.about("a").received(IN_PERIOD),
                Decisions.about("b").received(IN_PERIOD),
                Decisions.about("c").received(IN_PERIOD));
        await().atMost(Scene.SOON).until(() -> status(cpc, "crm").getString("failingSince") != null);

        webhook(cpc, "crm", List.of("FLAGGED"), Map.of("active", false));

        await().atMost(Scene.SOON)
                .until(() -> deliveries(cpc).getList("items.state").equals(List.of("FAILED", "FAILED", "FAILED")));
        assertThat(deliveries(cpc).getList("items.error")).containsOnly("the channel is not active");
    }

    @Test
    @DisplayName("C8: who deletes a channel deletes its secrets")
    void deleted() {
        String cpc = scene.portal(Map.of());
        webhook(cpc, "crm", List.of(), Map.of());
        webhook(cpc, "kept", List.of(), Map.of());
        secrets(cpc, "crm", Map.of("current", SECRET)).statusCode(204);
        secrets(cpc, "kept", Map.of("current", SECRET)).statusCode(204);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE channel_secret SET changed_at = now() - interval '2 minutes' WHERE portal = ?", cpc));

        producer.sendAll(List.of(OutboundEvent.tombstone(
                Topics.DIRECTORY, cpc + "/channel/crm", UUID.randomUUID().toString(), "amends.channel")));

        await().atMost(Scene.SOON)
                .until(() -> jdbi.withHandle(
                        handle -> handle.select("SELECT channel FROM channel_secret WHERE portal = ?", cpc)
                                .mapTo(String.class)
                                .list()
                                .equals(List.of("kept"))));
    }

    @Test
    @DisplayName("C8: a dead end is asked by one at a time, and holds up nobody else")
    void holdsUpNobody() {
        String cpc = scene.portal(Map.of());
        String dead = webhook(cpc, "dead", List.of("FLAGGED"), Map.of());
        String alive = webhook(cpc, "alive", List.of("FLAGGED"), Map.of());
        secrets(cpc, "dead", Map.of("current", SECRET)).statusCode(204);
        secrets(cpc, "alive", Map.of("current", SECRET)).statusCode(204);
        hooks.always(dead, hooks.hangs());

        scene.decided(
                cpc,
                java.util.stream.IntStream.range(0, 30)
                        .mapToObj(i -> Decisions.about("r" + i).received(IN_PERIOD))
                        .toArray(io.amends.contracts.testing.DecisionBuilder[]::new));

        await().atMost(Scene.SOON).until(() -> hooks.at(alive).size() == 30);
        assertThat(hooks.at(dead).size()).isLessThan(6);
        long asked = jdbi.withHandle(handle -> handle.select(
                        "SELECT count(*) FROM delivery WHERE portal = ? AND address = 'dead' AND state = 'SENDING'",
                        cpc)
                .mapTo(Long.class)
                .one());
        assertThat(asked).isLessThanOrEqualTo(1);
        hooks.takes(dead);
    }

    @Test
    @DisplayName("C9: a crash between the answer and its mark repeats that post with the same id")
    void killed() {
        String cpc = scene.portal(Map.of());
        String path = webhook(cpc, "crm", List.of("FLAGGED"), Map.of());
        secrets(cpc, "crm", Map.of("current", SECRET)).statusCode(204);
        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD));
        await().atMost(Scene.SOON)
                .until(() -> deliveries(cpc).getList("items.state").equals(List.of("SENT")));
        UUID id = UUID.fromString(deliveries(cpc).getString("items[0].id"));

        jdbi.useTransaction(tx -> {
            tx.execute("UPDATE delivery_attempt SET outcome = NULL, finished_at = NULL WHERE delivery_id = ?", id);
            tx.execute(
                    "UPDATE delivery SET state = 'SENDING', lease_until = now() - interval '1 second' WHERE id = ?",
                    id);
        });

        await().atMost(Scene.SOON).until(() -> hooks.at(path).size() == 2);
        assertThat(Set.copyOf(hooks.at(path).stream()
                        .map(post -> post.header("webhook-id"))
                        .toList()))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "C8: a chat room gets a card in the portal's language without the customer's address, once per response")
    void chat() throws Exception {
        String cpc = scene.portal(Map.of("language", "de"));
        String teams = room(cpc, "teams", "TEAMS", List.of("FLAGGED", "IMMEDIATE"));
        String slack = room(cpc, "slack", "SLACK", List.of("FLAGGED"));

        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD));
        JsonNode card = Json.MAPPER.readTree(one(teams).body());
        assertThat(card.at("/attachments/0/contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.at("/attachments/0/content/body/0/inlines/0/text").asText())
                .isEqualTo("Unzufriedener Kunde zu kontaktieren");
        assertThat(card.at("/attachments/0/content/actions/0/url").asText())
                .contains("/service-recovery-notes?cpc=" + cpc + "&rgid=NET&tid=");
        assertThat(one(slack).body())
                .contains("rich_text", "Unzufriedener Kunde")
                .doesNotContain("kim@example.com", "+4955");

        scene.decided(cpc, Decisions.about("a").received(IN_PERIOD).version(2));
        scene.decided(cpc, Decisions.about("z").received(IN_PERIOD));
        await().atMost(Scene.SOON)
                .until(() -> hooks.at(teams).size() == 2 && hooks.at(slack).size() == 2);
        assertThat(deliveries(cpc).getInt("total")).isEqualTo(4);
    }

    @Test
    @DisplayName("A9: a request is posted to its region's channel whatever that takes, and to those that take requests")
    void requests() {
        String cpc = scene.portal(Map.of());
        String region = room(cpc, "region", "SLACK", List.of());
        String desk = webhook(cpc, "desk", List.of("REQUEST"), Map.of());
        String other = webhook(cpc, "other", List.of("FLAGGED"), Map.of());
        secrets(cpc, "desk", Map.of("current", SECRET)).statusCode(204);
        secrets(cpc, "other", Map.of("current", SECRET)).statusCode(204);
        RequestFiled filed = filed(cpc);

        producer.sendAll(List.of(OutboundEvent.of(
                Topics.RECORDED,
                TicketKey.of(cpc, filed.ticketId(), ""),
                filed.requestId(),
                EventTypes.REQUEST_FILED,
                filed)));

        assertThat(one(desk).body()).contains("amends.request.filed");
        assertThat(one(region).body()).contains("rich_text");
        assertThat(hooks.at(other)).isEmpty();
    }

    @Test
    @DisplayName("C8, H1: of digests a channel of one group hears of that group's cases alone")
    void digests() throws Exception {
        String cpc = scene.portal(Map.of());
        String hook = webhook(cpc, "crm", List.of("DIGEST"), Map.of("groups", List.of("NET")));
        secrets(cpc, "crm", Map.of("current", SECRET)).statusCode(204);
        String room = room(cpc, "room", "TEAMS", List.of("DIGEST"));
        scene.decided(
                cpc,
                Decisions.about("net").received(IN_PERIOD).group("NET"),
                Decisions.about("apac").received(IN_PERIOD).group("APAC"));

        DigestApi.run(cpc, AT, false);
        DigestApi.run(cpc, AT, false);

        await().atMost(Scene.SOON).until(() -> hooks.at(hook).size() == 2);
        assertThat(hooks.at(hook)).allSatisfy(post -> assertThat(post.body())
                .contains("amends.digest.built", "\"net\"")
                .doesNotContain("\"apac\""));
        assertThat(one(room).body()).contains("The digests list 2 customers to contact.", "Network", "Asia");
    }

    @Test
    @DisplayName(
            "H1: a post is seen by whose groups it is of, one of no group by who sees all alone, and secrets by nobody")
    void seen() {
        String cpc = scene.portal(Map.of());
        webhook(cpc, "crm", List.of("FLAGGED"), Map.of());
        secrets(cpc, "crm", Map.of("current", SECRET)).statusCode(204);
        scene.decided(cpc, Decisions.about("net").received(IN_PERIOD).group("NET"));
        await().atMost(Scene.SOON)
                .until(() -> deliveries(cpc).getList("items.state").equals(List.of("SENT")));

        assertThat(total(PersonToken.of("user:lea", cpc).roles("lead").groups("NET"), cpc))
                .isEqualTo(1);
        assertThat(total(PersonToken.of("user:lea", cpc).roles("lead").groups("APAC"), cpc))
                .isZero();
        assertThat(status(cpc, "crm").getBoolean("secrets.current")).isTrue();
        assertThat(status(cpc, "crm").prettify()).doesNotContain("whsec_");
        String stored =
                jdbi.withHandle(handle -> handle.select("SELECT current FROM channel_secret WHERE portal = ?", cpc)
                        .mapTo(String.class)
                        .one());
        assertThat(stored).doesNotContain("whsec_");

        jdbi.useHandle(db ->
                db.execute("UPDATE channel_post SET support_groups = '{}', event = 'ADMIN' WHERE portal = ?", cpc));
        String id = deliveries(cpc).getString("items[0].id");
        for (String role : List.of("agent", "lead")) {
            PersonToken person =
                    PersonToken.of("user:lea", cpc).roles(role).groups("NET").contact("lead");
            assertThat(total(person, cpc)).as(role).isZero();
            assertThat(asked(person, id)).as(role).isEqualTo(404);
        }
        assertThat(asked(PersonToken.of("user:ada", cpc).roles("admin"), id)).isEqualTo(200);
    }

    @Test
    @DisplayName("C8: secrets that cannot be are refused with a pointer each, and a test without secrets too")
    void refused() {
        String cpc = scene.portal(Map.of());
        webhook(cpc, "crm", List.of(), Map.of());
        channel(cpc, "room", Map.of("name", "room", "kind", "SLACK"));

        assertThat(secrets(cpc, "crm", Map.of("current", "whsec_c2hvcnQ=", "url", "https://a.example"))
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.pointer"))
                .containsExactly("/current", "/url");
        assertThat(secrets(cpc, "room", Map.of("current", SECRET))
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.pointer"))
                .containsExactly("/url", "/current");
        test(cpc, "room").statusCode(409);
        webhook(cpc, "odd", List.of(), Map.of("url", "https://c.example/%zz"));
        secrets(cpc, "odd", Map.of("current", SECRET)).statusCode(204);
        test(cpc, "odd").statusCode(409);
        secrets(cpc, "nowhere", Map.of()).statusCode(404);
    }

    private RequestFiled filed(String cpc) {
        return request("q-1").portal(cpc).group("NET").channel("region").build();
    }

    private String webhook(String cpc, String code, List<String> events, Map<String, Object> more) {
        String path = cpc + "/" + code;
        Map<String, Object> entry =
                new HashMap<>(Map.of("name", code, "kind", "WEBHOOK", "url", hooks.url(path), "events", events));
        entry.putAll(more);
        channel(cpc, code, entry);
        return path;
    }

    private String room(String cpc, String code, String kind, List<String> events) {
        String path = cpc + "/" + code;
        channel(cpc, code, Map.of("name", code, "kind", kind, "events", events));
        secrets(cpc, code, Map.of("url", hooks.url(path))).statusCode(204);
        return path;
    }

    private void channel(String cpc, String code, Map<String, Object> entry) {
        scene.entry(cpc, "channel", code, entry);
        await().atMost(Scene.SOON).until(() -> directory.require(cpc).channels().containsKey(code));
    }

    private void since(String cpc, Duration ago) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE channel_health SET failing_since = now() - ? * interval '1 second', next_at = now() WHERE"
                        + " portal = ?",
                ago.toSeconds(),
                cpc));
    }

    private Hooked one(String path) {
        await().atMost(Scene.SOON).until(() -> hooks.at(path).size() == 1);
        return hooks.at(path).get(0);
    }

    private static ValidatableResponse secrets(String cpc, String code, Map<String, Object> secrets) {
        return RestAssured.given()
                .auth()
                .oauth2(Keys.ALL)
                .contentType("application/json")
                .body(secrets)
                .put("/v1/portals/{cpc}/channels/{code}/secrets", cpc, code)
                .then();
    }

    private static ValidatableResponse test(String cpc, String code) {
        return RestAssured.given()
                .auth()
                .oauth2(Keys.ALL)
                .post("/v1/portals/{cpc}/channels/{code}/test", cpc, code)
                .then();
    }

    private static JsonPath status(String cpc, String code) {
        return DigestApi.get(Keys.ALL, "/v1/portals/" + cpc + "/channels/" + code + "/status")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath deliveries(String cpc) {
        return TextMessagesTest.deliveries(cpc, "size=100");
    }

    /** Without the mail that tells admins of those that have failed. */
    private static JsonPath webhooks(String cpc) {
        return TextMessagesTest.deliveries(cpc, "channel=WEBHOOK");
    }

    private static int total(PersonToken person, String cpc) {
        return RestAssured.given()
                .auth()
                .oauth2(Keys.ALL)
                .header(PersonToken.HEADER, person.signed())
                .get("/v1/portals/{cpc}/deliveries", cpc)
                .path("total");
    }

    private static int asked(PersonToken person, String delivery) {
        return RestAssured.given()
                .auth()
                .oauth2(Keys.ALL)
                .header(PersonToken.HEADER, person.signed())
                .get("/v1/deliveries/{id}", delivery)
                .statusCode();
    }

    private static String secret(int filled) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) filled);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
