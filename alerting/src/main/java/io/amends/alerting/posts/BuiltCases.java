package io.amends.alerting.posts;

import io.amends.alerting.digest.Digest;
import io.amends.contracts.DigestBuilt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the digests of a period have of some groups: each case once, however many digests have it.
 *
 * @param listed how many customers are listed, by group
 * @param waiting ids of responses that wait for a later digest
 * @param groups of both
 * @param responses ids of both
 */
record BuiltCases(Map<String, Long> listed, Set<String> waiting, Set<String> groups, Set<String> responses) {

    static BuiltCases of(List<Digest> digests, Predicate<String> groups) {
        Map<String, String> shown = new HashMap<>();
        Map<String, String> waiting = new HashMap<>();
        for (Digest digest : digests) {
            digest.items()
                    .forEach(item -> shown.put(
                            item.decision().responseId(), item.decision().supportGroup()));
            digest.deferred().forEach(group -> group.cases()
                    .forEach(waits -> waiting.put(waits.responseId(), group.supportGroup())));
        }
        shown.values().removeIf(group -> !groups.test(group));
        waiting.values().removeIf(group -> !groups.test(group));
        waiting.keySet().removeAll(shown.keySet());
        Map<String, Long> listed = new TreeMap<>();
        shown.values().forEach(group -> listed.merge(group, 1L, Long::sum));
        Set<String> all = new TreeSet<>(shown.values());
        all.addAll(waiting.values());
        Set<String> responses = new HashSet<>(shown.keySet());
        responses.addAll(waiting.keySet());
        return new BuiltCases(listed, waiting.keySet(), all, responses);
    }

    boolean isEmpty() {
        return responses.isEmpty();
    }

    long deferred() {
        return waiting.size();
    }

    /** What an event tells of these groups. */
    DigestBuilt narrowed(DigestBuilt built) {
        return new DigestBuilt(
                built.digestId(),
                built.portal(),
                built.contactId(),
                built.period(),
                kept(built.shown()),
                kept(built.deferred()),
                built.at());
    }

    private List<String> kept(List<String> ids) {
        return ids.stream().filter(responses::contains).toList();
    }
}
