package io.amends.dashboard.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.amends.contracts.api.NewReplay;
import io.amends.contracts.api.NewSourceSecrets;
import io.amends.dashboard.testing.Api;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.SourceAnswers;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages of sources (A10), without scripts. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class SourcesPageTest {
    private final String cpc = "srcpage-" + UUID.randomUUID().toString().substring(0, 8);
    private final String page = "/portals/" + cpc + "/preferences/sources";

    @BeforeEach
    void portal() {
        Api.put("/v1/portals/" + cpc, "{\"name\": \"Sources\"}");
    }

    private RequestSpecification by(String role) {
        return given().auth()
                .oauth2(Keys.KEY)
                .header(
                        PersonToken.HEADER,
                        PersonToken.of("user:" + role, cpc).roles(role).signed())
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded");
    }

    private Response added(String code, String vendor) {
        return by("admin")
                .formParam("name", "After a call")
                .formParam("code", code)
                .formParam("vendor", vendor)
                .post(page);
    }

    private String stored(String field) {
        return given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + cpc + "/sources/tf")
                .path(field);
    }

    private String tag() {
        return given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + cpc + "/sources/tf")
                .header("ETag")
                .replace("\"", "");
    }

    @Test
    @DisplayName("A10: a source is added by its vendor, and its page has address, mapping and deliveries")
    void made() {
        by("admin").get(page).then().statusCode(200).body(containsString("No source sends webhooks yet."));
        added("tf", "NOBODY").then().statusCode(422).body(containsString("Say who sends"));
        added("tf", "TYPEFORM").then().statusCode(303).header("Location", containsString(page + "/tf"));
        added("tf", "TYPEFORM").then().statusCode(422).body(containsString("with this code already"));

        by("admin")
                .get(page)
                .then()
                .body(
                        containsString("1 source sends webhooks."),
                        containsString("<td>Typeform</td>"),
                        containsString("Silent since 20 Nov"),
                        containsString("Last heard"),
                        containsString("1 of the last 100 deliveries was refused within a day."));
        by("admin")
                .get(page + "/tf")
                .then()
                .statusCode(200)
                .body(containsString("c2VjcmV0"), containsString("A secret is set."), containsString("r-1001"));
        by("auditor")
                .get(page + "/tf")
                .then()
                .statusCode(200)
                .body(not(containsString("Set the secrets")), containsString("readonly"));
    }

    @Test
    @DisplayName("A11: the page of a source says that it is silent, and how much it usually sends on each day")
    void rhythm() {
        added("tf", "TYPEFORM");

        by("auditor")
                .get(page + "/tf")
                .then()
                .statusCode(200)
                .body(
                        containsString("Silent since 20 Nov"),
                        containsString("Usually 480 events come in a week."),
                        containsString("<td>Monday</td><td class=\"num\">96</td><td>08:00 to 09:00</td>"),
                        containsString("<td>Sunday</td><td class=\"num\">0</td><td></td>"),
                        not(containsString("is an alarm from")));
    }

    @Test
    @DisplayName("A10: a sample is tried with the mapping as it is typed, and nothing is saved by it")
    void tried() {
        added("tf", "TYPEFORM");
        String typed = "{\"name\": \"Typed\", \"vendor\": \"TYPEFORM\"}";

        by("admin")
                .formParam("entry", typed)
                .formParam("sample", "{}")
                .formParam("do", "try")
                .post(page + "/tf")
                .then()
                .statusCode(200)
                .body(
                        containsString("It would be refused: 1 field is wrong."),
                        containsString("<dt>Given at</dt><dd><p class=\"error\">is missing</p></dd>"),
                        containsString("Property tier"));
        by("admin")
                .formParam("entry", typed)
                .formParam("do", "try")
                .post(page + "/tf")
                .then()
                .statusCode(422);

        assertThat(stored("name")).isEqualTo("After a call");
    }

    @Test
    @DisplayName("A10, F6: a changed mapping is saved with the next version; what is wrong, or seen too late, is told")
    void saved() {
        added("tf", "TYPEFORM");
        String entry =
                "{\"name\": \"Typed\", \"vendor\": \"TYPEFORM\", \"mappingVersion\": 1, \"mapping\": {\"comment\":"
                        + " %s}}";
        String seen = tag();

        by("admin")
                .formParam("entry", entry.formatted("\"no pointer\""))
                .formParam("tag", seen)
                .formParam("do", "save")
                .post(page + "/tf")
                .then()
                .statusCode(422)
                .body(containsString("/mapping/comment"));
        by("admin")
                .formParam("entry", "[]")
                .formParam("do", "save")
                .post(page + "/tf")
                .then()
                .statusCode(422);
        by("admin")
                .formParam("entry", entry.formatted("\"/c\""))
                .formParam("tag", seen)
                .formParam("do", "save")
                .post(page + "/tf")
                .then()
                .statusCode(303);
        String theirs = tag();
        by("admin")
                .formParam("entry", entry.formatted("\"/d\""))
                .formParam("tag", seen)
                .formParam("do", "save")
                .post(page + "/tf")
                .then()
                .statusCode(422)
                .body(
                        containsString("Somebody else has changed this source."),
                        containsString("name=\"tag\" value=\"" + theirs + "\""));

        given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + cpc + "/sources/tf")
                .then()
                .body("mapping.comment", equalTo("/c"))
                .body("mappingVersion", equalTo(2));
        by("admin")
                .formParam("entry", entry.formatted("\"/d\""))
                .formParam("tag", theirs)
                .formParam("do", "save")
                .post(page + "/tf")
                .then()
                .statusCode(303);
        assertThat(stored("mapping.comment")).isEqualTo("/d");
        given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + cpc + "/sources/tf")
                .then()
                .body("mappingVersion", equalTo(3));
    }

    @Test
    @DisplayName(
            "A10: by fields a mapping is written without JSON; what is wrong is told beside its field, and kept as typed")
    void byFields() {
        added("tf", "TYPEFORM");
        String shown = by("admin").get(page + "/tf").asString();
        assertThat(shown).contains("name=\"row.place\"", "Where each field comes from", "&quot;id&quot;");

        by("admin")
                .formParam("tag", tag())
                .formParam("name", "By fields")
                .formParam("vendor", "TYPEFORM")
                .formParam("defaults.channel", "web")
                .formParam("mappingVersion", "1")
                .formParam("active", "yes")
                .formParam("row.group", "", "properties")
                .formParam("row.name", "comment", "")
                .formParam("row.way", "at", "at")
                .formParam("row.place", "no pointer", "/x")
                .formParam("row.values", "", "silver")
                .formParam("do", "save")
                .post(page + "/tf")
                .then()
                .statusCode(422)
                .body(
                        containsString("must be a JSON Pointer"),
                        containsString("value=\"no pointer\""),
                        containsString("Give the property a name."),
                        containsString("Write one value a line"));
        by("admin")
                .formParam("tag", tag())
                .formParam("name", "By fields")
                .formParam("vendor", "TYPEFORM")
                .formParam("defaults.channel", "web")
                .formParam("mappingVersion", "1")
                .formParam("active", "yes")
                .formParam("row.group", "", "measures")
                .formParam("row.name", "comment", "csat")
                .formParam("row.way", "at", "answer")
                .formParam("row.place", "/text", "q-1")
                .formParam("row.values", "", "Good = 5")
                .formParam("do", "save")
                .post(page + "/tf")
                .then()
                .statusCode(303);

        given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + cpc + "/sources/tf")
                .then()
                .body("name", equalTo("By fields"))
                .body("defaults.channel", equalTo("web"))
                .body("mapping.comment", equalTo("/text"))
                .body("mapping.measures.csat.answer", equalTo("q-1"))
                .body("mapping.measures.csat.values.Good", equalTo(5))
                .body("mappingVersion", equalTo(2));
    }

    @Test
    @DisplayName("A10: a field that no source has is refused in words, as JSON too; the other way shows what was typed")
    void otherWay() {
        added("tf", "TYPEFORM");
        String entry = "{\"name\": \"T\", \"vendor\": \"TYPEFORM\", \"mapping\": {\"comment\": \"/typed\"%s}}";
        String unknown = entry.formatted(", \"mood\": \"/m\"");

        for (String act : new String[] {"save", "try", "fields"}) {
            by("admin")
                    .formParam("entry", unknown)
                    .formParam("sample", "{}")
                    .formParam("tag", tag())
                    .formParam("do", act)
                    .post(page + "/tf")
                    .then()
                    .statusCode(422)
                    .body(
                            containsString("/mapping/mood"),
                            containsString("is no field of a response"),
                            not(containsString("is no field that a source has")));
        }
        by("admin")
                .formParam("entry", "{\"name\": \"T\", \"vendor\": \"TYPEFORM\", \"colour\": \"red\"}")
                .formParam("tag", tag())
                .formParam("do", "save")
                .post(page + "/tf")
                .then()
                .statusCode(422)
                .body(containsString("/colour"), containsString("is no field that a source has"));
        by("admin")
                .formParam("entry", entry.formatted(""))
                .formParam("do", "fields")
                .post(page + "/tf")
                .then()
                .statusCode(200)
                .body(containsString("value=\"/typed\""), not(containsString("id=\"entry\"")));
        by("admin").get(page + "/tf?as=json").then().statusCode(200).body(containsString("id=\"entry\""));
        assertThat(stored("name")).isEqualTo("After a call");
    }

    @Test
    @DisplayName("A10: one of the last deliveries is taken as the sample, and what is typed stays")
    void taken() {
        added("tf", "TYPEFORM");
        String typed = "{\"name\": \"Typed\", \"vendor\": \"TYPEFORM\"}";
        String key = "2026-11-20T07:55:00Z r-1001";
        by("admin").get(page + "/tf").then().body(containsString("value=\"" + key + "\""));

        by("admin")
                .formParam("entry", typed)
                .formParam("sample", "{}")
                .formParam("take", key)
                .post(page + "/tf")
                .then()
                .statusCode(200)
                .body(
                        containsString("&quot;id&quot;:&quot;r-1001&quot;"),
                        containsString("&quot;Typed&quot;"),
                        containsString("It would be refused"));
        by("admin")
                .formParam("entry", typed)
                .formParam("take", "gone")
                .post(page + "/tf")
                .then()
                .statusCode(422)
                .body(containsString("not among the last ones any more"));
    }

    @Test
    @DisplayName(
            "A10: a source is switched off and on, and deleted, once it is said what that means; seen too late is told")
    void steps() {
        added("tf", "TYPEFORM");
        by("admin")
                .get(page + "/tf/switch")
                .then()
                .statusCode(200)
                .body(
                        containsString("Switch After a call off?"),
                        containsString("the vendor is told that nobody is there"));
        by("auditor").get(page + "/tf/switch").then().statusCode(403);
        String seen = tag();
        by("admin").formParam("tag", seen).post(page + "/tf/switch").then().statusCode(303);
        assertThat(active()).isFalse();
        by("admin")
                .get(page + "/tf?done=off")
                .then()
                .body(containsString("It is switched off."), containsString("Switch it on"));
        by("admin").get(page).then().body(containsString("Switched off"));
        by("admin")
                .formParam("tag", seen)
                .post(page + "/tf/switch")
                .then()
                .statusCode(412)
                .body(containsString("Somebody has changed this source meanwhile."));
        by("admin").formParam("tag", tag()).post(page + "/tf/switch").then().statusCode(303);
        assertThat(active()).isTrue();

        by("admin")
                .get(page + "/tf/delete")
                .then()
                .statusCode(200)
                .body(containsString("Delete After a call?"), containsString("Every response that has come stays."));
        by("admin").formParam("tag", seen).post(page + "/tf/delete").then().statusCode(412);
        String list = by("admin")
                .formParam("tag", tag())
                .post(page + "/tf/delete")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        by("admin").urlEncodingEnabled(false).get(list).then().body(containsString("After a call is deleted."));
        by("admin").get(page + "/tf").then().statusCode(404);
    }

    @Test
    @DisplayName("A10: a source that may not call its address is switched off, and told why it is not switched on")
    void notSwitchedOn() {
        String source = "{\"name\": \"Q\", \"vendor\": \"QUALTRICS\", \"active\": false,"
                + " \"api\": {\"baseUrl\": \"https://10.0.0.1/v3\"}}";
        Api.put("/v1/portals/" + cpc + "/sources/tf", source);

        by("admin")
                .formParam("tag", tag())
                .post(page + "/tf/switch")
                .then()
                .statusCode(422)
                .body(containsString("Nothing was saved: /api/baseUrl is not called"), containsString("Switch Q on?"));
        assertThat(active()).isFalse();
    }

    private boolean active() {
        return given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + cpc + "/sources/tf")
                .path("active");
    }

    @Test
    @DisplayName("A10: secrets are set all at once and are on no page; while survey-ingest is away the page says so")
    void secrets() {
        added("tf", "TYPEFORM");
        added("away", "TYPEFORM");

        by("admin")
                .formParam("current", "very secret")
                .formParam("previous", "")
                .post(page + "/tf/secrets")
                .then()
                .statusCode(303);
        by("admin")
                .formParam("previous", "old")
                .post(page + "/tf/secrets")
                .then()
                .statusCode(422)
                .body(containsString("/current"), not(containsString("very secret")));

        assertThat(SourceAnswers.secrets()).isEqualTo(new NewSourceSecrets("very secret", null, null));
        by("admin").get(page + "/away").then().statusCode(200).body(containsString("survey-ingest does not answer"));
        by("admin")
                .formParam("current", "s")
                .post(page + "/away/secrets")
                .then()
                .statusCode(422);
    }

    @Test
    @DisplayName(
            "A12: days are the portal's; it is shown what would change, by field with examples, then it is applied")
    void replayed() {
        added("tf", "TYPEFORM");
        String replays = page + "/tf/replays";
        by("admin").get(page + "/tf").then().body(containsString("action=\"" + replays + "\""));

        by("admin")
                .formParam("from", "2026-11-20")
                .formParam("to", "2026-11-21")
                .post(replays)
                .then()
                .statusCode(303)
                .header("Location", containsString(replays + "/begun"));
        assertThat(SourceAnswers.replayed())
                .isEqualTo(new NewReplay(
                        Instant.parse("2026-11-19T23:00:00Z"), Instant.parse("2026-11-21T23:00:00Z"), true, null));
        by("admin")
                .get(replays + "/running")
                .then()
                .body(
                        containsString("value=\"40\""),
                        containsString("40% is read so far."),
                        not(containsString("Apply these")));
        by("admin")
                .get(replays + "/begun")
                .then()
                .body(
                        containsString("2 deliveries would change their responses."),
                        containsString("measures.csat"),
                        containsString("Third time I had to call."),
                        containsString("1 delivery makes another response than it made before."),
                        containsString("x-17"),
                        containsString("1 delivery makes no response"),
                        containsString("Apply these changes"),
                        containsString("Nothing is changed yet."));
        by("admin")
                .get(replays + "/others")
                .then()
                .body(containsString("Apply these changes"), containsString("Nothing is changed yet."));
        by("auditor").get(replays + "/begun").then().statusCode(200).body(not(containsString("Apply these")));
        by("auditor").post(replays + "/begun/apply").then().statusCode(403);

        by("admin").post(replays + "/begun/apply").then().statusCode(303);
        assertThat(SourceAnswers.replayed()).isEqualTo(applied(null));
        by("admin")
                .formParam("another", "yes")
                .post(replays + "/begun/apply")
                .then()
                .statusCode(303);

        assertThat(SourceAnswers.replayed()).isEqualTo(applied(true));
        by("admin")
                .post(replays + "/running/apply")
                .then()
                .statusCode(422)
                .body(containsString("only a dry run that is done can be"));
        by("admin").get(replays).then().statusCode(200).body(containsString("2 replays, the newest first."));
    }

    @Test
    @DisplayName("A12: days that make no range, that are not kept, and a replay that runs are told at the form")
    void notReplayed() {
        added("tf", "TYPEFORM");
        added("busy", "TYPEFORM");

        range("tf", "2026-11-21", "2026-11-20")
                .then()
                .statusCode(422)
                .body(containsString("Choose a first and a last day"));
        range("tf", "", "2026-11-20").then().statusCode(422).body(containsString("Choose a first and a last day"));
        range("tf", "2020-01-01", "2026-11-20").then().statusCode(422).body(containsString("is not kept any more"));
        range("busy", "2026-11-20", "2026-11-20")
                .then()
                .statusCode(422)
                .body(containsString(page + "/busy/replays/running"), containsString("value=\"2026-11-20\""));
        by("admin").get(page + "/busy/replays/begun").then().statusCode(404);
    }

    private static NewReplay applied(@Nullable Boolean another) {
        return new NewReplay(
                Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-27T00:00:00Z"), false, another);
    }

    private Response range(String code, String from, String to) {
        return by("admin").formParam("from", from).formParam("to", to).post(page + "/" + code + "/replays");
    }
}
