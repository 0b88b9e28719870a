package io.amends.dashboard.responses.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Survey text as a cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula (H6). */
public final class CsvCell {
    private CsvCell() {}

    /** One line of cells, with its line end. */
    public static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvCell::of).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A cell; null is an empty one. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        // Numbers are ours and may start with a minus sign; text is not, and may not.
        String text = value instanceof Number ? value.toString() : harmless(value.toString());
        return text.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static String harmless(String text) {
        String clean = text.codePoints()
                .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // Spreadsheets skip leading blanks, and some read the full-width signs, before they look for a formula.
        int first = clean.codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT)
                .findFirst()
                .orElse(' ');
        boolean formula = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20".indexOf(first) >= 0;
        return formula || startsWithBreak(clean) ? "'" + clean : clean;
    }

    private static boolean startsWithBreak(String text) {
        return !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
