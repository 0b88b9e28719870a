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
import org.jspecify.annotations.Nullable;

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
                scores(pairs(counts, share -> Objects.requireNonNullElse(share.score(), ""))),
                choices(pairs(counts, Share::contactChoice)),
                rules(matched(counts), rules.rules().stream().map(Rule::name).toList()));
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

    /**
     * What was counted, in each support group alone, without examples.
     *
     * @return by group, where anything was judged
     */
    public static Map<String, GroupBalance> byGroup(Map<Share, Long> counts, RuleSet rules, Map<String, Group> groups) {
        Map<String, Map<Share, Long>> parts = new TreeMap<>();
        counts.forEach((share, responses) -> {
            if (share.judged()) {
                parts.computeIfAbsent(share.supportGroup(), group -> new HashMap<>())
                        .put(share, responses);
            }
        });
        Map<String, GroupBalance> balances = new TreeMap<>();
        parts.forEach((group, part) -> balances.put(
                group,
                new GroupBalance(
                        part.values().stream().mapToLong(Long::longValue).sum(), of(part, rules, groups, Map.of()))));
        return balances;
    }

    /** The part of a balance that is one support group's: how many responses were judged, and what was found. */
    public record GroupBalance(long judged, Balance balance) {}

    /**
     * The same of some support groups alone.
     *
     * @param parts the balances of these groups
     * @param examples of these groups
     */
    public Balance ofGroups(List<Balance> parts, Map<Side, List<Example>> examples) {
        Map<String, BeforeAndAfter> scores = new HashMap<>();
        Map<ContactChoice, BeforeAndAfter> choices = new HashMap<>();
        Map<String, BeforeAndAfter> matched = new HashMap<>();
        for (Balance part : parts) {
            part.byScore.forEach(
                    line -> add(scores, Objects.requireNonNullElse(line.score(), ""), line.before(), line.after()));
            part.byContactChoice.forEach(line -> add(choices, line.contactChoice(), line.before(), line.after()));
            part.byRule.forEach(line -> add(matched, line.name(), line.matched(), line.gained()));
        }
        return new Balance(
                cases(parts, Balance::gained, examples.get(Side.GAINED)),
                cases(parts, Balance::lost, examples.get(Side.LOST)),
                cases(parts, Balance::kept, examples.get(Side.KEPT)),
                parts.stream()
                        .flatMap(part -> part.byGroupAndDay.stream())
                        .sorted(Comparator.comparing(Load::day).thenComparing(Load::supportGroup))
                        .toList(),
                scores(scores),
                choices(choices),
                rules(matched, byRule.stream().map(ByRule::name).toList()));
    }

    private static Cases cases(List<Balance> parts, Function<Balance, Cases> side, @Nullable List<Example> examples) {
        long count = parts.stream().map(side).mapToLong(Cases::count).sum();
        return new Cases(count, examples == null ? List.of() : examples);
    }

    private static <K> void add(Map<K, BeforeAndAfter> pairs, K key, long before, long after) {
        BeforeAndAfter pair = pairs.computeIfAbsent(key, k -> new BeforeAndAfter());
        pair.before += before;
        pair.after += after;
    }

    private static <K> Map<K, BeforeAndAfter> pairs(Map<Share, Long> counts, Function<Share, K> key) {
        Map<K, BeforeAndAfter> pairs = new HashMap<>();
        counts.forEach((share, responses) -> {
            if (share.side() != null) {
                add(pairs, key.apply(share), share.before() ? responses : 0, share.after() ? responses : 0);
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

    private static List<ByScore> scores(Map<String, BeforeAndAfter> pairs) {
        return pairs.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> entry.getKey().isEmpty() ? null : new BigDecimal(entry.getKey()),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .map(entry -> new ByScore(
                        entry.getKey().isEmpty() ? null : entry.getKey(),
                        entry.getValue().before,
                        entry.getValue().after))
                .toList();
    }

    private static List<ByContactChoice> choices(Map<ContactChoice, BeforeAndAfter> pairs) {
        return Arrays.stream(ContactChoice.values())
                .map(choice -> {
                    BeforeAndAfter pair = pairs.getOrDefault(choice, new BeforeAndAfter());
                    return new ByContactChoice(choice, pair.before, pair.after);
                })
                .toList();
    }

    /** Of each rule how many responses it matches, and of how many the case is gained. */
    private static Map<String, BeforeAndAfter> matched(Map<Share, Long> counts) {
        Map<String, BeforeAndAfter> pairs = new HashMap<>();
        counts.forEach((share, responses) -> share.rules()
                .forEach(name -> add(pairs, name, responses, share.side() == Side.GAINED ? responses : 0)));
        return pairs;
    }

    private static List<ByRule> rules(Map<String, BeforeAndAfter> pairs, List<String> names) {
        return names.stream()
                .map(name -> {
                    BeforeAndAfter pair = pairs.getOrDefault(name, new BeforeAndAfter());
                    return new ByRule(name, pair.before, pair.after);
                })
                .toList();
    }
}
