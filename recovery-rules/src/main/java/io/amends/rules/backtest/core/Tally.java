package io.amends.rules.backtest.core;

import io.amends.rules.backtest.core.NewestVersions.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Counts past responses, each by its newest version: what an earlier one added is taken back, and a decision delivered
 * twice counts once. Of two decisions about the same version the first counts, as it does for everybody who hears them.
 * Thread-safe: several readers hand in what they judged.
 */
public final class Tally {
    private static final Comparator<Entry> NEWEST_LAST = Comparator.comparingLong(Entry::submittedMillis)
            .thenComparing(Entry::partition, Comparator.reverseOrder())
            .thenComparing(Entry::offset, Comparator.reverseOrder());

    private final NewestVersions seen = new NewestVersions();
    private final Map<Share, Count> counts = new HashMap<>();

    /** How many responses have a share; its objects stand for all equal ones. */
    private static final class Count {
        final Share share;
        final Entry nowhere;
        long responses;

        Count(Share share) {
            this.share = share;
            this.nowhere = new Entry(share, 0, 0, 0);
        }
    }

    /** What one decision in the log adds. */
    public record JudgedDecision(PastDecision past, Share share, LogPlace place) {}

    /** Where a decision is found in the log. */
    public record LogPlace(int partition, long offset) {}

    /** Adds decisions in the order of their partition. */
    public synchronized void add(List<JudgedDecision> judged) {
        judged.forEach(this::add);
    }

    private void add(JudgedDecision judged) {
        PastDecision past = judged.past();
        Count count = counts.computeIfAbsent(judged.share(), Count::new);
        Entry replaced = seen.keep(NewestVersions.key(past.responseId()), past.responseVersion(), entry(judged, count));
        if (Entry.OUTDATED.equals(replaced)) {
            return;
        }
        count.responses++;
        Count before = replaced == null ? null : counts.get(replaced.share());
        if (before != null) {
            before.responses--;
        }
    }

    private static Entry entry(JudgedDecision judged, Count count) {
        if (count.share.plain()) {
            return count.nowhere;
        }
        return new Entry(
                count.share,
                judged.past().response().submittedAt().toEpochMilli(),
                judged.place().partition(),
                judged.place().offset());
    }

    /** How many responses count so far. */
    public synchronized long judged() {
        return counts.values().stream()
                .filter(count -> count.share.judged())
                .mapToLong(count -> count.responses)
                .sum();
    }

    /** Everything counted, by share. */
    public synchronized Map<Share, Long> counts() {
        Map<Share, Long> all = new HashMap<>();
        counts.values().stream()
                .filter(count -> count.responses > 0)
                .forEach(count -> all.put(count.share, count.responses));
        return all;
    }

    /** Where the newest cases of each side are found, newest first; which they are depends on nothing but the log. */
    public synchronized Map<Share.Side, List<LogPlace>> newest(int most) {
        Map<Share.Side, PriorityQueue<Entry>> sides = new EnumMap<>(Share.Side.class);
        seen.forEach(entry -> {
            Share.@Nullable Side side = entry.share().side();
            if (side != null) {
                PriorityQueue<Entry> newest = sides.computeIfAbsent(side, s -> new PriorityQueue<>(NEWEST_LAST));
                newest.add(entry);
                if (newest.size() > most) {
                    newest.remove();
                }
            }
        });
        Map<Share.Side, List<LogPlace>> places = new EnumMap<>(Share.Side.class);
        sides.forEach((side, entries) -> {
            List<LogPlace> found = new ArrayList<>();
            entries.stream()
                    .sorted(NEWEST_LAST.reversed())
                    .forEach(entry -> found.add(new LogPlace(entry.partition(), entry.offset())));
            places.put(side, found);
        });
        return places;
    }
}
