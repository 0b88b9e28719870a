package io.amends.contracts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What counts as text at every door: HTTP, Kafka, pages and files. A lone surrogate is half a character, which no
 * encoding can write. PostgreSQL cannot store NUL. What passes here can be stored, published and read back everywhere.
 *
 * <p>Text that a customer or an author writes freely keeps all else and has NUL replaced ({@link #withoutNul}), since a
 * survey with one odd character is still a customer's word (A5). Text that is matched, such as the name of a rule or a
 * code, is refused, since two names that differ only in what was replaced would become one.
 */
public final class StorableText {
    private static final char NUL = '\u0000';
    private static final char REPLACEMENT = '\uFFFD';

    // What Unicode calls letters, symbols or marks, though nobody can see them alone: joiners and selectors of the
    // character before, fillers of Hangul and of Khmer, and the Braille pattern without a dot.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0"
                    + "\\x{E0100}-\\x{E01EF}]");

    private StorableText() {}

    /** Why this text cannot be stored, as a phrase such as "must not contain the character NUL"; null if it can be. */
    public static @Nullable String fault(String text) {
        int nul = text.indexOf(NUL);
        if (nul >= 0) {
            return "must not contain the character NUL (U+0000), which is at position " + nul;
        }
        return loneSurrogate(text);
    }

    /**
     * Why this text cannot be taken where the length is limited, too; null if it can be.
     *
     * @param longest characters, counted as UTF-16 units
     */
    public static @Nullable String fault(String text, int longest) {
        return text.length() > longest
                ? "must have at most " + longest + " characters, and has " + text.length()
                : fault(text);
    }

    /**
     * Why this text cannot be the name of somebody or something that is shown beside what it did, where the length is
     * limited; null if it can be. A name is one line, and looks like what it is: it has no control characters and none
     * that turn the order of its letters around, such as U+202E. The joiners U+200C and U+200D stay, without which some
     * scripts and families of signs cannot be written.
     *
     * @param longest characters, counted as UTF-16 units
     */
    public static @Nullable String nameFault(String text, int longest) {
        String fault = fault(text, longest);
        if (fault != null) {
            return fault;
        }
        return text.codePoints().anyMatch(StorableText::unfitForNames)
                ? "must not contain line breaks, control characters or characters that cannot be seen"
                : null;
    }

    /** What somebody typed, without the blanks around it; null where nothing can be seen of it, or nothing was typed. */
    public static @Nullable String typed(@Nullable String text) {
        return text == null || blank(text) ? null : text.strip();
    }

    private static boolean unfitForNames(int c) {
        boolean joiner = c == 0x200C || c == 0x200D;
        return leavesNoMark(c) && Character.getType(c) != Character.SPACE_SEPARATOR && !joiner;
    }

    /**
     * Whether there is nothing to see in this text, however long it is: white space of any script, control characters, and
     * characters that leave no mark, such as U+200B. A name of these names nobody, and a reason of these is none.
     */
    public static boolean blank(String text) {
        return text.codePoints().allMatch(StorableText::invisible);
    }

    private static boolean invisible(int c) {
        return leavesNoMark(c) || INVISIBLE.matcher(Character.toString(c)).matches();
    }

    /** White space of any script, control characters, and what Unicode calls of the format. */
    static boolean leavesNoMark(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    /** Why this text is none in any encoding; null if it is. NUL is no fault here. */
    static @Nullable String loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "must not contain half a character (a lone surrogate), which is at position " + i;
            }
        }
        return null;
    }

    /** The text with U+FFFD, the character for what cannot be shown, in the place of NUL. */
    public static String withoutNul(String text) {
        return text.replace(NUL, REPLACEMENT);
    }

    /** The text as it can be named in an error: U+FFFD in the place of NUL and of lone surrogates. */
    public static String printable(String text) {
        if (fault(text) == null) {
            return text;
        }
        return withoutNul(text).replaceAll("\\p{Cs}", String.valueOf(REPLACEMENT));
    }
}
