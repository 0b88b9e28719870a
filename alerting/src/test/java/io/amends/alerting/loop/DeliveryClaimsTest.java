package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.alerting.Decisions;
import io.amends.alerting.delivery.Claim;
import io.amends.alerting.delivery.ClaimStore;
import io.amends.alerting.delivery.DigestSender;
import io.amends.local.testing.Brokers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Workers that claim the same delivery, lose it, or take long over it. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class DeliveryClaimsTest {
    DigestMails mails;

    @Inject
    Scene scene;

    @Inject
    DeliveryRows rows;

    @Inject
    Jdbi jdbi;

    @Inject
    ClaimStore claims;

    @Inject
    DigestSender sender;

    @Inject
    MeterRegistry metrics;

    @Test
    @DisplayName("C9: a worker that lost its lease sends nothing any more: one mail, by the one who claimed it since")
    void killedWorker() {
        String cpc = scene.portal(Map.of());
        Claim lost = claimOf(cpc);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE delivery SET lease_until = now() - interval '1 second', due_at = 'epoch' WHERE id = ?",
                lost.id()));
        await().atMost(Scene.SOON).until(() -> rows.allSent(cpc, 1));

        sender.send(lost);

        assertThat(claims.sent(lost, null)).isFalse();
        assertThat(mails.to(cpc)).hasSize(1);
        assertThat(rows.outcomes(cpc)).containsExactly("LOST", "SENT");
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

        assertThat(rows.outcomes(cpc)).containsExactly("SENT");
        assertThat(mails.to(cpc)).hasSize(1);
    }

    @Test
    @DisplayName("C9: a digest on which every worker dies is not tried for ever: it has failed, and that is told")
    void everyWorkerDies() {
        // No admin hears of the failure by a mail of its own.
        String cpc = scene.portal(Map.of("admins", List.of()));
        Claim lost = claimOf(cpc);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE delivery SET tries = 100, lease_until = now() - interval '1 second', due_at = 'epoch' WHERE id = ?",
                lost.id()));

        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(rows.outcomes(cpc)).containsExactly("LOST", "FAILED"));

        assertThat(mails.to(cpc)).isEmpty();
        rows.assertTold(cpc, "amends.delivery.failed");
    }

    @Test
    @DisplayName(
            "C9: a report that is rendered for long keeps its claim, is rendered once, and holds up no other portal's mail")
    void longRendering() throws Exception {
        String slow = scene.portal(Map.of());
        String other = scene.portal(Map.of());
        scene.decided(
                slow,
                Decisions.about("r").received(IN_PERIOD),
                Decisions.about("lonely").received(IN_PERIOD).group("LONE"));
        scene.decided(other, Decisions.about("r").received(IN_PERIOD));
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
            DigestApi.run(slow, AT, false);
            await().atMost(Scene.SOON).until(() -> rows.sending(slow) > 0);
            String id = jdbi.withHandle(handle -> handle.select(
                            "SELECT digest_id FROM delivery WHERE portal = ? AND state = 'SENDING'", slow)
                    .mapTo(String.class)
                    .first());
            asked = CompletableFuture.supplyAsync(
                    () -> DigestApi.get(Keys.ALL, "/v1/digests/" + id + "/pdf").statusCode());
            jdbi.useHandle(handle -> handle.execute(
                    "UPDATE delivery SET lease_until = now() + interval '5 seconds' WHERE portal = ? AND state = 'SENDING'",
                    slow));

            DigestApi.run(other, AT, false);
            await().atMost(Scene.SOON).until(() -> rows.allSent(other, 2));
            await().atMost(Scene.SOON)
                    .until(() -> rows.one(
                                    "SELECT count(*) FROM delivery WHERE portal = ? AND lease_until > now() + interval '1 minute'",
                                    slow)
                            == 1);

            assertThat(rows.sending(slow)).isEqualTo(1);
            lock.execute("SELECT pg_advisory_unlock(1)");
        } finally {
            jdbi.useHandle(handle -> handle.execute("DROP FUNCTION render_slowly() CASCADE"));
        }
        await().atMost(Scene.SOON).until(() -> rows.allSent(slow, 3));

        assertThat(asked.get()).isEqualTo(200);
        assertThat(rows.attempts(slow)).isEqualTo(3);
        assertThat(metrics.timer("amends.digest.render").count()).isEqualTo(rendered + 5);
    }

    /** A digest's delivery, claimed by a worker that then does nothing. */
    private Claim claimOf(String cpc) {
        scene.decided(cpc, Decisions.about("r").received(IN_PERIOD).group("APAC"));
        // Locked out of the workers' reach until this test has it: due in the future, then claimed here.
        jdbi.useHandle(
                handle -> handle.execute(
                        "CREATE OR REPLACE FUNCTION hold() RETURNS trigger AS $$ BEGIN IF NEW.portal = '" + cpc
                                + "' THEN NEW.due_at = now() + interval '1 hour'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"));
        jdbi.useHandle(handle -> handle.execute(
                "CREATE OR REPLACE TRIGGER hold BEFORE INSERT ON delivery FOR EACH ROW EXECUTE FUNCTION hold()"));
        DigestApi.run(cpc, AT, false);
        jdbi.useHandle(handle -> handle.execute("DROP TRIGGER hold ON delivery"));
        return jdbi.inTransaction(tx -> {
            Claim claim = tx.createQuery(
                            """
                            UPDATE delivery SET state = 'SENDING', attempt = 1, tries = 1, lease_until = now() + interval '1 hour'
                            WHERE portal = :p RETURNING *""")
                    .bind("p", cpc)
                    .map(ConstructorMapper.of(Claim.class))
                    .one();
            tx.execute("INSERT INTO delivery_attempt (delivery_id, attempt) VALUES (?, 1)", claim.id());
            return claim;
        });
    }
}
