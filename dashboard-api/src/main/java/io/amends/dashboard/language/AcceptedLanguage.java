package io.amends.dashboard.language;

import io.amends.messages.Languages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the languages that are spoken here a browser asks for, by {@code Accept-Language}. */
final class AcceptedLanguage {
    /** Longer than any browser's. */
    private static final int LONGEST = 500;

    private AcceptedLanguage() {}

    /**
     * The tag of the most wished one; null where none of them is asked for.
     *
     * @param header as it came, from anybody
     */
    static @Nullable String of(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return null;
        }
        return ranges(header).stream()
                .filter(range -> range.getWeight() > 0)
                .map(Locale.LanguageRange::getRange)
                .filter(AcceptedLanguage::spoken)
                .findFirst()
                .orElse(null);
    }

    /** Whether a language is one of those that are spoken here. */
    static boolean spoken(String tag) {
        return Languages.SPOKEN.contains(Locale.forLanguageTag(tag).getLanguage());
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of(); // a header that says nothing asks for nothing; of "-" Java says it by an index
        }
    }
}
