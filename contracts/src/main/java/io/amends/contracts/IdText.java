package io.amends.contracts;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ids and codes as they are compared: without what surrounds them and cannot be seen. " T-1" and "T-1" look alike, so
 * they are the same ticket, and a ticket of blanks is none (A5).
 */
public final class IdText {
    private IdText() {}

    /**
     * The text without blanks around it: white space of any script, control characters, and characters without a width,
     * such as the byte order mark that a file begins with.
     */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (from < to && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The same; null where nothing is left. */
    public static @Nullable String orNull(@Nullable String text) {
        String trimmed = text == null ? "" : trimmed(text);
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** The ids of a list as they are compared, each once; those of which nothing is left are passed over. */
    public static List<String> distinct(Collection<? extends @Nullable String> texts) {
        return texts.stream()
                .map(IdText::orNull)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether it is a sign that spans what follows it, such as the Arabic number sign: of the format, and seen. */
    private static boolean seen(char c) {
        return (c >= '\u0600' && c <= '\u0605')
                || c == '\u06DD'
                || c == '\u070F'
                || c == '\u0890'
                || c == '\u0891'
                || c == '\u08E2';
    }

    // Only of the basic plane: beyond it are characters that make one flag out of another. NUL is refused, not trimmed.
    private static boolean blank(char c) {
        return c != '\u0000' && StorableText.leavesNoMark(c) && !seen(c);
    }
}
