package io.amends.kit.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.access.Role;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.PortalRoles;
import io.amends.local.testing.PersonToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H1: for whom a service asks another one. */
class PersonTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String CURRENT = "k2:" + base64("the current key has 32 bytes or more");
    private static final String FORMER = "k1:" + base64("the former key has 32 bytes or more!");
    private static final ActingPerson LEAD = new ActingPerson(
            "user:robin",
            "acme",
            PortalRoles.member(Set.of(Role.LEAD, Role.OPS), Set.of("EMEA-NET", "APAC"), "c-2"),
            "192.0.2.7");

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static PersonTokens at(String keys, Instant now) {
        return new PersonTokens(keys, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void refused(PersonTokens tokens, String token) {
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(401));
    }

    @Test
    @DisplayName("H1: what was signed is what is read, whoever it is")
    void roundTrip() {
        PersonTokens tokens = at(CURRENT, NOW);
        ActingPerson link = new ActingPerson("recipient:c-2:d-1", "acme", PortalRoles.link(Set.of("EMEA-NET")), null);

        assertThat(tokens.verify(tokens.sign(LEAD))).isEqualTo(LEAD);
        assertThat(tokens.verify(tokens.sign(link))).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user:kim+\"odd\"@example.com",
                "user:kim\r\nAmends-Person: forged",
                "user:kim\",\"roles\":[\"admin\"],\"x\":\"",
                "user:kïm@mü.example\u202e"
            })
    @DisplayName("H1, H6: whatever stands in a name stays in its claim, and the token is one header of plain letters")
    void odd(String name) {
        PersonTokens tokens = at(CURRENT, NOW);
        ActingPerson person = new ActingPerson(
                name, "acme", PortalRoles.member(Set.of(Role.AGENT), Set.of("EMEA", name), name), "192.0.2.7");

        String token = tokens.sign(person);

        assertThat(token).matches("[A-Za-z0-9_.-]+");
        assertThat(tokens.verify(token)).isEqualTo(person);
    }

    @Test
    @DisplayName("H1: a token is good for 60 seconds")
    void ends() {
        String token = at(CURRENT, NOW).sign(LEAD);

        assertThat(at(CURRENT, NOW.plusSeconds(59)).verify(token)).isEqualTo(LEAD);
        refused(at(CURRENT, NOW.plus(PersonTokens.GOOD_FOR)), token);
    }

    @Test
    @DisplayName("H1: a token that would be good for longer than a few minutes is refused, whoever signed it")
    void tooLong() {
        PersonTokens tokens = at(CURRENT, NOW);

        assertThat(tokens.verify(at(CURRENT, NOW.plusSeconds(180)).sign(LEAD))).isEqualTo(LEAD);
        refused(tokens, at(CURRENT, NOW.plusSeconds(300)).sign(LEAD));
        refused(tokens, at(CURRENT, NOW.plus(Duration.ofDays(3_650))).sign(LEAD));
    }

    @Test
    @DisplayName("H1: the former key is accepted, the current one signs, and any other is refused")
    void rotation() {
        String former = at(FORMER, NOW).sign(LEAD);

        assertThat(at(CURRENT + "," + FORMER, NOW).verify(former)).isEqualTo(LEAD);
        refused(at(CURRENT, NOW), former);
        refused(at(" ", NOW), former);
        refused(at("k1:" + base64("another key with the former one's id"), NOW), former);
    }

    @Test
    @DisplayName("H1: a token that was changed, that nobody signed or that never ends is refused")
    void forged() {
        PersonTokens tokens = at(CURRENT, NOW);
        String[] parts = tokens.sign(LEAD).split("\\.");
        String none = base64Url("{\"alg\":\"none\",\"kid\":\"k2\"}");
        String admin = base64Url("{\"aud\":\"amends\",\"sub\":\"user:x\",\"portal\":\"acme\",\"roles\":[\"admin\"],"
                + "\"groups\":[],\"exp\":" + NOW.plusSeconds(30).getEpochSecond() + "}");

        refused(tokens, parts[0] + "." + admin + "." + parts[2]);
        refused(tokens, none + "." + admin + ".");
        refused(tokens, none + "." + admin + "." + parts[2]);
        refused(tokens, "");
        refused(tokens, "nonsense");
    }

    @Test
    @DisplayName("H1: what tests sign by hand is read as they mean it")
    void byHand() {
        PersonTokens tokens =
                new PersonTokens("test:" + base64("tests sign with this, nobody else!"), Clock.systemUTC());

        assertThat(tokens.verify(PersonToken.of("user:kim", "acme")
                        .roles("agent")
                        .groups("EMEA")
                        .contact("c-3")
                        .signed()))
                .isEqualTo(new ActingPerson(
                        "user:kim", "acme", PortalRoles.member(Set.of(Role.AGENT), Set.of("EMEA"), "c-3"), null));
        refused(tokens, PersonToken.admin("user:kim", "acme").forged().signed());
        refused(
                tokens,
                PersonToken.admin("user:kim", "acme")
                        .until(Instant.now().minus(Duration.ofSeconds(1)))
                        .signed());
    }

    @Test
    @DisplayName("H1: a key that is too short, or has another form, is refused at the start")
    void badKeys() {
        assertThatThrownBy(() -> at("k1:" + base64("short"), NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> at("no-id", NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> at(" ", NOW).sign(LEAD)).hasMessageContaining("AMENDS_PERSON_KEYS");
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
