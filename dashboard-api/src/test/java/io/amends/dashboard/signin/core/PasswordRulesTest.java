package io.amends.dashboard.signin.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.dashboard.signin.core.PasswordRules.PasswordFault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H1: which passwords are taken. */
class PasswordRulesTest {
    @ParameterizedTest(name = "H1: {0} is {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "three odd geese, -",
                "correct horse, -",
                "football and tea, -",
                "short words, TOO_SHORT",
                "Football2026!, COMMON",
                "passwordpassword, COMMON",
                "1Q2W3E4R5T6Y, COMMON",
                "qwertyuiop123, COMMON",
                "abababababab, COMMON",
                "kim.example.desk, OWN_NAME",
                "Kim.Example.Desk99, OWN_NAME",
                "kim@example.com, OWN_NAME"
            })
    void faults(String password, PasswordFault fault) {
        assertThat(PasswordRules.fault(password, "kim.example.desk", "kim@example.com")
                        .orElse(null))
                .isEqualTo(fault);
    }

    @Test
    @DisplayName("H1: a password ends where bcrypt does, counted in bytes")
    void longest() {
        String longest = "ä".repeat(30) + "correct hor";
        assertThat(PasswordRules.fault(longest, "kim", null)).isEmpty();
        assertThat(PasswordRules.fault(longest + "s", "kim", null)).contains(PasswordFault.TOO_LONG);
        assertThat(PasswordRules.fault("\ud83e\udebf".repeat(4) + "abcdefg", "kim", null))
                .contains(PasswordFault.TOO_SHORT);
        assertThat(PasswordRules.fault("correct\u0000horse", "kim", null)).contains(PasswordFault.UNFIT);
    }
}
