package io.amends.dashboard.testing;

import static io.restassured.RestAssured.given;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.amends.contracts.Json;
import io.restassured.http.Cookie;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** People of roles for tests (H1): added by the API, with a password as if an invitation had been used. */
public final class People {
    /** The password of all of them. */
    public static final String PASSWORD = "a password for tests";

    public static final String COOKIE = "amends-session-8080";

    private static final String HASH = BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());

    private People() {}

    /**
     * Adds a person to a portal, or to {@code *}, and signs them in.
     *
     * @param login of nobody else in the tests that share a database
     * @param roles by their words
     * @param groups that are named for them; null for none
     * @param contact of the portal that they are; null for none
     * @return the cookie of their session
     */
    public static Cookie signedIn(
            String cpc, String login, List<String> roles, @Nullable List<String> groups, @Nullable String contact) {
        put(cpc, login, roles, groups, contact);
        return signIn(login);
    }

    /** Makes a person something in a portal, who need not sign in. */
    public static void put(
            String cpc, String login, List<String> roles, @Nullable List<String> groups, @Nullable String contact) {
        Map<String, Object> person = new HashMap<>();
        person.put("name", "Person " + login);
        person.put("email", "people@example.com");
        person.put("roles", roles);
        person.put("groups", groups);
        person.put("contact", contact);
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body(Json.write(person))
                .put("/v1/portals/" + cpc + "/people/" + login)
                .then()
                .statusCode(Matchers.oneOf(200, 201));
        CDI.current().select(Jdbi.class).get().useHandle(db -> db.createUpdate(
                        "update person set password_hash = :hash where login = :login and password_hash is null")
                .bind("hash", HASH)
                .bind("login", login)
                .execute());
    }

    /** Signs in somebody who was put before. */
    public static Cookie signIn(String login) {
        String value = given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("j_username", login)
                .formParam("j_password", PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(302)
                .extract()
                .cookie(COOKIE);
        return new Cookie.Builder(COOKIE, value).build();
    }

    /** A request of a page of ours, in the session of whoever signed in. */
    public static RequestSpecification by(Cookie session) {
        return given().redirects().follow(false).cookie(session).header("Sec-Fetch-Site", "same-origin");
    }
}
