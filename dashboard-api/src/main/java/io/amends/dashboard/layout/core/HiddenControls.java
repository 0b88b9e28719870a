package io.amends.dashboard.layout.core;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters that nobody sees and that make a page say something else than what is there, shown as such: those that
 * turn the direction of text around, which languages written from the right need none of, and all control characters but
 * the white space among them.
 */
public final class HiddenControls {
    private static final Pattern ANY = Pattern.compile(
            "[\\u202A-\\u202E\\u2066-\\u2069\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]");

    // What a field holds stays: else a form would send back something else than what was typed. So do addresses, and
    // what scripts read.
    private static final Pattern PARTS = Pattern.compile("(?s)<textarea.*?</textarea>|<[^>]*>|" + ANY.pattern());
    private static final Pattern READ_OUT = Pattern.compile("(?<=\\s)(?:title|aria-label|alt|placeholder)=\"[^\"]*\"");

    private HiddenControls() {}

    /** A page in which every such character that is read, in its text or beside it, stands as its number, such as ‹U+202E›. */
    public static String shown(String html) {
        return ANY.matcher(html).find() ? PARTS.matcher(html).replaceAll(HiddenControls::part) : html;
    }

    private static String part(MatchResult found) {
        String part = found.group();
        if (!part.startsWith("<")) {
            return number(found);
        }
        return Matcher.quoteReplacement(
                part.startsWith("<textarea")
                        ? part
                        : READ_OUT.matcher(part)
                                .replaceAll(attribute -> Matcher.quoteReplacement(
                                        ANY.matcher(attribute.group()).replaceAll(HiddenControls::number))));
    }

    private static String number(MatchResult found) {
        return String.format(
                Locale.ROOT, "\u2039U+%04X\u203A", (int) found.group().charAt(0));
    }
}
