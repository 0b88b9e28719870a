package io.amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.RecoveryDecided.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OlderDecisionTest {
    private static final String WITHDRAWN =
            "Not flagged: the response was withdrawn because its newest version is not valid (ticket id is missing)";

    @DisplayName(
            "A4, A5: a decision that does not tell its standing is read by what it marks, and then by its sentence")
    @ParameterizedTest
    @CsvSource({
        "Not flagged: a newer response for the same ticket replaced this one, , false, REPLACED",
        "Not flagged: the newer response r-2 for the same ticket replaced this one, , false, REPLACED",
        "Not flagged: the newer response r-2 for the same ticket replaced this one, r-2, false, REPLACED",
        WITHDRAWN + ", , false, WITHDRAWN",
        WITHDRAWN + ", , true, WITHDRAWN",
        "In other words, r-2, false, REPLACED",
        "In other words, , true, WITHDRAWN",
        "Not flagged: no overall rating was given, , false, COUNTS",
        "'Flagged: overall 1 is at or below your threshold 2; your rule \"a newer response\" applies', , false, COUNTS"
    })
    void bySentence(String sentence, String supersededBy, boolean withdrawn, Standing standing) throws Exception {
        ObjectNode older = older(sentence);
        older.put("supersededBy", supersededBy).put("withdrawn", withdrawn);

        RecoveryDecided read = Json.read(Json.event(older), RecoveryDecided.class);

        assertThat(read.standing()).isEqualTo(standing);
        assertThat(read.withdrawn()).isEqualTo(standing == Standing.WITHDRAWN);
    }

    @DisplayName("A4, A5: a decision that tells its standing is asked for nothing else")
    @Test
    void told() throws Exception {
        ObjectNode decision = older(WITHDRAWN);
        decision.put("standing", "COUNTS");

        assertThat(Json.read(Json.event(decision), RecoveryDecided.class).standing())
                .isEqualTo(Standing.COUNTS);
    }

    @DisplayName("a decision without any explanation can be read, so that whoever needs one can refuse it")
    @Test
    void withoutExplanation() throws Exception {
        ObjectNode decision = older("");
        decision.remove("explanation");

        assertThat(Json.read(Json.event(decision), RecoveryDecided.class).standing())
                .isEqualTo(Standing.COUNTS);
    }

    private static ObjectNode older(String sentence) {
        ObjectNode decision = (ObjectNode) Golden.of(EventTypes.RECOVERY_DECIDED);
        decision.remove("standing");
        decision.withObject("/explanation").put("summary", sentence);
        return decision;
    }
}
