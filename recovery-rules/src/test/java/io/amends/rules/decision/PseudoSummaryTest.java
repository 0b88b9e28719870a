package io.amends.rules.decision;

import static io.amends.contracts.testing.DirectoryEntries.portal;
import static io.amends.rules.decision.Samples.SUBMITTED;
import static io.amends.rules.decision.Samples.group;
import static io.amends.rules.decision.Samples.policy;
import static io.amends.rules.decision.Samples.recorded;
import static io.amends.rules.decision.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.language.Clause;
import io.amends.language.Effects;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.messages.pseudo.PlainWords;
import io.amends.messages.testing.PlainMessages;
import io.amends.rules.matching.RuleBook;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PseudoSummaryTest {
    private static final Decider PSEUDO =
            new Decider(new DecisionSummary(PlainMessages.pseudo(DecisionMessages.class)));
    private static final List<Policy> POLICIES = List.of(
            policy(""),
            policy("'measures':{'csat':{'kind':'csat','min':1,'max':5}},"
                    + "'contactPolicy':{'lowUnanswered':'FORBIDDEN','highUnanswered':'OPPORTUNITY'}"),
            Policy.of(portal(""), group("3")));

    @Test
    @DisplayName("C11, B6: the sentence that says why comes from messages, for every score, wish, preference and rule")
    void decided() {
        Set<String> sentences = new HashSet<>();
        for (Policy policy : POLICIES) {
            for (String score : Arrays.asList(null, "1", "5")) {
                for (ContactChoice choice : ContactChoice.values()) {
                    for (int rules = 0; rules < 4; rules++) {
                        sentences.add(sentence(recorded(response(score, choice)), policy, book(rules)));
                    }
                }
            }
        }
        sentences.add(sentence(
                recorded(
                        response("1", ContactChoice.YES),
                        1,
                        ResponseState.RECORDED,
                        SUBMITTED.plus(Duration.ofDays(99))),
                POLICIES.get(0),
                book(1)));

        assertThat(sentences).hasSizeGreaterThan(90);
        assertThat(sentences).allSatisfy(PseudoSummaryTest::assertNoPlainWord);
    }

    @Test
    @DisplayName("C11, A4, A5: what is told of a replaced or a withdrawn response comes from messages")
    void noLonger() {
        for (ResponseState state : List.of(ResponseState.REPLACED, ResponseState.QUARANTINED)) {
            assertNoPlainWord(sentence(
                    recorded(response("1", ContactChoice.YES), 2, state, SUBMITTED), POLICIES.get(0), RuleBook.NONE));
        }
    }

    private static void assertNoPlainWord(String sentence) {
        assertThat(PlainWords.in(sentence, List.of(group(null).name(), "r-2002")))
                .as(sentence)
                .isEmpty();
    }

    private static String sentence(SurveyRecorded recorded, Policy policy, RuleBook book) {
        RecoveryDecided decided = PSEUDO.decide(recorded, policy, book, SUBMITTED);
        return decided.explanation().summary();
    }

    /** Rules that match every response. */
    private static RuleBook book(int rules) {
        return RuleBook.of(
                1,
                new RuleSet(IntStream.range(0, rules)
                        .mapToObj(i -> new Rule(
                                "ж " + i,
                                new Clause.CommentIs(false),
                                new Effects(null, i + 1, null, null, null, null)))
                        .toList()));
    }
}
