package io.amends.dashboard;

import static io.amends.dashboard.testing.Api.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.People;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.EveryRole;
import io.amends.local.testing.EveryRole.Whose;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class RolesTest {
    /** The role table of each route; its columns are those of {@link EveryRole}. */
    private static final String TABLE =
            """
            GET     /v1/portals                               yes  yes      yes  yes  yes  yes  yes
            GET     /v1/portals/{cpc}                         404  yes      yes  404  yes  404  404
            PUT     /v1/portals/{cpc}                         404  403      yes  404  403  404  404
            DELETE  /v1/portals/{cpc}                         404  403      403  404  403  404  404
            GET     /v1/portals/{cpc}/{collection}            404  yes      yes  404  yes  404  404
            GET     /v1/portals/{cpc}/{collection}/{code}     404  yes/404  yes  404  yes  404  404
            PUT     /v1/portals/{cpc}/{collection}/{code}     404  403      yes  404  403  404  404
            DELETE  /v1/portals/{cpc}/{collection}/{code}     404  403      yes  404  403  404  404
            GET     /v1/portals/{cpc}/responses               yes  yes      yes  404  yes  yes  404
            GET     /v1/portals/{cpc}/stream                  yes  yes      yes  404  yes  yes  404
            GET     /v1/portals/{cpc}/keys                    404  404      yes  404  yes  404  404
            POST    /v1/portals/{cpc}/keys                    404  404      yes  404  403  404  404
            POST    /v1/portals/{cpc}/keys/{id}/rotate        404  404      yes  404  403  404  404
            DELETE  /v1/portals/{cpc}/keys/{id}               404  404      yes  404  403  404  404
            GET     /v1/portals/{cpc}/people                  404  404      yes  404  yes  404  404
            GET     /v1/portals/{cpc}/people/{login}          404  404      yes  404  yes  404  404
            PUT     /v1/portals/{cpc}/people/{login}          404  404      yes  404  403  404  404
            DELETE  /v1/portals/{cpc}/people/{login}          404  404      yes  404  403  404  404
            POST    /v1/portals/{cpc}/people/{login}/invite   404  404      yes  404  403  404  404
            GET     /v1/portals/{cpc}/people/{login}/identity 404  404      403  404  403  404  404
            PUT     /v1/portals/{cpc}/people/{login}/identity 404  404      403  404  403  404  404
            DELETE  /v1/portals/{cpc}/people/{login}/identity 404  404      403  404  403  404  404
            GET     /v1/portals/{cpc}/audit                   404  404      yes  404  yes  404  404
            """;

    private static final String IDENTITY = "/v1/portals/{cpc}/people/{login}/identity";
    private static final String ENTRY = "/v1/portals/{cpc}/{collection}/{code}";

    @TestHTTPResource("/")
    URI base;

    @Test
    @DisplayName(
            "H1: every route answers each role as the table of roles says, with ids of other groups and portals too")
    void everyRole() throws Exception {
        Map<String, String> own = portal("roles");
        Map<String, String> other = new HashMap<>(own);
        other.putAll(Map.of("contact", "c-other", "doomed", "c-other-doomed"));
        EveryRole routes = new EveryRole(base, Keys.KEY, "OWN", "c-lead")
                .ids(Whose.OWN_GROUP, own)
                .ids(Whose.OTHER_GROUP, other)
                .ids(Whose.OTHER_PORTAL, portal("roles-else"))
                .notThere("contact", "c-nosuch")
                .notThere("doomed", "c-nosuch")
                .notThere("person", "nosuch")
                .notThere("gone", "nosuch")
                .asked("PUT /v1/portals/{cpc}", "/v1/portals/{cpc}", "{\"name\": \"Roles\"}")
                .asked("GET /v1/portals/{cpc}/{collection}", "/v1/portals/{cpc}/contacts", "")
                .asked("GET " + ENTRY, "/v1/portals/{cpc}/contacts/{contact}", "")
                .asked("PUT " + ENTRY, "/v1/portals/{cpc}/contacts/{contact}", "{\"name\": \"Somebody\"}")
                .asked("DELETE " + ENTRY, "/v1/portals/{cpc}/contacts/{doomed}", "")
                .asked("POST /v1/portals/{cpc}/keys/{id}/rotate", "/v1/portals/{cpc}/keys/{rotated}/rotate", "")
                .asked("GET /v1/portals/{cpc}/people/{login}", "/v1/portals/{cpc}/people/{person}", "")
                .asked("PUT /v1/portals/{cpc}/people/{login}", "/v1/portals/{cpc}/people/{person}", "{}")
                .asked("DELETE /v1/portals/{cpc}/people/{login}", "/v1/portals/{cpc}/people/{gone}", "")
                .asked("POST /v1/portals/{cpc}/people/{login}/invite", "/v1/portals/{cpc}/people/{person}/invite", "")
                .asked("GET " + IDENTITY, "/v1/portals/{cpc}/people/{person}/identity", "")
                .asked("PUT " + IDENTITY, "/v1/portals/{cpc}/people/{person}/identity", "{}")
                .asked("DELETE " + IDENTITY, "/v1/portals/{cpc}/people/{gone}/identity", "")
                .asked("DELETE /v1/portals/{cpc}/keys/{id}", "/v1/portals/{cpc}/keys/{revoked}", "");

        assertThat(routes.findings(TABLE)).isEmpty();
    }

    private static Map<String, String> portal(String cpc) {
        put("/v1/portals/" + cpc, "{\"name\": \"Roles\"}");
        for (String code : new String[] {"c-lead", "c-doomed", "c-other", "c-other-doomed"}) {
            put("/v1/portals/" + cpc + "/contacts/" + code, "{\"name\": \"Somebody\"}");
        }
        put(
                "/v1/portals/" + cpc + "/groups/OWN",
                "{\"name\": \"Own\", \"supportLead\": \"c-lead\", \"manager\": \"c-doomed\"}");
        put(
                "/v1/portals/" + cpc + "/groups/OTHER",
                "{\"name\": \"Other\", \"supportLead\": \"c-other\", \"manager\": \"c-other-doomed\"}");
        People.put(cpc, cpc + "-stays", List.of("agent"), null, null);
        People.put(cpc, cpc + "-goes", List.of("agent"), null, null);
        return Map.of(
                "person",
                cpc + "-stays",
                "gone",
                cpc + "-goes",
                "cpc",
                cpc,
                "contact",
                "c-lead",
                "doomed",
                "c-doomed",
                "rotated",
                key(cpc, "turn"),
                "revoked",
                key(cpc, "end"));
    }

    private static String key(String cpc, String name) {
        return given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"" + name + "\", \"scopes\": [\"surveys:write\"]}")
                .post("/v1/portals/" + cpc + "/keys")
                .path("keyId");
    }
}
