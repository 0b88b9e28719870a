package io.amends.dashboard.keys.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.access.Scope;
import io.amends.dashboard.keys.core.NewKey.KeyFault;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H2: which keys can be made. */
class NewKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<Scope> ONE = Set.of(Scope.SURVEYS_WRITE);

    @Test
    @DisplayName("H2: a key has a name, a scope and an end that is still to come, and every fault is told")
    void faults() {
        assertThat(new NewKey(" CRM ", ONE, null).faults(NOW)).isEmpty();
        assertThat(new NewKey("CRM", ONE, NOW.plusNanos(1)).faults(NOW)).isEmpty();
        assertThat(new NewKey(" \u200B", Set.of(), NOW).faults(NOW))
                .containsExactly(KeyFault.NAME_MISSING, KeyFault.SCOPES_MISSING, KeyFault.ALREADY_OVER);
        assertThat(new NewKey(null, null, null).faults(NOW))
                .containsExactly(KeyFault.NAME_MISSING, KeyFault.SCOPES_MISSING);
    }

    @ParameterizedTest(name = "H2: no key is called {0}")
    @ValueSource(strings = {"user:robin", "nul\u0000", "half \uD800", "two\nlines", "\u202Elacol", "a\u200Bb"})
    void names(String name) {
        assertThat(new NewKey(name, ONE, null).faults(NOW)).containsExactly(KeyFault.NAME_UNFIT);
    }

    @Test
    @DisplayName("H2: a name ends at its longest")
    void longest() {
        assertThat(new NewKey("n".repeat(NewKey.LONGEST_NAME), ONE, null).faults(NOW))
                .isEmpty();
        assertThat(new NewKey("n".repeat(NewKey.LONGEST_NAME + 1), ONE, null).faults(NOW))
                .containsExactly(KeyFault.NAME_UNFIT);
    }

    @Property
    @Label("H2: what is given and not lacking is held, whatever is held and wanted")
    void lacking(@ForAll Set<Scope> wanted, @ForAll Set<Scope> held) {
        Set<Scope> lacking = NewKey.lacking(wanted, held);

        Set<Scope> given = new HashSet<>(wanted);
        given.removeAll(lacking);
        assertThat(held).containsAll(given);
        assertThat(lacking).noneMatch(held::contains);
        assertThat(wanted).containsAll(lacking);
    }

    @Test
    @DisplayName("H2: no two secrets are alike, and each is long enough that nobody guesses it")
    void secrets() {
        Set<String> made = new HashSet<>();
        IntStream.range(0, 1_000).forEach(i -> made.add(Secrets.next(RANDOM)));

        assertThat(made).hasSize(1_000).allMatch(secret -> secret.matches("amends_[A-Za-z0-9_-]{43}"));
    }
}
