package io.amends.dashboard.signin.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.dashboard.signin.core.SignInLimits.SignInTry;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How often passwords are tried (H1, H2). */
class SignInLimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final SignInLimits limits = new SignInLimits(10);

    @Test
    @DisplayName("H1, H2: one who guesses at a name uses up their own tries, and not those of its person elsewhere")
    void oneStranger() {
        assertThat(taken(new SignInTry("kim", "192.0.2.1", null), 1_000)).isEqualTo(10);
        assertThat(limits.take(new SignInTry("noa", "192.0.2.1", null), NOW)).hasSeconds(60);
        assertThat(limits.take(new SignInTry("kim", "192.0.2.2", null), NOW)).isZero();
    }

    @Test
    @DisplayName(
            "H1, H2: from however many addresses a name is guessed at 30 times a minute, and no try is counted else")
    void manyStrangers() {
        int taken = 0;
        for (int i = 0; i < 200; i++) {
            taken += taken(new SignInTry("kim", "198.51.100." + i, null), 5);
        }
        assertThat(taken).isEqualTo(30);
        assertThat(taken(new SignInTry("noa", "198.51.100.199", null), 100))
                .as("what a name refuses does not count for the address")
                .isEqualTo(10);
        assertThat(limits.take(new SignInTry("kim", "192.0.2.2", null), NOW.plusSeconds(60)))
                .isZero();
    }

    @Test
    @DisplayName("H1, H2: a browser of the person has its own ten, whatever others try and wherever it is")
    void known() {
        for (int i = 0; i < 200; i++) {
            taken(new SignInTry("kim", "198.51.100." + i, null), 5);
        }
        int taken = 0;
        for (int i = 0; i < 200; i++) {
            taken += taken(new SignInTry("kim", "198.51.100." + i, "b-1"), 5);
        }
        assertThat(taken).isEqualTo(10);
        assertThat(limits.take(new SignInTry("kim", "198.51.100.1", "b-2"), NOW))
                .isZero();
        limits.giveBack(new SignInTry("kim", "198.51.100.1", "b-1"));
        assertThat(limits.take(new SignInTry("kim", "192.0.2.9", "b-1"), NOW)).isZero();
    }

    @Test
    @DisplayName("H1, H2: who has a network of IPv6 does not guess from each of its addresses")
    void network() {
        int taken = 0;
        for (int i = 0; i < 30; i++) {
            taken += taken(new SignInTry("name " + i, "2001:db8:0:1::" + Integer.toHexString(i + 1), null), 1);
        }
        assertThat(taken).isEqualTo(10);
        assertThat(limits.take(new SignInTry("kim", "2001:db8:0:2::1", null), NOW))
                .isZero();
        assertThat(limits.take(new SignInTry("kim", "no:address", null), NOW)).isZero();
    }

    private int taken(SignInTry who, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            if (limits.take(who, NOW).isZero()) {
                taken++;
            }
        }
        return taken;
    }
}
