package io.amends.dashboard.preferences;

import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.signedIn;
import static io.amends.dashboard.testing.Api.total;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.amends.dashboard.testing.Keys;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F6: groups, contacts and segments from a file, all of it or nothing. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class ImportPageTest {
    private static final String BREAKING =
            """
            CREATE FUNCTION broken_entry() RETURNS trigger AS $$ BEGIN
              IF NEW.code = 'breaks' THEN RAISE EXCEPTION 'broken by a test'; END IF; RETURN NEW;
            END $$ LANGUAGE plpgsql;
            CREATE TRIGGER broken_entry BEFORE INSERT ON directory_entry FOR EACH ROW EXECUTE FUNCTION broken_entry()""";

    private final String portal = "csv-" + UUID.randomUUID().toString().substring(0, 8);
    private final String pages = "/portals/" + portal + "/preferences";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void portal() {
        put("/v1/portals/" + portal, "{\"name\": \"Files\"}");
        put("/v1/portals/" + portal + "/contacts/ada", "{\"name\": \"Ada\", \"mobile\": \"+495550101\"}");
    }

    @AfterEach
    void whole() {
        jdbi.useHandle(db -> db.execute(
                "DROP TRIGGER IF EXISTS broken_entry ON directory_entry; DROP FUNCTION IF EXISTS broken_entry()"));
    }

    @Test
    @DisplayName("F6, H4: a file is shown with what is new and changed, and applied as it was shown")
    void imported() {
        String shown = upload("contacts", "code,name,email\nada,Ada Brandt,ada@example.com\nkim,Kim,\n")
                .then()
                .statusCode(200)
                .body(containsString("1 new, 1 changed, 0 as they were."))
                .extract()
                .asString();
        assertThat(total(portal + "/contacts")).isEqualTo(1);

        apply("contacts", shown).statusCode(303).header("Location", endsWith("/contacts?added=1&changed=1"));
        entry("contacts/ada").body("name", equalTo("Ada Brandt")).body("mobile", equalTo("+495550101"));
        entry("contacts/kim").body("name", equalTo("Kim"));
        apply("contacts", shown).statusCode(422).body(containsString("This file is not kept any more."));
    }

    @Test
    @DisplayName("F6: every problem of a file is told by line and column, and nothing is imported")
    void problems() {
        upload("contacts", "code,name,email\nno code,Ada,\nkim,,nowhere\n")
                .then()
                .statusCode(422)
                .body(containsString("3 problems in this file."))
                .body(containsString("A code has 1 to 64"), containsString("nowhere: Write an email address"));
        upload("groups", "code,title\nA,b\n")
                .then()
                .statusCode(422)
                .body(containsString("There is no such column: title"), containsString("This column is missing."));
        upload("segments", "").then().statusCode(422).body(containsString("The file is empty."));
        signedIn()
                .multiPart("other", "x")
                .post(pages + "/import/segments")
                .then()
                .statusCode(422)
                .body(containsString("Choose a file."));
        assertThat(total(portal + "/contacts")).isEqualTo(1);
    }

    @Test
    @DisplayName("F6: a reference to what is not there yet is said, and taken")
    void doubts() {
        String shown = upload("groups", "code,name,supportLead,alsoAlerts\nNET,Network,nobody,ada\n")
                .then()
                .statusCode(200)
                .body(containsString("nobody names what is not there yet."))
                .extract()
                .asString();
        apply("groups", shown).statusCode(303);
        entry("groups/NET").body("alsoAlerts[0]", equalTo("ada"));
    }

    @Test
    @DisplayName("F6: where the database fails in the middle of a file, nothing of it is there")
    void allOrNothing() {
        String shown = upload("segments", "code,name\nfirst,First\nbreaks,Breaks\nlast,Last\n")
                .asString();
        jdbi.useHandle(db -> db.execute(BREAKING));
        apply("segments", shown).statusCode(oneOf(500, 503));
        assertThat(total(portal + "/segments")).isZero();

        whole();
        apply("segments", shown).statusCode(303);
        assertThat(total(portal + "/segments")).isEqualTo(3);
    }

    @Test
    @DisplayName("F6: who changes what the file is about in between keeps their change, and the file is shown again")
    void meanwhile() {
        String shown = upload("contacts", "code,name\nada,Ada Brandt\n").asString();
        put("/v1/portals/" + portal + "/contacts/ada", "{\"name\": \"Ada Other\", \"mobile\": \"+495550101\"}");
        String again = apply("contacts", shown)
                .statusCode(412)
                .body(containsString("Somebody else has changed the directory"))
                .extract()
                .asString();
        entry("contacts/ada").body("name", equalTo("Ada Other"));
        apply("contacts", again).statusCode(303);
        entry("contacts/ada").body("name", equalTo("Ada Brandt"));
    }

    @Test
    @DisplayName("F6, H6: an export is no formula for a spreadsheet, and changes nothing when it is imported")
    void roundTrip() {
        put("/v1/portals/" + portal + "/contacts/odd", "{\"name\": \"=1+1, -2\", \"title\": \"'-x\"}");
        put(
                "/v1/portals/" + portal + "/groups/NET",
                "{\"name\": \"Net\", \"alsoAlerts\": [\"ada\", \"odd\"], \"threshold\": 2.5}");
        for (String list : new String[] {"contacts", "groups", "segments"}) {
            String file = signedIn()
                    .get(pages + "/export/" + list)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(file).doesNotContain(",=", ",+", "\"=");
            upload(list, file).then().statusCode(200).body(containsString("Nothing in this file differs"));
        }
    }

    @Test
    @DisplayName("F6: a file is its owner's, and for one list")
    void owner() {
        String shown = upload("segments", "code,name\nA,a\n").asString();
        apply("contacts", shown).statusCode(422).body(containsString("not kept any more"));
        apply("segments", shown.replaceAll("name=\"fingerprint\" value=\"[^\"]*\"", "name=\"fingerprint\" value=\"x\""))
                .statusCode(412)
                .body(not(containsString("not kept any more")));
    }

    @Test
    @DisplayName("F6: thousands of lines are taken, and more than 20,000 are not")
    void large() {
        StringBuilder file = new StringBuilder("code,name\n");
        for (int i = 0; i < 2_000; i++) {
            file.append('S').append(i).append(",Segment ").append(i).append('\n');
        }
        String shown = upload("segments", file.toString())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        apply("segments", shown).statusCode(303);
        assertThat(total(portal + "/segments")).isEqualTo(2_000);
        upload("segments", "code,name\n" + "A,a\n".repeat(20_001))
                .then()
                .statusCode(422)
                .body(containsString("more than 20,000 lines"));
    }

    private Response upload(String list, String file) {
        return signedIn()
                .multiPart("file", list + ".csv", file.getBytes(UTF_8), "text/csv")
                .post(pages + "/import/" + list);
    }

    private ValidatableResponse apply(String list, String shown) {
        return signedIn()
                .formParams("upload", hidden(shown, "upload"), "fingerprint", hidden(shown, "fingerprint"))
                .post(pages + "/import/" + list + "/apply")
                .then();
    }

    private static String hidden(String html, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertThat(field.find()).as(html).isTrue();
        return field.group(1);
    }

    private ValidatableResponse entry(String entry) {
        return given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + portal + "/" + entry)
                .then()
                .statusCode(200);
    }
}
