package io.amends.notes.cases;

import io.amends.contracts.CaseView.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a case may be closed that way now (D8, D12). */
public sealed interface ClosingRule {

    /** It may. */
    record Allowed() implements ClosingRule {}

    /** It was closed with the very same words before: the answer is the case, and nothing happens. */
    record Repeated() implements ClosingRule {}

    /** It was closed in another way. */
    record ClosedOtherwise(Outcome outcome) implements ClosingRule {}

    /** Nobody is unresponsive within two weeks of having been spoken to. */
    record TooEarly(Instant earliest) implements ClosingRule {}

    /**
     * @param lastSpoken when the customer was last spoken to; null if never
     * @param zone the two weeks are counted on this calendar
     */
    static ClosingRule check(
            Case current, CaseClosing closing, @Nullable Instant lastSpoken, ZoneId zone, Instant now) {
        if (current.closed()) {
            CaseClosing earlier = current.course().closing();
            return earlier == null || earlier.equals(closing) ? new Repeated() : new ClosedOtherwise(earlier.outcome());
        }
        if (closing.outcome() == Outcome.UNRESPONSIVE) {
            Optional<Instant> earliest = Optional.ofNullable(lastSpoken)
                    .map(at -> at.atZone(zone).plusWeeks(2).toInstant());
            if (earliest.isPresent() && now.isBefore(earliest.get())) {
                return new TooEarly(earliest.get());
            }
        }
        return new Allowed();
    }
}
