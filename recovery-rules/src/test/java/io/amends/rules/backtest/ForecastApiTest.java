package io.amends.rules.backtest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.amends.contracts.ContactChoice;
import io.amends.local.testing.Brokers;
import io.amends.rules.testing.Loop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "recovery_rules"),
        restrictToAnnotatedClass = false)
class ForecastApiTest {
    private static final String ALL =
            "{'rules':[{'name':'all','when':{'field':'channel','eq':'phone'},'then':{'kind':'RECOVERY'}}]}";

    @Inject
    Loop loop;

    private final String cpc = "f" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @DisplayName("B7: a draft that would flag a multiple of the usual volume warns before and at publish,"
            + " and is published all the same")
    void warns() {
        BacktestApi api = new BacktestApi(loop, cpc);
        api.portal("");
        api.get("draft/forecast")
                .statusCode(200)
                .body("judged", equalTo(0))
                .body("ratio", nullValue())
                .body("warns", equalTo(false))
                .body("sentence", startsWith("Nothing was decided in the last 7 days"));
        for (int i = 0; i < 24; i++) {
            String score = i < 6 ? "1" : "5";
            api.recorded(api.survey("r-" + i, "G", score, ContactChoice.NOT_ASKED, Instant.now()));
        }
        api.decisions(24);
        save("{'rules':[]}");
        api.get("draft/forecast")
                .body("before", equalTo(6))
                .body("after", equalTo(6))
                .body("ratio", equalTo(1.0f));
        api.post("publish", "{'reason':'why'}").statusCode(201).body("$", not(hasKey("warnings")));

        save(ALL);
        api.get("draft/forecast")
                .statusCode(200)
                .body("days", equalTo(7))
                .body("judged", equalTo(24))
                .body("before", equalTo(6))
                .body("after", equalTo(24))
                .body("ratio", equalTo(4.0f))
                .body("multiple", equalTo(3.0f))
                .body("warns", equalTo(true))
                .body(
                        "sentence",
                        equalTo("This draft would flag 24 of the newest 24 responses of the last 7 days; 6 were"
                                + " flagged. That is more than 3 times as many."));
        api.post("publish", "{'reason':'why'}")
                .statusCode(201)
                .body("version", equalTo(2))
                .body("warnings", hasSize(1))
                .body("warnings[0]", startsWith("This draft would flag 24"));
    }

    private void save(String rules) {
        RestAssured.given()
                .contentType("application/json")
                .body(rules.replace('\'', '"'))
                .put("/v1/portals/" + cpc + "/rule-set/draft")
                .then()
                .statusCode(200);
    }
}
