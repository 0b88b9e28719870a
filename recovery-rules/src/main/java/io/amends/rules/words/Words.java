package io.amends.rules.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The phrases that rules, and what becomes of them, are told in. English ships; the bundle is where other languages go. */
public final class Words {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final ResourceBundle bundle;

    private Words(Locale locale) {
        bundle = ResourceBundle.getBundle(
                "io/amends/rules/words/words", locale, Words.class.getClassLoader(), NO_FALLBACK);
    }

    /** A phrase with its gaps filled in order; a gap is a text as it is to be read. */
    public String of(String key, String... gaps) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(gaps);
    }

    /** What people call a measure: those of the usual kinds by their common names. */
    public String measure(String measure) {
        return ofOr("measure." + measure, measure);
    }

    /** What people call a field of a response. */
    public String field(String field) {
        return ofOr("field." + field, field);
    }

    /** What a contact choice says. */
    public String choice(String choice) {
        return ofOr("choice." + choice, choice);
    }

    /** A phrase that may have a wording of its own, or the fallback. */
    private String ofOr(String key, String fallback) {
        return bundle.containsKey(key) ? of(key) : fallback;
    }

    /** Texts joined two by two by a phrase with two gaps. */
    String join(String key, List<String> texts) {
        return texts.stream().reduce((left, right) -> of(key, left, right)).orElse("");
    }

    String quoted(String text) {
        return of("quoted", text);
    }
}
