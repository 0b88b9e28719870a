package io.amends.alerting.report;

import org.jspecify.annotations.Nullable;

/** Makes texts from outside harmless to print: survey text is hostile input (H6). Markup is the form's to escape. */
public final class Clean {
    /** Letters and marks that look like spaces, so that enough of them push the rest to a line of its own. */
    private static final String BLANK_LETTERS = "\u115F\u1160\u2800\u3164\uFFA0";

    /** So many characters are read for each that is shown: to read all of a long text takes long. */
    private static final int READ_FOR_ONE = 20;

    /** What nobody reads to its end. */
    private static final int LONGEST_NAME = 200;

    private static final int TAG_BLOCK = 0xE0000;
    private static final int TAG_BLOCK_END = 0xE0FFF;

    private Clean() {}

    /** One line: control characters, line breaks and blanks of any kind become one space; null becomes the empty text. */
    public static String line(@Nullable String text) {
        return text == null
                ? ""
                : printable(text).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /** One line that says with "…" that it was cut. */
    public static String line(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        String read = start(text, READ_FOR_ONE * longest);
        String line = line(read);
        String start = start(line, longest);
        boolean whole = start.length() == line.length() && read.length() == text.length();
        return whole || line.isEmpty() ? line : start + " …";
    }

    /** A name of anything: one line of at most 200 characters, so that a report has room for what it is made for. */
    public static String name(@Nullable String text) {
        return line(text, LONGEST_NAME);
    }

    /** Several lines, without control characters, and with at most one empty line between two. */
    public static String lines(@Nullable String text) {
        return text == null
                ? ""
                : printable(text)
                        .replaceAll("[\\t ]+", " ")
                        .replaceAll(" ?\\n ?", "\n")
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip();
    }

    /** The first characters of a clean text, without half a character or a blank at the end. */
    static String start(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).strip();
    }

    private static String printable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        // \R is every line break of Unicode: also the vertical tab, the form feed, U+0085, U+2028 and U+2029.
        text.replaceAll("\\R", "\n").codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                kept.appendCodePoint(c);
            } else if (Character.isISOControl(c) || BLANK_LETTERS.indexOf(c) >= 0) {
                kept.append(' ');
            } else if (!invisible(c)) {
                kept.appendCodePoint(c);
            }
        });
        return kept.toString();
    }

    /** What could hide or turn round what a person reads, and what is no character at all. */
    private static boolean invisible(int c) {
        boolean turnsDirection =
                (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        boolean noCharacter = Character.getType(c) == Character.SURROGATE
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || c == 0xFEFF;
        return turnsDirection || noCharacter || (c >= TAG_BLOCK && c <= TAG_BLOCK_END);
    }
}
