package io.amends.rules.backtest.tally;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case that a backtest shows: what was decided, what would be, and why either.
 *
 * @param before as decided live
 * @param after by the judged rules
 * @param rules the judged rules that match, in their order
 */
public record Example(
        String responseId,
        String ticketId,
        String supportGroup,
        Instant submittedAt,
        @Nullable BigDecimal overall,
        ContactChoice contactChoice,
        @Nullable String comment,
        Side before,
        Side after,
        List<String> rules) {

    /** One of the two decisions. */
    public record Side(Kind kind, Contact contact, @Nullable Integer priority, Alert alert, String summary) {}
}
