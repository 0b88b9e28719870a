package io.amends.dashboard.studio;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.responses.ResponseValues;
import io.amends.dashboard.studio.builder.Vocabulary;
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
class Vocabularies {
    private static final int DAYS = 30;
    /** What responses carry changes slowly, and a rule's page is asked for with every step in it. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Directory directory;
    private final ResponseValues carried;
    private final Formats say;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Vocabularies(Directory directory, ResponseValues carried, Formats say, Clock clock) {
        this.directory = directory;
        this.carried = carried;
        this.say = say;
        this.clock = clock;
    }

    private record Kept(Instant until, ResponseValues.Values values) {}

    /** The directory's words and what responses carried in the last days. */
    Vocabulary of(String cpc, Portal portal) {
        ResponseValues.Values values = lately(cpc);
        return with(
                cpc,
                portal,
                values.byField(),
                new Vocabulary.Looked(values.responses(), DAYS, values.responses() < ResponseValues.MOST));
    }

    /** Only what the directory declares: enough to read a rule. */
    Vocabulary declared(String cpc, Portal portal) {
        return with(cpc, portal, Map.of(), Vocabulary.Looked.NOWHERE);
    }

    private Vocabulary with(String cpc, Portal portal, Map<String, Set<String>> seen, Vocabulary.Looked looked) {
        return new Vocabulary(
                portal.overall(),
                portal.measures(),
                sorted(directory.groups(cpc), g -> g.name()),
                sorted(directory.segments(cpc), s -> s.name()),
                say.zone(portal.timeZone()),
                seen,
                looked);
    }

    private ResponseValues.Values lately(String cpc) {
        Instant now = clock.instant();
        Kept known = kept.get(cpc);
        if (known != null && now.isBefore(known.until())) {
            return known.values();
        }
        ResponseValues.Values values = carried.since(cpc, now.minus(Duration.ofDays(DAYS)));
        kept.put(cpc, new Kept(now.plus(FRESH), values));
        return values;
    }

    private static <T> Map<String, String> sorted(Map<String, T> entries, Function<T, String> name) {
        return entries.entrySet().stream()
                .sorted(java.util.Comparator.comparing(e -> name.apply(e.getValue())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> name.apply(e.getValue()), (a, b) -> a, LinkedHashMap::new));
    }
}
