package io.amends.kit.access;

import static io.amends.contracts.testing.KeyBuilder.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.access.Scope;
import io.amends.kit.problem.Problem;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2, H3: what a caller may see and do. */
class CallerTest {
    private final Caller caller = new Caller();

    @Test
    @DisplayName("H3: a caller sees their portals only")
    void portals() {
        assertThat(caller.may("acme")).isFalse();
        caller.is("crm", Set.of("acme"));
        assertThat(caller.may("acme")).isTrue();
        assertThatThrownBy(() -> caller.require("globex")).hasMessageContaining("There is no portal");
    }

    @Test
    @DisplayName("H2: a key does what its scopes say, and is told which one it lacks")
    void scopes() {
        caller.isKey(KeyHolder.of(key("h").scopes(Scope.SURVEYS_WRITE).build()));

        assertThatCode(() -> caller.require(Scope.SURVEYS_WRITE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> caller.require(Scope.RULES_READ)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(403);
            assertThat(problem.details().more()).containsEntry("scope", Scope.RULES_READ);
            assertThat(problem).hasMessageContaining("rules:read");
        });
    }

    @Test
    @DisplayName("H2: nobody has a scope before they are known, and a person has all")
    void persons() {
        assertThatThrownBy(() -> caller.require(Scope.SURVEYS_WRITE)).isInstanceOf(Problem.class);
        caller.is("robin", null);
        assertThat(caller.scopes()).contains(Scope.values());
    }

    @Test
    @DisplayName("D2: who acts for somebody signs with their key too")
    void signature() {
        caller.isKey(new KeyHolder("dashboard", null, Set.of(), null));
        assertThat(caller.signature()).isEqualTo(new Signature("dashboard", "dashboard", null));
        caller.actsFor("user:robin");
        assertThat(caller.signature()).isEqualTo(new Signature("user:robin", "dashboard", null));
    }
}
