package io.amends.messages;

import io.quarkus.qute.i18n.Localized;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages that people are written to in, and which of them a reader gets (C11). */
public final class Languages {
    /** By their tags; English, which the sentences are written in first, leads. */
    public static final List<String> SPOKEN = List.of("en", "de", "fr", "es", "pt", "ja");

    /** Longer than any browser's {@code Accept-Language}. */
    private static final int LONGEST = 500;

    private Languages() {}

    /**
     * How a reader is written to: in their own language, else in that of their portal, else in English. A language that is not
     * spoken here counts as none. A region, such as that of {@code de-AT}, is kept: dates and numbers are written as there.
     *
     * @param own the tag of the reader's language, where they have one
     * @param portals that of their portal
     */
    public static Locale of(@Nullable String own, @Nullable String portals) {
        Locale locale = Stream.of(Objects.requireNonNullElse(own, ""), Objects.requireNonNullElse(portals, ""))
                .map(tag -> Locale.forLanguageTag(tag).stripExtensions())
                .filter(wished -> SPOKEN.contains(wished.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        // The dates of plain "en" are American; here the day comes first unless somebody asks otherwise.
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }

    /**
     * The tag of the language that somebody wishes most, of those that are spoken; null where they wish for none.
     *
     * @param header {@code Accept-Language} as it came, from anybody
     */
    public static @Nullable String accepted(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return null;
        }
        return ranges(header).stream()
                .filter(range -> range.getWeight() > 0)
                .map(Locale.LanguageRange::getRange)
                .filter(Languages::spoken)
                .findFirst()
                .orElse(null);
    }

    /** Whether the language of a tag is one of those that are spoken. */
    public static boolean spoken(String tag) {
        return SPOKEN.contains(Locale.forLanguageTag(tag).getLanguage());
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of(); // a header that says nothing asks for nothing; of "-" Java says it by an index
        }
    }

    /** A bundle in every language that is spoken, by the locale of who reads it: Quarkus has a bean of it for each. */
    public static <M> Function<Locale, M> each(Instance<M> bundles) {
        return each(tag -> bundles.select(Localized.Literal.of(tag)).get());
    }

    /**
     * The same without Quarkus.
     *
     * @param bundle the bundle in the language of a tag
     */
    public static <M> Function<Locale, M> each(Function<String, M> bundle) {
        Map<String, M> bundles = SPOKEN.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), bundle));
        return locale -> {
            M sentences = bundles.get(locale.getLanguage());
            if (sentences == null) {
                throw new IllegalArgumentException("no language that is spoken here: " + locale);
            }
            return sentences;
        };
    }
}
