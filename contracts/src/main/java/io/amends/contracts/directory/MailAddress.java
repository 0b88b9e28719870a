package io.amends.contracts.directory;

import java.net.IDN;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one rule of what mail can be sent to: name@domain as any mail server takes it (RFC 5321), the domain in the form of
 * the DNS. A name of other letters than ASCII needs a server that offers SMTPUTF8, and so do all behind it; so it is none.
 */
public final class MailAddress {
    /** Characters of an address that can be sent to (RFC 5321: 256 with its angle brackets). */
    public static final int LONGEST = 254;

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern NAME = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    // Two labels at least, and the last no number: no localhost, and no 127.0.0.1.
    private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);
    // Java (IDNA 2003) writes these otherwise than the DNS of today does: it would be somebody else's domain.
    private static final Pattern TWO_WAYS = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\p{ASCII}]");

    private MailAddress() {}

    /** The address as it is written to a mail server; null if nothing can be sent to it. */
    public static @Nullable String sendable(@Nullable String address) {
        return address == null || fault(address) != null ? null : ascii(address);
    }

    /** Why nothing can be sent to an address, as a phrase that says what it must be; null if something can. */
    public static @Nullable String fault(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            return "must be an email address such as alex@example.com";
        }
        String name = address.substring(0, at);
        String domain = address.substring(at + 1);
        if (NOT_ASCII.matcher(name).find()) {
            return "must have only letters without accents (ASCII) before its @: not every mail server takes others";
        }
        if (name.length() > LONGEST_NAME) {
            return "must have at most " + LONGEST_NAME + " characters before its @";
        }
        if (!NAME.matcher(name).matches()) {
            return "must have before its @ only letters, digits and signs such as . _ + and -, with no dot at an end"
                    + " and no two in a row";
        }
        if (TWO_WAYS.matcher(domain).find()) {
            return "must have a domain without ß, ς and joiners, which are written in two ways: use its form xn--…";
        }
        String ascii = domain(domain);
        if (ascii == null || !DOMAIN.matcher(ascii).matches()) {
            return "must have behind its @ a domain such as example.com";
        }
        return ascii.length() > LONGEST_DOMAIN || name.length() + 1 + ascii.length() > LONGEST
                ? "must have at most " + LONGEST + " characters, with its domain in the form xn--… where it has one"
                : null;
    }

    private static String ascii(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + domain(address.substring(at + 1));
    }

    private static @Nullable String domain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
