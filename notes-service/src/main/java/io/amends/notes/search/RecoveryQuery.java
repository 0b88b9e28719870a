package io.amends.notes.search;

import io.amends.contracts.IdText;
import io.amends.contracts.Reason;
import io.amends.notes.portal.LocalDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which responses a notes dialog is opened for: exactly two of group, date and ticket (D3), or those of a digest. */
public sealed interface RecoveryQuery {

    /** The ticket's newest response in this group. */
    record TicketInGroup(String ticketId, String group) implements RecoveryQuery {}

    /** The ticket's newest response received on this day. */
    record TicketOnDay(String ticketId, LocalDate date) implements RecoveryQuery {}

    /** The RECOVERY candidates that a group received on a day. */
    record GroupOnDay(String group, LocalDate date) implements RecoveryQuery {}

    /**
     * The responses of a digest, in its order.
     *
     * @param groups the groups that the digest was made for; empty for any
     */
    record ReportedResponses(List<String> responseIds, Set<String> groups) implements RecoveryQuery {}

    /** The parameters could not be understood. */
    final class Unclear extends RuntimeException {
        private final transient List<Reason> reasons;

        Unclear(List<Reason> reasons) {
            super("Give exactly two of rgid, date and tid.");
            this.reasons = reasons;
        }

        public List<Reason> reasons() {
            return reasons;
        }
    }

    /**
     * Reads the query parameters.
     *
     * @param rgid more than one only with rid
     * @param rid the responses of a digest
     * @throws Unclear unless exactly two of the first three are there, or rid without date and tid
     */
    static RecoveryQuery of(List<String> rgid, @Nullable String date, @Nullable String tid, List<String> rid) {
        List<String> groups = rgid.stream()
                .map(RecoveryQuery::blankToNull)
                .filter(Objects::nonNull)
                .toList();
        String day = blankToNull(date);
        String ticket = blankToNull(tid);
        if (!rid.isEmpty()) {
            if (day != null || ticket != null) {
                throw new Unclear(List.of(new Reason("?rid", "can be given only together with rgid")));
            }
            return new ReportedResponses(rid.stream().map(IdText::trimmed).toList(), Set.copyOf(groups));
        }
        long given = groups.size()
                + Stream.of(ofNullable(day), ofNullable(ticket))
                        .mapToLong(List::size)
                        .sum();
        if (given != 2 || groups.size() > 1) {
            List<Reason> reasons = new ArrayList<>();
            List.of("?rgid", "?date", "?tid")
                    .forEach(p -> reasons.add(new Reason(p, "give exactly two of rgid, date and tid")));
            throw new Unclear(reasons);
        }
        if (ticket != null && day != null) {
            return new TicketOnDay(ticket, day(day));
        }
        String group = groups.get(0);
        return ticket != null ? new TicketInGroup(ticket, group) : new GroupOnDay(group, day(String.valueOf(day)));
    }

    private static LocalDate day(String text) {
        return LocalDay.parse(text)
                .orElseThrow(() -> new Unclear(List.of(new Reason("?date", "a day is written yyyy-mm-dd"))));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new Unclear(List.of(new Reason("", "an id must not have a NUL character")));
        }
        return IdText.orNull(text);
    }

    private static List<String> ofNullable(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
