package io.amends.dashboard.responses.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who waits to be contacted ({@link CustomerStanding#WAITING}): the report's first line, before it is put in words.
 *
 * @param count how many they are, among all or within what the report is narrowed to
 * @param older how many of them were received before today, in the portal's zone
 * @param since the local date of the oldest; null where nobody waits
 */
public record WaitingCustomers(long count, long older, @Nullable LocalDate since, Wish wish, LocalDate today) {

    /** How those who wait would rather be reached: by call or by email where all of them said so. */
    public enum Wish {
        CALL,
        EMAIL,
        ANY;

        /** The wish of all, where so many of them said call and so many email. */
        public static Wish of(long all, long byCall, long byEmail) {
            return byCall == all ? CALL : byEmail == all ? EMAIL : ANY;
        }
    }

    public static WaitingCustomers of(
            long count, long older, @Nullable Instant oldest, Wish wish, ZoneId zone, Instant now) {
        return new WaitingCustomers(
                count,
                older,
                oldest == null ? null : LocalDate.ofInstant(oldest, zone),
                wish,
                LocalDate.ofInstant(now, zone));
    }

    /** Whether all the older ones came yesterday. */
    public boolean sinceYesterday() {
        return today.minusDays(1).equals(since);
    }
}
