package io.amends.alerting.report;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.TimeZoneNames;
import io.amends.alerting.digest.Digest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;

/** The language of one digest: its sentences, and how it writes numbers, days, times and time zones (C11). */
public final class DigestLanguage {
    /** The languages in which there are sentences. */
    private static final Set<String> OFFERED = Set.of(Locale.ENGLISH.getLanguage());

    private final DigestMessages messages;
    private final Locale locale;
    private final NumberFormat numbers;
    private final DateTimeFormatter days;
    private final DateTimeFormatter times;

    /** @param messages in the language of the locale */
    public DigestLanguage(DigestMessages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.numbers = NumberFormat.getInstance(locale);
        this.days = DateTimeFormatter.ofPattern("EEE d MMM yyyy", locale);
        this.times = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    }

    /** The locale of who gets a digest: their own, else their portal's; English where their language is not offered. */
    public static Locale ofRecipient(Digest digest) {
        String own = digest.recipient().contact().language();
        String tag =
                own == null || own.isBlank() ? digest.source().preferences().language() : own;
        Locale asked = Locale.forLanguageTag(tag);
        // Dates in one language within sentences of another would read like a mistake.
        Locale offered = OFFERED.contains(asked.getLanguage()) ? asked : Locale.ENGLISH;
        // The dates of plain "en" are American in Java; here the day comes first unless somebody asks otherwise.
        return offered.equals(Locale.ENGLISH) ? Locale.UK : offered;
    }

    /** The sentences. */
    public DigestMessages messages() {
        return messages;
    }

    /** A whole number, such as 1,204. */
    public String number(long number) {
        return numbers.format(number);
    }

    /** Day and time, such as Fri 20 Nov 2026, 08:55. */
    public String time(Instant instant, ZoneId zone) {
        return messages.dayAndTime(day(instant, zone), times.format(instant.atZone(zone)));
    }

    /** A day, such as Fri 20 Nov 2026. */
    public String day(Instant instant, ZoneId zone) {
        return days.format(instant.atZone(zone));
    }

    /** Whose time a clock shows, such as Berlin time: by the city that a time zone is named after. */
    public String zone(ZoneId zone) {
        String city = TimeZoneNames.getInstance(locale).getExemplarLocationName(zone.getId());
        String code = zone.getId();
        return messages.zone(city == null ? code.substring(code.lastIndexOf('/') + 1) : city);
    }

    /** The tag of the language, for readers of the page such as screen readers. */
    public String tag() {
        return locale.getLanguage();
    }

    /** Whether paper is Letter where the reader is, rather than A4. */
    public boolean letterPaper() {
        return locale.getCountry().equals("US") || locale.getCountry().equals("CA");
    }
}
