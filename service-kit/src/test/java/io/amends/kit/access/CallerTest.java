package io.amends.kit.access;

import static io.amends.contracts.testing.KeyBuilder.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.access.Role;
import io.amends.contracts.access.Scope;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.PortalRoles;
import io.amends.kit.rights.Sight;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2, H3: what a caller may see and do. */
class CallerTest {
    private static final PortalRoles LEAD = PortalRoles.member(Set.of(Role.LEAD), Set.of("EMEA"), "c-2");

    private final Caller caller = new Caller();

    /** Someone who has these roles in every portal, and no groups of their own. */
    private static PersonRoles everywhere(Set<Role> roles) {
        return new PersonRoles() {
            @Override
            public PortalRoles in(String cpc) {
                return PortalRoles.member(roles, Set.of(), null);
            }

            @Override
            public Set<Role> everywhere() {
                return roles;
            }
        };
    }

    @Test
    @DisplayName("H3: a caller sees their portals only")
    void portals() {
        assertThat(caller.may("acme")).isFalse();
        caller.is("crm", PersonRoles.only("acme", LEAD));
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
    @DisplayName("H1, H2: what another route asks for, a key sees by its scope and a person by their roles")
    void sees() {
        assertThat(caller.sees("acme", Scope.RULES_READ, Permission.SEE_RULES)).isFalse();
        caller.isKey(KeyHolder.of(key("h").scopes(Scope.RESPONSES_READ).build()));
        assertThat(caller.sees("acme", Scope.RULES_READ, Permission.SEE_RULES)).isFalse();
        assertThat(caller.sees("acme", Scope.RESPONSES_READ, Permission.SEE_RESPONSES))
                .isTrue();
        caller.is("sam", PersonRoles.only("acme", LEAD));
        assertThat(caller.sees("acme", Scope.RULES_READ, Permission.SEE_RULES)).isTrue();
        assertThat(caller.sees("acme", Scope.AUDIT_READ, Permission.SEE_AUDIT)).isFalse();
    }

    @Test
    @DisplayName("H2: nobody has a scope before they are known; what a person may hand to a key is what they are")
    void persons() {
        assertThatThrownBy(() -> caller.require(Scope.SURVEYS_WRITE)).isInstanceOf(Problem.class);
        caller.is("robin", everywhere(Set.of(Role.ADMIN, Role.OPS)));
        assertThat(caller.scopes("acme")).contains(Scope.values());
        caller.is("kim", everywhere(Set.of(Role.ADMIN)));
        assertThat(caller.scopes("acme")).contains(Scope.KEYS_WRITE).doesNotContain(Scope.OPS);
        caller.is("sam", PersonRoles.only("acme", LEAD));
        assertThat(caller.scopes("acme")).isEmpty();
    }

    @Test
    @DisplayName(
            "H1: portals are made by who is admin of all of them and by a key for all of them, whatever a portal's table says")
    void makesPortals() {
        Problem missing = Problem.noPortal("acme");
        caller.is("robin", everywhere(Set.of(Role.ADMIN)));
        assertThatCode(() -> caller.require("acme", Permission.MAKE_PORTALS, Matter.PORTAL, missing))
                .doesNotThrowAnyException();
        caller.is("sam", PersonRoles.only("acme", PortalRoles.member(Set.of(Role.ADMIN), Set.of(), null)));
        assertThatThrownBy(() -> caller.require("acme", Permission.MAKE_PORTALS, Matter.PORTAL, missing))
                .hasMessageContaining("it is for who is admin of all portals");
        caller.isKey(KeyHolder.of(key("h").portal("acme").build()));
        assertThat(caller.may("acme", Permission.MAKE_PORTALS, Matter.PORTAL)).isFalse();
        assertThat(caller.may("acme", Permission.CHANGE_DIRECTORY, Matter.PORTAL))
                .isTrue();
        caller.isKey(new KeyHolder("all", null, Set.of(), null));
        assertThat(caller.may("acme", Permission.MAKE_PORTALS, Matter.PORTAL)).isTrue();
    }

    @Test
    @DisplayName("H1: what a person sees and may not do is refused in words, what they may not see is not there")
    void roles() {
        caller.is("sam", PersonRoles.only("acme", LEAD));
        Problem missing = Problem.notFound("There is no such case.");

        assertThatCode(() -> caller.require("acme", Permission.DECIDE_CASES, Matter.ofGroup("EMEA"), missing))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> caller.require("acme", Permission.DECIDE_CASES, Matter.ofGroup("APAC"), missing))
                .isSameAs(missing);
        assertThatThrownBy(() -> caller.require("acme", Permission.PUBLISH_RULES, Matter.PORTAL, missing))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(403);
                    assertThat(problem).hasMessageContaining("admin");
                });
        assertThat(caller.sight("acme", Permission.SEE_RESPONSES).array()).containsExactly("EMEA");
        assertThat(caller.sight("globex", Permission.SEE_RESPONSES).array()).isEmpty();
    }

    @Test
    @DisplayName("H2: a key sees all of its portals: what it may do there was asked at the door")
    void keys() {
        caller.isKey(new KeyHolder("crm", null, Set.of(), Set.of("acme")));

        assertThat(caller.sight("acme", Permission.SEE_RESPONSES)).isEqualTo(Sight.ALL);
        assertThat(caller.sight("globex", Permission.SEE_RESPONSES)).isEqualTo(Sight.NOTHING);
        assertThat(caller.may("acme", Permission.DECIDE_CASES, Matter.ofGroup("EMEA")))
                .isTrue();
    }

    @Test
    @DisplayName("D2: who acts for somebody signs with their key too")
    void signature() {
        caller.isKey(new KeyHolder("dashboard", null, Set.of(), null));
        assertThat(caller.signature()).isEqualTo(new Signature("dashboard", "dashboard", null));
        caller.actsFor(new ActingPerson("user:robin", "acme", LEAD, null));
        assertThat(caller.signature()).isEqualTo(new Signature("user:robin", "dashboard", null));
    }
}
