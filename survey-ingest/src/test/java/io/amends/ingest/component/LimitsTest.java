package io.amends.ingest.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.amends.kit.problem.Problem;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2: a caller who asks too much is told how long to wait. */
@QuarkusTest
@TestProfile(LimitsTest.Few.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
class LimitsTest {
    /** So few that a test is past them at once, and refilled so slowly that it stays there. */
    public static class Few extends Keys {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> few = new HashMap<>(super.getConfigOverrides());
            few.put("amends.limits.surveys", "10");
            few.put("amends.limits.calls", "20");
            return few;
        }
    }

    @Test
    @DisplayName("H2: each survey of a batch counts; the next request is 429 with Retry-After, and counted")
    void surveys() {
        String batch = IntStream.range(0, 60).mapToObj(i -> new Survey().json()).collect(Collectors.joining("\n"));
        int taken = Door.open()
                .contentType("application/x-ndjson")
                .body(batch)
                .post("/v1/surveys/batch")
                .statusCode();

        Response next = Door.post(new Survey().json());

        assertThat(taken).isEqualTo(202);
        next.then()
                .statusCode(429)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("10 surveys a second"));
        assertThat(Integer.parseInt(next.header("Retry-After"))).isBetween(1, 6);
        assertThat(Door.open().get("/q/metrics").asString())
                .containsPattern("amends_requests_limited_total\\{limit=\"surveys\"[^}]*} [1-9]");
    }

    @Test
    @DisplayName("H2: too many other requests are 429 for their caller, and not for another")
    void calls() {
        int last = 200;
        for (int i = 0; i < 500 && last != 429; i++) {
            last = Door.with(Keys.BETA_ONLY).get("/v1/conflicts?cpc=nowhere").statusCode();
        }

        assertThat(last).isEqualTo(429);
        assertThat(Door.open().get("/v1/conflicts?cpc=nowhere").statusCode()).isEqualTo(404);
    }
}
