package io.amends.ingest.component;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amends.contracts.directory.SourceVendor;
import io.amends.ingest.sources.core.SignedWebhooks;
import io.amends.ingest.sources.core.Webhook;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A source that is deleted takes with it what only its admins knew (A10, H3). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class SourceMadeAgainTest {
    private static final String CPC = "made-again";
    private static final String MADE = ",'made':'%s','mapping':{'responseId':'/id','submittedAt':'/at'}";

    @Inject
    Jdbi jdbi;

    private static int sent(String address, Hook by) {
        Webhook webhook = SignedWebhooks.of(
                by.vendor,
                by.secret,
                Hook.bytes("{'id':'" + UUID.randomUUID() + "','at':'" + Survey.now() + "'}"),
                Instant.now());
        return given().headers(webhook.headers())
                .contentType("application/json")
                .body(webhook.body())
                .post(address)
                .statusCode();
    }

    private static String waited(Hook hook, String formerAddress) {
        return await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions() // while there is none
                .until(hook::address, address -> !address.equals(formerAddress));
    }

    private long rows(Hook hook) {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT count(*) FROM source_secret WHERE portal = :portal AND source = :source")
                        .bind("portal", hook.portal)
                        .bind("source", hook.code)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    @DisplayName("A10, H3: a source that is made again under its code has another address and no secrets")
    void madeAgain() {
        try (Wire wire = new Wire()) {
            wire.portals(CPC);
            Hook hook = new Hook(CPC, "again", SourceVendor.JSON).made(wire, MADE.formatted("1"));
            String former = hook.address();
            assertThat(sent(former, hook)).isEqualTo(200);

            // One right after the other, as a script does it.
            wire.gone(CPC + "/source/again");
            hook.entry(wire, MADE.formatted("2"));
            String address = waited(hook, former);

            assertThat(sent(former, hook)).isEqualTo(404);
            assertThat(sent(address, hook)).isEqualTo(401);
            assertThat(hook.of("status").jsonPath().getBoolean("secrets.current"))
                    .isFalse();
            hook.secrets("{\"current\":\"" + hook.secret + "\"}").then().statusCode(204);
            assertThat(sent(address, hook)).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("A10, H3: the secrets of a source that is deleted do not stay in the database")
    void forgotten() {
        try (Wire wire = new Wire()) {
            wire.portals(CPC);
            Hook hook = new Hook(CPC, "gone", SourceVendor.JSON).made(wire, MADE.formatted("1"));
            Hook stays = new Hook(CPC, "stays", SourceVendor.JSON).made(wire, MADE.formatted("1"));
            jdbi.useHandle(db -> db.execute(
                    "UPDATE source_secret SET changed_at = changed_at - interval '2 minutes' WHERE portal = ?", CPC));

            wire.gone(CPC + "/source/gone");

            await().atMost(Duration.ofSeconds(20)).until(() -> rows(hook) == 0);
            assertThat(rows(stays)).isEqualTo(1);
        }
    }
}
