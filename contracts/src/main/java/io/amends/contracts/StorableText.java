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
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

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
        // Every text of every event comes through here, and hardly one has anything to replace.
        return fault(text) == null
                ? text
                : LONE_SURROGATE.matcher(withoutNul(text)).replaceAll(String.valueOf(REPLACEMENT));
    }
}
