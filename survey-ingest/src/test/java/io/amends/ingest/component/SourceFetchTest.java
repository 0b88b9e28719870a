package io.amends.ingest.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.amends.contracts.directory.SourceVendor;
import io.amends.ingest.sources.core.SignedWebhooks;
import io.amends.local.testing.Brokers;
import io.amends.local.web.Reply;
import io.amends.local.web.WebServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a webhook only names is fetched from the vendor's API (A10), which answers as documented, late, wrongly, and with 429. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class SourceFetchTest {
    private static final String CPC = "hooks-fetched";

    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch late = new CountDownLatch(1);
    private Wire wire;
    private WebServer vendor;
    private volatile String path = "";

    @BeforeEach
    void vendor() {
        wire = new Wire();
        wire.portals(CPC);
        vendor = new WebServer(0).on("GET", "/.*", request -> {
            asked.incrementAndGet();
            path = request.path();
            Reply next = replies.poll();
            if (next == null) {
                return Reply.missing();
            }
            if (next.status() == 299) { // late
                try {
                    late.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new Reply(200, next.contentType(), next.body(), Map.of());
            }
            return next;
        });
        vendor.start();
    }

    @AfterEach
    void close() {
        late.countDown();
        vendor.close();
        wire.close();
    }

    private Hook hook(String code, SourceVendor of) {
        Hook hook = new Hook(CPC, code, of);
        hook.entry(wire, fields(vendor.port()));
        hook.secrets("{\"current\":\"" + hook.secret + "\",\"api\":\"token\"}")
                .then()
                .statusCode(204);
        return hook;
    }

    private static String fields(int port) {
        return ",'defaults':{'supportGroup':'G1'},'api':{'baseUrl':'http://127.0.0.1:" + port + "'}";
    }

    private static Reply fetched(int status, String file, String id) {
        String body = new String(SignedWebhooks.file(file), UTF_8)
                .replace("\"9001\"", "\"" + id + "\"")
                .replace("R_suq806jn8LGzhx7", id);
        return new Reply(status, "application/json", body.getBytes(UTF_8), Map.of());
    }

    private static byte[] notice(SourceVendor of, String id) {
        return new String(SignedWebhooks.sample(of), UTF_8)
                .replace("9001", id)
                .replace("10027615", "e-" + id)
                .replace("R_suq806jn8LGzhx7", id)
                .getBytes(UTF_8);
    }

    @Test
    @DisplayName("A10: a response that is named is fetched, whatever the vendor answers first: 500, 429, nonsense of a"
            + " proxy")
    void fetched() {
        Hook hook = hook("monkey", SourceVendor.SURVEYMONKEY);
        replies.add(Reply.text(500, "no"));
        replies.add(Reply.text(429, "slow down").with("Retry-After", "1"));
        replies.add(Reply.text(403, "no"));
        replies.add(fetched(200, "surveymonkey-fetched.json", "77001"));

        hook.send(notice(SourceVendor.SURVEYMONKEY, "77001")).then().statusCode(200);

        assertThat(hook.newest("ACCEPTED").get("responseId")).isEqualTo("77001");
        assertThat(hook.response("77001").getString("state")).isEqualTo("QUARANTINED");
        assertThat(path).isEqualTo("/v3/surveys/7101/responses/77001/details");
        assertThat(asked.get()).isEqualTo(4);
        assertThat(RestAssured.get("/q/metrics").asString()).contains("amends_sources_backlog", "outcome=\"limited\"");
    }

    @Test
    @DisplayName("A10: while the vendor is late the backlog is seen, and says what it waits for")
    void backlog() {
        Hook hook = hook("late", SourceVendor.QUALTRICS);
        replies.add(Reply.text(503, "no"));
        replies.add(fetched(299, "qualtrics-fetched.json", "R_late"));

        hook.send(notice(SourceVendor.QUALTRICS, "R_late")).then().statusCode(200);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() == 2);
        assertThat(hook.newest("WAITING").get("reason").toString()).contains("503");
        hook.of("status").then().body("backlog", equalTo(1));
        late.countDown();
        hook.newest("ACCEPTED");
        hook.of("status").then().body("backlog", equalTo(0));
        assertThat(hook.response("R_late").getString("response.language")).isEqualTo("EN");
    }

    @Test
    @DisplayName("A10: a vendor that does not answer holds up its own source alone")
    void besideAnother() {
        Hook hanging = hook("hangs", SourceVendor.QUALTRICS);
        Hook quick = hook("quick", SourceVendor.QUALTRICS);
        replies.add(fetched(299, "qualtrics-fetched.json", "R_hangs"));
        hanging.send(notice(SourceVendor.QUALTRICS, "R_hangs")).then().statusCode(200);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() == 1);

        replies.add(fetched(200, "qualtrics-fetched.json", "R_quick"));
        quick.send(notice(SourceVendor.QUALTRICS, "R_quick")).then().statusCode(200);

        quick.newest("ACCEPTED");
        hanging.newest("WAITING");
        late.countDown();
        hanging.newest("ACCEPTED");
    }

    @Test
    @DisplayName("A10: what is not there after several tries has failed; what is no response is refused")
    void failed() {
        Hook hook = hook("gone", SourceVendor.QUALTRICS);

        hook.send(notice(SourceVendor.QUALTRICS, "R_gone"));

        assertThat(hook.newest("FAILED").get("reason").toString()).contains("404");
        replies.add(Reply.text(200, "<html>"));
        hook.send(notice(SourceVendor.QUALTRICS, "R_html"));
        assertThat(hook.newest("REFUSED").get("reason").toString()).contains("what was fetched");
    }

    @Test
    @DisplayName("A10: the secret of an API goes to the address for which it was set, and to no other one")
    void otherAddress() {
        Hook hook = hook("moved", SourceVendor.QUALTRICS);
        try (WebServer other = new WebServer(0)) {
            hook.entry(wire, fields(other.port()));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !hook.of("status").jsonPath().getBoolean("secrets.api"));

            hook.send(notice(SourceVendor.QUALTRICS, "R_moved"));

            hook.deliveries(all ->
                    !all.isEmpty() && String.valueOf(all.get(0).get("reason")).contains("another api.baseUrl"));
            assertThat(asked.get()).isZero();
        }
        // Nothing is left that would be tried for ever beside other tests.
        hook.entry(wire, fields(vendor.port()));
        replies.add(fetched(200, "qualtrics-fetched.json", "R_moved"));
        hook.newest("ACCEPTED");
    }
}
