package io.amends.dashboard.signin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.access.Proxies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

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
        assertThatThrownBy(() -> new Users("robin:$2a$x$abc")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Users("robin:$2a$04$abc, sam:$2b$12$def").highestCost()).isEqualTo(12);
        assertThat(new Users(" ").highestCost()).isZero();
        assertThat(new Users(" ").named("")).isNull();
    }

    @Test
    @DisplayName("H1: a session ends by signing out, by a new password, by age, and holds a name of any signs")
    void session() {
        Users.User user = new Users("a|b|c:$2a$10$abc").named("a|b|c");
        Users.User renewed = new Users("a|b|c:$2a$10$xyz").named("a|b|c");
        Session begun = Session.of(user, Session.Way.PASSWORD, 3, NOW);
        Session session = Session.read(begun.written());
        Duration longest = Duration.ofDays(7);

        assertThat(session).isEqualTo(begun);
        assertThat(session.mark()).as("an update signs nobody out").isEqualTo("15790c188557a339");
        assertThat(session.holds(user, true, 3, NOW, longest)).isTrue();
        assertThat(session.holds(user, true, 4, NOW, longest)).as("signed out").isFalse();
        assertThat(session.holds(renewed, true, 3, NOW, longest))
                .as("new password")
                .isFalse();
        assertThat(session.holds(new Users("kim:$2a$10$abc").named("kim"), true, 3, NOW, longest))
                .as("somebody else")
                .isFalse();
        assertThat(session.holds(user, true, 3, NOW.plus(longest).minusSeconds(1), longest))
                .isTrue();
        assertThat(session.holds(user, true, 3, NOW.plus(longest), longest))
                .as("too old")
                .isFalse();
        for (String other :
                new String[] {"", "robin", "1|2|3", "x|1|m|robin", "1|x|m|robin", "1|9223372036854775807|m|robin"}) {
            assertThat(Session.read(other)).as(other).isNull();
        }
    }

    @Test
    @DisplayName("H1: without built-in sign-in a session that a password began is over, and one of a provider goes on")
    void withoutPasswords() {
        Users.User user = new Users("robin:$2a$10$abc").named("robin");
        Session typed = Session.of(user, Session.Way.PASSWORD, 0, NOW);
        Session vouched = Session.of(user, Session.Way.VOUCHED, 0, NOW);
        Duration longest = Duration.ofDays(7);

        assertThat(Session.read(vouched.written())).isEqualTo(vouched);
        assertThat(Session.read(typed.written())).isEqualTo(typed);
        assertThat(typed.holds(user, true, 0, NOW, longest)).isTrue();
        assertThat(typed.holds(user, false, 0, NOW, longest)).isFalse();
        assertThat(vouched.holds(user, false, 0, NOW, longest)).isTrue();
    }

    @Test
    @DisplayName("H1: ten tries a minute for each key; what is refused does not count, what succeeds is given back")
    void tries() {
        Tries tries = new Tries(10, Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
            assertThat(tries.take(List.of("name kim", "address 1"), NOW.plusSeconds(i)))
                    .isZero();
        }
        for (int i = 0; i < 100; i++) {
            assertThat(tries.take(List.of("name kim", "address 2"), NOW.plusSeconds(20)))
                    .hasSeconds(40);
        }
        assertThat(tries.take(List.of("name noa", "address 1"), NOW.plusSeconds(20)))
                .hasSeconds(40);
        assertThat(tries.take(List.of("name noa", "address 2"), NOW.plusSeconds(20)))
                .isZero();
        assertThat(tries.take(List.of("name kim", "address 1"), NOW.plusSeconds(60)))
                .isZero();
        assertThat(tries.take(List.of("name kim", "address 1"), NOW.plusSeconds(60)))
                .hasSeconds(1);
        tries.giveBack(List.of("name kim", "address 1"));
        assertThat(tries.take(List.of("name kim", "address 1"), NOW.plusSeconds(60)))
                .isZero();
    }

    @Test
    @DisplayName("H1: of very many names the ones tried longest ago are forgotten")
    void bounded() {
        Tries tries = new Tries(1, Duration.ofMinutes(1));
        tries.take(List.of("first"), NOW);
        for (int i = 0; i < 19_999; i++) {
            tries.take(List.of("name " + i), NOW);
        }
        assertThat(tries.take(List.of("name 1"), NOW)).isPositive();
        assertThat(tries.take(List.of("first"), NOW)).isPositive();
        for (int i = 0; i < 20_000; i++) {
            tries.take(List.of("more " + i), NOW);
        }
        assertThat(tries.take(List.of("first"), NOW)).isZero();
    }

    @Test
    @DisplayName("H1: whoever guesses fills no memory: long names are kept in part, and a refused try leaves nothing")
    void smallTries() {
        Tries tries = new Tries(1, Duration.ofMinutes(1));
        String longName = "y".repeat(250_000);
        assertThat(tries.take(List.of(longName, "address"), NOW)).isZero();
        assertThat(tries.take(List.of(longName), NOW)).isPositive();
        int kept = tries.size();
        assertThat(kept).isLessThan(1_000);
        for (int i = 0; i < 100; i++) {
            assertThat(tries.take(List.of(i + longName, "address"), NOW)).isPositive();
        }
        assertThat(tries.size()).isEqualTo(kept);
        tries.giveBack(List.of(longName));
        assertThat(tries.take(List.of(longName), NOW)).isZero();
    }

    @ParameterizedTest(name = "H1: {0} is connected, X-Forwarded-For {1}: {2}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "198.51.100.7; 203.0.113.1; 198.51.100.7",
                "10.0.0.7; 203.0.113.1; 203.0.113.1",
                "10.0.0.7; 1.2.3.4, 203.0.113.1; 203.0.113.1",
                "10.0.0.7; 1.2.3.4, 203.0.113.1, 10.9.9.9; 203.0.113.1",
                "10.0.0.7; -; 10.0.0.7",
                "10.0.0.7; unknown; 10.0.0.7",
                "10.0.0.7; localhost; 10.0.0.7",
                "10.0.0.7; 999.1.1.1; 10.0.0.7",
                "fd00::1; 2001:db8::5; 2001:db8::5",
                "11.0.0.7; 203.0.113.1; 11.0.0.7"
            })
    void proxies(String peer, String forwarded, String client) {
        assertThat(new Proxies("10.0.0.0/8, fd00::/8").client(peer, forwarded)).isEqualTo(client);
        assertThat(new Proxies(" ").client(peer, forwarded)).isEqualTo(peer);
    }

    @ParameterizedTest(name = "H1: {0} is no proxy")
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "300.0.0.1", "fd00::/129"})
    void noProxy(String entry) {
        assertThatThrownBy(() -> new Proxies(entry)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "D2: what {0} typed as {1} is read by {2} as {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "user:robin, Sam Stand-in, user:robin, Sam Stand-in",
                "user:robin, Sam Stand-in, user:sam, -",
                "user:robin, Sam Stand-in, user:robi, -",
                "user:a~b, ~ü; ✓, user:a~b, ~ü; ✓",
                "user:a, b~Sam, user:a~b, -",
                "user:robin, ' ', user:robin, -"
            })
    void typedName(String owner, String name, String reader, String read) {
        assertThat(TypedName.read(TypedName.written(owner, name), reader)).isEqualTo(read);
        assertThat(TypedName.read(null, reader)).isNull();
        assertThat(TypedName.read("user%3Arobin~%zz", "user:robin")).isNull();
        assertThat(TypedName.read(TypedName.written(owner, "x".repeat(201)), owner))
                .isNull();
    }

    @ParameterizedTest(name = "H1: after signing in from {0}, back to {1}")
    @CsvSource(
            delimiter = ' ',
            nullValues = "-",
            value = {
                "/portals/acme/responses?srn=y&q=a%20b /portals/acme/responses?srn=y&q=a%20b",
                "/ /",
                "- /",
                "https://evil.example/x /",
                "//evil.example /",
                "/\\evil.example /",
                "/a\\b /",
                "javascript:alert(1) /"
            })
    void wayBack(String asked, String page) {
        assertThat(WayBack.read(asked == null ? null : WayBack.written(asked))).isEqualTo(page);
        assertThat(WayBack.read("%zz")).isEqualTo("/");
        assertThat(WayBack.read("/a%0d%0aSet-Cookie:x")).isEqualTo("/");
    }
}
