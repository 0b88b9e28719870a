package io.amends.dashboard.signin.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts tries by name, by address, by whatever is limited: so many within so long. A try that is refused does not
 * count, so that who waits as told gets in; one that succeeds is given back. Memory is bounded: a refused try leaves
 * nothing, keys are kept as far as 200 characters, and of very many the ones that were used longest ago are forgotten.
 */
public final class Tries {
    private static final int MOST_KEYS = 20_000;
    private static final int LONGEST_KEY = 200;

    private final int most;
    private final Duration within;
    private final Map<String, Deque<Instant>> byKey = new LinkedHashMap<>(16, 0.75f, true);

    public Tries(int most, Duration within) {
        this.most = most;
        this.within = within;
    }

    /** Counts a try for all of the keys; where one of them is used up it counts for none, and says how long to wait. */
    public synchronized Duration take(Collection<String> keys, Instant now) {
        Duration wait = Duration.ZERO;
        for (String key : keys) {
            Deque<Instant> tries = byKey.getOrDefault(shortened(key), new ArrayDeque<>(1));
            while (!tries.isEmpty() && !tries.getFirst().plus(within).isAfter(now)) {
                tries.removeFirst();
            }
            if (tries.size() >= most) {
                Duration left = Duration.between(now, tries.getFirst().plus(within));
                wait = wait.compareTo(left) < 0 ? left : wait;
            }
        }
        if (wait.isZero()) {
            keys.forEach(key -> byKey.computeIfAbsent(shortened(key), k -> new ArrayDeque<>())
                    .addLast(now));
            forget();
        }
        return wait;
    }

    /** Takes back the newest try of each key. */
    public synchronized void giveBack(Collection<String> keys) {
        for (String key : keys) {
            Deque<Instant> tries = byKey.get(shortened(key));
            if (tries != null) {
                tries.pollLast();
            }
        }
    }

    /** Nobody's name is longer; what differs behind that is limited together. */
    private static String shortened(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }

    /** How many characters all kept keys have. */
    synchronized int size() {
        return byKey.keySet().stream().mapToInt(String::length).sum();
    }

    private void forget() {
        Iterator<String> oldest = byKey.keySet().iterator();
        while (byKey.size() > MOST_KEYS) {
            oldest.next();
            oldest.remove();
        }
    }
}
