package io.amends.contracts.directory;

import io.amends.contracts.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found in one entry, by how bad it is; one reason for each pointer. */
final class Findings {
    private final Map<String, Reason> wrong = new LinkedHashMap<>();
    private final Map<String, Reason> outdated = new LinkedHashMap<>();
    private final List<Reason> warnings = new ArrayList<>();

    /** It cannot be read. */
    void wrong(String pointer, String reason) {
        wrong.putIfAbsent(pointer, new Reason(pointer, reason));
    }

    /** It can be read, but is not taken any more. */
    void outdated(String pointer, String reason) {
        outdated.putIfAbsent(pointer, new Reason(pointer, reason));
    }

    /** It is taken, and may not be what was meant. */
    void warning(String pointer, String reason) {
        warnings.add(new Reason(pointer, reason));
    }

    boolean nothingWrong() {
        return wrong.isEmpty();
    }

    /** Every reason why the door does not take it, those why nobody can read it first. */
    List<Reason> reasons() {
        Map<String, Reason> all = new LinkedHashMap<>(wrong);
        outdated.forEach(all::putIfAbsent);
        return all.values().stream().limit(EntryLimits.REASONS).toList();
    }

    List<Reason> warnings() {
        return List.copyOf(warnings);
    }
}
