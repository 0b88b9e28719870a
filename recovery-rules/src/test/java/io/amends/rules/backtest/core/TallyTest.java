package io.amends.rules.backtest.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.rules.backtest.core.Tally.JudgedDecision;
import io.amends.rules.backtest.core.Tally.LogPlace;
import io.amends.rules.decision.Samples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Share GAINED = share(false, true);
    private static final Share LOST = share(true, false);

    @Test
    @DisplayName("B7: of each response the newest version counts, however often and in whatever order it comes")
    void newestVersion() {
        Tally tally = new Tally();
        tally.add(List.of(judged("r-1", 1, GAINED, 0), judged("r-2", 3, LOST, 1), judged("r-1", 1, GAINED, 2)));
        tally.add(List.of(judged("r-1", 2, LOST, 3), judged("r-2", 1, GAINED, 4), judged("r-3", 2, Share.NOTHING, 5)));

        assertThat(tally.counts()).isEqualTo(Map.of(LOST, 2L, Share.NOTHING, 1L));
        assertThat(tally.judged()).isEqualTo(2);
        assertThat(tally.newest(5).get(Share.Side.LOST)).containsExactly(new LogPlace(0, 3), new LogPlace(0, 1));
        assertThat(tally.newest(5)).doesNotContainKey(Share.Side.GAINED);
    }

    @Test
    @DisplayName("B7: of two decisions about the same version the first counts, as it does for everybody downstream")
    void sameVersion() {
        Tally tally = new Tally();
        tally.add(List.of(judged("r-1", 1, LOST, 0), judged("r-1", 1, GAINED, 1)));

        assertThat(tally.counts()).isEqualTo(Map.of(LOST, 1L));
    }

    @Property(tries = 50)
    @Label("B7: many responses are counted as a plain map of their newest versions would count them")
    void likeAMap(@ForAll long seed) {
        Random random = new Random(seed);
        Tally tally = new Tally();
        Map<String, JudgedDecision> newest = new HashMap<>();
        List<Share> shares = List.of(GAINED, LOST, share(true, true), Share.judged("G"), Share.NOTHING);
        for (int i = 0; i < 5_000; i++) {
            JudgedDecision one =
                    judged("r-" + random.nextInt(3_000), 1 + random.nextInt(3), shares.get(random.nextInt(5)), i);
            tally.add(List.of(one));
            newest.merge(
                    one.past().responseId(),
                    one,
                    (a, b) -> b.past().responseVersion() > a.past().responseVersion() ? b : a);
        }

        Map<Share, Long> expected = new HashMap<>();
        newest.values().forEach(one -> expected.merge(one.share(), 1L, Long::sum));
        assertThat(tally.counts()).isEqualTo(expected);
    }

    @Test
    @DisplayName("B7: the examples are the newest by answer, whatever order the partitions were read in")
    void examples() {
        List<JudgedDecision> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(judged("r-" + i, 1, GAINED, i));
        }
        Tally inOrder = new Tally();
        inOrder.add(all);
        Collections.shuffle(all, new Random(7));
        Tally shuffled = new Tally();
        shuffled.add(all);

        List<LogPlace> newest = inOrder.newest(50).get(Share.Side.GAINED);
        assertThat(newest).hasSize(50).startsWith(new LogPlace(0, 299), new LogPlace(0, 298));
        assertThat(shuffled.newest(50).get(Share.Side.GAINED)).isEqualTo(newest);
    }

    static Share share(boolean before, boolean after) {
        return new Share(
                true, "G", LocalDate.of(2026, 11, 20), "1", ContactChoice.YES, before, after, List.of("rule 1"));
    }

    /** Answered later, the greater its offset is. */
    private static JudgedDecision judged(String id, long version, Share share, long offset) {
        SurveyResponse response = ResponseBuilder.response(id)
                .choice(ContactChoice.YES)
                .submittedAt(Samples.SUBMITTED.plusSeconds(offset))
                .build();
        PastDecision past = new PastDecision(
                id, version, Standing.COUNTS, true, "p", BigDecimal.ONE, BigDecimal.valueOf(2), response);
        return new JudgedDecision(past, share, new LogPlace(0, offset));
    }
}
