package io.amends.alerting.loop;

import static io.amends.alerting.loop.Scene.AT;
import static io.amends.alerting.loop.Scene.IN_PERIOD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.EveryRole;
import io.amends.local.testing.EveryRole.Whose;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What each role sees of digests and deliveries (H1): interfaces.md, "People, roles, keys, audit". */
@QuarkusTest
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "alerting"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(MailServer.class)
class RolesTest {
    private static final String NEXT = "2026-11-21T09:00:00Z";

    //                                              agent   lead    admin ops auditor link elsewhere
    private static final String TABLE =
            """
            GET  /v1/portals/{cpc}/digests          yes     yes     yes   yes yes     404  404
            POST /v1/portals/{cpc}/digests/run      403     403     yes   403 403     404  404
            GET  /v1/digests/{id}                   yes/404 yes/404 yes   403 yes     404  404
            GET  /v1/digests/{id}/pdf               yes/404 yes/404 yes   403 yes     404  404
            GET  /v1/digests/{id}/html              yes/404 yes/404 yes   403 yes     404  404
            GET  /v1/portals/{cpc}/deliveries       yes     yes     yes   yes yes     404  404
            GET  /v1/deliveries/{id}                yes/404 yes/404 yes   yes yes     404  404
            POST /v1/deliveries/{id}/resend         403/404 yes/404 yes   yes 403     404  404
            GET  /v1/portals/{cpc}/channels/{code}/status  404 404 yes 404 yes 404  404
            PUT  /v1/portals/{cpc}/channels/{code}/secrets 404 404 yes 404 403 404  404
            POST /v1/portals/{cpc}/channels/{code}/test    404 404 yes 404 403 404  404
            """;

    @TestHTTPResource("/")
    URI base;

    @Inject
    Scene scene;

    @Test
    @DisplayName(
            "H1: every route gives each role what the table of roles says, and nothing of other groups and portals")
    void everyRoute() throws Exception {
        String cpc = twoPeriods();
        String elsewhere = twoPeriods();

        assertThat(new EveryRole(base, Keys.ALL, "NET", "lead")
                        .ids(Whose.OWN_GROUP, ids(cpc, AT, "lead"))
                        .ids(Whose.OTHER_GROUP, ids(cpc, NEXT, "also"))
                        .ids(Whose.OTHER_PORTAL, ids(elsewhere, AT, "lead"))
                        .notThere("code", "nosuch")
                        .asked(
                                "POST /v1/portals/{cpc}/digests/run",
                                "/v1/portals/{cpc}/digests/run",
                                "{\"at\":\"" + AT + "\"}")
                        .asked(
                                "PUT /v1/portals/{cpc}/channels/{code}/secrets",
                                "/v1/portals/{cpc}/channels/{code}/secrets",
                                "{\"url\":\"https://hooks.example/x\"}")
                        .asked("GET /v1/deliveries/{id}", "/v1/deliveries/{delivery}", "")
                        .asked("POST /v1/deliveries/{id}/resend", "/v1/deliveries/{delivery}/resend", "")
                        .findings(TABLE))
                .isEmpty();
    }

    @Test
    @DisplayName("H1, C9: lists and their counts have what was sent to the person, or is of their own groups alone")
    void narrowed() {
        String cpc = twoPeriods();

        for (String list : List.of("digests", "deliveries")) {
            assertThat(contacts(PersonToken.of("user:lea", cpc).roles("lead").groups("NET"), cpc, list))
                    .as(list)
                    .containsExactlyInAnyOrder("lead", "also");
            assertThat(contacts(
                            PersonToken.of("user:al", cpc)
                                    .roles("lead")
                                    .groups("NET")
                                    .contact("admin"),
                            cpc,
                            list))
                    .as(list + " with one that was sent to them")
                    .containsExactlyInAnyOrder("lead", "also", "admin");
            assertThat(contacts(
                            PersonToken.of("user:abe", cpc)
                                    .roles("agent")
                                    .groups("NET")
                                    .contact("also"),
                            cpc,
                            list))
                    .as(list + " of an agent")
                    .containsExactlyInAnyOrder("also", "also");
            assertThat(contacts(PersonToken.of("user:nobody", cpc).roles("agent", "lead"), cpc, list))
                    .as(list + " of somebody without groups")
                    .isEmpty();
            for (String all : List.of("admin", "ops", "auditor")) {
                assertThat(contacts(PersonToken.of("user:" + all, cpc).roles(all), cpc, list))
                        .as(list + " of " + all)
                        .containsExactlyInAnyOrder("lead", "also", "also", "admin");
            }
        }
    }

    @Test
    @DisplayName(
            "H1: a digest that lists a case of another group beside their own is not for a lead, but for its reader")
    void mixed() {
        String cpc = scene.portal(Map.of());
        scene.decided(
                cpc,
                Decisions.about("net").received(IN_PERIOD).group("NET"),
                Decisions.about("apac").received(IN_PERIOD).group("APAC"));
        String mixed = DigestApi.run(cpc, AT, false).getString("digests.find { it.contactId == 'also' }.id");

        assertThat(status(PersonToken.of("user:lea", cpc).roles("lead").groups("NET"), mixed))
                .isEqualTo(404);
        assertThat(status(PersonToken.of("user:lea", cpc).roles("lead").groups("NET", "APAC"), mixed))
                .isEqualTo(200);
        assertThat(status(PersonToken.of("user:al", cpc).roles("agent").contact("also"), mixed))
                .isEqualTo(200);
    }

    /** One period with digests of NET alone, and the next with those of APAC and of LONE, which has nobody. */
    private String twoPeriods() {
        String cpc = scene.portal(Map.of());
        scene.entry(cpc, "channel", "room", Map.of("name", "Room", "kind", "SLACK"));
        scene.changed(cpc, Map.of("name", "Acme AG"));
        scene.decided(cpc, Decisions.about("net").received(IN_PERIOD).group("NET"));
        DigestApi.run(cpc, AT, false);
        scene.decided(
                cpc,
                Decisions.about("apac").received("2026-11-20T10:00:00Z").group("APAC"),
                Decisions.about("lone").received("2026-11-20T10:00:00Z").group("LONE"));
        DigestApi.run(cpc, NEXT, false);
        return cpc;
    }

    private static Map<String, String> ids(String cpc, String at, String contact) {
        String digest =
                DigestApi.run(cpc, at, false).getString("digests.find { it.contactId == '" + contact + "' }.id");
        String delivery = DigestApi.get(Keys.ALL, "/v1/portals/" + cpc + "/deliveries")
                .jsonPath()
                .getString("items.find { it.digestId == '" + digest + "' }.id");
        return Map.of("cpc", cpc, "id", digest, "delivery", delivery, "code", "room");
    }

    private static List<String> contacts(PersonToken person, String cpc, String list) {
        JsonPath page = given().header("Authorization", "Bearer " + Keys.ALL)
                .header(PersonToken.HEADER, person.signed())
                .get("/v1/portals/" + cpc + "/" + list + "?from=2026-11-01&to=2026-12-01")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> contacts = page.getList("items.contactId");
        assertThat(page.getInt("total")).isEqualTo(contacts.size());
        return contacts;
    }

    private static int status(PersonToken person, String digest) {
        return given().header("Authorization", "Bearer " + Keys.ALL)
                .header(PersonToken.HEADER, person.signed())
                .get("/v1/digests/" + digest)
                .statusCode();
    }
}
