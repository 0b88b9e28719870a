package io.amends.notes.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A day as it is written in addresses: yyyy-mm-dd, of the portal's zone. */
public final class LocalDay {
    private LocalDay() {}

    /** The day, or empty if the text is none; only years of four digits, which every later step can hold. */
    public static Optional<LocalDate> parse(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
