package io.amends.rules.versions;

import io.amends.contracts.api.RuleSetVersion;
import io.amends.language.Clause;
import io.amends.language.Rule;
import io.amends.language.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Since when the published rules ask for what they ask for now: what a rule caught is to be read against that (F5). */
@ApplicationScoped
public class RuleAges {
    /** A portal that publishes more often than this in the days looked at is not followed further back. */
    private static final int MOST = 20;

    private final RuleSetStore store;

    RuleAges(RuleSetStore store) {
        this.store = store;
    }

    /** The version in which a rule became what it is. */
    public record RuleAge(long version, Instant publishedAt) {}

    /** Those published rules that became what they are after a moment, by name. Other effects make no other rule of it. */
    public Map<String, RuleAge> youngerThan(String cpc, Instant moment) {
        return youngerThan(moment, store.versions(cpc), version -> store.byName(cpc, version)
                .map(NamedRules::rules)
                .orElse(RuleSet.EMPTY));
    }

    /** The same of any history. */
    static Map<String, RuleAge> youngerThan(
            Instant moment, List<RuleSetVersion> newestFirst, LongFunction<RuleSet> rulesOf) {
        Map<String, RuleAge> younger = new HashMap<>();
        Map<String, Clause> open = Map.of();
        if (newestFirst.isEmpty() || !newestFirst.get(0).publishedAt().isAfter(moment)) {
            return younger;
        }
        for (int i = 0; i < newestFirst.size(); i++) {
            RuleSetVersion version = newestFirst.get(i);
            if (i >= MOST || (i > 0 && open.isEmpty())) {
                return younger;
            }
            RuleAge before = i == 0 ? null : age(newestFirst.get(i - 1));
            Map<String, Clause> here = conditions(rulesOf.apply(version.version()));
            if (before == null) {
                open = here;
            } else {
                Map<String, Clause> same = new HashMap<>();
                open.forEach((name, when) -> {
                    if (when.equals(here.get(name))) {
                        same.put(name, when);
                    } else {
                        younger.put(name, before);
                    }
                });
                open = same;
            }
            if (!version.publishedAt().isAfter(moment)) {
                return younger;
            }
        }
        RuleAge first = age(newestFirst.get(newestFirst.size() - 1));
        open.keySet().forEach(name -> younger.put(name, first));
        return younger;
    }

    private static RuleAge age(RuleSetVersion version) {
        return new RuleAge(version.version(), version.publishedAt());
    }

    private static Map<String, Clause> conditions(RuleSet rules) {
        return rules.rules().stream().collect(Collectors.toMap(Rule::name, Rule::when, (one, other) -> one));
    }
}
