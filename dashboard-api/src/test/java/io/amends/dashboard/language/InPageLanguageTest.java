package io.amends.dashboard.language;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.dashboard.testing.StudioPortal;
import io.amends.kit.produce.EventProducer;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class InPageLanguageTest {
    @Inject
    EventProducer producer;

    @BeforeEach
    void begin() {
        StudioPortal.begin(producer);
    }

    @Test
    @DisplayName("C11: recovery-rules is asked in the language of the page, which is English where none is spoken here")
    void asked() {
        assertThat(askedBy("de-AT,en;q=0.5")).isEqualTo("de");
        assertThat(askedBy("ja")).isEqualTo("ja");
        assertThat(askedBy("nl")).isEqualTo("en");
    }

    private static String askedBy(String browser) {
        given().auth()
                .oauth2(Keys.KEY)
                .header(HttpHeaders.ACCEPT_LANGUAGE, browser)
                .get("/portals/bright/rules")
                .then()
                .statusCode(200);
        return RulesNeighbour.language();
    }
}
