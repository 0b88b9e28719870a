package io.amends.dashboard.preferences.core;

import java.util.regex.Pattern;

/**
 * A text in a file that is exported and imported again: no spreadsheet takes it for a formula (H6), and it comes back as it
 * was. Where a formula could begin, an apostrophe stands before its sign, as in every file of ours; a text that has
 * apostrophes there already gets one more, and reading takes one away.
 */
public final class GuardedCell {
    // As in CsvCell, which writes a guarded text as it is.
    private static final String SIGN = "[=+\\-@|%\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]";
    private static final String SKIPPED = "[\\s\\p{Z}\\p{Cf}\\p{M}\"]*+";
    private static final String BEGINS = "(?:" + SKIPPED + SIGN + "|[\\t\\r\\n])";
    private static final String WITHIN = "([,;\\t\\r\\n\\u2028\\u2029]" + SKIPPED + ")";

    private static final Pattern START = Pattern.compile("'*+" + BEGINS);
    private static final Pattern GUARDED_START = Pattern.compile("'++" + BEGINS);
    private static final Pattern INSIDE = Pattern.compile(WITHIN + "(?='*+" + SIGN + ")");
    private static final Pattern GUARDED_INSIDE = Pattern.compile(WITHIN + "'(?='*+" + SIGN + ")");

    private GuardedCell() {}

    /** A text as it stands in a file. */
    public static String guarded(String text) {
        String begun = START.matcher(text).lookingAt() ? "'" + text : text;
        return INSIDE.matcher(begun).replaceAll("$1'");
    }

    /** The text that a cell of a file stands for. */
    public static String read(String cell) {
        String whole = GUARDED_INSIDE.matcher(cell).replaceAll("$1");
        return GUARDED_START.matcher(whole).lookingAt() ? whole.substring(1) : whole;
    }
}
