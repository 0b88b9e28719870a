package io.amends.dashboard.people;

import static io.amends.dashboard.testing.People.by;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.People;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F6, H1: people from a file, all of them or nobody, by the rules of one. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PeopleImportPageTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String BREAKING =
            """
            CREATE FUNCTION broken_person() RETURNS trigger AS $$ BEGIN
              IF NEW.name = 'Breaks' THEN RAISE EXCEPTION 'broken by a test'; END IF; RETURN NEW;
            END $$ LANGUAGE plpgsql;
            CREATE TRIGGER broken_person BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION broken_person()""";

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String portal = "pcsv-" + id;
    private final String other = "pcsvo-" + id;
    private final String pages = "/portals/" + portal + "/preferences";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void portals() {
        Api.put("/v1/portals/" + portal, "{\"name\": \"Files\"}");
        Api.put("/v1/portals/" + other, "{\"name\": \"Others\"}");
    }

    @AfterEach
    void whole() {
        jdbi.useHandle(db ->
                db.execute("DROP TRIGGER IF EXISTS broken_person ON person; DROP FUNCTION IF EXISTS broken_person()"));
    }

    @Test
    @DisplayName(
            "F6, H1, H4: a file is shown with who is new and changed, and applied as shown, with an entry for each")
    void imported() {
        People.put(portal, login("kim"), List.of("lead"), List.of("NET"), "c-1");
        String shown = upload("login,name,roles\n" + login("kim") + ",Kim New,agent lead\n" + login("bo")
                        + ",Bo,\"auditor, lead\"\n")
                .then()
                .statusCode(200)
                .body(containsString("1 new, 1 changed, 0 as they were."))
                .extract()
                .asString();
        key("/" + login("bo")).statusCode(404);

        apply(shown).statusCode(303).header("Location", endsWith("/people?added=1&changed=1"));
        key("/" + login("kim"))
                .body("name", equalTo("Kim New"), "roles", contains("agent", "lead"))
                .body("groups", contains("NET"), "contact", equalTo("c-1"), "email", equalTo("people@example.com"));
        key("/" + login("bo"))
                .body("roles", contains("lead", "auditor"), "active", equalTo(true), "email", nullValue());
        apply(shown).statusCode(422).body(containsString("This file is not kept any more."));
        await().atMost(SOON).untilAsserted(() -> {
            log("kim").body("items.what", contains("PERSON_CHANGED", "PERSON_ADDED"));
            log("bo").body("items.what", contains("PERSON_ADDED"), "items[0].after.roles", contains("lead", "auditor"));
        });
    }

    @Test
    @DisplayName("F6, H1: every problem of a file is told by line and column, and nobody is imported")
    void problems() {
        People.put(portal, login("kim"), List.of("lead"), null, null);
        upload("login,name,email,roles,groups,contact,active\n"
                        + "a:b, ,nowhere,boss,a/b,c/1,perhaps\n"
                        + login("bo") + ",Bo,,,,,\n"
                        + login("BO") + ",Bo,,,,,\n"
                        + login("KIM") + ",Kim,,,,,\n")
                .then()
                .statusCode(422)
                .body(containsString("9 problems in this file."))
                .body(containsString("a:b: Use 1 to 100 letters"), containsString("Give the person a name"))
                .body(containsString("nowhere: This is no address"), containsString("boss: Use agent, lead"))
                .body(containsString("a/b: Codes have"), containsString("c/1: This is no contact."))
                .body(containsString("perhaps: Write true or false."))
                .body(containsString("This login stands in an earlier line as well"))
                .body(containsString("Somebody has this login, written with other capitals."));
        upload("name,boss\nKim,x\n")
                .then()
                .statusCode(422)
                .body(containsString("There is no such column: boss"), containsString("This column is missing."));
        upload("login\n" + login("bo") + "\n").then().statusCode(422).body(containsString("2 problems"));
        upload("login,name,roles\n" + "a,A,\n".repeat(2_001))
                .then()
                .statusCode(422)
                .body(containsString("more than 2,000 lines"));
        Api.signedIn()
                .formParam("file", "")
                .post(pages + "/import/people")
                .then()
                .statusCode(422)
                .body(containsString("Choose a file."));
        key("").body("total", equalTo(1));
    }

    @Test
    @DisplayName(
            "F6: a group and a contact that are not there yet are told beside the problems of their line and of others")
    void missingBesideProblems() {
        upload("login,name,email,roles,groups,contact\n"
                        + login("kim") + ",Kim,nowhere,agent,NET,c-9\n"
                        + login("bo") + ",Bo,,agent,LATER a/b,c-8\n"
                        + login("al") + ",Al,,agent,SOON,\n")
                .then()
                .statusCode(422)
                .body(containsString("2 problems in this file."))
                .body(containsString("NET names what is not there yet"))
                .body(containsString("c-9 names what is not there yet"))
                .body(containsString("c-8 names what is not there yet"))
                .body(containsString("SOON names what is not there yet"))
                .body(not(containsString("a/b names what is not there yet")));
    }

    @Test
    @DisplayName("H1: a file that leaves no admin is refused as a whole; one that makes another is taken in any order")
    void lastAdmin() {
        People.put(portal, login("ada"), List.of("admin"), null, null);
        for (String line : List.of("lead,true", "admin,false")) {
            upload("login,name,roles,active\n" + login("new") + ",New,agent,\n" + login("ada") + ",Ada," + line + "\n")
                    .then()
                    .statusCode(422)
                    .body(containsString("1 problem in this file."), containsString("would have no admin any more"));
        }
        String shown = upload("login,name,roles\n" + login("ada") + ",Ada,lead\n" + login("bo") + ",Bo,admin\n")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        apply(shown).statusCode(303);
        key("/" + login("ada")).body("roles", contains("lead"));

        // The other admin goes between the preview and the import.
        People.put(portal, login("ada"), List.of("admin"), null, null);
        String off = upload("login,active\n" + login("bo") + ",false\n").asString();
        People.put(portal, login("ada"), List.of("lead"), null, null);
        apply(off).statusCode(422).body(containsString("would have no admin any more"));
        key("/" + login("bo")).body("active", equalTo(true));
    }

    @Test
    @DisplayName("H1: name and email of a login that is known elsewhere or configured stay, and the preview says so")
    void knownElsewhere() {
        People.put(other, login("kim"), List.of("lead"), null, null);
        String shown = upload("login,name,email,roles,groups\n" + login("kim") + ",Mallory,m@example.com,agent,NET\n"
                        + Keys.USER + ",Mallory,m@example.com,auditor,\n")
                .then()
                .statusCode(200)
                .body(containsString(login("kim") + " is known beyond this portal"))
                .body(containsString(Keys.USER + " is known beyond this portal"))
                .body(containsString("Name and email stay as they are."), not(containsString("people@example.com")))
                .body(not(containsString("Person " + login("kim"))))
                .body(containsString("NET names what is not there yet"))
                .body(not(containsString("<td>Mallory")))
                .extract()
                .asString();
        apply(shown).statusCode(303);
        key("/" + login("kim"))
                .body("name", equalTo("Person " + login("kim")), "email", equalTo("people@example.com"))
                .body("roles", contains("agent"), "groups", contains("NET"));
        key("/" + Keys.USER).body("name", equalTo(Keys.FULL_NAME), "email", nullValue());
        given().auth()
                .oauth2(Keys.KEY)
                .delete("/v1/portals/" + portal + "/people/" + Keys.USER)
                .then()
                .statusCode(204);

        upload("login,name\n" + login("kim") + ",Mallory\n")
                .then()
                .statusCode(200)
                .body(containsString("Nothing in this file differs"), containsString("This is left as it is"));
    }

    @Test
    @DisplayName(
            "F6: where the database fails in the middle of a file, nobody of it is there; what changed is shown again")
    void allOrNothing() {
        String shown = upload("login,name,roles\n" + login("a") + ",First,lead\n" + login("b") + ",Breaks,lead\n"
                        + login("c") + ",Last,lead\n")
                .asString();
        jdbi.useHandle(db -> db.execute(BREAKING));
        apply(shown).statusCode(oneOf(500, 503));
        key("").body("total", equalTo(0));
        whole();
        People.put(portal, login("c"), List.of("auditor"), null, null);
        String again = apply(shown)
                .statusCode(412)
                .body(containsString("2 new, 1 changed"))
                .extract()
                .asString();
        key("").body("total", equalTo(1));
        apply(again).statusCode(303);
        key("").body("total", equalTo(3));
    }

    @Test
    @DisplayName("H1: an email that an import changes takes the password away, and who is switched off is signed out")
    void sessions() {
        Cookie kim = People.signedIn(portal, login("kim"), List.of("auditor"), null, null);
        Cookie bo = People.signedIn(portal, login("bo"), List.of("auditor"), null, null);
        apply(upload("login,email\n" + login("kim") + ",kim@example.org\n").asString())
                .statusCode(303);
        apply(upload("login,active\n" + login("bo") + ",false\n").asString()).statusCode(303);
        by(kim).get("/v1/portals/" + portal).then().statusCode(401);
        by(bo).get("/v1/portals/" + portal).then().statusCode(401);
        key("/" + login("kim")).body("passwordSet", equalTo(false), "email", equalTo("kim@example.org"));
    }

    @Test
    @DisplayName("F6, H6: an export is no formula for a spreadsheet, and changes nothing when it is imported")
    void roundTrip() {
        People.put(portal, login("kim"), List.of("lead", "agent"), List.of("NET", "EMEA"), "c-1");
        given().auth()
                .oauth2(Keys.KEY)
                .contentType("application/json")
                .body("{\"name\": \"=1+1, -2\", \"roles\": [], \"groups\": [], \"active\": false}")
                .put("/v1/portals/" + portal + "/people/" + login("odd"))
                .then()
                .statusCode(201);
        String file = Api.signedIn()
                .get(pages + "/export/people")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("people-" + portal + ".csv"))
                .extract()
                .asString();
        assertThat(file)
                .contains("login,name,email,roles,groups,contact,active", "agent lead,NET EMEA,c-1,true")
                .doesNotContain(",=", "\"=", "password");
        upload(file).then().statusCode(200).body(containsString("Nothing in this file differs"));
    }

    @ParameterizedTest(name = "H1: {0} exports people: {1}, imports them: {2}")
    @CsvSource({"agent,404,404", "lead,404,404", "admin,200,200", "ops,404,404", "auditor,200,403"})
    void roles(String role, int exports, int imports) {
        Cookie session = People.signedIn(portal, login(role), List.of(role), null, null);
        by(session).get(pages + "/export/people").then().statusCode(exports);
        by(session).get(pages + "/import/people").then().statusCode(imports);
        by(session)
                .multiPart("file", "p.csv", "login\n".getBytes(UTF_8), "text/csv")
                .post(pages + "/import/people")
                .then()
                .statusCode(imports);
        by(session)
                .formParam("upload", "x")
                .post(pages + "/import/people/apply")
                .then()
                .statusCode(imports == 200 ? 422 : imports);
        by(session)
                .get("/portals/" + other + "/preferences/export/people")
                .then()
                .statusCode(404);
        Api.signedIn().get("/portals/*/preferences/import/people").then().statusCode(404);
    }

    private String login(String name) {
        return name + "-" + id;
    }

    private ValidatableResponse log(String name) {
        return given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + portal + "/audit?q=person/" + login(name))
                .then()
                .statusCode(200);
    }

    private Response upload(String file) {
        return Api.signedIn()
                .multiPart("file", "people.csv", file.getBytes(UTF_8), "text/csv")
                .post(pages + "/import/people");
    }

    private ValidatableResponse apply(String shown) {
        return Api.signedIn()
                .formParams("upload", hidden(shown, "upload"), "fingerprint", hidden(shown, "fingerprint"))
                .post(pages + "/import/people/apply")
                .then();
    }

    private static String hidden(String html, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertThat(field.find()).as(html).isTrue();
        return field.group(1);
    }

    private ValidatableResponse key(String person) {
        return given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + portal + "/people" + person)
                .then();
    }
}
