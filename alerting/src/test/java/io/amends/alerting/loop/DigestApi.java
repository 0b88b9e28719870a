package io.amends.alerting.loop;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Digests as HTTP shows them, with the key for all portals unless another one is named. */
final class DigestApi {
    private DigestApi() {}

    /** Runs a period by hand, and is answered with its digests. */
    static JsonPath run(String cpc, String at, boolean includeLate) {
        return given().header("Authorization", "Bearer " + Keys.ALL)
                .contentType("application/json")
                .body(Map.of("at", at, "includeLate", includeLate))
                .post("/v1/portals/" + cpc + "/digests/run")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Asks for a run, whatever the answer is. */
    static Response post(String key, String cpc, String at) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(Map.of("at", at))
                .post("/v1/portals/" + cpc + "/digests/run");
    }

    static Response get(String key, String path) {
        return given().header("Authorization", "Bearer " + key).get(path);
    }

    /** The ids of the responses that a contact's digest of a run lists. */
    static List<String> listed(JsonPath run, String contact) {
        return detail(run, contact).getList("items.responseId");
    }

    /** One case of a contact's digest. */
    static JsonPath item(JsonPath run, String contact, String response) {
        JsonPath detail = detail(run, contact);
        detail.setRootPath("items.find { it.responseId == '" + response + "' }");
        return detail;
    }

    /** A contact's digest of a run. */
    static JsonPath detail(JsonPath run, String contact) {
        String id = run.getString("digests.find { it.contactId == '" + contact + "' }.id");
        return get(Keys.ALL, "/v1/digests/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
