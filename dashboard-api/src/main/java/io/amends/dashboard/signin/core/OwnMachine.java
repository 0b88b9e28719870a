package io.amends.dashboard.signin.core;

import java.util.regex.Pattern;

/** Whether Amends runs on the machine of whoever opens its pages, as {@code ./amends up} runs it. */
public final class OwnMachine {
    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?(/.*)?", Pattern.CASE_INSENSITIVE);

    private OwnMachine() {}

    /** Whether pages with this address are reached from the machine itself alone. */
    public static boolean at(String address) {
        return LOOPBACK.matcher(address.strip()).matches();
    }
}
