package io.amends.notes.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.local.testing.PersonToken;
import io.amends.notes.ServiceTest;
import io.amends.notes.TestPortal;
import io.amends.notes.TestSubscriber.Heard;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TestPortal.class)
class NotesServiceTest extends ServiceTest {
    private static final String TALKED = "{\"author\":\"Alex Example\",\"spoke\":true,\"text\":\"Talked, all fine.\"}";
    private static final String VOICEMAIL = "{\"author\":\"Alex Example\",\"text\":\"Left a voicemail.\"}";

    @Test
    @DisplayName("D1: a note is answered as it was saved, told to others, and shown newest first")
    void written() {
        openCase();
        note(VOICEMAIL).statusCode(201).body("spoke", equalTo(false));
        JsonNode note = json(note(TALKED).statusCode(201));

        assertThat(note.fieldNames())
                .toIterable()
                .containsExactly(
                        "noteId",
                        "responseId",
                        "author",
                        "spoke",
                        "text",
                        "at",
                        "identity",
                        "correctionOf",
                        "key",
                        "request",
                        "hash");
        assertThat(note.get("responseId").asText()).isEqualTo(response);
        assertThat(note.get("identity").asText()).isEqualTo("all");
        api().get("/v1/portals/acme/responses/{id}/notes", response)
                .then()
                .statusCode(200)
                .body("items.text", contains("Talked, all fine.", "Left a voicemail."))
                .body("total", equalTo(2));
        Heard told = heard(3).get(2);
        assertThat(told.type()).isEqualTo("amends.case.note-added");
        assertThat(told.data().at("/note/text").asText()).isEqualTo("Talked, all fine.");
        assertThat(told.data().get("noteCount").asInt()).isEqualTo(2);
        assertThat(told.data().get("everSpoke").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("D1: blank text saves nothing; a blank author, too much text and the future are refused with pointers")
    void refused() {
        known(unhappy());

        note("{\"author\":\"Alex\",\"spoke\":true,\"text\":\"  \"}").statusCode(204);
        note("{\"author\":\" \",\"text\":\"x\"}").statusCode(400).body("errors.pointer", contains("/author"));
        note("{\"author\":\"Alex\",\"text\":\"" + "x".repeat(20_001) + "\"}").statusCode(400);
        note("{\"author\":\"Alex\",\"text\":\"x\",\"at\":\"2999-01-01T00:00:00Z\"}")
                .statusCode(400);
        note("{\"author\":\"Alex\",\"text\":\"x\",\"at\":\"yesterday\"}").statusCode(400);
        note("{\"author\":\"Alex\",\"text\":\"x\",\"spoke\":\"yes\"}").statusCode(400);
        note("{\"author\":\"Alex\",\"text\":\"x\",\"correctionOf\":\"nothing\"}")
                .statusCode(400);
        api().body(TALKED)
                .post("/v1/portals/acme/responses/unknown/notes")
                .then()
                .statusCode(404);
        api().body(TALKED)
                .post("/v1/portals/nowhere/responses/{id}/notes", response)
                .then()
                .statusCode(404);
        api().get("/v1/portals/acme/responses/unknown/notes").then().statusCode(404);
        api().get("/v1/portals/acme/responses/{id}/notes", response).then().body("total", equalTo(0));
    }

    @Test
    @DisplayName("D1: an import says when it was")
    void imported() {
        known(unhappy());

        note("{\"author\":\"Alex\",\"text\":\"Long ago.\",\"at\":\"2026-01-05T10:00:00Z\"}")
                .statusCode(201)
                .body("at", equalTo("2026-01-05T10:00:00Z"));
    }

    @Test
    @DisplayName(
            "D2: the person that a key writes for is stored beside the typed name, and the key; only an import says when")
    void identity() {
        known(unhappy());

        api().header(PersonToken.HEADER, PersonToken.admin("user:robin", "acme").signed())
                .body("{\"author\":\"Robin\",\"text\":\"Long ago.\",\"at\":\"2026-01-05T10:00:00Z\"}")
                .post("/v1/portals/acme/responses/{id}/notes", response)
                .then()
                .statusCode(403);
        api().header(PersonToken.HEADER, PersonToken.admin("user:robin", "acme").signed())
                .body("{\"author\":\"Robin\",\"text\":\"Just now.\"}")
                .post("/v1/portals/acme/responses/{id}/notes", response)
                .then()
                .statusCode(201)
                .body("identity", equalTo("user:robin"))
                .body("key", equalTo("all"));
        api().get("/v1/portals/acme/responses/{id}/notes", response).then().body("items[0].key", equalTo("all"));
        chain().body("valid", equalTo(true));
        api().header(
                        PersonToken.HEADER,
                        PersonToken.admin("user:alex@example.com", "acme").signed())
                .body(TALKED)
                .post("/v1/portals/acme/responses/{id}/notes", response)
                .then()
                .statusCode(201)
                .body("author", equalTo("Alex Example"))
                .body("identity", equalTo("user:alex@example.com"));
    }

    @Test
    @DisplayName(
            "a repeated request gets the first answer again and saves nothing; the same key for another note is refused")
    void idempotent() {
        openCase();
        var first = keyed("k-" + response, TALKED).statusCode(201).extract().asString();

        assertThat(keyed("k-" + response, TALKED).statusCode(201).extract().asString())
                .isEqualTo(first);
        keyed("k-" + response, VOICEMAIL).statusCode(409);
        keyed("l-" + response, VOICEMAIL).statusCode(201);
        heard(3);
    }

    @Test
    @DisplayName(
            "D5: a note to a replaced response is stored with the newest; its earlier notes are there already (A4)")
    void replaced() {
        openCase();
        note(TALKED).statusCode(201);
        known(
                unhappy().version(2).supersededBy(response + "-new"),
                unhappy().response(response + "-new").replaces(response).received("2026-11-17T09:00:00Z"));

        Heard replacement = heard(3).get(2);
        assertThat(replacement.data().get("responseId").asText()).isEqualTo(response + "-new");
        assertThat(replacement.data().get("noteCount").asInt()).isEqualTo(1);
        assertThat(replacement.data().get("everSpoke").asBoolean()).isTrue();
        note(VOICEMAIL).statusCode(201).body("responseId", equalTo(response + "-new"));
        api().get("/v1/portals/acme/responses/{id}/notes", response + "-new")
                .then()
                .body("items.text", contains("Left a voicemail.", "Talked, all fine."));
    }

    @Test
    @DisplayName("D5: a correction is a new note linked to the old one")
    void corrected() {
        known(unhappy());
        String wrong = note(TALKED).extract().path("noteId");

        note("{\"author\":\"Alex\",\"text\":\"It was a voicemail.\",\"correctionOf\":\"" + wrong + "\"}")
                .statusCode(201)
                .body("correctionOf", equalTo(wrong));
    }

    @Test
    @DisplayName("A5: markup, control characters and emoji come back as they were typed")
    void hostile() {
        known(unhappy());

        note("{\"author\":\"<b>Zoë</b>\",\"text\":\"<script>alert(1)</script> \\u0001 \\ud83d\\ude00 \\u0000\"}")
                .statusCode(201)
                .body("author", equalTo("<b>Zoë</b>"))
                .body("text", equalTo("<script>alert(1)</script> \u0001 \ud83d\ude00 \ufffd"));
    }

    @Test
    @DisplayName(
            "D5: the database refuses to change or delete a note, and tampering behind its back shows in the chain")
    void tampering() {
        known(unhappy());
        String noteId = note(TALKED)
                .body("hash", matchesPattern("[0-9a-f]{64}"))
                .extract()
                .path("noteId");
        note(VOICEMAIL).statusCode(201);
        chain().body("valid", equalTo(true)).body("notes", equalTo(2));

        for (String sql : List.of(
                "UPDATE note SET spoke = false",
                "DELETE FROM note",
                "UPDATE note_content SET text = 'x'",
                "DELETE FROM note_content",
                "TRUNCATE note CASCADE",
                "TRUNCATE note_content")) {
            assertThatThrownBy(() -> jdbi.useHandle(db -> db.execute(sql))).hasMessageContaining("D5");
        }

        jdbi.useTransaction(db -> {
            db.execute("ALTER TABLE note_content DISABLE TRIGGER USER"); // as the owner of the table could
            db.execute("UPDATE note_content SET text = 'He never called.' WHERE note_id = ?", noteId);
            db.execute("ALTER TABLE note_content ENABLE TRIGGER USER");
        });
        chain().body("valid", equalTo(false)).body("brokenAt", equalTo(noteId));
    }

    @Test
    @DisplayName("D5, H5: erasing a note's content and salt leaves the chain verifiable")
    void erased() {
        known(unhappy());
        String noteId = note(TALKED).extract().path("noteId");
        note(VOICEMAIL).statusCode(201);

        jdbi.useTransaction(db -> {
            db.execute("SET LOCAL amends.erasure = 'on'");
            db.execute("DELETE FROM note_content WHERE note_id = ?", noteId);
        });

        chain().body("valid", equalTo(true)).body("notes", equalTo(2)).body("erased", equalTo(1));
        api().get("/v1/portals/acme/responses/{id}/notes", response)
                .then()
                .body("items.text", contains("Left a voicemail.", ""));
    }

    @Test
    @DisplayName("D5: notes written at the same moment are all kept, in one chain without gaps")
    void concurrent() throws Exception {
        openCase();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> all =
                    Collections.nCopies(24, () -> note(VOICEMAIL).extract().statusCode());
            for (Future<Integer> written : writers.invokeAll(all, 30, TimeUnit.SECONDS)) {
                assertThat(written.get()).isEqualTo(201);
            }
        } finally {
            writers.shutdownNow();
        }

        chain().body("valid", equalTo(true)).body("notes", equalTo(24));
        assertThat(heard(25))
                .extracting(h -> h.data().get("caseVersion").asLong())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
    }

    private ValidatableResponse chain() {
        return api().get("/v1/portals/acme/tickets/{ticket}/chain", ticket)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse keyed(String key, String body) {
        return api().header("Idempotency-Key", key)
                .body(body)
                .post("/v1/portals/acme/responses/{id}/notes", response)
                .then();
    }
}
