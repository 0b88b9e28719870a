package io.amends.ingest.response;

import static io.amends.ingest.response.Fixtures.NOON;
import static io.amends.ingest.response.Fixtures.acme;
import static io.amends.ingest.response.Fixtures.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Answer;
import io.amends.contracts.Reason;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.kit.directory.PortalDirectory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

    @Test
    @DisplayName("A5: all reasons are told, not just the first")
    void allReasons() {
        ResponseBuilder all = response("r1")
                .ticket(null)
                .group("NOPE")
                .segment("NOPE")
                .measures(Map.of("mood", new Answer.Score(BigDecimal.ONE), "csat", new Answer.Score(BigDecimal.TEN)))
                .submittedAt(Instant.parse("1999-12-31T23:59:59Z"));

        assertThat(pointers(all, acme()))
                .containsExactlyInAnyOrder(
                        "/ticketId", "/supportGroup", "/segment", "/measures/mood", "/measures/csat", "/submittedAt");
    }

    @Test
    @DisplayName("A5: a missing group is a reason, a missing segment only where the portal requires it")
    void missing() {
        assertThat(pointers(response("r1").group(null), acme())).containsExactly("/supportGroup");
        assertThat(pointers(response("r1").segment(null), acme())).isEmpty();
        assertThat(pointers(response("r1").segment(null), acme("{\"segmentRequired\":true}", "G1")))
                .containsExactly("/segment");
    }

    @ParameterizedTest(name = "A5: csat {0} is on its scale: {1}")
    @CsvSource({"1,true", "5,true", "0,false", "5.01,false", "6,false", "2.5,true", "-1,false"})
    void scale(BigDecimal score, boolean valid) {
        ResponseBuilder r = response("r1").measures(Map.of("csat", new Answer.Score(score)));

        assertThat(pointers(r, acme()).isEmpty()).isEqualTo(valid);
    }

    @Test
    @DisplayName("A5: fcr is yes or no, every other measure a number")
    void kinds() {
        Map<String, Answer> swapped = Map.of("fcr", new Answer.Score(BigDecimal.ONE), "csat", new Answer.YesNo(true));

        assertThat(pointers(response("r1").measures(swapped), acme()))
                .containsExactlyInAnyOrder("/measures/fcr", "/measures/csat");
        assertThat(pointers(response("r1").measures(Map.of("fcr", new Answer.YesNo(false))), acme()))
                .isEmpty();
    }

    @Test
    @DisplayName("A5: 24 hours ahead of acceptance is taken, a second more is not")
    void ahead() {
        Instant limit = NOON.plus(Duration.ofHours(24));

        assertThat(pointers(response("r1").submittedAt(limit), acme())).isEmpty();
        assertThat(pointers(response("r1").submittedAt(limit.plusSeconds(1)), acme()))
                .containsExactly("/submittedAt");
        assertThat(pointers(response("r1").updatedAt(limit.plusSeconds(1)), acme()))
                .containsExactly("/updatedAt");
    }

    @Test
    @DisplayName("A5: a measure with any name is pointed at rightly")
    void pointer() {
        ResponseBuilder r = response("r1").measures(Map.of("a/b~c", new Answer.Score(BigDecimal.ONE)));

        assertThat(pointers(r, acme())).containsExactly("/measures/a~1b~0c");
    }

    private static List<String> pointers(ResponseBuilder response, PortalDirectory directory) {
        return Validity.reasons(response.build(), directory, NOON).stream()
                .map(Reason::pointer)
                .toList();
    }
}
