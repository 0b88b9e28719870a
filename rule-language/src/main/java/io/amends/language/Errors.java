package io.amends.language;

import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an author hears of all of it at once. */
final class Errors {
    private final List<Reason> reasons = new ArrayList<>();
    private int untold;

    void add(Pointer pointer, String reason) {
        add(pointer.toString(), reason);
    }

    /** What cannot be written, half a character in an unknown field's name, is told as it can be. */
    void add(String pointer, String reason) {
        if (reasons.size() < Limits.ERRORS) {
            reasons.add(new Reason(StorableText.printable(pointer), StorableText.printable(reason)));
        } else {
            untold++;
        }
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    List<Reason> all() {
        List<Reason> all = new ArrayList<>(reasons);
        if (untold > 0) {
            all.add(new Reason("", "and " + untold + " more errors"));
        }
        return all;
    }
}
