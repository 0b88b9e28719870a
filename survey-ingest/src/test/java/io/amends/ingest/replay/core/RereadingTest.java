package io.amends.ingest.replay.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.SurveyResponse;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.ingest.replay.core.ReplayTally.Found;
import io.amends.ingest.replay.core.Rereading.BodyOrigin;
import io.amends.ingest.response.SourceVersion;
import io.amends.ingest.submission.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a body that is read again is to what is recorded (A12). */
class RereadingTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    private static ResponseBuilder response(String comment) {
        return ResponseBuilder.response("r1").submittedAt(NOON).updatedAt(NOON).comment(comment);
    }

    private static SourceVersion held(ResponseBuilder response, String hash) {
        return SourceVersion.accepted(response.build(), hash, NOON);
    }

    private static Submission read(ResponseBuilder response, String hash) {
        return new Submission(response.build(), hash, List.of());
    }

    @Test
    @DisplayName("A12, A3: a better reading of the same body is newer than the worse one, whatever their hashes; later"
            + " versions of the vendor are newer than both, and earlier ones are older")
    void ordered() {
        for (String hash : List.of("00", "ff")) {
            SourceVersion before = held(response("wrong"), "77");
            SourceVersion after = Rereading.of(read(response("right"), hash), NOON, before, BodyOrigin.THIS_BODY)
                    .version();

            assertThat(after).isGreaterThan(before);
            assertThat(after).isLessThan(held(response("later").updatedAt(LATER), "00"));
            assertThat(after).isGreaterThan(held(response("earlier").updatedAt(NOON.minusSeconds(1)), "ff"));
            assertThat(Rereading.of(read(response("best"), "00"), NOON, after, BodyOrigin.THIS_BODY)
                            .version())
                    .isGreaterThan(after);
        }
    }

    @Test
    @DisplayName("A12: a body whose times were read wrong takes the place of its first reading")
    void times() {
        SourceVersion before = held(response("same").updatedAt(LATER), "77");
        SourceVersion corrected = Rereading.of(read(response("same"), "00"), NOON, before, BodyOrigin.THIS_BODY)
                .version();
        SourceVersion unsaid = Rereading.of(
                        read(response("other").updatedAt(null), "00"), NOON, before, BodyOrigin.THIS_BODY)
                .version();

        assertThat(corrected).isGreaterThan(before);
        assertThat(corrected.body().updatedAt()).isEqualTo(NOON);
        assertThat(corrected.place().at()).isEqualTo(LATER);
        assertThat(unsaid.body().updatedAt()).isEqualTo(LATER);
    }

    @Test
    @DisplayName("A12: a body changes nothing where a newer one counts, from its source or from elsewhere")
    void overtaken() {
        SourceVersion newer = held(response("newer").updatedAt(LATER), "00");

        assertThat(Rereading.of(read(response("old"), "ff"), NOON, newer, BodyOrigin.NEWER_BODY)
                        .changesAnything())
                .isFalse();
        assertThat(Rereading.of(read(response("old"), "ff"), NOON, newer, BodyOrigin.ELSEWHERE)
                        .changesAnything())
                .isFalse();
        assertThat(Rereading.of(read(response("old"), "ff"), NOON, newer, BodyOrigin.OLDER_BODY)
                        .changesAnything())
                .isTrue();
        assertThat(Rereading.of(read(response("x"), "ff"), NOON, null, BodyOrigin.ELSEWHERE)
                        .changesAnything())
                .isTrue();
    }

    @Test
    @DisplayName("A12: fields are compared by what they mean, and named as a mapping names them")
    void fields() {
        SurveyResponse before = response("said").build();

        assertThat(FieldChange.between(before, before)).isEmpty();
        assertThat(FieldChange.between(before, response(null).build()))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.field().text()).isEqualTo("comment");
                    assertThat(change.before().asText()).isEqualTo("said");
                    assertThat(change.after().isNull()).isTrue();
                });
        assertThat(FieldChange.between(null, before))
                .singleElement()
                .satisfies(change -> assertThat(change.field().text()).isEqualTo("responseId"));
    }

    @Test
    @DisplayName("A12: what is found stays small, however much changes")
    void bounded() {
        ReplayTally tally = ReplayTally.after(Found.NOTHING);
        IntStream.range(0, 1_000).forEach(i -> {
            SurveyResponse before = response("a").build();
            SurveyResponse after =
                    response("x".repeat(1_000)).properties(Map.of("p" + i, "v")).build();
            tally.read("r" + i, FieldChange.between(before, after));
            tally.another("r" + i, "x" + i);
        });
        tally.refused();

        Found found = ReplayTally.after(tally.found()).found();

        assertThat(found.changed().count()).isEqualTo(1_000);
        assertThat(found.refused()).isEqualTo(1);
        assertThat(found.another().count()).isEqualTo(1_000);
        assertThat(found.another().examples()).hasSize(20);
        assertThat(found.changed().fields()).hasSizeLessThan(210).containsEntry("comment", 1_000L);
        assertThat(found.changed().fields().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(2_000);
        assertThat(found.changed().examples()).hasSize(20).allSatisfy(example -> assertThat(
                        String.valueOf(example.after()))
                .hasSizeLessThan(600));
    }
}
