package io.amends.dashboard.signin;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.amends.dashboard.signin.core.Users;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H1: how passwords are checked. */
class PasswordsTest {
    private static final String SALT_AND_DIGEST = "$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"$2a$04", "$2b$10", "$2y$12", "$2a$13"})
    @DisplayName("H1: a check costs the same whether there is such a name or not, and whatever its hash costs")
    void sameCost(String head) {
        String hash = head == null ? null : head + SALT_AND_DIGEST;

        List<String> all = Passwords.comparisons(hash, 13);

        assertThat(all.stream().mapToLong(one -> 1L << Users.cost(one)).sum()).isEqualTo(1 << 13);
        if (hash != null) {
            assertThat(all).first().isEqualTo(hash);
        }
    }

    @Test
    @DisplayName("H1: a password fits its hash alone, of whatever cost, and no hash that is nobody's")
    void fits() {
        String cheap = BCrypt.withDefaults().hashToString(4, "three odd geese".toCharArray());
        Passwords passwords = new Passwords(new BuiltInUsers("robin:" + cheap), 5);

        assertThat(passwords.fits("three odd geese", cheap)).isTrue();
        assertThat(passwords.fits("four odd geese", cheap)).isFalse();
        assertThat(passwords.fits("password", null)).isFalse();
        assertThat(passwords.fits("x".repeat(80), cheap)).isFalse();
    }
}
