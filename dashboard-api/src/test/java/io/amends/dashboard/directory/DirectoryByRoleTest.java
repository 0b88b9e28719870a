package io.amends.dashboard.directory;

import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.signedIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H1: what each role sees of the directory, and who makes portals. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class DirectoryByRoleTest {
    private static final String PORTAL = "dirrole";
    private static final String NEW = "{\"name\": \"New\"}";

    @BeforeEach
    void directory() {
        put("/v1/portals/" + PORTAL, "{\"name\": \"Directory by role\"}");
        for (String contact : new String[] {"c-also", "c-lead", "c-manager", "c-me", "c-other"}) {
            put("/v1/portals/" + PORTAL + "/contacts/" + contact, "{\"name\": \"" + contact + "\"}");
        }
        put(
                "/v1/portals/" + PORTAL + "/groups/OWN",
                "{\"name\": \"Own\", \"supportLead\": \"c-lead\", \"alsoAlerts\": [\"c-also\"],"
                        + " \"manager\": \"c-manager\"}");
        put("/v1/portals/" + PORTAL + "/groups/OTHER", "{\"name\": \"Other\", \"supportLead\": \"c-other\"}");
        put("/v1/portals/" + PORTAL + "/segments/ENTERPRISE", "{\"name\": \"Enterprise\"}");
    }

    @Test
    @DisplayName(
            "H1: a lead sees portal, groups and segments, and of the contacts those of their groups and themselves")
    void lead() {
        PersonToken lead = member("lead").groups("OWN").contact("c-me");
        get(lead, "").statusCode(200).body("name", equalTo("Directory by role"));
        get(lead, "/groups").body("items.code", contains("OTHER", "OWN"));
        get(lead, "/groups/OTHER").statusCode(200);
        get(lead, "/segments/ENTERPRISE").statusCode(200);
        get(lead, "/contacts")
                .body("items.code", contains("c-also", "c-lead", "c-manager", "c-me"))
                .body("total", equalTo(4));
        get(lead, "/contacts?size=1&page=1")
                .body("items.code", contains("c-lead"))
                .body("total", equalTo(4));
        get(lead, "/contacts/c-also").statusCode(200);
        get(lead, "/contacts/c-other").statusCode(404).body("detail", equalTo("There is no contact 'c-other'."));
        get(lead, "/contacts/c-nosuch").statusCode(404).body("detail", equalTo("There is no contact 'c-nosuch'."));
    }

    @Test
    @DisplayName("H1: a lead without own groups has no contacts but themselves")
    void leadOfNothing() {
        get(member("lead"), "/contacts").statusCode(200).body("items", empty()).body("total", equalTo(0));
        get(member("lead").contact("c-me"), "/contacts").body("items.code", contains("c-me"));
    }

    @Test
    @DisplayName("H1: an auditor sees all contacts, an admin changes them, and nobody else does")
    void others() {
        get(member("auditor"), "/contacts").body("total", equalTo(5));
        by(member("auditor"))
                .body(NEW)
                .put("/v1/portals/" + PORTAL + "/contacts/c-me")
                .then()
                .statusCode(403);
        by(member("admin"))
                .body(NEW)
                .put("/v1/portals/" + PORTAL + "/contacts/c-me")
                .then()
                .statusCode(200);
        get(member("agent"), "/contacts").statusCode(404);
        get(member("ops"), "/groups").statusCode(404);
    }

    @Test
    @DisplayName("H1: the list of portals has those that exist for the caller, and no settings that they may not see")
    void portals() {
        given().spec(by(member("agent")))
                .get("/v1/portals")
                .then()
                .body("total", equalTo(1))
                .body("items[0]", equalTo(java.util.Map.of("code", PORTAL, "name", "Directory by role")));
        given().spec(by(member("auditor"))).get("/v1/portals").then().body("items.timeZone", hasItem("Europe/Berlin"));
    }

    @Test
    @DisplayName("H1: portals are made and deleted by who is admin of all of them, or a key for all of them")
    void makesPortals() {
        by(member("admin")).body(NEW).put("/v1/portals/dirrole-new").then().statusCode(404);
        by(PersonToken.admin("user:admin", "dirrole-new"))
                .body(NEW)
                .put("/v1/portals/dirrole-new")
                .then()
                .statusCode(403)
                .body("detail", containsString("it is for who is admin of all portals."));
        by(member("admin"))
                .delete("/v1/portals/" + PORTAL)
                .then()
                .statusCode(403)
                .body("detail", containsString("it is for who is admin of all portals."));
        given().auth().oauth2(Keys.ACME_ONLY).delete("/v1/portals/acme").then().statusCode(403);

        signedIn()
                .contentType("application/json")
                .body(NEW)
                .put("/v1/portals/dirrole-new")
                .then()
                .statusCode(201);
        signedIn().delete("/v1/portals/dirrole-new").then().statusCode(204);
    }

    private static ValidatableResponse get(PersonToken person, String path) {
        return by(person).get("/v1/portals/" + PORTAL + path).then();
    }

    private static RequestSpecification by(PersonToken person) {
        return given().auth()
                .oauth2(Keys.KEY)
                .header(PersonToken.HEADER, person.signed())
                .contentType("application/json");
    }

    private static PersonToken member(String role) {
        return PersonToken.of("user:" + role, PORTAL).roles(role);
    }
}
