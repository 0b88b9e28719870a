package io.amends.ingest.optouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what a customer who wants no surveys can be named (E2). */
class OptOutFormTest {

    private static OptOutForm mail(String address) {
        return new OptOutForm(address, null, null, null);
    }

    @DisplayName("E2: what no mail can be sent to names no customer by email")
    @ParameterizedTest
    @ValueSource(strings = {"a b@c", "alex@localhost", "@example.com", "alex@", "a@b@example..com", "alex", " ", ""})
    void noAddress(String typed) {
        assertThat(mail(typed).faults()).extracting(Reason::pointer).containsExactly("/email");
    }

    @Test
    @DisplayName("E2: an address is the same whatever its case and the blanks around it; a number is E.164")
    void names() {
        assertThat(mail(" Alex@Example.com ").checked().value()).isEqualTo("alex@example.com");
        assertThat(new OptOutForm(null, "+49 555 0101", null, null).checked().value())
                .isEqualTo("+495550101");
        assertThat(new OptOutForm(null, "0555 0101", null, null).faults())
                .extracting(Reason::pointer)
                .containsExactly("/phone");
    }
}
