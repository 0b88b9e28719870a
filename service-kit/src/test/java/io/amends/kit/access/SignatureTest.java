package io.amends.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.AuditBy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    @DisplayName("H4: a signature says who it is, and what kind of caller, in the same words wherever they come from")
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    robin,                 -,         PERSON, robin
                    user:robin,            dashboard, PERSON, robin
                    alex@example.com,      crm,       PERSON, alex@example.com
                    crm,                   crm,       KEY,    crm
                    recipient:c-2,         dashboard, LINK,   c-2
                    recipient:c-2:digest1, dashboard, LINK,   c-2
                    nobody,                -,         STRANGER, nobody
                    nobody,                nobody,    KEY,    nobody
                    user:nobody,           dashboard, PERSON, nobody
                    """)
    void who(String name, String key, AuditBy by, String who) {
        Signature signature = new Signature(name, key, null);

        assertThat(signature.by()).isEqualTo(by);
        assertThat(signature.who()).isEqualTo(who);
    }

    @DisplayName("H4: a program is known by the source of its events")
    @ParameterizedTest
    @CsvSource({"crm", "'https://crm.example.com/events'", "user:robin"})
    void program(String source) {
        assertThat(Signature.program(source).by()).isEqualTo(AuditBy.SYSTEM);
        assertThat(Signature.program(source).who()).isEqualTo(source);
    }
}
