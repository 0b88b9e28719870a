package io.amends.dashboard.studio;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.responses.Report;
import io.amends.dashboard.studio.builder.Vocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What conditions of a portal can be about, from its directory and its newest responses. */
@ApplicationScoped
class Vocabularies {
    /** Enough to meet what is usual, and read in a moment. */
    private static final int NEWEST = 400;

    private final Directory directory;
    private final Report report;

    Vocabularies(Directory directory, Report report) {
        this.directory = directory;
        this.report = report;
    }

    Vocabulary of(String cpc, Portal portal) {
        Map<String, Set<String>> seen = new TreeMap<>();
        report.newest(cpc, NEWEST).stream().map(RecoveryDecided::response).forEach(r -> note(seen, r));
        return new Vocabulary(
                portal.overall(),
                portal.measures(),
                sorted(directory.groups(cpc), g -> g.name()),
                sorted(directory.segments(cpc), s -> s.name()),
                seen);
    }

    private static void note(Map<String, Set<String>> seen, SurveyResponse response) {
        note(seen, "channel", response.channel());
        note(seen, "brand", response.brand());
        note(seen, "language", response.language());
        note(seen, "agent", response.agent() == null ? null : response.agent().id());
        response.tags().forEach(t -> note(seen, "tag", t));
        response.factors().forEach(f -> note(seen, "factor", f));
        response.properties().keySet().forEach(p -> note(seen, "property", p));
    }

    private static void note(Map<String, Set<String>> seen, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            seen.computeIfAbsent(field, f -> new TreeSet<>()).add(value);
        }
    }

    private static <T> Map<String, String> sorted(Map<String, T> entries, Function<T, String> name) {
        return entries.entrySet().stream()
                .sorted(java.util.Comparator.comparing(e -> name.apply(e.getValue())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> name.apply(e.getValue()), (a, b) -> a, LinkedHashMap::new));
    }
}
