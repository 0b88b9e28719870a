package io.amends.dashboard.recovery.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.directory.MailAddress;
import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address behind which a telephone or a mail program opens. What a customer's record holds may be anything: only what
 * is one number, or one address, becomes one.
 */
public final class Reach {
    private static final String DIGITS = "[0-9 \u00A0().\u2010-\u2013-]*";
    // One stroke is how some write an area code; two, or one with blanks around it, are two numbers.
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9(]" + DIGITS + "([0-9)]/[0-9]" + DIGITS + ")?");
    private static final int SHORTEST = 3;
    /** The longest number of the world's plan (E.164). */
    private static final int LONGEST = 15;

    private Reach() {}

    /** The number to call; null where the text is not one number. */
    public static @Nullable String call(String phone) {
        String written = phone.strip();
        if (!NUMBER.matcher(written).matches()) {
            return null;
        }
        boolean international = written.startsWith("+");
        // "+49 (0)30": the nought is dialled at home only.
        String digits = (international ? written.replace("(0)", "") : written).replaceAll("[^0-9]", "");
        return digits.length() < SHORTEST || digits.length() > LONGEST
                ? null
                : "tel:" + (international ? "+" : "") + digits;
    }

    /** The address to write to; null where nothing can be sent to the text. */
    public static @Nullable String write(String email) {
        String address = MailAddress.sendable(email.strip());
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@');
        return "mailto:" + URLEncoder.encode(address.substring(0, at), UTF_8) + address.substring(at);
    }
}
