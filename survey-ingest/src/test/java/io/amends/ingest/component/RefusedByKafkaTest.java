package io.amends.ingest.component;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.amends.local.testing.Brokers;
import io.amends.local.testing.GuardedBroker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The service starts with a password that Kafka refuses. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "survey_ingest"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(
        value = GuardedBroker.class,
        initArgs = {
            @ResourceArg(name = "user", value = "survey-ingest"),
            @ResourceArg(name = "password", value = RefusedByKafkaTest.WRONG)
        },
        restrictToAnnotatedClass = true)
class RefusedByKafkaTest {
    static final String WRONG = "very-wrong";

    @Test
    @DisplayName("H3: refused by Kafka, the service is not ready, lives on, takes nothing in, and says no password")
    void notReady() {
        get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        String ready =
                get("/q/health/ready").then().statusCode(503).extract().body().asString();

        assertThat(ready).contains("directory").doesNotContain(WRONG);
        String answer = Door.post(new Survey().json())
                .then()
                .statusCode(503)
                .extract()
                .body()
                .asString();
        assertThat(answer).doesNotContain(WRONG);
        assertThat(get("/q/metrics").body().asString()).doesNotContain(WRONG);
    }
}
