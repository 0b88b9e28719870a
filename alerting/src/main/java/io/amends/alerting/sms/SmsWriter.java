package io.amends.alerting.sms;

import com.ibm.icu.text.NumberFormat;
import io.amends.alerting.report.Clean;
import java.util.Locale;

/** Writes the text message beside a digest, in at most two parts: a portal's name that is too long is cut (C3). Pure. */
public final class SmsWriter {
    static final int MOST_PARTS = 2;
    // Three dots are in the GSM alphabet; the one character for them is not.
    private static final String CUT = "...";

    private final SmsMessages messages;
    private final NumberFormat numbers;

    /** @param messages in the language of the locale */
    public SmsWriter(SmsMessages messages, Locale locale) {
        this.messages = messages;
        this.numbers = NumberFormat.getInstance(locale);
    }

    /**
     * The text.
     *
     * @param portal its name
     * @param customers unhappy ones that the digests list
     * @param weekend whether it counts a weekend's as well
     */
    public String text(String portal, int customers, boolean weekend) {
        String name = Clean.name(portal);
        String text = text(name, weekend, customers);
        for (int kept = name.codePointCount(0, name.length()) - 1;
                SmsParts.of(text) > MOST_PARTS && kept >= 0;
                kept--) {
            text = text(cut(name, kept), weekend, customers);
        }
        return text;
    }

    /** A name of at most so many characters, with dots where it is longer. */
    static String cut(String name, int longest) {
        return name.codePointCount(0, name.length()) <= longest
                ? name
                : name.substring(0, name.offsetByCodePoints(0, longest)).strip() + CUT;
    }

    private String text(String portal, boolean weekend, int customers) {
        String shown = numbers.format(customers);
        return weekend ? messages.sinceSaturday(portal, customers, shown) : messages.listed(portal, customers, shown);
    }
}
