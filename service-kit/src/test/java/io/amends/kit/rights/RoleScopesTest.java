package io.amends.kit.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.access.Role;
import io.amends.contracts.access.Scope;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H1, H2: what roles may do, in the scopes of keys. */
class RoleScopesTest {
    private static final String AGENT =
            "surveys:read requests:write responses:read reports:read cases:read notes:write deliveries:read";

    @ParameterizedTest(name = "H2: {0}")
    @DisplayName("H2: the scopes that a role takes to be given")
    @CsvSource({
        "agent,   " + AGENT,
        "lead,    " + AGENT + " quarantine:write cases:write directory:read rules:read rules:write deliveries:write",
        "ops,     deliveries:read deliveries:write",
        "auditor, surveys:read responses:read reports:read cases:read directory:read people:write keys:write rules:read"
                + " deliveries:read audit:read"
    })
    void scopes(String role, String words) {
        assertThat(RoleScopes.of(Role.of(role).orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(words.split(" "))
                        .map(word -> Scope.of(word).orElseThrow())
                        .collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("H2: an admin makes keys of every scope but ops, so that it takes all of these to give the role")
    void admin() {
        assertThat(RoleScopes.of(Role.ADMIN)).isEqualTo(EnumSet.complementOf(EnumSet.of(Scope.OPS)));
        assertThat(RoleScopes.lacking(Set.of(Role.ADMIN, Role.AGENT), Set.of(Scope.PEOPLE_WRITE)))
                .hasSize(Scope.values().length - 2)
                .doesNotContain(Scope.PEOPLE_WRITE, Scope.OPS);
    }

    @Property
    @Label("H2: whoever lacks nothing holds the scopes of every role that they give")
    void lacking(@ForAll Set<Role> given, @ForAll Set<Scope> held) {
        Set<Scope> lacking = RoleScopes.lacking(given, held);

        assertThat(lacking).noneMatch(held::contains);
        given.forEach(role ->
                assertThat(RoleScopes.of(role)).allMatch(scope -> held.contains(scope) || lacking.contains(scope)));
    }
}
