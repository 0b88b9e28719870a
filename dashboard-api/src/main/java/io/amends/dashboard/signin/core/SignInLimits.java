package io.amends.dashboard.signin.core;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often passwords are tried in a minute (H1, H2). A browser in which that person has signed in before is limited by
 * itself alone, so that nobody else keeps them out. All others are limited by the network that they come from, and all
 * together by the name: {@link #NETWORKS} times as often, so that one of them alone does not use it up. So a name is
 * guessed at that many times the limit from all networks together, and once the limit in each browser of that person.
 */
public final class SignInLimits {
    static final int NETWORKS = 3;

    private static final Duration WITHIN = Duration.ofMinutes(1);
    /** Of the 16 bytes of an IPv6 address these are the network; the others are free to choose for whoever has it. */
    private static final int NETWORK_BYTES = 8;

    private final Tries each;
    private final Tries names;

    /** @param most tries a minute of one browser or network */
    public SignInLimits(int most) {
        this.each = new Tries(most, WITHIN);
        this.names = new Tries(NETWORKS * most, WITHIN);
    }

    /**
     * Who tries.
     *
     * @param browser its id, where this person has signed in there before; else null
     */
    public record SignInTry(String name, String address, @Nullable String browser) {
        private List<String> source() {
            return List.of(browser == null ? "network " + network(address) : "browser " + browser);
        }

        private List<String> names() {
            return browser == null ? List.of(name) : List.of();
        }
    }

    /** Counts a try; where it is one too many it does not count, and this is how long to wait. */
    public synchronized Duration take(SignInTry who, Instant now) {
        Duration wait = each.take(who.source(), now);
        if (!wait.isZero()) {
            return wait;
        }
        Duration waitForName = names.take(who.names(), now);
        if (!waitForName.isZero()) {
            each.giveBack(who.source());
        }
        return waitForName;
    }

    /** Takes back the newest try, such as one that succeeded. */
    public synchronized void giveBack(SignInTry who) {
        each.giveBack(who.source());
        names.giveBack(who.names());
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
