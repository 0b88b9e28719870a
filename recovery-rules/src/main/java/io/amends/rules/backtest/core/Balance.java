package io.amends.rules.backtest.core;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.api.Backtest.ByContactChoice;
import io.amends.contracts.api.Backtest.ByRule;
import io.amends.contracts.api.Backtest.ByScore;
import io.amends.contracts.api.Backtest.Cases;
import io.amends.contracts.api.Backtest.Example;
import io.amends.contracts.api.Backtest.Load;
import io.amends.contracts.directory.Group;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import io.amends.rules.backtest.core.Share.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The outcome of a backtest, as it is stored: cases gained, lost and kept, and where they fall.
 *
 * @param byGroupAndDay by day, then group, where there is a case on either side
 * @param byScore lowest first, then those without a score
 */
public record Balance(
        Cases gained,
        Cases lost,
        Cases kept,
        List<Load> byGroupAndDay,
        List<ByScore> byScore,
        List<ByContactChoice> byContactChoice,
        List<ByRule> byRule) {

    private record GroupAndDay(LocalDate day, String group) {}

    /** Cases before and after. */
    private static final class BeforeAndAfter {
        long before;
        long after;
    }

    /** Sums up what was counted. */
    public static Balance of(
            Map<Share, Long> counts, RuleSet rules, Map<String, Group> groups, Map<Side, List<Example>> examples) {
        return new Balance(
                cases(Side.GAINED, counts, examples),
                cases(Side.LOST, counts, examples),
                cases(Side.KEPT, counts, examples),
                loads(counts, groups),
                scores(counts),
                choices(counts),
                rules(counts, rules));
    }

    /** How many cases of a side were counted. */
    static long count(Side side, Map<Share, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().side() == side)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Cases cases(Side side, Map<Share, Long> counts, Map<Side, List<Example>> examples) {
        return new Cases(count(side, counts), examples.getOrDefault(side, List.of()));
    }

    private static <K> Map<K, BeforeAndAfter> pairs(Map<Share, Long> counts, Function<Share, K> key) {
        Map<K, BeforeAndAfter> pairs = new HashMap<>();
        counts.forEach((share, responses) -> {
            if (share.side() != null) {
                BeforeAndAfter pair = pairs.computeIfAbsent(key.apply(share), k -> new BeforeAndAfter());
                pair.before += share.before() ? responses : 0;
                pair.after += share.after() ? responses : 0;
            }
        });
        return pairs;
    }

    private static List<Load> loads(Map<Share, Long> counts, Map<String, Group> groups) {
        Map<GroupAndDay, BeforeAndAfter> sorted =
                new TreeMap<>(Comparator.comparing(GroupAndDay::day).thenComparing(GroupAndDay::group));
        sorted.putAll(pairs(counts, share -> new GroupAndDay(share.day(), share.supportGroup())));
        return sorted.entrySet().stream()
                .map(entry -> {
                    Group group = groups.get(entry.getKey().group());
                    return new Load(
                            entry.getKey().group(),
                            entry.getKey().day(),
                            group == null ? null : group.dailyCap(),
                            entry.getValue().before,
                            entry.getValue().after);
                })
                .toList();
    }

    private static List<ByScore> scores(Map<Share, Long> counts) {
        return pairs(counts, share -> Objects.requireNonNullElse(share.score(), "")).entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> entry.getKey().isEmpty() ? null : new BigDecimal(entry.getKey()),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .map(entry -> new ByScore(
                        entry.getKey().isEmpty() ? null : entry.getKey(),
                        entry.getValue().before,
                        entry.getValue().after))
                .toList();
    }

    private static List<ByContactChoice> choices(Map<Share, Long> counts) {
        Map<ContactChoice, BeforeAndAfter> pairs = pairs(counts, Share::contactChoice);
        return Arrays.stream(ContactChoice.values())
                .map(choice -> {
                    BeforeAndAfter pair = pairs.getOrDefault(choice, new BeforeAndAfter());
                    return new ByContactChoice(choice, pair.before, pair.after);
                })
                .toList();
    }

    private static List<ByRule> rules(Map<Share, Long> counts, RuleSet rules) {
        Map<String, BeforeAndAfter> pairs = new HashMap<>();
        counts.forEach((share, responses) -> share.rules().forEach(name -> {
            BeforeAndAfter pair = pairs.computeIfAbsent(name, n -> new BeforeAndAfter());
            pair.before += responses;
            pair.after += share.side() == Side.GAINED ? responses : 0;
        }));
        return rules.rules().stream()
                .map(Rule::name)
                .map(name -> {
                    BeforeAndAfter pair = pairs.getOrDefault(name, new BeforeAndAfter());
                    return new ByRule(name, pair.before, pair.after);
                })
                .toList();
    }
}
