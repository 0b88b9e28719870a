package io.amends.alerting.loop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The clock and people, or two instances, build the same period at once. */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class ConcurrentRunsTest {
    private static final int AT_ONCE = 6;

    @Inject
    Scene scene;

    @Test
    @DisplayName("C9: runs of one period at the same time wait for each other, and all tell of the same digests")
    void sameDigests() throws Exception {
        for (int round = 0; round < 5; round++) {
            String cpc = scene.portal(Map.of());
            scene.decided(cpc, Decisions.about("kim").received("2026-11-20T08:00:00Z"));
            Set<List<String>> told = new HashSet<>();

            for (Response answer : atOnce(cpc)) {
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                told.add(answer.jsonPath().getList("digests.id"));
            }

            assertThat(told).hasSize(1);
            assertThat(told.iterator().next()).hasSize(2);
        }
    }

    private static List<Response> atOnce(String cpc) throws Exception {
        CountDownLatch ready = new CountDownLatch(AT_ONCE);
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Response>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                running.add(callers.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return given().header("Authorization", "Bearer " + Keys.ALL)
                            .contentType("application/json")
                            .body(Map.of("at", "2026-11-20T09:00:00Z"))
                            .post("/v1/portals/" + cpc + "/digests/run");
                }));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }
}
