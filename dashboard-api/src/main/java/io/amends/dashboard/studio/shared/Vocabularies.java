package io.amends.dashboard.studio.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.responses.ResponseValues;
import io.amends.dashboard.studio.core.Vocabulary;
import io.amends.kit.access.Caller;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What conditions of a portal can be about, from its directory and from what its responses carried lately, as far as whoever
 * asks may see them (H1).
 */
@ApplicationScoped
public class Vocabularies {
    private static final int DAYS = 30;
    /** What responses carry changes slowly, and a rule's page is asked for with every step in it. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final int MOST = 500;

    private final Directory directory;
    private final ResponseValues responseValues;
    private final Formats formats;
    private final Clock clock;
    private final Caller caller;
    private final Cache<Asked, ResponseValues.Values> cache =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    Vocabularies(Directory directory, ResponseValues responseValues, Formats formats, Clock clock, Caller caller) {
        this.directory = directory;
        this.responseValues = responseValues;
        this.formats = formats;
        this.clock = clock;
        this.caller = caller;
    }

    /** Of which responses the values are. */
    private record Asked(String cpc, Sight sight) {}

    /** The directory's words and what responses carried in the last days. */
    public Vocabulary of(String cpc, Portal portal) {
        Sight sight = caller.sight(cpc, Permission.SEE_RESPONSES);
        ResponseValues.Values values = lately(cpc, sight);
        return with(
                cpc,
                portal,
                values.byField(),
                new Vocabulary.Lookback(
                        values.responses(), DAYS, values.responses() < ResponseValues.MOST, !sight.all()));
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
                sorted(contacts(cpc), c -> c.name()),
                formats.zone(portal.timeZone()),
                seen,
                lookback);
    }

    private Map<String, Contact> contacts(String cpc) {
        Map<String, Contact> seen = new HashMap<>();
        directory
                .all(EntryType.CONTACT, cpc, caller.sight(cpc, Permission.SEE_DIRECTORY))
                .forEach(stored -> stored.entry().ifPresent(entry -> seen.put(stored.code(), (Contact) entry)));
        return seen;
    }

    private ResponseValues.Values lately(String cpc, Sight sight) {
        return cache.get(
                new Asked(cpc, sight),
                asked -> responseValues.since(cpc, sight, clock.instant().minus(Duration.ofDays(DAYS))));
    }

    private static <T> Map<String, String> sorted(Map<String, T> entries, Function<T, String> name) {
        return entries.entrySet().stream()
                .sorted(java.util.Comparator.comparing(e -> name.apply(e.getValue())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> name.apply(e.getValue()), (a, b) -> a, LinkedHashMap::new));
    }
}
