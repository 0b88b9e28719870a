package io.amends.dashboard.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.amends.dashboard.testing.Api.put;
import static io.amends.dashboard.testing.Chromium.named;
import static io.amends.dashboard.testing.Chromium.signedIn;
import static io.amends.dashboard.testing.People.by;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportState;
import io.amends.dashboard.testing.Axe;
import io.amends.dashboard.testing.Chromium;
import io.amends.dashboard.testing.ImportAnswers;
import io.amends.dashboard.testing.Keys;
import io.amends.dashboard.testing.People;
import io.amends.kit.id.Sha256;
import io.amends.local.testing.Brokers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files of surveys on pages: sent, looked at, given a meaning, started (A1). */
@QuarkusTest
@TestProfile(Keys.class)
@QuarkusTestResource(
        value = Brokers.class,
        initArgs = @ResourceArg(name = "database", value = "dashboard"),
        restrictToAnnotatedClass = false)
class SurveyImportsPageTest {
    private static final String CPC = "importpages";
    private static final String PAGE = "/portals/" + CPC + "/imports";
    private static final Map<String, Cookie> SESSIONS = new ConcurrentHashMap<>();

    @TestHTTPResource("/")
    String base;

    @BeforeEach
    void portal() {
        put("/v1/portals/" + CPC, "{\"name\": \"Files of surveys\"}");
        put("/v1/portals/" + CPC + "/groups/NET", "{\"name\": \"Network\"}");
    }

    private static RequestSpecification as(String role) {
        return by(SESSIONS.computeIfAbsent(
                role, one -> People.signedIn(CPC, "imports-" + one, List.of(one), null, null)));
    }

    private static String sent(byte[] file) {
        String address = as("admin")
                .multiPart("file", "november.csv", file, "text/csv")
                .multiPart("preset", "")
                .post(PAGE)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    @DisplayName("A1: a file passes through to survey-ingest byte by byte, and waits there to be looked at")
    void sent() throws Exception {
        byte[] file = new byte[30_000_000]; // more than a body of any other route may have
        new java.util.Random(3).nextBytes(file);
        as("admin").get(PAGE).then().statusCode(200);
        Cookie session = SESSIONS.get("admin");
        String head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"november.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(base).resolve(PAGE))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Cookie", session.getName() + "=" + session.getValue())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--b--\r\n")))
                .build();
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(303);
        String address = answer.headers().firstValue("Location").orElseThrow();
        String id = address.substring(address.lastIndexOf('/') + 1);

        // Of two such files a library would write down each byte.
        assertThat(ImportAnswers.file(id)).hasSameSizeAs(file);
        assertThat(Sha256.hex(ImportAnswers.file(id))).isEqualTo(Sha256.hex(file));
        as("admin")
                .get(PAGE + "/" + id)
                .then()
                .statusCode(200)
                .body(containsString("What november.csv becomes"))
                .body(containsString("UTF-8, cells divided by semicolons, 2 rows of headers"))
                .body(containsString("No row can become a response yet."))
                .body(not(containsString("Start the import")));
    }

