package io.amends.rules.backtest.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.api.Backtest.ByContactChoice;
import io.amends.contracts.api.Backtest.ByRule;
import io.amends.contracts.api.Backtest.ByScore;
import io.amends.contracts.api.Backtest.Load;
import io.amends.contracts.directory.Group;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.rules.matching.RandomRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    @DisplayName("B7: cases fall on groups and days against the cap, on scores, contact choices and rules")
    void fallsOn() {
        Map<Share, Long> counts = Map.of(
                share("NET", DAY, "10", ContactChoice.YES, true, true),
                3L,
                share("NET", DAY.minusDays(1), "2", ContactChoice.YES, false, true, "rule 0", "rule 1"),
                4L,
                share("", DAY, null, ContactChoice.NOT_ASKED, true, false),
                5L,
                share("NET", DAY, "2", ContactChoice.NO, false, false, "rule 1"),
                6L,
                Share.judged("NET"),
                100L);
        Group capped = DirectoryEntries.capped("Network", 9);

        Balance balance = Balance.of(counts, new RandomRules(1).rules(2), Map.of("NET", capped), Map.of());

        assertThat(balance.gained().count()).isEqualTo(4);
        assertThat(balance.lost().count()).isEqualTo(5);
        assertThat(balance.kept().count()).isEqualTo(3);
        assertThat(balance.byGroupAndDay())
                .containsExactly(
                        new Load("NET", DAY.minusDays(1), 9, 0, 4),
                        new Load("", DAY, null, 5, 0),
                        new Load("NET", DAY, 9, 3, 3));
        assertThat(balance.byScore())
                .containsExactly(new ByScore("2", 0, 4), new ByScore("10", 3, 3), new ByScore(null, 5, 0));
        assertThat(balance.byContactChoice())
                .containsExactly(
                        new ByContactChoice(ContactChoice.YES, 3, 7),
                        new ByContactChoice(ContactChoice.NO, 0, 0),
                        new ByContactChoice(ContactChoice.UNANSWERED, 0, 0),
                        new ByContactChoice(ContactChoice.NOT_ASKED, 5, 0));
        assertThat(balance.byRule()).containsExactly(new ByRule("rule 0", 4, 4), new ByRule("rule 1", 10, 4));
    }

    private static Share share(
            String group,
            LocalDate day,
            String score,
            ContactChoice choice,
            boolean before,
            boolean after,
            String... rules) {
        return new Share(true, group, day, score, choice, before, after, List.of(rules));
    }
}
