package io.amends.dashboard.preferences;

import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Api.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.Neighbours;
import io.amends.local.testing.Brokers;
import io.amends.local.testing.PersonToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F6: the directory on pages, by the same rule as by the API. */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class PreferencesPagesTest {
    private static final Pattern TAG = Pattern.compile("name=\"tag\" value=\"([^\"]*)\"");

    private final String portal = "prefs-" + UUID.randomUUID().toString().substring(0, 8);
    private final String pages = "/portals/" + portal + "/preferences";
    private final String api = "/v1/portals/" + portal;

    @BeforeEach
    void portal() {
        put(api, "{\"name\": \"Acme\"}");
        put(api + "/contacts/c-1", "{\"name\": \"Alex Lead\", \"email\": \"alex@example.com\"}");
        put(api + "/contacts/c-2", "{\"name\": \"Sam Other\"}");
        put(api + "/groups/NET", "{\"name\": \"Network\", \"supportLead\": \"c-1\"}");
    }

    @Test
    @DisplayName("F6: the overview has a line and a link for each subject, and says when the next digest goes out")
    void overview() {
        signedIn()
                .get(pages)
                .then()
                .statusCode(200)
                .body(containsString("Preferences of Acme"))
                .body(containsString("1 support group."))
                .body(containsString("2 contacts, 1 without an email address."))
                .body(containsString("The next digest goes out "))
                .body(containsString("Berlin time"))
                .body(containsString(pages + "/calendars"))
                .body(containsString("/portals/" + portal + "/people"));
    }

    @Test
    @DisplayName("F6: a list is searched, sorted by name and paged")
    void list() {
        for (int i = 10; i < 65; i++) {
            put(api + "/segments/S-" + i, "{\"name\": \"Segment " + i + "\"}");
        }
        signedIn()
                .get(pages + "/segments")
                .then()
                .body(containsString("55 segments."), containsString("1 to 50 of 55"))
                .body(containsString("Segment 10"), not(containsString("Segment 64")));
        signedIn()
                .get(pages + "/segments?sort=-name&page=1")
                .then()
                .body(containsString("Segment 10"), not(containsString("Segment 64")));
        signedIn()
                .get(pages + "/segments?q=s-64")
                .then()
                .body(
                        containsString("1 of 55 match."),
                        containsString("Segment 64"),
                        not(containsString("Segment 10")));
        signedIn().get(pages + "/segments?q=nobody").then().body(containsString("Nothing matches"));
        signedIn().get(pages + "/regions").then().body(containsString("There is no region yet"));
    }

    @Test
    @DisplayName(
            "F6, H4: an entry is made, changed and deleted on a page as by the API, with the same entries of the log")
    void groups() {
        signedIn()
                .formParams(
                        "code",
                        "EMEA",
                        "name",
                        "Network EMEA",
                        "supportLead",
                        "c-1",
                        "alsoAlerts",
                        "c-2",
                        "threshold",
                        "2.5")
                .post(pages + "/new/groups")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/groups?saved=EMEA"));
        stored("groups/EMEA").body("supportLead", equalTo("c-1")).body("alsoAlerts[0]", equalTo("c-2"));
        signedIn().get(pages + "/groups?saved=EMEA").then().body(containsString("Network EMEA is saved."));

        signedIn()
                .formParams(
                        "tag", tag(pages + "/groups/EMEA"), "name", "Network", "supportLead", "c-2", "threshold", "")
                .post(pages + "/groups/EMEA")
                .then()
                .statusCode(303);
        stored("groups/EMEA").body("name", equalTo("Network")).body("threshold", equalTo(null));

        signedIn()
                .formParam("tag", tag(pages + "/groups/EMEA/delete"))
                .post(pages + "/groups/EMEA/delete")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/groups?deleted=EMEA"));
        given().auth().oauth2(Keys.KEY).get(api + "/groups/EMEA").then().statusCode(404);
    }

    @Test
    @DisplayName("F6: what is wrong is marked at its field, and what was typed stays")
    void wrong() {
        signedIn()
                .formParams("code", "no code", "name", "", "email", "not an address", "mobile", "0123")
                .post(pages + "/new/contacts")
                .then()
                .statusCode(422)
                .body(containsString("Nothing was saved."))
                .body(containsString("A code has 1 to 64 letters"))
                .body(containsString("Give a name of at most 200 characters."))
                .body(containsString("Write an email address"))
                .body(containsString("value=\"not an address\""), containsString("value=\"no code\""));
    }

    @Test
    @DisplayName("B8, F6: a group's cap says what it does, may be 0, and is refused in words where it is less")
    void cap() {
        signedIn()
                .formParams("code", "CAPPED", "name", "Capped", "dailyCap", "-1")
                .post(pages + "/new/groups")
                .then()
                .statusCode(422)
                .body(
                        containsString("Write a whole number from 0 to 100,000."),
                        containsString("The others wait, and lead the next one."),
                        containsString("value=\"-1\""));

        signedIn()
                .formParams("code", "CAPPED", "name", "Capped", "dailyCap", "0")
                .post(pages + "/new/groups")
                .then()
                .statusCode(303);
        stored("groups/CAPPED").body("dailyCap", equalTo(0));
    }

    @Test
    @DisplayName("F6: a new entry never takes the place of one that is there")
    void taken() {
        signedIn()
                .formParams("code", "c-1", "name", "Somebody else")
                .post(pages + "/new/contacts")
                .then()
                .statusCode(422)
                .body(containsString("There is one with this code already."))
                .body(containsString("Somebody else"));
        stored("contacts/c-1").body("name", equalTo("Alex Lead"));
    }

    @Test
    @DisplayName(
            "F6: of two who edit, the second is told with both versions, nothing is lost, and can be saved over it")
    void concurrent() {
        String tag = tag(pages + "/contacts/c-1");
        put(api + "/contacts/c-1", "{\"name\": \"Alex First\", \"email\": \"first@example.com\"}");

        String told = signedIn()
                .formParams("tag", tag, "name", "Alex Second", "email", "alex@example.com")
                .post(pages + "/contacts/c-1")
                .then()
                .statusCode(412)
                .body(containsString("Somebody else has changed this while you wrote."))
                .body(containsString("first@example.com"), containsString("value=\"Alex Second\""))
                .extract()
                .asString();
        stored("contacts/c-1").body("name", equalTo("Alex First"));

        signedIn()
                .formParams("tag", tagIn(told), "name", "Alex Second", "email", "alex@example.com")
                .post(pages + "/contacts/c-1")
                .then()
                .statusCode(303);
        stored("contacts/c-1").body("name", equalTo("Alex Second"));
    }

    @Test
    @DisplayName("F6: who saves what somebody else has deleted is told, and can make it anew")
    void deletedMeanwhile() {
        String tag = tag(pages + "/contacts/c-2");
        given().auth().oauth2(Keys.KEY).delete(api + "/contacts/c-2").then().statusCode(204);
        String told = signedIn()
                .formParams("tag", tag, "name", "Sam Again")
                .post(pages + "/contacts/c-2")
                .then()
                .statusCode(412)
                .body(containsString("Somebody else has deleted this"))
                .extract()
                .asString();
        signedIn()
                .formParams("tag", tagIn(told), "name", "Sam Again")
                .post(pages + "/contacts/c-2")
                .then()
                .statusCode(303);
        stored("contacts/c-2").body("name", equalTo("Sam Again"));
    }

    @Test
    @DisplayName("F6: before it is deleted, a page says what hangs on an entry, and what needs it keeps it")
    void deleting() {
        signedIn()
                .get(pages + "/contacts/c-1/delete")
                .then()
                .body(
                        containsString("Delete Alex Lead?"),
                        containsString("Network"),
                        containsString("go on without it"));
        put(api + "/calendars/cal", "{\"name\": \"Office\"}");
        put(api + "/regions/R", "{\"name\": \"North\", \"calendar\": \"cal\"}");
        signedIn()
                .get(pages + "/calendars/cal/delete")
                .then()
                .body(containsString("North"), containsString("Give them another one first."))
                .body(not(containsString("<button class=\"button first\">Delete</button>")));
        signedIn()
                .formParam("tag", tag(pages + "/calendars/cal"))
                .post(pages + "/calendars/cal/delete")
                .then()
                .statusCode(409);
        Neighbours.quarantined(portal, "NET");
        signedIn()
                .get(pages + "/groups/NET/delete")
                .then()
                .body(containsString("has survey responses in quarantine, so it stays."));
    }

    @Test
    @DisplayName("F6, D7: a calendar has several shifts a day, and its page says the next hours and days off")
    void calendar() {
        RequestSpecification form = signedIn().formParams("code", "by", "name", "Bavaria", "country", "de-by");
        for (String day : new String[] {"09:00-12:00, 13:00-17:00", "9-17", "9-17", "9-17", "22-6", "", ""}) {
            form = form.formParam("hours", day);
        }
        form.formParams("holidays", "2026-12-24\n2026-12-31", "workdays", "")
                .post(pages + "/new/calendars")
                .then()
                .statusCode(303);
        stored("calendars/by")
                .body("hours.MON[1][0]", equalTo("13:00"))
                .body("hours.FRI[0][1]", equalTo("06:00"))
                .body("holidays.size()", equalTo(2));
        signedIn()
                .get(pages + "/calendars/by")
                .then()
                .body(containsString("09:00-12:00, 13:00-17:00"), containsString("The next days off"));
        signedIn()
                .formParams("tag", tag(pages + "/calendars/by"), "name", "Bavaria")
                .formParam("hours", "later", "", "", "", "", "", "")
                .post(pages + "/calendars/by")
                .then()
                .statusCode(422)
                .body(containsString("Write spans that do not overlap"), containsString("value=\"later\""));
    }

    @Test
    @DisplayName("C3: by which ways a contact is told is chosen in their form")
    void channels() {
        signedIn()
                .formParams("tag", tag(pages + "/contacts/c-1"), "name", "Alex Lead", "channels", "EMAIL")
                .post(pages + "/contacts/c-1")
                .then()
                .statusCode(303);
        stored("contacts/c-1").body("channels", equalTo(List.of("EMAIL")));
        signedIn()
                .get(pages + "/contacts/c-1")
                .then()
                .body(containsString("<option value=\"EMAIL\" selected>Mail</option>"));
    }

    @Test
    @DisplayName(
            "C10: quiet time is typed as a span of the day, or NONE; what is no such span comes back with what can be typed")
    void quietTime() {
        quiet("20:00 - 8").statusCode(303);
        stored("contacts/c-1").body("quietHours.from", equalTo("20:00")).body("quietHours.to", equalTo("08:00"));
        signedIn().get(pages + "/contacts/c-1").then().body(containsString("value=\"20:00-08:00\""));
        quiet("none").statusCode(303);
        stored("contacts/c-1").body("quietHours", equalTo("NONE"));
        quiet("at night").statusCode(422).body(containsString("value=\"at night\""), containsString("or NONE."));
        quiet("").statusCode(303);
        stored("contacts/c-1").body("quietHours", equalTo(null));
    }

    private ValidatableResponse quiet(String typed) {
        return signedIn()
                .formParams("tag", tag(pages + "/contacts/c-1"), "name", "Alex Lead", "quietHours", typed)
                .post(pages + "/contacts/c-1")
                .then();
    }

    @Test
    @DisplayName("F6: what changes much in a portal is shown before and after, and saved once it is confirmed")
    void portalPage() {
        String tag = tag(pages + "/portal");
        signedIn()
                .formParams("tag", tag, "name", "Acme", "timeZone", "America/New_York", "language", "en")
                .formParams(
                        "alertTime",
                        "09:00",
                        "sms",
                        "yes",
                        "weekendAlerts",
                        "yes",
                        "lateDigest",
                        "NEXT",
                        "lateDays",
                        "7")
                .formParams("overall", "csat", "serviceRecoveryThreshold", "3", "duplicateWindowDays", "30")
                .formParams("contactPolicy.lowUnanswered", "ALLOWED", "contactPolicy.highUnanswered", "NONE")
                .formParam("measureName", "csat", "nps", "fcr", "")
                .formParam("measureKind", "csat", "nps", "fcr", "")
                .formParam("measureMin", "1", "0", "", "")
                .formParam("measureMax", "5", "10", "", "")
                .post(pages + "/portal")
                .then()
                .statusCode(200)
                .body(containsString("Save these changes?"))
                .body(containsString("Europe/Berlin"), containsString("America/New_York"))
                .body(containsString("New York time"), containsString("3 of 5 or less"));
        given().auth().oauth2(Keys.KEY).get(api).then().body("timeZone", equalTo("Europe/Berlin"));

        signedIn()
                .formParams("tag", tag, "name", "Acme", "timeZone", "America/New_York", "do", "confirmed")
                .formParams("overall", "csat", "serviceRecoveryThreshold", "3")
                .formParams("measureName", "csat", "measureKind", "csat", "measureMin", "1", "measureMax", "5")
                .post(pages + "/portal")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/portal?saved=yes"));
        given().auth()
                .oauth2(Keys.KEY)
                .get(api)
                .then()
                .body("timeZone", equalTo("America/New_York"))
                .body("sms", equalTo(false));

        signedIn()
                .formParams("tag", tag, "name", "Other", "overall", "csat")
                .formParams("measureName", "csat", "measureKind", "csat", "measureMin", "1", "measureMax", "5")
                .post(pages + "/portal")
                .then()
                .statusCode(412)
                .body(containsString("Somebody else has changed the portal"));
        signedIn()
                .formParams("tag", tag, "name", "", "timeZone", "Nowhere", "overall", "nothing")
                .post(pages + "/portal")
                .then()
                .statusCode(422)
                .body(containsString("Write a time zone"), containsString("Choose one of the measures"));
    }

    @Test
    @DisplayName("F6: a new portal is made with a scale, and says what comes next")
    void newPortal() {
        String code = portal + "-new";
        signedIn()
                .formParams(
                        "code", code, "name", "New one", "timeZone", "Europe/Paris", "language", "fr", "scale", "nps")
                .post("/portals/new")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/portals/" + code + "/preferences/next"));
        given().auth()
                .oauth2(Keys.KEY)
                .get("/v1/portals/" + code)
                .then()
                .body("overall", equalTo("nps"), "serviceRecoveryThreshold", equalTo(6));
        signedIn()
                .get("/portals/" + code + "/preferences/next")
                .then()
                .statusCode(200)
                .body(containsString("La suite\u00A0: New one"), containsString("/v1/surveys"));
        signedIn()
                .formParams("code", code, "name", "Again", "scale", "csat")
                .post("/portals/new")
                .then()
                .statusCode(422)
                .body(containsString("There is a portal with this code already."));
        signedIn().get("/portals/new").then().statusCode(200);
    }

    @Test
    @DisplayName("F6: a new portal without name and code is told what is missing; zones and languages are proposed")
    void nothingGiven() {
        signedIn()
                .formParams("code", " ", "name", "", "timeZone", "Europe/Paris", "language", "fr", "scale", "nps")
                .post("/portals/new")
                .then()
                .statusCode(422)
                .body(containsString("Give the portal a name."))
                .body(containsString("Give the portal a code: 1 to 64 letters"))
                .body(not(containsString("at most 200 characters")))
                .body(
                        containsString("<datalist id=\"timeZone-list\">"),
                        containsString("<datalist id=\"language-list\">"));
    }

    @Test
    @DisplayName(
            "H1: a lead sees lists without forms and the contacts of their own groups; an agent sees nothing of it")
    void roles() {
        lead().get(pages + "/contacts")
                .then()
                .statusCode(200)
                .body(
                        containsString("Alex Lead"),
                        not(containsString("Sam Other")),
                        not(containsString("New contact")));
        lead().get(pages + "/groups/NET")
                .then()
                .statusCode(200)
                .body(containsString("Alex Lead"), not(containsString("name=\"tag\"")));
        lead().get(pages + "/portal").then().statusCode(200).body(not(containsString("name=\"tag\"")));
        lead().get(pages + "/contacts/c-2").then().statusCode(404);
        lead().get(pages + "/new/groups").then().statusCode(403);
        lead().formParams("tag", "1", "name", "Mine now")
                .post(pages + "/groups/NET")
                .then()
                .statusCode(403);
        lead().formParam("tag", "1").post(pages + "/groups/NET/delete").then().statusCode(403);
        lead().get(pages + "/import/groups").then().statusCode(403);
        lead().get("/portals/new").then().statusCode(403);
        as("agent").get(pages).then().statusCode(404);
        as("agent").get(pages + "/groups").then().statusCode(404);
        assertThat(lead().get(pages + "/export/contacts").asString())
                .contains("Alex Lead")
                .doesNotContain("Sam Other");
    }

    private RequestSpecification lead() {
        return as("lead");
    }

    private RequestSpecification as(String role) {
        return given().redirects()
                .follow(false)
                .auth()
                .oauth2(Keys.KEY)
                .header(
                        "Amends-Person",
                        PersonToken.of("user:lea", portal)
                                .roles(role)
                                .groups("NET")
                                .signed());
    }

    private ValidatableResponse stored(String entry) {
        return given().auth().oauth2(Keys.KEY).get(api + "/" + entry).then().statusCode(200);
    }

    private static String tag(String page) {
        return tagIn(signedIn().get(page).asString());
    }

    private static String tagIn(String html) {
        Matcher tag = TAG.matcher(html);
        assertThat(tag.find()).as(html).isTrue();
        return tag.group(1);
    }
}