    @Test
    @DisplayName("A1: what the columns mean is saved from the page, and keeps what the form does not show")
    void preset() {
        String id = sent("Nr;Score\n1;4\n".getBytes(UTF_8));
        put("/v1/portals/" + CPC + "/groups/NET", "{\"name\": \"Network\"}");
        String address = as("admin")
                .formParam("header", "Nr", "Score")
                .formParam("field", "responseId", "measures.csat")
                .formParam("name", "mine")
                .formParam("preset", "")
                .formParam("supportGroup", "NET")
                .formParam("format", "dd.MM.yyyy HH:mm")
                .formParam("zone", "Europe/Berlin")
                .post(PAGE + "/" + id + "/preset")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        ImportPreset saved = ImportAnswers.saved(CPC, "mine");
        assertThat(saved.columns()).containsEntry("Nr", "responseId").containsEntry("Score", "measures.csat");
        assertThat(saved.defaults().get("supportGroup").asText()).isEqualTo("NET");
        assertThat(saved.formats().get("submittedAt").zone()).isEqualTo("Europe/Berlin");
        as("admin")
                .get(address)
                .then()
                .statusCode(200)
                .body(containsString("Saved."))
                .body(containsString("Start the import"));
        as("admin")
                .formParam("header", "Nr", "Score")
                .formParam("field", "ticketId", "")
                .formParam("preset", "mine")
                .formParam("name", ".")
                .formParam("supportGroup", "")
                .formParam("format", "MM/yyyy")
                .formParam("zone", "Asia/Tokyo")
                .post(PAGE + "/" + id + "/preset")
                .then()
                .statusCode(422)
                .body(containsString("Nothing was saved."))
                .body(containsString("<option value=\"ticketId\" selected>"))
                .body(not(containsString("<option value=\"responseId\" selected>")))
                .body(not(containsString("<option value=\"measures.csat\" selected>")))
                .body(not(containsString("<option value=\"NET\" selected>")))
                .body(containsString("value=\"MM/yyyy\""), containsString("value=\"Asia/Tokyo\""))
                .body(containsString("value=\".\""), containsString("value=\"mine\""));
    }

