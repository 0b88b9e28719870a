package io.amends.dashboard.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.ChannelAnswers;
import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class ChannelPagesTest {
    private final String cpc = "channels-" + UUID.randomUUID().toString().substring(0, 8);
    private final String api = "/v1/portals/" + cpc + "/channels/";
    private final String pages = "/portals/" + cpc + "/preferences";

    @BeforeEach
    void portal() {
        Api.put("/v1/portals/" + cpc, "{\"name\": \"Channels\"}");
    }

    private RequestSpecification by(String role) {
        return given().auth()
                .oauth2(Keys.KEY)
                .header(
                        PersonToken.HEADER,
                        PersonToken.of("user:" + role, cpc).roles(role).signed())
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded");
    }

    private String connection(String code) {
        return pages + "/channels/" + code + "/connection";
    }

    @Test
    @DisplayName("C8: a channel is made with its events and groups, and what is wrong with it is said at its field")
    void made() {
        by("admin").get(pages + "/channels").then().statusCode(200).body(containsString("There is no channel yet"));
        by("admin")
                .formParams("code", "crm", "name", "CRM", "kind", "WEBHOOK", "active", "yes")
                .post(pages + "/new/channels")
                .then()
                .statusCode(422)
                .body(containsString("A webhook has an address on the web"));
        by("admin")
                .formParams("code", "crm", "name", "CRM", "kind", "WEBHOOK", "active", "yes")
                .formParam("url", "https://crm.example.com/hook")
                .formParam("events", "FLAGGED", "REQUEST")
                .formParam("groups", "NET\nWEB")
                .post(pages + "/new/channels")
                .then()
                .statusCode(303);

        given().auth()
                .oauth2(Keys.KEY)
                .get(api + "crm")
                .then()
                .body("events", org.hamcrest.Matchers.contains("FLAGGED", "REQUEST"))
                .body("groups", org.hamcrest.Matchers.contains("NET", "WEB"))
                .body("active", org.hamcrest.Matchers.is(true));
        by("admin").get(pages + "/channels/crm").then().body(containsString(connection("crm")));
        by("lead").get(pages + "/channels/crm").then().statusCode(200).body(not(containsString("/connection")));
    }

    @Test
    @DisplayName(
            "C8: the address of Teams and Slack is no part of the entry, which everybody reads who sees the directory")
    void secretAddress() {
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"Room\", \"kind\": \"SLACK\", \"url\": \"https://hooks.slack.com/services/x\"}")
                .put(api + "room")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", org.hamcrest.Matchers.is("/url"));
    }

    @Test
    @DisplayName("C8: what is taken but not posted yet is warned of, and what is referred to but not there")
    void warned() {
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"Room\", \"kind\": \"SLACK\", \"events\": [\"CASE\"], \"groups\": [\"NOPE\"]}")
                .put(api + "room")
                .then()
                .statusCode(201)
                .body("warnings.pointer", org.hamcrest.Matchers.hasItems("/events", "/groups/0"));
    }

    @Test
    @DisplayName("C8: secrets are set and a sample is posted by who administers; who only sees may neither")
    void connected() {
        Api.put(api + "room", "{\"name\": \"Room\", \"kind\": \"SLACK\"}");
        by("admin")
                .get(connection("room"))
                .then()
                .statusCode(200)
                .body(containsString("Switched off since"), containsString("2 posts wait."));
        by("admin").post(connection("room") + "/secrets").then().statusCode(422).body(containsString("is missing"));
        by("admin")
                .formParams("current", "whsec_x", "url", "https://hooks.example.com/x")
                .post(connection("room") + "/secrets")
                .then()
                .statusCode(303);
        assertThat(ChannelAnswers.secrets().url()).isEqualTo("https://hooks.example.com/x");
        by("admin")
                .post(connection("room") + "/test")
                .then()
                .statusCode(200)
                .body(containsString("The sample was taken (HTTP 200)."));

        by("auditor")
                .get(connection("room"))
                .then()
                .statusCode(200)
                .body(not(containsString("Set the secrets")), not(containsString("Post a sample")));
        by("auditor").post(connection("room") + "/test").then().statusCode(403);
        by("lead").get(connection("room")).then().statusCode(404);
    }

    @Test
    @DisplayName("C8: the page says so while alerting does not answer")
    void away() {
        Api.put(api + "away", "{\"name\": \"Room\", \"kind\": \"SLACK\"}");
        by("admin").get(connection("away")).then().statusCode(200).body(containsString("alerting does not answer"));
        by("admin").post(connection("away") + "/test").then().statusCode(422).body(containsString("not posted"));
    }
}
