package io.amends.dashboard.studio.shared;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.responses.ResponseValues;
import io.amends.dashboard.studio.core.Vocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What conditions of a portal can be about, from its directory and from what its responses carried lately. */
@ApplicationScoped
public class Vocabularies {
    private static final int DAYS = 30;
    /** What responses carry changes slowly, and a rule's page is asked for with every step in it. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Directory directory;
    private final ResponseValues responseValues;
    private final Formats formats;
    private final Clock clock;
    private final Map<String, CachedValues> cache = new ConcurrentHashMap<>();

    Vocabularies(Directory directory, ResponseValues responseValues, Formats formats, Clock clock) {
        this.directory = directory;
        this.responseValues = responseValues;
        this.formats = formats;
        this.clock = clock;
    }

    private record CachedValues(Instant until, ResponseValues.Values values) {}

    /** The directory's words and what responses carried in the last days. */
    public Vocabulary of(String cpc, Portal portal) {
        ResponseValues.Values values = lately(cpc);
        return with(
                cpc,
                portal,
                values.byField(),
                new Vocabulary.Lookback(values.responses(), DAYS, values.responses() < ResponseValues.MOST));
    }

    /** What the directory declares and no more: it is enough to read a rule. */
    public Vocabulary declared(String cpc, Portal portal) {
        return with(cpc, portal, Map.of(), Vocabulary.Lookback.NONE);
    }

    private Vocabulary with(String cpc, Portal portal, Map<String, Set<String>> seen, Vocabulary.Lookback lookback) {
        return new Vocabulary(
                portal.overall(),
                portal.measures(),
                sorted(directory.groups(cpc), g -> g.name()),
                sorted(directory.segments(cpc), s -> s.name()),
                formats.zone(portal.timeZone()),
                seen,
                lookback);
    }

    private ResponseValues.Values lately(String cpc) {
        Instant now = clock.instant();
        CachedValues known = cache.get(cpc);
        if (known != null && now.isBefore(known.until())) {
            return known.values();
        }
        ResponseValues.Values values = responseValues.since(cpc, now.minus(Duration.ofDays(DAYS)));
        cache.put(cpc, new CachedValues(now.plus(FRESH), values));
        return values;
    }

    private static <T> Map<String, String> sorted(Map<String, T> entries, Function<T, String> name) {
        return entries.entrySet().stream()
                .sorted(java.util.Comparator.comparing(e -> name.apply(e.getValue())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> name.apply(e.getValue()), (a, b) -> a, LinkedHashMap::new));
    }
}
