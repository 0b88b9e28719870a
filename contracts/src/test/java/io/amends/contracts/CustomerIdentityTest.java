package io.amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerIdentityTest {
    @Test
    @DisplayName("A9: an address is the same in any case, and a blank one is none")
    void email() {
        assertThat(CustomerIdentity.email(" Kim@EXAMPLE.com ")).isEqualTo("kim@example.com");
        assertThat(CustomerIdentity.email(" ")).isNull();
        assertThat(CustomerIdentity.email(null)).isNull();
    }

    @ParameterizedTest(name = "A9: {0} is {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "+495550100, +495550100",
                "0049 555 0100, +495550100",
                "+49 (555) 01-00, +495550100",
                "0555 0100, none",
                "+0555, none",
                "Kim, none",
                "none, none"
            })
    void phone(String typed, String number) {
        assertThat(CustomerIdentity.phone(typed)).isEqualTo(number);
    }
}
