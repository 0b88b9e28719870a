package io.amends.alerting.report;

import org.jspecify.annotations.Nullable;

/** Makes texts from outside harmless to print: survey text is hostile input (H6). Markup is the form's to escape. */
public final class Clean {
    private static final int TAG_BLOCK = 0xE0000;
    private static final int TAG_BLOCK_END = 0xE0FFF;

    private Clean() {}

    /** One line: control characters and line breaks become spaces; null and blank become the empty text. */
    public static String line(@Nullable String text) {
        return text == null ? "" : printable(text).replaceAll("\\s+", " ").strip();
    }

    /** Several lines, without control characters, with at most one empty line between two, and not beyond a length. */
    public static String lines(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        String clean = printable(text)
                .replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\t\\x0B\\f ]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest)).strip() + " …";
    }

    private static String printable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                kept.appendCodePoint(c);
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
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
