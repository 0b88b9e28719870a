package io.amends.dashboard.language;

import io.amends.messages.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** The languages that the pages can be read in, for a field to choose one (C11). */
@ApplicationScoped
public class OfferedLanguages {
    private final PageLanguage language;

    OfferedLanguages(PageLanguage language) {
        this.language = language;
    }

    /**
     * One of them.
     *
     * @param name as it calls itself
     */
    public record OfferedLanguage(String tag, String name, boolean chosen) {}

    /** All of them, each by its own name. */
    public List<OfferedLanguage> offered() {
        String chosen = language.chosen();
        return Languages.SPOKEN.stream()
                .map(tag -> new OfferedLanguage(tag, own(Locale.forLanguageTag(tag)), tag.equals(chosen)))
                .toList();
    }

    private static String own(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
