package io.amends.dashboard.responses.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the report is sorted; written {@code received}, or {@code -received} for descending. */
public record Sort(Column by, boolean descending) {
    public static final Sort NEWEST_FIRST = new Sort(Column.RECEIVED, true);

    /** What can be sorted by. */
    public enum Column {
        RECEIVED,
        OVERALL,
        GROUP,
        CUSTOMER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The sorting so written; newest first where nothing is given; empty where there is no such column. */
    public static Optional<Sort> of(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return Optional.of(NEWEST_FIRST);
        }
        boolean descending = written.startsWith("-");
        String word = descending ? written.substring(1) : written;
        return Arrays.stream(Column.values())
                .filter(c -> c.word().equals(word))
                .findFirst()
                .map(c -> new Sort(c, descending));
    }

    public String written() {
        return (descending ? "-" : "") + by.word();
    }

    /** What a click on that column's head asks for: its usual direction first, then the other one. */
    public Sort onHead(Column column) {
        return new Sort(column, column == by ? !descending : column == Column.RECEIVED);
    }
}
