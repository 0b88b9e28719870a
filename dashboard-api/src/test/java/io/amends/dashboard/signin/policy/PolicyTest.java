package io.amends.dashboard.signin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    @ParameterizedTest(name = "H6: Sec-Fetch-Site {0}, Origin {1}, Host {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, -, h:8080, true",
                "none, -, h:8080, true",
                "cross-site, http://h:8080, h:8080, false",
                "same-site, http://h:8080, h:8080, false",
                "-, http://h:8080, h:8080, true",
                "-, http://h:8081, h:8080, false",
                "-, http://evil.example, h:8080, false",
                "-, null, h:8080, false",
                "-, -, h:8080, false",
                "-, ht tp://, h:8080, false"
            })
    void sameOrigin(String site, String origin, String host, boolean holds) {
        assertThat(SameOrigin.holds(site, origin, host)).isEqualTo(holds);
    }

    @Test
    @DisplayName("H1: built-in users have a name, a hash and maybe a full name; other forms are refused")
    void users() {
        Users users = new Users("robin:$2a$10$abc:Robin Example, sam:$2b$10$def");
        assertThat(users.named("robin").fullName()).isEqualTo("Robin Example");
        assertThat(users.named("sam").fullName()).isEqualTo("sam");
        assertThat(users.named("kim")).isNull();
        assertThatThrownBy(() -> new Users("robin:password")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Users(" ").named("")).isNull();
    }
}
