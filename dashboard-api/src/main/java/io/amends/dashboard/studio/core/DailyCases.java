package io.amends.dashboard.studio.core;

import io.amends.contracts.api.Backtest.Load;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cases per day, before and after, of one group or of all: every day of the period, those without a case too.
 *
 * @param cap the group's daily cap (B8); null where it has none, and for all groups together
 */
public record DailyCases(List<Day> days, @Nullable Integer cap) {
    /** A chart of more days than this says nothing. */
    private static final int MOST_DAYS = 800;

    /** Cases of one local day. */
    public record Day(LocalDate day, long before, long after) {}

    /**
     * Adds up what a backtest found.
     *
     * @param group null for all of them
     * @param first the period's first local day, and the last, both included
     */
    public static DailyCases of(List<Load> found, @Nullable String group, LocalDate first, LocalDate last) {
        List<Load> wanted = found.stream()
                .filter(f -> group == null || f.supportGroup().equals(group))
                .toList();
        Map<LocalDate, Day> byDay = new TreeMap<>();
        for (LocalDate day = first; !day.isAfter(last) && byDay.size() < MOST_DAYS; day = day.plusDays(1)) {
            byDay.put(day, new Day(day, 0, 0));
        }
        wanted.forEach(f -> byDay.merge(
                f.day(),
                new Day(f.day(), f.before(), f.after()),
                (a, b) -> new Day(a.day(), a.before() + b.before(), a.after() + b.after())));
        Integer cap = group == null
                ? null
                : wanted.stream()
                        .map(Load::cap)
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .orElse(null);
        return new DailyCases(new ArrayList<>(byDay.values()), cap);
    }

    /** A group that has a cap, and on how many days it was and would be over it. */
    public record OverCap(String group, int cap, long before, long after) {}

    /** The groups that are over their cap on some day, those that would be most often first. */
    public static List<OverCap> overCap(List<Load> found) {
        Map<String, List<Load>> byGroup =
                found.stream().collect(Collectors.groupingBy(Load::supportGroup, TreeMap::new, Collectors.toList()));
        return byGroup.entrySet().stream()
                .map(e -> overCap(e.getKey(), e.getValue()))
                .filter(o -> o != null && (o.before() > 0 || o.after() > 0))
                .map(Objects::requireNonNull)
                .sorted(java.util.Comparator.comparingLong(OverCap::after).reversed())
                .toList();
    }

    private static @Nullable OverCap overCap(String group, List<Load> days) {
        Integer cap = days.stream()
                .map(Load::cap)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(null);
        if (cap == null) {
            return null;
        }
        return new OverCap(
                group,
                cap,
                days.stream().filter(d -> d.before() > cap).count(),
                days.stream().filter(d -> d.after() > cap).count());
    }
}
