package io.amends.dashboard.signin.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.dashboard.signin.core.PasswordRules.PasswordFault;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H1: which passwords are taken. */
class PasswordRulesTest {
    private static final PasswordRules RULES = new PasswordRules(Set.of("football", "password", "1q2w3e4r5t6y"));

    @ParameterizedTest(name = "H1: {0} is {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "three odd geese, -",
                "correct horse, -",
                "football and tea, -",
                "short words, TOO_SHORT",
                "Football2026!, COMMON",
                "2026-PASSWORD-2026, COMMON",
                "passwordpassword, COMMON",
                "1Q2W3E4R5T6Y, COMMON",
                "736450192837, COMMON",
                "abababababab, COMMON",
                "kim.example.desk, OWN_NAME",
                "Kim.Example.Desk99, OWN_NAME",
                "kim@example.com, OWN_NAME"
            })
    void faults(String password, PasswordFault fault) {
        assertThat(RULES.fault(password, "kim.example.desk", "kim@example.com").orElse(null))
                .isEqualTo(fault);
    }

    @Test
    @DisplayName("H1: a password ends where bcrypt does, counted in bytes")
    void longest() {
        String longest = "ä".repeat(30) + "correct hor";
        assertThat(RULES.fault(longest, "kim", null)).isEmpty();
        assertThat(RULES.fault(longest + "s", "kim", null)).contains(PasswordFault.TOO_LONG);
        assertThat(RULES.fault("\ud83e\udebf".repeat(4) + "abcdefg", "kim", null))
                .contains(PasswordFault.TOO_SHORT);
        assertThat(RULES.fault("correct\u0000horse", "kim", null)).contains(PasswordFault.UNFIT);
    }
}
