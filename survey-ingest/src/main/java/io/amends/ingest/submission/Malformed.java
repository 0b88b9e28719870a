package io.amends.ingest.submission;

import io.amends.contracts.Reason;
import java.util.List;

/** What was sent is no survey response (A5): refused with every reason, never quarantined. */
public final class Malformed extends Exception {
    private final transient List<Reason> reasons;

    Malformed(List<Reason> reasons) {
        super(Reason.phrases(reasons));
        this.reasons = List.copyOf(reasons);
    }

    static Malformed because(String reason) {
        return new Malformed(List.of(new Reason("", reason)));
    }

    /** All of them, up to a number a person can read. */
    public List<Reason> reasons() {
        return reasons;
    }
}
