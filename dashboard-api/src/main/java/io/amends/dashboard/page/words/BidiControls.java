package io.amends.dashboard.page.words;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters that turn the direction of text around, shown as such: with them a customer could make a page say
 * something else than what is there. Languages written from the right need none of them.
 */
public final class BidiControls {
    private static final Pattern ANY = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    // Tags, and what a field holds, stay: else a form would send back something else than what was typed.
    private static final Pattern TEXT = Pattern.compile("(?s)<textarea.*?</textarea>|<[^>]*>|" + ANY.pattern());

    private BidiControls() {}

    /** A page in which every such character of its text stands as its number, such as ‹U+202E›. */
    public static String shown(String html) {
        return ANY.matcher(html).find() ? TEXT.matcher(html).replaceAll(BidiControls::shown) : html;
    }

    private static String shown(MatchResult found) {
        String text = found.group();
        return text.length() > 1
                ? Matcher.quoteReplacement(text)
                : String.format(Locale.ROOT, "\u2039U+%04X\u203A", (int) text.charAt(0));
    }
}
