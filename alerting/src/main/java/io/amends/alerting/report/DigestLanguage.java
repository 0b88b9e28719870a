package io.amends.alerting.report;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.amends.alerting.digest.Digest;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.messages.Languages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * The language of one digest: its sentences, and how it writes numbers, lists, days, times and time zones (C11). For one thread.
 */
public final class DigestLanguage {
    /** What is told of a day; how and in which order is the language's. */
    private static final String DAY = DateFormat.YEAR_ABBR_MONTH_WEEKDAY_DAY;

    /** The hour as the language counts it, from 0 to 23 or from 1 to 12. */
    private static final String HOUR = "jm";

    private static final String TIME_OF_DAY = DAY + HOUR;

    /** Digits behind the point, which a rating may have more of than numbers have by default. */
    private static final int MOST_DIGITS = 10;

    private static final int MILLIMETRES_OF_LETTER = 216;

    private final DigestMessages messages;
    private final Locale locale;
    private final NumberFormat numbers;
    private final DateFormat days;
    private final DateFormat times;
    private final DateFormat hours;

    /** @param messages in the language of the locale */
    public DigestLanguage(DigestMessages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.numbers = NumberFormat.getInstance(locale);
        this.numbers.setMaximumFractionDigits(MOST_DIGITS);
        this.days = format(DAY, locale);
        this.times = format(TIME_OF_DAY, locale);
        this.hours = format(HOUR, locale);
    }

    /** The locale of who gets a digest. */
    public static Locale ofRecipient(Digest digest) {
        return Languages.of(
                digest.recipient().contact().language(),
                digest.source().preferences().language());
    }

    /** The sentences. */
    public DigestMessages messages() {
        return messages;
    }

    /** Whether it is English, in which decisions are stored. */
    boolean english() {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** A whole number, such as 1,204. */
    public String number(long number) {
        return numbers.format(number);
    }

    /** A rating on the scale of the portal's overall rating, such as 1 of 5. */
    String rating(BigDecimal given, Portal portal) {
        Measure scale = portal.measures().get(portal.overall());
        return scale == null || scale.max() == null
                ? numbers.format(given)
                : messages.score(numbers.format(given), numbers.format(scale.max()));
    }

    /** A threshold, on the same scale. */
    String threshold(BigDecimal threshold) {
        return numbers.format(threshold);
    }

    /** Several as one phrase, such as A, B and C. */
    String list(List<String> several) {
        return ListFormatter.getInstance(locale).format(several);
    }

    /** Day and time, such as Fri, 20 Nov 2026, 08:55. */
    public String time(Instant instant, ZoneId zone) {
        return shown(times, instant, zone);
    }

    /** A day, such as Fri, 20 Nov 2026. */
    public String day(Instant instant, ZoneId zone) {
        return shown(days, instant, zone);
    }

    /** A time of a day that is known, such as 08:55. */
    public String timeOfDay(Instant instant, ZoneId zone) {
        return shown(hours, instant, zone);
    }

    private static DateFormat format(String told, Locale locale) {
        DateFormat format = DateFormat.getInstanceForSkeleton(told, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }

    /** What a clock of the zone shows is Java's to say: ICU has time zones of its own, and not all that Java knows. */
    private static String shown(DateFormat format, Instant instant, ZoneId zone) {
        return format.format(
                instant.atZone(zone).toLocalDateTime().toInstant(ZoneOffset.UTC).toEpochMilli());
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
        return LocaleData.getPaperSize(ULocale.forLocale(locale)).getWidth() == MILLIMETRES_OF_LETTER;
    }
}
