package io.amends.dashboard;

import static io.amends.dashboard.testing.Api.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.access.Role;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.PageRoutes;
import io.amends.dashboard.testing.PageRoutes.PageRoute;
import io.amends.dashboard.testing.RulesNeighbour;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.PortalRoles;
import io.amends.kit.rights.Rights;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H1: each page opens to the roles that may do what it declares. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PagesByRoleTest {
    /** Pages that declare nothing, and why. */
    private static final Map<String, String> FOR_ITSELF = Map.of(
            "StartPage", "leads to what is open to the person, and lists the portals that exist for them",
            "SignInPage", "is for who is not signed in yet, or not any more",
            "OidcPage", "is where a provider of OpenID Connect sends people back to",
            "InvitePage", "opens to whoever has the link of an invitation",
            "AccountPage", "is for whoever is signed in, about themselves",
            "LanguagePage", "is for whoever is signed in, about themselves",
            "NewPortalPage", "is of no portal yet, and asks whether the person makes portals",
            "CaseStepsPage", "is of the dialog, and asks as it does",
            "NotesPage", "opens to whoever has the link of a report, too, so that it asks by itself");

    private static final String UNSEEN = "There is nothing here that you may see.";
    private static final String RULES =
            "{\"rules\": [{\"name\": \"First\", \"when\": {\"tag\": \"vip\"}, \"then\": {\"priority\": 1}}]}";

    @BeforeEach
    void begin() {
        put("/v1/portals/pagerole", "{\"name\": \"Pages by role\"}");
        put("/v1/portals/pagerole-other", "{\"name\": \"Other\"}");
        RulesNeighbour.begin(RULES);
    }

    @Test
    @DisplayName("H1: every page declares for whom it opens, or is an exception with a reason")
    void declared() {
        List<PageRoute> all = PageRoutes.all();
        Set<String> known = FOR_ITSELF.keySet();

        assertThat(all).hasSizeGreaterThan(25);
        assertThat(all.stream().filter(route -> route.opens() == null && !known.contains(route.page())))
                .as("pages without @Opens")
                .isEmpty();
        assertThat(known).allMatch(page -> all.stream()
                .anyMatch(route -> route.opens() == null && route.page().equals(page)));
    }

    @Test
    @DisplayName("H1: a page opens to who may, is refused in words to who only sees, and is not there for all others")
    void opens() {
        List<String> findings = new ArrayList<>();
        for (PageRoute route : PageRoutes.all()) {
            if (route.opens() == null) {
                continue;
            }
            for (Role role : Role.values()) {
                PortalRoles roles = PortalRoles.member(Set.of(role), Set.of("NET"), null);
                Rights.Ruling expected = Rights.may(roles, route.opens(), Matter.PORTAL);
                Response answer = ask(route, member(role), "pagerole");
                if (!matches(expected, answer)) {
                    findings.add(route + " by " + role + " is to be " + expected + ", and is " + answer.statusCode());
                }
                Response elsewhere = ask(route, member(role), "pagerole-other");
                if (elsewhere.statusCode() != 404 || !elsewhere.asString().contains("There is no portal")) {
                    findings.add(route + " of another portal by " + role + " is " + elsewhere.statusCode());
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    @DisplayName("H1: what is refused is a page in words, for people")
    void words() {
        given().spec(by(member(Role.LEAD)))
                .get("/portals/pagerole/rules/publish")
                .then()
                .statusCode(403)
                .contentType("text/html")
                .body(org.hamcrest.Matchers.containsString("This is not open to you"))
                .body(org.hamcrest.Matchers.containsString("You may see this, and not do it: it is for admin."));
        given().spec(by(member(Role.AGENT)))
                .get("/portals/pagerole/rules")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(org.hamcrest.Matchers.containsString("There is nothing here"));
    }

    private static boolean matches(Rights.Ruling expected, Response answer) {
        boolean unseen = answer.statusCode() == 404 && answer.asString().contains(UNSEEN);
        return switch (expected) {
            case YES, PROPOSE -> answer.statusCode() != 403 && answer.statusCode() < 500 && !unseen;
            case NO -> answer.statusCode() == 403;
            case UNSEEN -> unseen;
        };
    }

    private static Response ask(PageRoute route, PersonToken person, String cpc) {
        RequestSpecification request = given().spec(by(person)).redirects().follow(false);
        String address = route.address(Map.of("cpc", cpc, "side", "gained", "collection", "groups"));
        return route.method().equals("GET")
                ? request.get(address)
                : request.contentType("application/x-www-form-urlencoded")
                        .body("do=nothing")
                        .post(address);
    }

    private static PersonToken member(Role role) {
        return PersonToken.of("user:" + role, "pagerole").roles(role.word()).groups("NET");
    }

    private static RequestSpecification by(PersonToken person) {
        return given().auth().oauth2(Keys.KEY).header(PersonToken.HEADER, person.signed());
    }
}
