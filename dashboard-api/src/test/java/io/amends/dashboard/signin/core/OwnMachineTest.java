package io.amends.dashboard.signin.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H1: the sign-in page names the local stack's credentials only where that stack is meant. */
class OwnMachineTest {
    @ParameterizedTest(name = "H1: {0} is of the own machine: {1}")
    @CsvSource({
        "http://localhost:8080, true",
        "http://LOCALHOST/, true",
        "http://127.0.0.1:9080, true",
        "https://127.1.2.3/amends, true",
        "http://[::1]:8080, true",
        "https://amends.example.com, false",
        "http://192.168.0.7:8080, false",
        "http://localhost.example.com, false",
        "http://127.0.0.1.example.com, false",
        "https://amends.example.com/http://localhost, false",
        "http://localhost@example.com, false"
    })
    void at(String address, boolean own) {
        assertThat(OwnMachine.at(address)).isEqualTo(own);
    }
}
