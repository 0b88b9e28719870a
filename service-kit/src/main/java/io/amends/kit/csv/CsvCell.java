package io.amends.kit.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Survey text as a cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula (H6). A spreadsheet may divide
 * a line elsewhere than we do, at semicolons or tabs or at every line break, as its locale has it: so an apostrophe
 * stands before a formula's sign wherever a cell could begin, not only where ours does.
 */
public final class CsvCell {
    /** Begins a file: without it the usual spreadsheet takes UTF-8 for something else. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a formula begins with; some spreadsheets read the full-width and the small signs too. */
    private static final String SIGNS = "=+\\-@|%\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";

    /** What spreadsheets skip before they look for a formula: blanks, what is invisible, and quotes. */
    private static final String SKIPPED = "[\\s\\p{Z}\\p{Cf}\\p{M}\"]*+";

    private static final Pattern FORMULA = Pattern.compile(SKIPPED + "[" + SIGNS + "]");
    private static final Pattern FORMULA_WITHIN =
            Pattern.compile("([,;\t\r\n\u2028\u2029]" + SKIPPED + ")(?=[" + SIGNS + "])");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\t\r\n]]");
    private static final Pattern QUOTED = Pattern.compile("[\",;\t\r\n]");

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
        String text = value instanceof BigDecimal number
                ? number.toPlainString()
                : value instanceof Number ? value.toString() : harmless(value.toString());
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String harmless(String text) {
        String clean = CONTROL.matcher(text).replaceAll("");
        String within = FORMULA_WITHIN.matcher(clean).replaceAll("$1'");
        return FORMULA.matcher(clean).lookingAt() || startsWithBreak(clean) ? "'" + within : within;
    }

    private static boolean startsWithBreak(String text) {
        return !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
