package io.amends.alerting.report;

import org.jspecify.annotations.Nullable;

/** How a text from outside is to be set: its direction, and which of the East Asian forms its characters take. */
public final class Script {
    private Script() {}

    /** {@code rtl} if its first letter is written from right to left, else {@code ltr}. */
    public static String direction(String text) {
        return text.codePoints()
                .map(Character::getDirectionality)
                .filter(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT || rightToLeft(d))
                .mapToObj(d -> rightToLeft(d) ? "rtl" : "ltr")
                .findFirst()
                .orElse("ltr");
    }

    /** {@code ja}, {@code ko} or {@code zh} where the text tells, else what its language says, else empty. */
    public static String eastAsian(String text, @Nullable String language) {
        if (has(text, Character.UnicodeScript.HIRAGANA) || has(text, Character.UnicodeScript.KATAKANA)) {
            return "ja";
        }
        if (has(text, Character.UnicodeScript.HANGUL)) {
            return "ko";
        }
        if (!has(text, Character.UnicodeScript.HAN)) {
            return "";
        }
        return language != null && language.startsWith("ja") ? "ja" : "zh";
    }

    private static boolean rightToLeft(int directionality) {
        return directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean has(String text, Character.UnicodeScript script) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script);
    }
}
