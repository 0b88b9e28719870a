package io.amends.alerting.loop;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.amends.alerting.Decided;
import io.amends.alerting.candidate.DecisionsRead;
import io.amends.alerting.delivery.Claim;
import io.amends.alerting.delivery.ClaimStore;
import io.amends.alerting.delivery.DigestSender;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.Topics;
import io.amends.kit.event.CloudEvents;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.link.ReportLink;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.WholeTopic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From a decision in Kafka to a mail in a mail server. The usual period ends on 20 November 2026 at 09:00 UTC. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class DigestLoopTest {
    private static final String AT = "2026-11-20T09:00:00Z";
    private static final String IN_PERIOD = "2026-11-20T08:00:00Z";

    GreenMail mail;

    @Inject
    Scene scene;

    @Inject
    TestClock clock;

    @Inject
    Jdbi jdbi;

    @Inject
    LinkTokens links;

    @Inject
    ClaimStore claims;

    @Inject
    DigestSender sender;

    @Inject
    DecisionsRead decisions;

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void realTime() {
        clock.set(null);
    }

    @Test
    @DisplayName("C1, C9: one mail with one PDF per contact; running it again gives the same ids and sends nothing")
    void oneMailEach() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decided.response("kim").received(IN_PERIOD).asked().prefers("call"),
                Decided.response("asia").received(IN_PERIOD).in("APAC"),
                Decided.response("no").received(IN_PERIOD).refused());

        JsonPath first = run(cpc, AT, false);

        assertThat(first.getString("period.from")).isEqualTo("2026-11-19T09:00:00Z");
        assertThat(first.getString("period.to")).isEqualTo(AT);
        assertThat(first.getList("digests.contactId")).containsExactly("also", "lead");
        assertThat(first.getList("digests.responses")).containsExactly(2, 1);
        await().atMost(Scene.SOON).until(() -> mailsTo(cpc).size() == 2 && allSent(cpc, 2));

        JsonPath again = run(cpc, AT, false);

        assertThat(again.getList("digests.id")).isEqualTo(first.getList("digests.id"));
        assertThat(again.getList("digests.state")).containsOnly("SENT");
        assertThat(attempts(cpc)).isEqualTo(2);
        MimeMessage lead = mailTo("lead@" + cpc + ".example");
        assertThat(lead.getSubject()).isEqualTo("1 customer to contact: 1 asked for a call (Network)");
        assertThat(lead.getMessageID()).isEqualTo("<" + first.getString("digests[1].id") + "@localhost>");
        MimeMultipart parts = (MimeMultipart) lead.getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("service-recovery-" + cpc + "-2026-11-20.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(text(lead)).contains("Kim Example", "1 more asked not to be contacted.");
    }

    @Test
    @DisplayName("C6: each link is bound to report, recipient and response, and verifies")
    void linksVerify() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decided.response("kim").received(IN_PERIOD).asked(),
                Decided.response("*").received(IN_PERIOD));
        String id = run(cpc, AT, false).getString("digests.find { it.contactId == 'lead' }.id");
        await().atMost(Scene.SOON).until(() -> mailsTo(cpc).size() == 2);

        Matcher tokens =
                Pattern.compile("cpc=" + cpc + "&t=([A-Za-z0-9_-]+)").matcher(text(mailTo("lead@" + cpc + ".example")));

        List<ReportLink> opened = tokens.results()
                .map(found -> links.verify(found.group(1), clock.instant()))
                .map(verified -> ((LinkTokens.Verified.Valid) verified).link())
                .toList();
        assertThat(opened).extracting(ReportLink::response).containsExactly(ReportLink.ALL, "kim", "*");
        assertThat(opened).extracting(ReportLink::wholeReport).containsExactly(true, false, false);
        assertThat(opened).allSatisfy(link -> {
            assertThat(link.digestId()).isEqualTo(id);
            assertThat(link.contactId()).isEqualTo("lead");
        });
    }

    @Test
    @DisplayName("C2: 08:59:59 is in the 09:00 digest, exactly 09:00 is in the next one, and each is in one only")
    void boundary() {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decided.response("before").received("2026-11-20T08:59:59Z"),
                Decided.response("at").received("2026-11-20T09:00:00Z"));

        assertThat(listed(run(cpc, AT, false), "lead")).containsExactly("before");
        assertThat(listed(run(cpc, "2026-11-21T09:00:00Z", false), "lead")).containsExactly("at");
    }

    @Test
    @DisplayName("C2: what is decided after its period was built comes once, in the next digest with late ones, marked")
    void late() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decided.response("first").received(IN_PERIOD));
        run(cpc, AT, false);
        scene.decided(
                cpc,
                Decided.response("late").received(IN_PERIOD),
                Decided.response("next").received("2026-11-20T10:00:00Z"));

        assertThat(listed(run(cpc, AT, true), "lead")).containsExactly("first");
        JsonPath next = run(cpc, "2026-11-21T09:00:00Z", true);
        assertThat(listed(next, "lead")).containsExactly("late", "next");
        assertThat(item(next, "lead", "late").getBoolean("late")).isTrue();
        assertThat(item(next, "lead", "next").getBoolean("late")).isFalse();

        scene.decided(cpc, Decided.response("third").received("2026-11-21T10:00:00Z"));
        assertThat(listed(run(cpc, "2026-11-22T09:00:00Z", true), "lead")).containsExactly("third");
    }

    @Test
    @DisplayName(
            "A4, A8: before the digest only the newest counts; a replacement after it is marked; a moved one goes to the new lead")
    void replacedAndMoved() {
        String cpc = scene.portal(Map.of());
        Decided old = Decided.response("old").received(IN_PERIOD);
        scene.decided(cpc, old, Decided.response("moves").received(IN_PERIOD).in("LONE"));
        assertThat(listed(run(cpc, AT, true), "lead")).containsExactly("old");
        old.version = 2;
        old.kind = Kind.NONE;
        old.supersededBy = "new";
        Decided fresh = Decided.response("new").received("2026-11-20T10:00:00Z");
        fresh.replaces = "old";
        Decided moved = Decided.response("moves").received(IN_PERIOD).in("APAC");
        moved.version = 2;
        moved.previousGroup = "LONE";
        scene.decided(cpc, old, fresh, moved);

        JsonPath next = run(cpc, "2026-11-21T09:00:00Z", true);

        assertThat(listed(next, "lead")).containsExactly("new");
        assertThat(item(next, "lead", "new").getBoolean("replacing")).isTrue();
        assertThat(listed(next, "also")).containsExactly("moves", "new");
        assertThat(item(next, "also", "moves").getBoolean("moved")).isTrue();
    }

    @Test
    @DisplayName("C5: a group without a reachable contact goes to the portal's admins, marked")
    void admins() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decided.response("lonely").received(IN_PERIOD).in("LONE"));

        assertThat(run(cpc, AT, false).getList("digests.contactId")).containsExactly("admin");
        await().atMost(Scene.SOON).until(() -> mailsTo(cpc).size() == 1);
        assertThat(text(mailTo("admin@" + cpc + ".example")))
                .contains("Group without a contact", "you get their cases as an admin");
    }

    @Test
    @DisplayName(
            "C2: the clock builds a period after its alert instant, and after an outage every missed one, oldest first")
    void theClock() {
        String cpc = scene.portal(Map.of());
        Instant first = nextNine(clock.instant());
        scene.decided(
                cpc,
                Decided.response("one").received(first.minusSeconds(1).toString()),
                Decided.response("two").received(first.toString()),
                Decided.response("before")
                        .received(first.minusSeconds(3 * 86_400).toString()));

        clock.set(first.plusSeconds(59));
        await().during(java.time.Duration.ofSeconds(1)).atMost(Scene.SOON).until(() -> digests(cpc) == 0);
        clock.set(first.plusSeconds(86_400 + 60));
        await().atMost(Scene.SOON).until(() -> digests(cpc) == 4);

        assertThat(listed(run(cpc, first.toString(), false), "lead")).containsExactly("before", "one");
        assertThat(listed(run(cpc, first.plusSeconds(86_400).toString(), false), "lead"))
                .containsExactly("two");
        assertThat(periods(cpc)).containsExactly(first, first.plusSeconds(86_400));
    }

    @Test
    @DisplayName(
            "C2: an alert time changed on the first day: periods neither overlap nor leave a gap, who asked not to be contacted counts once, and the reply tells its digests' period")
    void alertTimeChanged() {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decided.response("one").received("2026-11-20T08:00:00Z"),
                Decided.response("no").received("2026-11-20T08:30:00Z").refused(),
                Decided.response("two").received("2026-11-20T11:00:00Z"));
        JsonPath nine = run(cpc, AT, false);
        scene.changed(cpc, Map.of("alertTime", "10:00"));

        JsonPath same = run(cpc, "2026-11-20T10:30:00Z", false);
        JsonPath next = run(cpc, "2026-11-21T10:30:00Z", false);
        JsonPath before = run(cpc, "2026-11-18T12:00:00Z", false);

        assertThat(same.getString("period.to")).isEqualTo(AT);
        assertThat(same.getList("digests.id")).isEqualTo(nine.getList("digests.id"));
        assertThat(next.getString("period.from")).isEqualTo(AT);
        assertThat(before.getString("period.to")).isEqualTo("2026-11-18T10:00:00Z");
        for (JsonPath reply : List.of(nine, same, next)) {
            assertThat(reply.getList("digests.period.from")).containsOnly(reply.getString("period.from"));
            assertThat(reply.getList("digests.period.to")).containsOnly(reply.getString("period.to"));
        }
        assertThat(detail(nine, "lead").getInt("refused")).isEqualTo(1);
        assertThat(detail(next, "lead").getInt("refused")).isZero();
        assertThat(listed(next, "lead")).containsExactly("two");
    }

    @Test
    @DisplayName(
            "C2: a run by hand for a time in the future is refused, an unknown portal is not found, nor is another's")
    void refusals() {
        String cpc = scene.portal(Map.of());

        assertThat(post(Keys.ALL, cpc, clock.instant().plusSeconds(60).toString())
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(Keys.ALL, "nowhere", AT).statusCode()).isEqualTo(404);
        assertThat(post(Keys.OTHER, cpc, AT).statusCode()).isEqualTo(404);
        scene.decided(cpc, Decided.response("kim").received(IN_PERIOD));
        String id = run(cpc, AT, false).getString("digests[0].id");
        for (String path : List.of("", "/pdf", "/html")) {
            assertThat(get(Keys.ALL, "/v1/digests/" + id + path).statusCode()).isEqualTo(200);
            assertThat(get(Keys.OTHER, "/v1/digests/" + id + path).statusCode()).isEqualTo(404);
        }
        assertThat(get(Keys.ALL, "/v1/portals/" + cpc + "/digests?from=2026-11-20&to=2026-11-20")
                        .jsonPath()
                        .getInt("total"))
                .isEqualTo(2);
        assertThat(get(Keys.ALL, "/v1/portals/" + cpc + "/digests?to=2026-11-19")
                        .jsonPath()
                        .getInt("total"))
                .isZero();
    }

    @Test
    @DisplayName("C9: a worker that lost its lease sends nothing any more: one mail, by the one who claimed it since")
    void killedWorker() {
        String cpc = scene.portal(Map.of());
        Claim lost = claimOf(cpc);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE delivery SET lease_until = now() - interval '1 second', due_at = 'epoch' WHERE id = ?",
                lost.id()));
        await().atMost(Scene.SOON).until(() -> allSent(cpc, 1));

        sender.send(lost);

        assertThat(claims.sent(lost)).isFalse();
        assertThat(mailsTo(cpc)).hasSize(1);
        assertThat(outcomes(cpc)).containsExactly("LOST", "SENT");
    }

    @Test
    @DisplayName("C9: a mail that is out is not sent again because that could not be stored at once")
    void storedLater() {
        String cpc = scene.portal(Map.of());
        Claim claim = claimOf(cpc);
        jdbi.useHandle(handle -> handle.execute(
                """
                CREATE SEQUENCE refused_once;
                CREATE FUNCTION refuse_once() RETURNS trigger AS $$ BEGIN
                  IF NEW.state = 'SENT' AND nextval('refused_once') = 1 THEN RAISE EXCEPTION 'not now'; END IF; RETURN NEW;
                END $$ LANGUAGE plpgsql;
                CREATE TRIGGER refuse_once BEFORE UPDATE ON delivery FOR EACH ROW WHEN (NEW.portal = '%s')
                  EXECUTE FUNCTION refuse_once()"""
                        .formatted(cpc)));

        sender.send(claim);

        assertThat(outcomes(cpc)).containsExactly("SENT");
        assertThat(mailsTo(cpc)).hasSize(1);
    }

    @Test
    @DisplayName("C9: a digest on which every worker dies is not tried for ever: it has failed, and that is told")
    void everyWorkerDies() {
        String cpc = scene.portal(Map.of());
        Claim lost = claimOf(cpc);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE delivery SET tries = 100, lease_until = now() - interval '1 second', due_at = 'epoch' WHERE id = ?",
                lost.id()));

        await().atMost(Scene.SOON).untilAsserted(() -> assertThat(outcomes(cpc)).containsExactly("LOST", "FAILED"));

        assertThat(mailsTo(cpc)).isEmpty();
        assertTold(cpc, "amends.delivery.failed");
    }

    @Test
    @DisplayName(
            "C9: a report that is rendered for long keeps its claim, is rendered once, and holds up no other portal's mail")
    void longRendering() throws Exception {
        String slow = scene.portal(Map.of());
        String other = scene.portal(Map.of());
        scene.decided(
                slow,
                Decided.response("r").received(IN_PERIOD),
                Decided.response("lonely").received(IN_PERIOD).in("LONE"));
        scene.decided(other, Decided.response("r").received(IN_PERIOD));
        jdbi.useHandle(
                handle -> handle.execute(
                        "CREATE FUNCTION render_slowly() RETURNS trigger AS $$ BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END $$ LANGUAGE plpgsql"));
        jdbi.useHandle(
                handle -> handle.execute("CREATE TRIGGER slow BEFORE UPDATE ON digest FOR EACH ROW WHEN (NEW.portal = '"
                        + slow + "') EXECUTE FUNCTION render_slowly()"));
        long rendered = metrics.timer("amends.digest.render").count();
        CompletableFuture<Integer> asked;
        try (Handle lock = jdbi.open()) {
            lock.execute("SELECT pg_advisory_lock(1)");
            run(slow, AT, false);
            await().atMost(Scene.SOON).until(() -> sending(slow) > 0);
            String id = jdbi.withHandle(handle -> handle.select(
                            "SELECT digest_id FROM delivery WHERE portal = ? AND state = 'SENDING'", slow)
                    .mapTo(String.class)
                    .first());
            asked = CompletableFuture.supplyAsync(
                    () -> get(Keys.ALL, "/v1/digests/" + id + "/pdf").statusCode());
            jdbi.useHandle(handle -> handle.execute(
                    "UPDATE delivery SET lease_until = now() + interval '5 seconds' WHERE portal = ? AND state = 'SENDING'",
                    slow));

            run(other, AT, false);
            await().atMost(Scene.SOON).until(() -> allSent(other, 2));
            await().atMost(Scene.SOON)
                    .until(() -> one(
                                    "SELECT count(*) FROM delivery WHERE portal = ? AND lease_until > now() + interval '1 minute'",
                                    slow)
                            == 1);

            assertThat(sending(slow)).isEqualTo(1);
            lock.execute("SELECT pg_advisory_unlock(1)");
        } finally {
            jdbi.useHandle(handle -> handle.execute("DROP FUNCTION render_slowly() CASCADE"));
        }
        await().atMost(Scene.SOON).until(() -> allSent(slow, 3));

        assertThat(asked.get()).isEqualTo(200);
        assertThat(attempts(slow)).isEqualTo(3);
        assertThat(metrics.timer("amends.digest.render").count()).isEqualTo(rendered + 5);
    }

    @Test
    @DisplayName(
            "C9: sent again by hand goes out once more as it was, under its own Message-ID; on its way it is refused")
    void resend() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decided.response("r").received(IN_PERIOD).in("APAC"));
        String digest = run(cpc, AT, false).getString("digests[0].id");
        await().atMost(Scene.SOON).until(() -> allSent(cpc, 1));
        String id = get(Keys.ALL, "/v1/portals/" + cpc + "/deliveries?state=SENT")
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
        await().atMost(Scene.SOON).until(() -> mailsTo(cpc).size() == 2 && allSent(cpc, 1));

        assertThat(mailsTo(cpc))
                .extracting(MimeMessage::getMessageID)
                .containsExactlyInAnyOrder("<" + digest + "@localhost>", "<" + digest + ".1@localhost>");
        assertThat(text(mailsTo(cpc).get(0))).isEqualTo(text(mailsTo(cpc).get(1)));
    }

    @Test
    @DisplayName("C9: while the mail server is away the mail is tried again, and goes out once when it is back")
    void mailServerAway() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decided.response("r").received(IN_PERIOD).in("APAC"));
        mail.stop();
        try {
            run(cpc, AT, false);
            await().atMost(Scene.SOON).until(() -> outcomes(cpc).contains("FAILED"));
        } finally {
            mail.start();
        }
        await().atMost(Scene.SOON).until(() -> allSent(cpc, 1));

        assertThat(mailsTo(cpc)).hasSize(1);
        assertThat(outcomes(cpc)).startsWith("FAILED").endsWith("SENT");
        assertTold(cpc, "amends.delivery.sent");
    }

    @Test
    @DisplayName("C9: what can never be sent has failed, says why, and is told")
    void neverSent() {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decided.response("r").received(IN_PERIOD).in("APAC"));
        run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> allSent(cpc, 1));
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE delivery SET state = 'QUEUED', tries = 0, due_at = now(), address = 'no address' WHERE portal = ?",
                cpc));
        String path = "/v1/portals/" + cpc + "/deliveries?state=FAILED";
        await().atMost(Scene.SOON).until(() -> get(Keys.ALL, path).jsonPath().getInt("total") == 1);

        JsonPath failed = get(Keys.ALL, path).jsonPath();
        assertThat(failed.getString("items[0].error")).startsWith("AddressException");
        assertThat(failed.getList("items[0].attempts.outcome")).containsExactly("SENT", "FAILED");
        assertTold(cpc, "amends.delivery.sent", "amends.delivery.failed");
    }

    @Test
    @DisplayName("C5: a domain with other letters gets its mail at the name that mail servers know it by")
    void internationalDomain() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.entry(cpc, "contact", "also", Map.of("name", "Al So", "email", "also@mü" + cpc + ".example"));
        scene.decided(cpc, Decided.response("r").received(IN_PERIOD).in("APAC"));

        run(cpc, AT, false);
        await().atMost(Scene.SOON).until(() -> allSent(cpc, 1));

        String address = "also@" + java.net.IDN.toASCII("mü" + cpc) + ".example";
        assertThat(address).startsWith("also@xn--m");
        MimeMessage received = mailTo(address);
        assertThat(received.getHeader("To")).containsExactly(address);
        assertThat(get(Keys.ALL, "/v1/portals/" + cpc + "/deliveries")
                        .jsonPath()
                        .getString("items[0].address"))
                .isEqualTo(address);
    }

    @Test
    @DisplayName("C5: a stored address that nothing can be sent to reaches nobody: the admins get the cases, marked")
    void unsendableAddress() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.entry(cpc, "contact", "also", Map.of("name", "Al So", "email", "dot..dot@" + cpc + ".example"));
        scene.decided(cpc, Decided.response("r").received(IN_PERIOD).in("APAC"));

        assertThat(run(cpc, AT, false).getList("digests.contactId")).containsExactly("admin");
        await().atMost(Scene.SOON).until(() -> allSent(cpc, 1));
        assertThat(text(mailTo("admin@" + cpc + ".example"))).contains("Group without a contact");
    }

    @Test
    @DisplayName("C2: after an outage the clock can tell whether all decisions that Kafka had are taken in")
    void caughtUp() throws Exception {
        String cpc = scene.portal(Map.of());
        scene.decided(cpc, Decided.response("r").received(IN_PERIOD));
        Map<TopicPartition, Long> end = decisions.end();
        Map<TopicPartition, Long> beyond = new java.util.HashMap<>(end);
        beyond.replaceAll((partition, offset) -> offset + 1);

        await().atMost(Scene.SOON).until(() -> decisions.reached(end));
        assertThat(decisions.reached(beyond)).isFalse();
    }

    @Test
    @DisplayName("A3: an older version that comes late does not undo a newer one, not even within one batch")
    void versions() {
        String cpc = scene.portal(Map.of());
        Decided newest = Decided.response("r").received(IN_PERIOD);
        newest.version = 3;
        newest.kind = Kind.NONE;
        Decided older = Decided.response("r").received(IN_PERIOD);
        older.version = 2;
        scene.decided(cpc, newest, older, Decided.response("other").received(IN_PERIOD));

        assertThat(listed(run(cpc, AT, true), "lead")).containsExactly("other");
    }

    @Test
    @DisplayName(
            "A5, A6: a withdrawn response is in no digest, whatever came first; repaired in time it is in the next one")
    void withdrawn() {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                withdrawn("late", 2),
                Decided.response("late").received(IN_PERIOD),
                Decided.response("gone").received(IN_PERIOD),
                withdrawn("gone", 2),
                withdrawn("back", 2),
                repaired("back", 3),
                Decided.response("back").received(IN_PERIOD));

        assertThat(listed(run(cpc, AT, true), "lead")).containsExactly("back");
    }

    @Test
    @DisplayName("B6: the first decision about a version stands, also where nobody has to act on it")
    void decidedTwice() {
        String cpc = scene.portal(Map.of());
        Decided quiet = Decided.response("r").received(IN_PERIOD);
        quiet.kind = Kind.NONE;
        scene.decided(cpc, quiet);

        // The stage decides the same version once more, by rules that were published meanwhile.
        Decided again = Decided.response("r").received(IN_PERIOD);
        again.decisionId = "decided-again";
        Decided behind = Decided.response("behind").received(IN_PERIOD);
        behind.ticket = again.ticket; // so that they come in this order
        scene.decided(cpc, again, behind);

        assertThat(listed(run(cpc, AT, true), "lead")).containsExactly("behind");
    }

    private static Decided withdrawn(String response, long version) {
        Decided decided = Decided.response(response).received(IN_PERIOD).in("");
        decided.version = version;
        decided.kind = Kind.NONE;
        decided.withdrawn = true;
        return decided;
    }

    private static Decided repaired(String response, long version) {
        Decided decided = Decided.response(response).received(IN_PERIOD).repairedAt("2026-11-20T08:30:00Z");
        decided.version = version;
        return decided;
    }

    /** A digest's delivery, claimed by a worker that then does nothing. */
    private Claim claimOf(String cpc) {
        scene.decided(cpc, Decided.response("r").received(IN_PERIOD).in("APAC"));
        // Locked out of the workers' reach until this test has it: due in the future, then claimed here.
        jdbi.useHandle(
                handle -> handle.execute(
                        "CREATE OR REPLACE FUNCTION hold() RETURNS trigger AS $$ BEGIN IF NEW.portal = '" + cpc
                                + "' THEN NEW.due_at = now() + interval '1 hour'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"));
        jdbi.useHandle(handle -> handle.execute(
                "CREATE OR REPLACE TRIGGER hold BEFORE INSERT ON delivery FOR EACH ROW EXECUTE FUNCTION hold()"));
        run(cpc, AT, false);
        jdbi.useHandle(handle -> handle.execute("DROP TRIGGER hold ON delivery"));
        return jdbi.inTransaction(tx -> {
            Claim claim = tx.createQuery(
                            """
                            UPDATE delivery SET state = 'SENDING', attempt = 1, tries = 1, lease_until = now() + interval '1 hour'
                            WHERE portal = :p RETURNING id, digest_id, contact_id, address""")
                    .bind("p", cpc)
                    .map((row, context) -> new Claim(
                            row.getObject("id", UUID.class),
                            cpc,
                            row.getObject("digest_id", UUID.class),
                            row.getString("contact_id"),
                            row.getString("address"),
                            1,
                            1,
                            0))
                    .one();
            tx.execute("INSERT INTO delivery_attempt (delivery_id, attempt) VALUES (?, 1)", claim.id());
            return claim;
        });
    }

    private static JsonPath run(String cpc, String at, boolean includeLate) {
        return given().header("Authorization", "Bearer " + Keys.ALL)
                .contentType("application/json")
                .body(Map.of("at", at, "includeLate", includeLate))
                .post("/v1/portals/" + cpc + "/digests/run")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static io.restassured.response.Response post(String key, String cpc, String at) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(Map.of("at", at))
                .post("/v1/portals/" + cpc + "/digests/run");
    }

    private static io.restassured.response.Response get(String key, String path) {
        return given().header("Authorization", "Bearer " + key).get(path);
    }

    private static List<String> listed(JsonPath run, String contact) {
        return detail(run, contact).getList("items.responseId");
    }

    private static JsonPath item(JsonPath run, String contact, String response) {
        JsonPath detail = detail(run, contact);
        detail.setRootPath("items.find { it.responseId == '" + response + "' }");
        return detail;
    }

    private static JsonPath detail(JsonPath run, String contact) {
        String id = run.getString("digests.find { it.contactId == '" + contact + "' }.id");
        return get(Keys.ALL, "/v1/digests/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<MimeMessage> mailsTo(String cpc) {
        return Stream.of(mail.getReceivedMessages())
                .filter(m -> to(m).endsWith("@" + cpc + ".example"))
                .toList();
    }

    private MimeMessage mailTo(String address) {
        return Stream.of(mail.getReceivedMessages())
                .filter(m -> to(m).equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) throws Exception {
        MimeMultipart mixed = (MimeMultipart) message.getContent();
        MimeMultipart bodies = (MimeMultipart) mixed.getBodyPart(0).getContent();
        return bodies.getBodyPart(0).getContent().toString();
    }

    private boolean allSent(String cpc, int expected) {
        return one("SELECT count(*) FROM delivery WHERE portal = ? AND state = 'SENT'", cpc) == expected;
    }

    private long sending(String cpc) {
        return one("SELECT count(*) FROM delivery WHERE portal = ? AND state = 'SENDING'", cpc);
    }

    private long digests(String cpc) {
        return one("SELECT count(*) FROM digest WHERE portal = ?", cpc);
    }

    private long attempts(String cpc) {
        return one(
                "SELECT count(*) FROM delivery_attempt a JOIN delivery d ON d.id = a.delivery_id WHERE d.portal = ?",
                cpc);
    }

    private List<String> outcomes(String cpc) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT outcome FROM delivery_attempt a JOIN delivery d ON d.id = a.delivery_id WHERE d.portal = ? ORDER BY a.attempt",
                        cpc)
                .mapTo(String.class)
                .list());
    }

    private void assertTold(String cpc, String... types) {
        Set<String> digests =
                jdbi.withHandle(handle -> handle.select("SELECT digest_id FROM delivery WHERE portal = ?", cpc)
                        .mapTo(String.class)
                        .set());
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(WholeTopic.read(Brokers.shared().bootstrap(), Topics.DELIVERIES))
                        .filteredOn(record -> digests.contains(new String(record.key(), UTF_8)))
                        .extracting(record -> CloudEvents.text(record.headers(), "ce_type"))
                        .containsExactly(types));
    }

    private List<Instant> periods(String cpc) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT period_to FROM period WHERE portal = ? ORDER BY built_at, period_to", cpc)
                .map((row, context) -> row.getTimestamp(1).toInstant())
                .list());
    }

    private long one(String sql, String cpc) {
        return jdbi.withHandle(
                handle -> handle.select(sql, cpc).mapTo(Long.class).one());
    }

    /** The next alert instant: another one before it would be built first. */
    private static Instant nextNine(Instant now) {
        Instant nine = now.truncatedTo(ChronoUnit.DAYS).plus(9, ChronoUnit.HOURS);
        return nine.isAfter(now) ? nine : nine.plus(1, ChronoUnit.DAYS);
    }
}
