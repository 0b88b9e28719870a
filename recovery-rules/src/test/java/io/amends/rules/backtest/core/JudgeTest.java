package io.amends.rules.backtest.core;

import static io.amends.rules.decision.InEnglish.DECIDER;
import static io.amends.rules.decision.InEnglish.SUMMARY;
import static io.amends.rules.decision.Samples.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.Backtest.Example;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.rules.decision.Policy;
import io.amends.rules.decision.Samples;
import io.amends.rules.matching.RandomRules;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.matching.Wanted;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final List<String> THEN = List.of(
            "'serviceRecoveryThreshold':1",
            "'serviceRecoveryThreshold':3.50,'contactPolicy':{'lowUnanswered':'FORBIDDEN'}",
            "'overall':'nps','serviceRecoveryThreshold':2,'contactPolicy':{'highUnanswered':'OPPORTUNITY'}",
            "'overall':'amount','measures':{'amount':{'kind':'scalar','min':-9,'max':99}},"
                    + "'contactPolicy':{'lowUnanswered':'FORBIDDEN','highUnanswered':'OPPORTUNITY'}");
    private static final Portal NOW = DirectoryEntries.portal("'overall':'fcr','serviceRecoveryThreshold':5,"
            + "'measures':{'csat':{'kind':'csat','min':1,'max':7},'nps':{'kind':'nps'},'amount':{'kind':'scalar'}},"
            + "'contactPolicy':{'lowUnanswered':'FORBIDDEN','highUnanswered':'OPPORTUNITY'}");

    @Property(tries = 300)
    @Label("B7: the rules that decided give exactly what was decided, though every preference has changed since")
    void reproduces(@ForAll long seed) {
        Random random = new Random(seed);
        RandomRules source = new RandomRules(seed);
        RuleBook book = RuleBook.of(3, source.rules(8));
        PoliciesThen policies = new PoliciesThen(NOW, Map.of());
        Judge judge = new Judge(book, policies, BacktestPeriod.EVER, NOW.timeZone(), SUMMARY);
        for (int i = 0; i < 20; i++) {
            Policy then = Samples.policy(THEN.get(random.nextInt(THEN.size())));
            SurveyResponse response = source.response();
            Duration delay = Duration.ofDays(random.nextInt(10));
            RecoveryDecided decided = decide(response, then, book, delay);
            byte[] json = Json.event(decided);

            Share share = judge.share(PastReader.read(json, book.wanted()));
            Example example = judge.example(decided);

            assertThat(share.after()).isEqualTo(share.before()).isEqualTo(decided.candidate());
            assertThat(share.rules()).isEqualTo(share.plain() ? List.of() : decided.matchedRules());
            assertThat(example.after()).isEqualTo(example.before());
            assertThat(example.rules()).isEqualTo(decided.matchedRules());
        }
        assertThat(policies.guessed()).isZero();
    }

    @Property(tries = 200)
    @Label("B7: a decision is read from its JSON as it is from the event")
    void read(@ForAll long seed) {
        RandomRules source = new RandomRules(seed);
        RecoveryDecided decided =
                decide(source.response(), Samples.policy(THEN.get(1)), RuleBook.of(1, source.rules(3)), Duration.ZERO);

        assertThat(PastReader.read(Json.event(decided), Wanted.ALL))
                .usingRecursiveComparison()
                .isEqualTo(PastDecision.of(roundTrip(decided)));
    }

    @Test
    @DisplayName("B7: what was replaced or withdrawn is no case, neither before nor after")
    void gone() {
        SurveyResponse response = Samples.response("1", ContactChoice.YES);
        Judge judge = new Judge(
                RuleBook.NONE,
                new PoliciesThen(DirectoryEntries.portal(""), Map.of()),
                BacktestPeriod.EVER,
                NOW.timeZone(),
                SUMMARY);
        for (ResponseState state : ResponseState.values()) {
            RecoveryDecided decided = Objects.requireNonNull(DECIDER.decide(
                    Samples.recorded(response, 2, state, SUBMITTED), Samples.policy(""), RuleBook.NONE, SUBMITTED));

            Share share = judge.share(PastReader.read(Json.event(decided), Wanted.ALL));

            assertThat(share.judged()).as(state.name()).isEqualTo(state == ResponseState.RECORDED);
            assertThat(share.after()).as(state.name()).isEqualTo(state == ResponseState.RECORDED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Not flagged: a newer response for the same ticket replaced this one, REPLACED",
        "Not flagged: the newer response r-9 for the same ticket replaced this one, REPLACED",
        "Not flagged: the response was withdrawn because its newest version is not valid, WITHDRAWN",
        "'Not flagged: overall 5 is above your threshold 2, and the customer asked not to be contacted', COUNTS"
    })
    @DisplayName("B7: the standing of a decision that is older than its field is what its sentence says")
    void olderThanStanding(String sentence, Standing standing) {
        ObjectNode older = (ObjectNode) Golden.of(EventTypes.RECOVERY_DECIDED);
        older.remove("standing");
        older.put("kind", "NONE").withObject("/explanation").put("summary", sentence);

        assertThat(PastReader.read(Json.event(older), Wanted.ALL).standing()).isEqualTo(standing);
    }

    @Test
    @DisplayName("B7: many threads that look for one policy at the same moment all find it")
    void sameMoment() throws Exception {
        PastDecision past = PastDecision.of(decide(
                Samples.response("1", ContactChoice.UNANSWERED),
                Samples.policy(THEN.get(2)),
                RuleBook.NONE,
                Duration.ZERO));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 500; round++) {
                PoliciesThen policies = new PoliciesThen(NOW, Map.of());
                CyclicBarrier together = new CyclicBarrier(4);
                threads.invokeAll(Collections.nCopies(4, () -> {
                    together.await();
                    return policies.of(past);
                }));
                assertThat(policies.guessed()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("B7: a policy that is not known any more is replaced by today's, and that is counted")
    void unknownPolicy() {
        PoliciesThen policies = new PoliciesThen(NOW, Map.of());
        Judge judge = new Judge(RuleBook.NONE, policies, BacktestPeriod.EVER, NOW.timeZone(), SUMMARY);
        for (ContactChoice choice : ContactChoice.values()) {
            RecoveryDecided decided = decide(
                    Samples.response("1", choice), Samples.policy("'overall':'csat'"), RuleBook.NONE, Duration.ZERO);
            PastDecision past = PastDecision.of(decided);
            judge.share(new PastDecision(
                    past.responseId(),
                    1,
                    past.standing(),
                    past.candidate(),
                    "of another time",
                    past.overall(),
                    past.threshold(),
                    past.response()));
        }

        // Only where the question was left blank does the contact policy have a say.
        assertThat(policies.guessed()).isEqualTo(1);
    }

    private static RecoveryDecided decide(SurveyResponse response, Policy then, RuleBook book, Duration delay) {
        return Objects.requireNonNull(DECIDER.decide(
                Samples.recorded(
                        response,
                        1,
                        ResponseState.RECORDED,
                        response.submittedAt().plus(delay)),
                then,
                book,
                SUBMITTED));
    }

    private static RecoveryDecided roundTrip(RecoveryDecided decided) {
        try {
            return Json.read(Json.event(decided), RecoveryDecided.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
