package io.amends.language;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A value in a rule or in a response: text, a number, or yes/no. */
public sealed interface Value {
    /** Numbers beyond this many digits before or after the point are no numbers here: comparing them would be costly. */
    int MOST_DIGITS = 100;

    record Text(String text) implements Value {}

    record Numeric(BigDecimal number) implements Value {}

    record Flag(boolean yes) implements Value {}

    /** The value as text, numbers without trailing zeros, so that 12 and "12" and 12.0 are the same. */
    default String asText() {
        if (this instanceof Text text) {
            return text.text();
        }
        return this instanceof Numeric number
                ? number.number().stripTrailingZeros().toPlainString()
                : Boolean.toString(((Flag) this).yes());
    }

    /** The value as a number where it is one: a text such as "12.5" too; null otherwise. */
    default @Nullable BigDecimal asNumber() {
        if (this instanceof Numeric number) {
            return number.number();
        }
        return this instanceof Text text ? number(text.text()) : null;
    }

    /** Whether a number is small enough to be compared and written. */
    static boolean bearable(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || !startsLikeNumber(text.charAt(0))) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return bearable(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean startsLikeNumber(char first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }
}
