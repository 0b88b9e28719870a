package io.amends.dashboard.people.core;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that people sign in with. */
public final class Logins {
    /** Most characters of one. */
    public static final int LONGEST = 100;

    /** The portal that stands for the whole installation: what somebody is there, they are in every portal. */
    public static final String INSTALLATION = "*";

    // No colon, which stands before the names of people and links where they are stored; no blank, and no letter that
    // looks like another.
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0," + (LONGEST - 1) + "}");

    private Logins() {}

    /** Why that is no login, as a phrase that says what it must be; null if it is one. */
    public static @Nullable String fault(String login) {
        return LOGIN.matcher(login).matches()
                ? null
                : "must have 1 to " + LONGEST
                        + " letters without accents, digits and signs of . _ - + and @, a letter or digit first";
    }
}
