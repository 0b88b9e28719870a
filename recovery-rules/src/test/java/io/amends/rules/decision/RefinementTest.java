package io.amends.rules.decision;

import static io.amends.rules.decision.InEnglish.DECIDER;
import static io.amends.rules.decision.Samples.policy;
import static io.amends.rules.decision.Samples.recorded;
import static io.amends.rules.decision.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.AlsoHears;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.SurveyRecorded;
import io.amends.language.Clause;
import io.amends.language.Effects;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.rules.matching.RandomRules;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.testing.Surveys;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefinementTest {
    private static final Instant NOW = Instant.parse("2026-11-20T07:55:06Z");

    @Test
    @DisplayName(
            "B5: the smallest priority number sets the effects, then the earlier rule; tags and who also hears add up")
    void combine() {
        RecoveryDecided decided = decide(
                "1",
                ContactChoice.NOT_ASKED,
                rule("a", new Effects(null, null, List.of("late", "x"), Alert.NONE, null, List.of("c-2"))),
                rule("b", new Effects(Kind.OPPORTUNITY, 2, List.of("x", "y"), Alert.IMMEDIATE, true, null)),
                rule("c", new Effects(Kind.RECOVERY, 2, null, Alert.DIGEST, false, List.of("c-1", "c-2"))));

        assertThat(decided.kind()).isEqualTo(Kind.OPPORTUNITY);
        assertThat(decided.priority()).isEqualTo(2);
        assertThat(decided.alert()).isEqualTo(Alert.IMMEDIATE);
        assertThat(decided.followUp()).isTrue();
        assertThat(decided.tags()).containsExactly("late", "x", "y");
        assertThat(decided.also()).containsExactly(new AlsoHears("c-2", "a"), new AlsoHears("c-1", "c"));
        assertThat(decided.matchedRules()).containsExactly("a", "b", "c");
        assertThat(decided.ruleSetVersion()).isEqualTo(7);
        assertThat(decided.explanation().summary()).endsWith("; your rule \"b\" applies, and 2 more");
    }

    @Test
    @DisplayName("B5: a rule that lifts NONE makes contact REQUIRED and takes the usual effects of the kind")
    void lift() {
        RecoveryDecided decided = decide(
                "5", ContactChoice.NOT_ASKED, rule("a", new Effects(Kind.RECOVERY, null, null, null, null, null)));

        assertThat(decided.contact()).isEqualTo(Contact.REQUIRED);
        assertThat(decided.priority()).isEqualTo(2);
        assertThat(decided.alert()).isEqualTo(Alert.DIGEST);
        assertThat(decided.tags()).containsExactly("service_recovery");
        assertThat(decided.followUp()).isTrue();
        assertThat(decided.candidate()).isTrue();
    }

    @Test
    @DisplayName("B5: a rule can set kind NONE, but never hides a YES, by its kind or by its alert")
    void hide() {
        Rule hiding = rule("a", new Effects(Kind.NONE, 1, null, Alert.NONE, false, List.of("c-1")));

        RecoveryDecided hidden = decide("1", ContactChoice.NOT_ASKED, hiding);
        RecoveryDecided unhappy = decide("1", ContactChoice.YES, hiding);
        RecoveryDecided happy = decide("5", ContactChoice.YES, hiding);

        assertThat(hidden.kind()).isEqualTo(Kind.NONE);
        assertThat(hidden.priority()).isNull();
        assertThat(hidden.candidate()).isFalse();
        assertThat(hidden.also()).isEmpty();
        assertThat(unhappy.also()).containsExactly(new AlsoHears("c-1", "a"));
        assertThat(unhappy.kind()).isEqualTo(Kind.RECOVERY);
        assertThat(unhappy.alert()).isEqualTo(Alert.DIGEST);
        assertThat(happy.kind()).isEqualTo(Kind.OPPORTUNITY);
        assertThat(happy.alert()).isEqualTo(Alert.DIGEST);
    }

    @Test
    @DisplayName("B5: where a rule says that nobody is alerted, nobody whom a rule names is, either")
    void nobody() {
        RecoveryDecided decided = decide(
                "1",
                ContactChoice.NOT_ASKED,
                rule("a", new Effects(null, 1, null, Alert.NONE, null, List.of("c-1"))),
                rule("b", new Effects(null, 2, null, null, null, List.of("c-2"))));

        assertThat(decided.kind()).isEqualTo(Kind.RECOVERY);
        assertThat(decided.also()).isEmpty();
    }

    @Test
    @DisplayName("B5, A4: of a response that was replaced nobody hears, whatever rules had said")
    void replaced() {
        RuleBook book = RuleBook.of(
                7, new RuleSet(List.of(rule("a", new Effects(null, null, null, null, null, List.of("c-1"))))));
        SurveyRecorded recorded = recorded(response("1", ContactChoice.NOT_ASKED));

        assertThat(DECIDER.decide(recorded, policy(""), book, NOW).also()).hasSize(1);
        assertThat(DECIDER.decide(Surveys.replaced(recorded, "r-2"), policy(""), book, NOW)
                        .also())
                .isEmpty();
    }

    @Test
    @DisplayName("B4: a rule that flags a NO flags it as not to be contacted, without alert, tags or follow-up")
    void liftNo() {
        RecoveryDecided decided = decide(
                "5",
                ContactChoice.NO,
                rule("a", new Effects(Kind.RECOVERY, 1, List.of("x"), Alert.IMMEDIATE, true, List.of("c-1"))));

        assertThat(decided.contact()).isEqualTo(Contact.FORBIDDEN);
        assertThat(decided.alert()).isEqualTo(Alert.NONE);
        assertThat(decided.tags()).isEmpty();
        assertThat(decided.followUp()).isFalse();
        assertThat(decided.also()).isEmpty();
        assertThat(decided.matchedRules()).containsExactly("a");
    }

    @Property(tries = 500)
    void noRuleSetMakesANoContactableOrHidesAYes(@ForAll long seed) {
        RandomRules random = new RandomRules(seed);
        RuleSet rules = random.rules(20);
        RuleBook book = RuleBook.of(1, rules);
        Policy policy = policy("'contactPolicy':{'lowUnanswered':'FORBIDDEN','highUnanswered':'OPPORTUNITY'}");
        for (int i = 0; i < 20; i++) {
            RecoveryDecided decided = DECIDER.decide(recorded(random.response()), policy, book, NOW);
            boolean low = decided.explanation().overall() != null
                    && decided.explanation().overall().compareTo(policy.threshold()) <= 0;
            ContactChoice choice = decided.explanation().contactChoice();
            if (choice == ContactChoice.NO || (low && choice == ContactChoice.UNANSWERED)) {
                assertThat(decided.contact()).isEqualTo(Contact.FORBIDDEN);
                assertThat(decided.alert()).isEqualTo(Alert.NONE);
                assertThat(decided.tags()).isEmpty();
                assertThat(decided.followUp()).isFalse();
                assertThat(decided.also()).isEmpty();
                assertThat(decided.candidate()).isFalse();
            }
            if (choice == ContactChoice.YES) {
                assertThat(decided.candidate()).isTrue();
                assertThat(decided.contact()).isEqualTo(Contact.REQUIRED);
                assertThat(decided.history() || decided.alert() != Alert.NONE).isTrue();
            }
            assertThat(decided.priority() == null).isEqualTo(decided.kind() == Kind.NONE);
        }
    }

    private static RecoveryDecided decide(String score, ContactChoice choice, Rule... rules) {
        RuleBook book = RuleBook.of(7, new RuleSet(Arrays.asList(rules)));
        return DECIDER.decide(recorded(response(score, choice)), policy(""), book, NOW);
    }

    private static Rule rule(String name, Effects then) {
        return new Rule(
                name,
                new Clause.FieldIs(io.amends.language.Field.CHANNEL, new io.amends.language.Comparison.Present(true)),
                then);
    }
}