    @Test
    @DisplayName("A1: a start is refused with its reasons at its place, and what was refused is a file")
    void started() {
        String id = sent("Nr;Score\n1;4\n".getBytes(UTF_8));
        as("admin")
                .formParam("preset", "")
                .post(PAGE + "/" + id + "/start")
                .then()
                .statusCode(422)
                .body(containsString("Nothing was started."));
        ImportAnswers.stands(id, ImportState.DONE, 1234, 1, 1);

        as("auditor")
                .get(PAGE + "/" + id)
                .then()
                .statusCode(200)
                .body(containsString("1,234 responses were imported."))
                .body(containsString("1 line was refused."))
                .body(containsString("12 test answers were left out"))
                .body(containsString("Download the refused lines"));
        as("auditor")
                .get(PAGE + "/" + id + "/refused")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("3,odd,x"));
        as("auditor")
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(containsString("november.csv"), not(containsString("Send and")));
        as("lead").get(PAGE).then().statusCode(404);
        as("admin")
                .get(PAGE + "/nothing")
                .then()
                .statusCode(404)
                .body(containsString("There is no such import, file or saved columns any more."));
    }

    @Test
    @DisplayName(
            "A1, A5: each row says what becomes of it, with every reason in words; times say in which zone they are")
    void fates() {
        String id = sent("Nr;Score\n1;4\n".getBytes(UTF_8));
        as("admin")
                .formParam("header", "Nr")
                .formParam("field", "responseId")
                .formParam("name", "fates")
                .formParam("zone", "America/Denver")
                .post(PAGE + "/" + id + "/preset")
                .then()
                .statusCode(303);
        assertThat(ImportAnswers.saved(CPC, "fates")
                        .formats()
                        .get("submittedAt")
                        .format())
                .isNull();
        assertThat(ImportAnswers.saved(CPC, "fates")
                        .formats()
                        .get("submittedAt")
                        .zone())
                .isEqualTo("America/Denver");

        as("auditor")
                .get(PAGE + "/" + id + "?preset=fates")
                .then()
                .statusCode(200)
                .body(containsString("1 of these rows becomes a response."))
                .body(containsString("1 becomes a response that waits in quarantine until it is mended."))
                .body(containsString("1 would be refused"))
                .body(containsString("would be left out"))
                .body(containsString("Would wait in quarantine"))
                .body(containsString("There is no support group T-0."))
                .body(containsString("It names no ticket."))
                .body(not(containsString("a phrase that no page says")))
                .body(containsString("Its times are in America/Denver, as the file says."))
                .body(containsString("Its times are in America/Denver, as the saved columns say."))
                .body(not(containsString("Delete this file")));
        as("admin")
                .get(PAGE + "/" + id)
                .then()
                .body(containsString("Left empty: America/Denver, as the file says."))
                .body(not(containsString("value=\"Europe/Berlin\"")));
    }

    @Test
    @DisplayName(
            "A1: a file that waits and saved columns are deleted, a running import is cancelled, each after saying what"
                    + " that means; an auditor does none of it")
    void deleted() {
        String held = sent("Nr;Score\n1;4\n".getBytes(UTF_8));
        String runs = sent("Nr;Score\n1;4\n".getBytes(UTF_8));
        as("auditor").post(PAGE + "/" + held + "/delete").then().statusCode(403);
        as("admin")
                .get(PAGE + "/" + held)
                .then()
                .body(containsString("Delete this file"), containsString("nothing of it is imported"));
        String list = as("admin")
                .post(PAGE + "/" + held + "/delete")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        as("admin").get(list).then().body(containsString("The file is deleted. Nothing of it was imported."));
        as("admin").get(PAGE + "/" + held).then().statusCode(404);

        ImportAnswers.stands(runs, ImportState.RUNNING, 3, 0, 0.5);
        as("admin").post(PAGE + "/" + runs + "/delete").then().statusCode(303);
        as("auditor").get(PAGE + "/" + runs).then().body(not(containsString("Cancel the import")));
        as("admin")
                .get(PAGE + "/" + runs)
                .then()
                .body(containsString("Cancel the import"), containsString("What was imported until then stays."));
        as("auditor").post(PAGE + "/" + runs + "/cancel").then().statusCode(403);
        as("admin").post(PAGE + "/" + runs + "/cancel").then().statusCode(303);
        as("admin")
                .get(PAGE + "/" + runs)
                .then()
                .body(containsString("It was cancelled after 15 lines."))
                .body(containsString("3 responses were imported."))
                .body(containsString("The same file again imports the other lines"))
                .body(not(containsString("Cancel the import")));
        as("admin").post(PAGE + "/" + runs + "/cancel").then().statusCode(303);

        as("admin")
                .formParam("header", "Nr", "Score")
                .formParam("field", "responseId", "")
                .formParam("name", "old")
                .post(PAGE + "/" + runs + "/preset")
                .then()
                .statusCode(303);
        as("admin").get(PAGE).then().body(containsString("2 columns"), containsString("presets/old/delete"));
        as("auditor").post(PAGE + "/presets/old/delete").then().statusCode(403);
        as("admin").post(PAGE + "/presets/old/delete").then().statusCode(303);
        assertThat(ImportAnswers.saved(CPC, "old")).isNull();
        as("admin").get(PAGE + "?deleted=preset").then().body(containsString("It is deleted."));
        as("admin").post(PAGE + "/presets/old/delete").then().statusCode(404);
    }

    @Test
    @DisplayName("A1: an empty form is told what it lacks")
    void nothingChosen() {
        as("admin").formParam("preset", "").post(PAGE).then().statusCode(422).body(containsString("Choose a file."));
    }

    @Test
    @DisplayName("A1, F9: a file is sent, mapped and started in a browser; axe finds nothing in any state")
    void inABrowser() {
        try (Chromium chromium = new Chromium()) {
            Page page = signedIn(chromium.page(), base);
            Axe axe = new Axe(page);
            page.navigate(base + "portals/" + CPC + "/preferences");
            page.getByRole(AriaRole.LINK, named("Imports")).click();
            axe.read("the list");
            page.getByLabel("File")
                    .setInputFiles(new FilePayload("december.csv", "text/csv", "Nr;Score\n".getBytes(UTF_8)));
            page.getByRole(AriaRole.BUTTON, named("Send and look at it")).click();
            assertThat(page.getByText("No row can become a response yet.")).isVisible();
            axe.read("with problems");
            page.getByLabel("Field of the column Nr").selectOption("responseId");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("browser");
            page.getByRole(AriaRole.BUTTON, named("Save and look again")).click();
            assertThat(page.getByText("Saved. Below is what the rows become by it."))
                    .isVisible();
            axe.read("without problems");
            page.getByRole(AriaRole.BUTTON, named("Start the import")).click();
            assertThat(page.locator("progress")).isVisible();
            axe.read("running");
            String id = page.url().replaceFirst("^.*/", "");
            ImportAnswers.stands(id, ImportState.DONE, 4, 1, 1);
            assertThat(page.getByText("4 responses were imported.")).isVisible();
            axe.read("done");
        }
    }
}
