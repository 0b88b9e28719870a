package io.amends.alerting.report;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.TimeZoneNames;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The sentences of a digest in the reader's language, with its plurals and dates (C11); English where there is none. */
public final class ReportWords {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private ReportWords(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The words for a language tag such as {@code de} or {@code en-US}. */
    public static ReportWords in(@Nullable String languageTag) {
        Locale asked = Locale.forLanguageTag(languageTag == null ? "en" : languageTag);
        ResourceBundle bundle = ResourceBundle.getBundle(
                "io/amends/alerting/report/words", asked, ReportWords.class.getClassLoader(), NO_FALLBACK);
        boolean inItsLanguage = bundle.getLocale().getLanguage().equals(asked.getLanguage())
                || asked.getLanguage().equals("en");
        // Dates in one language within sentences of another would read like a mistake. Plain "en" counts days first.
        Locale dates = inItsLanguage ? asked : Locale.ENGLISH;
        return new ReportWords(bundle, dates.equals(Locale.ENGLISH) ? Locale.UK : dates);
    }

    /** A sentence without gaps. */
    public String of(String key) {
        return bundle.getString(key);
    }

    /** A sentence with its gaps filled by name. */
    public String of(String key, Map<String, Object> gaps) {
        return new MessageFormat(bundle.getString(key), locale).format(gaps);
    }

    /** Day and time, such as Fri 20 Nov 2026, 08:55. */
    public String time(Instant instant, ZoneId zone) {
        String day = DateTimeFormatter.ofPattern(of("pattern.day"), locale).format(instant.atZone(zone));
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
        return of("time", Map.of("day", day, "time", time));
    }

    /** A day, such as Fri 20 Nov 2026. */
    public String day(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(of("pattern.day"), locale).format(instant.atZone(zone));
    }

    /** Whose time a clock shows, such as Berlin time: by the city that a time zone is named after. */
    public String zone(ZoneId zone) {
        String city = TimeZoneNames.getInstance(locale).getExemplarLocationName(zone.getId());
        String code = zone.getId();
        return of("zone", Map.of("city", city == null ? code.substring(code.lastIndexOf('/') + 1) : city));
    }

    /** The tag of the language that these words are in. */
    public String language() {
        String own = bundle.getLocale().getLanguage();
        return own.isEmpty() ? "en" : own;
    }

    /** Whether paper is Letter where the reader is, rather than A4. */
    public boolean letterPaper() {
        return locale.getCountry().equals("US") || locale.getCountry().equals("CA");
    }
}
