package io.amends.rules.decision;

import static io.amends.contracts.testing.DirectoryEntries.portal;
import static io.amends.rules.decision.InEnglish.DECIDER;
import static io.amends.rules.decision.Samples.SUBMITTED;
import static io.amends.rules.decision.Samples.group;
import static io.amends.rules.decision.Samples.policy;
import static io.amends.rules.decision.Samples.recorded;
import static io.amends.rules.decision.Samples.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.Reason;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.testing.RecordedBuilder;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.rules.matching.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeciderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T07:55:06Z");

    @ParameterizedTest(name = "{0} {1} with {2}/{3} is {4} {5} priority {6} {7}")
    @DisplayName("B3, B4: contact choice and score make of a response what the table says")
    @CsvSource(
            nullValues = "-",
            value = {
                // score, choice, lowUnanswered, highUnanswered, kind, contact, priority, alert, tagged, followUp
                "1, YES, ALLOWED, NONE, RECOVERY, REQUIRED, 1, DIGEST, true, true",
                "1, NO, ALLOWED, OPPORTUNITY, RECOVERY, FORBIDDEN, 2, NONE, false, false",
                "1, UNANSWERED, ALLOWED, NONE, RECOVERY, ALLOWED, 2, DIGEST, true, true",
                "1, UNANSWERED, FORBIDDEN, OPPORTUNITY, RECOVERY, FORBIDDEN, 2, NONE, false, false",
                "1, NOT_ASKED, FORBIDDEN, NONE, RECOVERY, REQUIRED, 2, DIGEST, true, true",
                "5, YES, ALLOWED, NONE, OPPORTUNITY, REQUIRED, 3, DIGEST, false, false",
                "5, NO, ALLOWED, OPPORTUNITY, NONE, FORBIDDEN, -, NONE, false, false",
                "5, UNANSWERED, ALLOWED, NONE, NONE, ALLOWED, -, NONE, false, false",
                "5, UNANSWERED, FORBIDDEN, OPPORTUNITY, OPPORTUNITY, ALLOWED, 3, DIGEST, false, false",
                "5, NOT_ASKED, ALLOWED, OPPORTUNITY, NONE, ALLOWED, -, NONE, false, false",
                "-, YES, ALLOWED, NONE, RECOVERY, REQUIRED, 1, DIGEST, true, true",
                "-, NO, ALLOWED, OPPORTUNITY, NONE, FORBIDDEN, -, NONE, false, false",
                "-, UNANSWERED, FORBIDDEN, NONE, NONE, ALLOWED, -, NONE, false, false",
                "-, UNANSWERED, FORBIDDEN, OPPORTUNITY, OPPORTUNITY, ALLOWED, 3, DIGEST, false, false",
                "-, NOT_ASKED, FORBIDDEN, OPPORTUNITY, NONE, ALLOWED, -, NONE, false, false",
            })
    void table(
            String score,
            ContactChoice choice,
            String low,
            String high,
            Kind kind,
            Contact contact,
            Integer priority,
            Alert alert,
            boolean tagged,
            boolean followUp) {
        Policy policy = policy("'contactPolicy':{'lowUnanswered':'%s','highUnanswered':'%s'}".formatted(low, high));

        RecoveryDecided decided = DECIDER.decide(recorded(response(score, choice)), policy, RuleBook.NONE, NOW);

        assertThat(decided.kind()).isEqualTo(kind);
        assertThat(decided.contact()).isEqualTo(contact);
        assertThat(decided.priority()).isEqualTo(priority);
        assertThat(decided.alert()).isEqualTo(alert);
        assertThat(decided.tags()).isEqualTo(tagged ? List.of("service_recovery") : List.of());
        assertThat(decided.followUp()).isEqualTo(followUp);
    }

    @ParameterizedTest(name = "{0} against {1} is {2}")
    @DisplayName("B1: a score at the threshold is unhappy, the least above it is not")
    @CsvSource({
        "2, 2, RECOVERY",
        "2.00, 2, RECOVERY",
        "2.01, 2, NONE",
        "2, 2.0, RECOVERY",
        "1.99, 2, RECOVERY",
        "3, 2.5, NONE",
        "0, 0, RECOVERY",
        "-1, 0, RECOVERY"
    })
    void boundary(String score, String threshold, Kind kind) {
        Policy policy = policy("'serviceRecoveryThreshold':" + threshold);

        assertThat(DECIDER.decide(recorded(response(score, ContactChoice.NOT_ASKED)), policy, RuleBook.NONE, NOW)
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    @DisplayName("B1: a group's threshold overrides its portal's, both ways, and the decision names it")
    void groupOverride() {
        SurveyRecorded three = recorded(response("3", ContactChoice.NOT_ASKED));
        SurveyRecorded two = recorded(response("2", ContactChoice.NOT_ASKED));
        Policy higher = Policy.of(portal(""), group("3"));
        Policy lower = Policy.of(portal(""), group("1"));

        RecoveryDecided flagged = DECIDER.decide(three, higher, RuleBook.NONE, NOW);
        assertThat(flagged.kind()).isEqualTo(Kind.RECOVERY);
        assertThat(flagged.explanation().threshold()).isEqualByComparingTo("3");
        assertThat(flagged.explanation().summary())
                .isEqualTo("Flagged: overall 3 of 5 is at or below your threshold 3 for Network EMEA,"
                        + " and the survey did not ask about contact");
        assertThat(DECIDER.decide(two, lower, RuleBook.NONE, NOW).kind()).isEqualTo(Kind.NONE);
        assertThat(DECIDER.decide(three, Policy.of(portal(""), group(null)), RuleBook.NONE, NOW)
                        .kind())
                .isEqualTo(Kind.NONE);
    }

    @ParameterizedTest
    @DisplayName("B6: one plain sentence says why, and why not")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1|YES|Flagged: overall 1 of 5 is at or below your threshold 2, and the customer asked to be contacted",
                "1|NO|Unhappy, but not to be contacted: overall 1 of 5 is at or below your threshold 2,"
                        + " but the customer asked not to be contacted",
                "4.50|NOT_ASKED|Not flagged: overall 4.5 of 5 is above your threshold 2, and the survey did not ask"
                        + " about contact",
                "5|YES|Flagged as an opportunity: overall 5 of 5 is above your threshold 2, and the customer asked to"
                        + " be contacted",
                "-|YES|Flagged: no overall rating was given, and the customer asked to be contacted",
                "2|UNANSWERED|Flagged: overall 2 of 5 is at or below your threshold 2, and the customer left the"
                        + " contact question blank, which by your preference means contact is allowed",
            })
    void sentence(String score, ContactChoice choice, String sentence) {
        RecoveryDecided decided = DECIDER.decide(recorded(response(score, choice)), policy(""), RuleBook.NONE, NOW);

        assertThat(decided.explanation().summary()).isEqualTo(sentence);
        assertThat(decided.explanation().contactChoice()).isEqualTo(choice);
    }

    @Test
    @DisplayName("C2: received more than the late days before it was recorded is history, which alerts nobody")
    void history() {
        SurveyResponse unhappy = response("1", ContactChoice.YES);
        Instant sevenDays = SUBMITTED.plus(Duration.ofDays(7));

        RecoveryDecided late =
                DECIDER.decide(recorded(unhappy, 1, ResponseState.RECORDED, sevenDays), policy(""), RuleBook.NONE, NOW);
        RecoveryDecided history = DECIDER.decide(
                recorded(unhappy, 1, ResponseState.RECORDED, sevenDays.plusMillis(1)), policy(""), RuleBook.NONE, NOW);

        assertThat(late.standing()).isEqualTo(Standing.COUNTS);
        assertThat(late.history()).isFalse();
        assertThat(late.alert()).isEqualTo(Alert.DIGEST);
        assertThat(history.history()).isTrue();
        assertThat(history.alert()).isEqualTo(Alert.NONE);
        assertThat(history.kind()).isEqualTo(Kind.RECOVERY);
        assertThat(history.explanation().summary()).endsWith("; it reached Amends too late for a digest");
    }

    @Test
    @DisplayName("A4: a replaced response is decided as NONE and names what superseded it")
    void replaced() {
        SurveyResponse unhappy = response("1", ContactChoice.YES);

        RecoveryDecided decided =
                DECIDER.decide(recorded(unhappy, 2, ResponseState.REPLACED, SUBMITTED), policy(""), RuleBook.NONE, NOW);

        assertThat(decided.kind()).isEqualTo(Kind.NONE);
        assertThat(decided.standing()).isEqualTo(Standing.REPLACED);
        assertThat(decided.supersededBy()).isEqualTo("r-2002");
        assertThat(decided.alert()).isEqualTo(Alert.NONE);
        assertThat(decided.explanation().summary()).contains("r-2002");
    }

    @Test
    @DisplayName("A5: what becomes invalid is withdrawn; what never was valid is not decided")
    void quarantined() {
        SurveyResponse response = response("1", ContactChoice.NO);
        SurveyRecorded withdrawn = RecordedBuilder.recorded(
                        ResponseBuilder.like(response).ticket(null).group(null).build())
                .version(2)
                .quarantined(new Reason("/ticketId", "ticket id is missing"))
                .wasRecorded(true)
                .recordedAt(SUBMITTED)
                .build();
        SurveyRecorded never = RecordedBuilder.recorded(response)
                .quarantined()
                .recordedAt(SUBMITTED)
                .build();

        RecoveryDecided decided = DECIDER.decide(withdrawn, policy(""), RuleBook.NONE, NOW);

        assertThat(decided.standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(decided.withdrawn()).isTrue();
        assertThat(decided.kind()).isEqualTo(Kind.NONE);
        assertThat(decided.contact()).isEqualTo(Contact.FORBIDDEN);
        assertThat(decided.ticketId()).isEmpty();
        assertThat(decided.explanation().summary()).contains("withdrawn").contains("ticket id is missing");
        assertThat(DECIDER.decide(never, policy(""), RuleBook.NONE, NOW)).isNull();
    }

    @Test
    @DisplayName("B6: the decision's id follows from response, version and policy alone")
    void identity() {
        SurveyRecorded first = recorded(response("1", ContactChoice.YES));
        String id = DECIDER.decide(first, policy(""), RuleBook.NONE, NOW).decisionId();

        assertThat(DECIDER.decide(first, policy(""), RuleBook.NONE, NOW.plusSeconds(99))
                        .decisionId())
                .isEqualTo(id);
        assertThat(DECIDER.decide(first, policy("'serviceRecoveryThreshold':2.0"), RuleBook.NONE, NOW)
                        .decisionId())
                .isEqualTo(id);
        assertThat(DECIDER.decide(first, policy("'serviceRecoveryThreshold':3"), RuleBook.NONE, NOW)
                        .decisionId())
                .isNotEqualTo(id);
        assertThat(DECIDER.decide(first, policy("'overall':'nps'"), RuleBook.NONE, NOW)
                        .decisionId())
                .isNotEqualTo(id);
        assertThat(DECIDER.decide(
                                recorded(response("1", ContactChoice.YES), 2, ResponseState.RECORDED, SUBMITTED),
                                policy(""),
                                RuleBook.NONE,
                                NOW)
                        .decisionId())
                .isNotEqualTo(id);
        assertThat(policy("").version())
                .as("what was decided by a release before is not decided again")
                .isEqualTo("744f1bc1034e");
    }
}
