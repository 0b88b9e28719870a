package io.amends.contracts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By what a customer is the same customer, whoever wrote it down: an email whatever its case, a phone as E.164. */
public final class CustomerIdentity {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().\\u00A0\\u2010-\\u2015/-]");

    private CustomerIdentity() {}

    /** The address in lower case, without blanks around it; null where there is none. */
    public static @Nullable String email(@Nullable String typed) {
        String trimmed = IdText.orNull(typed);
        return trimmed == null ? null : trimmed.toLowerCase(Locale.ROOT);
    }

    /** The number in E.164, such as +495550100; null for what is none, such as a number without its country. */
    public static @Nullable String phone(@Nullable String typed) {
        String digits = typed == null
                ? ""
                : BETWEEN_DIGITS.matcher(IdText.trimmed(typed)).replaceAll("");
        String whole = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        return E164.matcher(whole).matches() ? whole : null;
    }
}
