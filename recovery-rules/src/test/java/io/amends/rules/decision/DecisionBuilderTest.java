package io.amends.rules.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.RecordedBuilder;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.rules.matching.RuleBook;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the builder of all modules' tests says of a response is what this service decides about it. */
class DecisionBuilderTest {

    static Stream<Arguments> responses() {
        return Stream.of("1", "2", "3", "5", null)
                .flatMap(score -> Arrays.stream(ContactChoice.values()).map(choice -> Arguments.of(score, choice)));
    }

    @ParameterizedTest(name = "B3: rated {0} and {1}, a built decision is as the decided one")
    @MethodSource("responses")
    @DisplayName("B3: a built decision is as the decided one")
    void counts(String score, ContactChoice choice) {
        same(score, choice, UnaryOperator.identity(), UnaryOperator.identity());
    }

    @ParameterizedTest(name = "A4, A5: rated {0} and {1}, so is one about what counts no more")
    @MethodSource("responses")
    @DisplayName("A4, A5: so is one about what counts no more")
    void countsNoMore(String score, ContactChoice choice) {
        same(score, choice, recorded -> recorded.replacedBy("r-2"), decision -> decision.supersededBy("r-2"));
        same(score, choice, recorded -> recorded.quarantined().wasRecorded(true), DecisionBuilder::withdrawn);
    }

    private static void same(
            String score,
            ContactChoice choice,
            UnaryOperator<RecordedBuilder> told,
            UnaryOperator<DecisionBuilder> named) {
        ResponseBuilder response =
                ResponseBuilder.response("r-1").overall(score).choice(choice);
        SurveyRecorded recorded =
                told.apply(RecordedBuilder.recorded(response.build())).build();
        Instant now = recorded.recordedAt();
        RecoveryDecided decided = InEnglish.DECIDER.decide(recorded, Samples.policy(""), RuleBook.NONE, now);

        RecoveryDecided built = named.apply(DecisionBuilder.about(response)).build();

        assertThat(built)
                .usingRecursiveComparison()
                .ignoringFields("decisionId", "policyVersion", "explanation.summary")
                .isEqualTo(decided);
    }
}
