package io.amends.ingest.submission;

import io.amends.contracts.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** What was sent is no survey response (A5): refused with every reason, never quarantined. */
public final class Malformed extends Exception {
    private static final int NAMED = 20;

    private final transient List<Reason> reasons;

    Malformed(List<Reason> reasons) {
        super(reasons.stream()
                .map(r -> r.pointer().isEmpty() ? r.reason() : r.pointer() + ": " + r.reason())
                .collect(Collectors.joining("; ")));
        this.reasons = List.copyOf(reasons);
    }

    static Malformed because(String reason) {
        return new Malformed(List.of(new Reason("", reason)));
    }

    /** All of them, up to a number a person can read. */
    public List<Reason> reasons() {
        return reasons;
    }

    static List<Reason> readable(List<Reason> all) {
        return all.stream().distinct().limit(NAMED).toList();
    }
}
