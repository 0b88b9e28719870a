package io.amends.dashboard.signin.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** H1: OpenID Connect alone, without passwords, and for those alone whom somebody has added. */
@QuarkusTest
@TestProfile(WithProvider.Alone.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcAloneTest {
    private static final OpenIdProvider PROVIDER = WithProvider.PROVIDER;

    @TestHTTPResource("/")
    String base;

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void portal() {
        PROVIDER.stop();
        PROVIDER.forges(OpenIdProvider.Forgery.NONE);
        Api.put("/v1/portals/alone", "{\"name\": \"Alone\"}");
    }

    @Test
    @Order(1)
    @DisplayName("H1: a service whose provider is away at its start says so, and lets people in as soon as it is back")
    void awayAtTheStart() {
        HttpResponse<String> away = visitor.follow(visitor.get(base + "sign-in/oidc"));
        assertThat(away.uri()).hasToString(base + "login?oidc=away");
        assertThat(away.body()).contains("The sign-in of your organisation does not answer just now.");
        given().get("/q/health/live").then().statusCode(200);

        PROVIDER.start();
        PROVIDER.knows(
                "tim", Map.of("sub", "s-tim", "email", "tim@example.com", "email_verified", true, "groups", List.of()));
        assertThat(signIn("tim").statusCode()).isEqualTo(403);

        Api.put(
                "/v1/portals/alone/people/tim-a",
                "{\"name\": \"Tim Example\", \"email\": \"tim@example.com\", \"roles\": [\"agent\"]}");
        HttpResponse<String> page = signIn("tim");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Tim Example");
    }

    @Test
    @DisplayName("H1: with built-in sign-in off there is one button and no password, and no password opens anything")
    void noPasswords() {
        HttpResponse<String> page = visitor.get(base + "login");
        assertThat(page.body())
                .contains("Sign in with your organisation")
                .doesNotContain("type=\"password\"")
                .doesNotContain("credentials.env");

        HttpResponse<String> tried =
                visitor.post(base + "sign-in", Map.of("j_username", Keys.USER, "j_password", Keys.PASSWORD));
        assertThat(tried.statusCode()).isEqualTo(403);
        assertThat(tried.body()).contains("Nobody signs in by a password here.");
        assertThat(visitor.cookies(base)).isEmpty();
    }

    @Test
    @DisplayName("H1: where nobody is made by signing in, a stranger is told whom to ask, and leaves nothing behind")
    void denied() {
        PROVIDER.start();
        PROVIDER.knows("una", Map.of("sub", "s-una", "preferred_username", "una-a", "groups", List.of("all-admins")));

        HttpResponse<String> page = signIn("una");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("nobody has added you to Amends yet", "s-una");
        assertThat(visitor.cookies(base)).isEmpty();
        given().auth().oauth2(Keys.KEY).get("/v1/portals/*/people/una-a").then().statusCode(404);
    }

    @Test
    @DisplayName(
            "H1: who comes as another subject with the email of who is linked is told what to ask for, with the id")
    void emailTaken() {
        PROVIDER.start();
        Map<String, Object> verified = Map.of("email", "ulf@example.com", "email_verified", true, "groups", List.of());
        Api.put(
                "/v1/portals/alone/people/ulf-a",
                "{\"name\": \"Ulf Example\", \"email\": \"ulf@example.com\", \"roles\": [\"agent\"]}");
        for (String subject : List.of("s-ulf", "s-ulf-again")) {
            Map<String, Object> claims = new HashMap<>(verified);
            claims.put("sub", subject);
            PROVIDER.knows(subject, claims);
        }
        assertThat(signIn(new Visitor(), "s-ulf").statusCode()).isEqualTo(200);

        HttpResponse<String> page = signIn(new Visitor(), "s-ulf-again");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Somebody who has your email", "ask an admin of all portals", "s-ulf-again");
    }

    @Test
    @DisplayName("H1: nobody asks dashboard-api in a person's name, not even who has the key for it")
    void noTokens() {
        String token = PersonToken.admin("user:robin", "alone").signed();
        for (String path : List.of("/v1/portals/alone", "/portals/alone/people")) {
            given().auth()
                    .oauth2(Keys.KEY)
                    .header(PersonToken.HEADER, token)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body(containsString("nobody asks in their name"));
        }
        given().auth().oauth2(Keys.KEY).get("/v1/portals/alone").then().statusCode(200);
    }

    private HttpResponse<String> signIn(String person) {
        return signIn(visitor, person);
    }

    private HttpResponse<String> signIn(Visitor who, String person) {
        HttpResponse<String> form = who.follow(who.get(base + "sign-in/oidc"));
        return form.body().contains("Who are you?")
                ? who.follow(who.post(form.uri().toString(), Map.of("person", person)))
                : form;
    }
}
