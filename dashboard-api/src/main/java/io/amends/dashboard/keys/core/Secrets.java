package io.amends.dashboard.keys.core;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** The secrets of API keys (H2): 256 random bits behind a prefix by which a scanner of code finds one that leaked. */
public final class Secrets {
    /** What every secret begins with. */
    public static final String PREFIX = "amends_";

    private static final int BYTES = 32;

    private Secrets() {}

    /**
     * A new secret.
     *
     * @param random one that nobody can foretell
     */
    public static String next(RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
