package io.amends.dashboard.signin.oidc.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.Json;
import io.amends.contracts.access.Role;
import io.amends.dashboard.signin.oidc.core.ComingIn.How;
import io.amends.dashboard.signin.oidc.core.ComingIn.In;
import io.amends.dashboard.signin.oidc.core.ComingIn.Namesake;
import io.amends.dashboard.signin.oidc.core.ComingIn.Newcomer;
import io.amends.dashboard.signin.oidc.core.ComingIn.Refused;
import io.amends.dashboard.signin.oidc.core.ComingIn.Why;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcRulesTest {
    private static final Namesake ADA = new Namesake("ada", true);

    @Test
    @DisplayName("H1: values of the roles claim give the roles of the map, by portal, and other values give none")
    void roleMap() {
        RoleMap map = new RoleMap(
                "{\"leads\": [\"acme:lead\", \"beta:agent\"], \"a\": [\"acme:agent\"], \"x\": [\"*:ops\"]}");

        assertThat(map.of(List.of("leads", "a", "nobody")))
                .isEqualTo(Map.of("acme", Set.of(Role.LEAD, Role.AGENT), "beta", Set.of(Role.AGENT)));
        assertThat(map.of(List.of("x"))).isEqualTo(Map.of("*", Set.of(Role.OPS)));
        assertThat(map.of(List.of())).isEmpty();
        assertThat(new RoleMap(" ").of(List.of("leads"))).isEmpty();
    }

    @ParameterizedTest(name = "H1: the role map {0} is refused in one line")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": [\"acme:lead\"]|no JSON",
                "{} {}|no JSON",
                "{\"a\": [], \"a\": []}|no JSON",
                "[\"acme:lead\"]|object of lists",
                "{\"a\": \"acme:lead\"}|is no list",
                "{\"a\": [\"acme:boss\"]}|agent, lead, admin, ops, auditor",
                "{\"a\": [\"lead\"]}|portal and a colon",
                "{\"a\": [7]}|agent, lead, admin, ops, auditor",
                "{\"a\": [\":lead\"]}|portal and a colon",
                "{\"a\": [\"*:lead\"]}|*:admin and *:ops",
            })
    void wrongMap(String json, String said) {
        assertThatThrownBy(() -> new RoleMap(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("AMENDS_OIDC_ROLE_MAP")
                .hasMessageContaining(said)
                .message()
                .doesNotContain("\n");
    }

    @Test
    @DisplayName("H1: a claim is found by its name, or by steps into objects, and is a list or a single text")
    void claims() {
        IdClaims claims = claims(
                "{\"groups\": [\"a\", 7, \"b\"], \"one\": \"c\", \"realm_access\": {\"roles\": [\"d\"]},"
                        + " \"resource_access\": {\"my.app\": {\"roles\": [\"e\"]}}, \"https://acme.example/groups\": [\"f\"]}");

        assertThat(claims.values("groups")).containsExactly("a", "b");
        assertThat(claims.values("one")).containsExactly("c");
        assertThat(claims.values("realm_access.roles")).containsExactly("d");
        assertThat(claims.values("realm_access/roles")).containsExactly("d");
        assertThat(claims.values("resource_access.my.app.roles")).containsExactly("e");
        assertThat(claims.values("https://acme.example/groups")).containsExactly("f");
        assertThat(claims.values("realm_access.nothing")).isEmpty();
        assertThat(claims.values("realm_access")).isEmpty();
        assertThat(claims.text("one")).contains("c");
        assertThat(claims.text("groups")).isEmpty();
    }

    @ParameterizedTest(name = "H1: with email_verified {0} an email counts: {1}")
    @CsvSource({
        "true,true",
        "'\"true\"',true",
        "false,false",
        "'\"false\"',false",
        "1,false",
        "'\"TRUE\"',false",
        "null,false"
    })
    void verified(String claim, boolean counts) {
        assertThat(claims("{\"email\": \"ada@example.com\", \"email_verified\": " + claim + "}")
                        .verifiedEmail())
                .isEqualTo(counts ? Optional.of("ada@example.com") : Optional.empty());
        assertThat(claims("{\"email\": \"ada@example.com\"}").verifiedEmail()).isEmpty();
    }

    @Test
    @DisplayName(
            "H1: who is linked comes in; else one person with the verified email; else a new one where that is allowed")
    void comingIn() {
        assertThat(ComingIn.of(new Newcomer(ADA, List.of(), null, false, Provision.DENY)))
                .isEqualTo(new In("ada", How.KNOWN));
        assertThat(ComingIn.of(new Newcomer(null, List.of(ADA), "other", true, Provision.DENY)))
                .isEqualTo(new In("ada", How.LINKED));
        assertThat(ComingIn.of(new Newcomer(null, List.of(), "new", false, Provision.CREATE)))
                .isEqualTo(new In("new", How.MADE));
        assertThat(ComingIn.of(new Newcomer(null, List.of(), "new", false, Provision.DENY)))
                .isEqualTo(new Refused(Why.UNKNOWN));
        assertThat(ComingIn.of(new Newcomer(null, List.of(), null, false, Provision.CREATE)))
                .isEqualTo(new Refused(Why.NO_LOGIN));
    }

    @Test
    @DisplayName("H1, H3: of several who have an email, somebody is whoever has had it longest: nobody keeps them out")
    void namesakes() {
        Namesake later = new Namesake("not-ada", true);
        for (Provision provision : Provision.values()) {
            assertThat(ComingIn.of(new Newcomer(null, List.of(ADA, later), "ada", true, provision)))
                    .isEqualTo(new In("ada", How.LINKED));
        }
    }

    @Test
    @DisplayName(
            "H1: nobody is linked by a login, or by an email that somebody who is linked or configured has had longest")
    void notTakenOver() {
        assertThat(ComingIn.of(new Newcomer(null, List.of(), "ada", true, Provision.CREATE)))
                .isEqualTo(new Refused(Why.LOGIN_TAKEN));
        Namesake closed = new Namesake("ada", false);
        assertThat(ComingIn.of(new Newcomer(null, List.of(closed), "ada", true, Provision.DENY)))
                .isEqualTo(new Refused(Why.EMAIL_TAKEN));
        assertThat(ComingIn.of(
                        new Newcomer(null, List.of(closed, new Namesake("bo", true)), "ada", true, Provision.CREATE)))
                .isEqualTo(new Refused(Why.LOGIN_TAKEN));
        assertThat(ComingIn.of(new Newcomer(new Namesake("ada", false), List.of(), "ada", true, Provision.CREATE)))
                .isEqualTo(new Refused(Why.LOGIN_TAKEN));
    }

    @Test
    @DisplayName("H1: without an issuer there is nothing; half of the settings, or wrong ones, are refused in one line")
    void settings() {
        assertThat(OidcSettings.read(written(null, null, null))).isEmpty();
        assertThat(OidcSettings.read(written("", " ", ""))).isEmpty();
        OidcSettings read = OidcSettings.read(written("https://sso.example.com/realms/acme/", "amends", "Create"))
                .orElseThrow();
        assertThat(read.issuer()).isEqualTo("https://sso.example.com/realms/acme");
        assertThat(read.loginClaim()).isEqualTo("preferred_username");
        assertThat(read.rolesClaim()).isEqualTo("groups");
        assertThat(read.provision()).isEqualTo(Provision.CREATE);

        refused(written("https://sso.example.com", null, null), "AMENDS_OIDC_CLIENT_ID");
        refused(written(null, "amends", null), "AMENDS_OIDC_ISSUER");
        refused(written("sso.example.com", "amends", null), "AMENDS_OIDC_ISSUER");
        refused(written("https://sso.example.com/?a=b", "amends", null), "AMENDS_OIDC_ISSUER");
        refused(written("https://sso.example.com", "amends", "allow"), "AMENDS_OIDC_PROVISION");
    }

    private static void refused(OidcSettings.Written written, String setting) {
        assertThatThrownBy(() -> OidcSettings.read(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting)
                .message()
                .doesNotContain("\n");
    }

    private static IdClaims claims(String json) {
        try {
            return new IdClaims(Json.MAPPER.readTree(json));
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static OidcSettings.Written written(
            @org.jspecify.annotations.Nullable String issuer,
            @org.jspecify.annotations.Nullable String client,
            @org.jspecify.annotations.Nullable String provision) {
        return new OidcSettings.Written() {
            @Override
            public Optional<String> issuer() {
                return Optional.ofNullable(issuer);
            }

            @Override
            public Optional<String> clientId() {
                return Optional.ofNullable(client);
            }

            @Override
            public Optional<String> clientSecret() {
                return Optional.empty();
            }

            @Override
            public Optional<String> loginClaim() {
                return Optional.empty();
            }

            @Override
            public Optional<String> rolesClaim() {
                return Optional.empty();
            }

            @Override
            public Optional<String> roleMap() {
                return Optional.empty();
            }

            @Override
            public Optional<String> provision() {
                return Optional.ofNullable(provision);
            }

            @Override
            public Optional<String> name() {
                return Optional.empty();
            }
        };
    }
}
