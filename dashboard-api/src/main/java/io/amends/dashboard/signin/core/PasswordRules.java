package io.amends.dashboard.signin.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.amends.contracts.StorableText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a new password must be (H1): long enough, and not guessed soon. */
public final class PasswordRules {
    /** Fewest characters. */
    public static final int SHORTEST = 12;

    /** Most bytes in UTF-8: what bcrypt takes. A longer one is no password of anybody's. */
    public static final int LONGEST = 71;

    /** Of zxcvbn's 0 to 4: from here on, more than a hundred million guesses. */
    private static final int SAFE = 3;

    private static final Zxcvbn GUESSER = new Zxcvbn();
    private static final Pattern ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private PasswordRules() {}

    /** Why a password is not taken. */
    public enum PasswordFault {
        TOO_SHORT,
        TOO_LONG,
        /** It has a character that cannot be typed again the same. */
        UNFIT,
        /** It is one that others have, or that is guessed as soon. */
        COMMON,
        /** It is what the person is called or written to. */
        OWN_NAME
    }

    /**
     * Why this cannot be the password of a person; empty if it can.
     *
     * @param email null where they have none
     */
    public static Optional<PasswordFault> fault(String password, String login, @Nullable String email) {
        if (StorableText.fault(password) != null) {
            return Optional.of(PasswordFault.UNFIT);
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (password.getBytes(UTF_8).length > LONGEST) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (named(lower, login) || (email != null && named(lower, email))) {
            return Optional.of(PasswordFault.OWN_NAME);
        }
        return guessed(password, login, email) ? Optional.of(PasswordFault.COMMON) : Optional.empty();
    }

    private static boolean named(String password, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return password.equals(lower)
                || (!stem(lower).isEmpty() && stem(password).equals(stem(lower)));
    }

    private static boolean guessed(String password, String login, @Nullable String email) {
        List<String> known = email == null ? List.of(login) : List.of(login, email);
        return GUESSER.measure(password, known).getScore() < SAFE;
    }

    /** Without digits and signs at both ends: 2026 and an exclamation mark make no other password. */
    private static String stem(String lower) {
        return ENDS.matcher(lower).replaceAll("");
    }
}
