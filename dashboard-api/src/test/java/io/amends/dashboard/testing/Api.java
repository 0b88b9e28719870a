package io.amends.dashboard.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.hamcrest.Matchers;

/** The service's API as the tests of its pages use it, by the key for all portals or by who signed in. */
public final class Api {
    private Api() {}

    /** Stores an entry of the directory. */
    public static void put(String path, String body) {
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(Matchers.oneOf(200, 201));
    }

    /**
     * How many a list of a portal has.
     *
     * @param list such as {@code acme/responses?srn=y}
     */
    public static int total(String list) {
        return given().auth().oauth2(Keys.KEY).get("/v1/portals/" + list).path("total");
    }

    /** A request of a page of ours, by who signed in. */
    public static RequestSpecification signedIn() {
        String cookie = given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("j_username", Keys.USER)
                .formParam("j_password", Keys.PASSWORD)
                .post("/sign-in")
                .cookie("amends-session-8080");
        return given().redirects()
                .follow(false)
                .cookie("amends-session-8080", cookie)
                .header("Sec-Fetch-Site", "same-origin");
    }
}
