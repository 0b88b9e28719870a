package io.amends.dashboard.recovery.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    @ParameterizedTest(name = "D1: {0} is dialled as {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "+49 30 555 0100, tel:+49305550100",
                "+49 (0)30 555-0100, tel:+49305550100",
                "030/5550100, tel:0305550100",
                "(030) 555.0100, tel:0305550100",
                "110, tel:110",
                "12, -",
                "030 / 555 0100, -",
                "030 5550100 / 030 5550101, -",
                "+49 30 5550100 ext. 7, -",
                "ask for Kim, -",
                "javascript:alert(1), -",
                "555;phone-context=x, -",
                "1234567890123456, -"
            })
    void call(String phone, String address) {
        assertThat(Reach.call(phone)).isEqualTo(address);
    }

    @ParameterizedTest(name = "D1: {0} is written to as {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "kim@example.com, mailto:kim@example.com",
                "kim+amends@example.com, mailto:kim%2Bamends@example.com",
                "k?bcc=x&y@example.com, mailto:k%3Fbcc%3Dx%26y@example.com",
                "kim@müller.example, mailto:kim@xn--mller-kva.example",
                "kim@example.com?subject=x, -",
                "Kim <kim@example.com>, -",
                "not known, -"
            })
    void write(String email, String address) {
        assertThat(Reach.write(email)).isEqualTo(address);
    }
}
