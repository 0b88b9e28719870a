package io.amends.contracts.directory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    private static final String LABEL = "a".repeat(63);

    @ParameterizedTest(name = "C5: {0} is sent to as {1}")
    @CsvSource({
        "alex@example.com, alex@example.com",
        "Alex.O'Neil+a_b@Example.COM, Alex.O'Neil+a_b@Example.COM",
        "anna@müller.example, anna@xn--mller-kva.example",
        "anna@MÜLLER.example, anna@xn--mller-kva.example",
        "anna@例え.テスト, anna@xn--r8jz45g.xn--zckzah",
        "anna@xn--mller-kva.example, anna@xn--mller-kva.example",
        "anna@mail.4you.example, anna@mail.4you.example"
    })
    void sendable(String address, String sent) {
        assertThat(MailAddress.fault(address)).isNull();
        assertThat(MailAddress.sendable(address)).isEqualTo(sent);
    }

    @ParameterizedTest(name = "C5: nothing can be sent to {0}")
    @ValueSource(
            strings = {
                "",
                "alex",
                "@example.com",
                "alex@",
                "a@b@example.com",
                "jürgen@example.com",
                "dot..dot@example.com",
                ".dot@example.com",
                "dot.@example.com",
                "\"quoted name\"@example.com",
                "a b@example.com",
                "a@exa mple.com",
                "a@localhost",
                "a@127.0.0.1",
                "a@[127.0.0.1]",
                "a@[IPv6:::1]",
                "a@example.com.",
                "a@example..com",
                "a@-example.com",
                "a@example-.com",
                "a@exa_mple.com",
                "a@example.com\r\nBcc: x@example.com",
                "a\r\n@example.com",
                "a@straße.example",
                "a@😀.example",
                "Alex <a@example.com>",
                "a@example.com,b@example.com"
            })
    void unsendable(String address) {
        assertThat(MailAddress.fault(address)).startsWith("must ");
        assertThat(MailAddress.sendable(address)).isNull();
    }

    @Test
    @DisplayName("C5: the lengths that SMTP and the DNS allow are allowed, and one more is not")
    void lengths() {
        assertThat(MailAddress.fault("a".repeat(64) + "@example.com")).isNull();
        assertThat(MailAddress.fault("a".repeat(65) + "@example.com")).contains("at most 64");
        assertThat(MailAddress.fault("a@" + LABEL + ".com")).isNull();
        assertThat(MailAddress.fault("a@a" + LABEL + ".com")).isNotNull();
        String longest = String.join(".", LABEL, LABEL, LABEL, "a".repeat(60));
        assertThat(MailAddress.fault("a@" + longest)).isNull();
        assertThat(MailAddress.fault("ab@" + longest)).contains("at most 254");
        assertThat(MailAddress.fault("a@" + "ü".repeat(60) + ".example")).isNotNull();
    }

    @Property(tries = 2000)
    void c5_whatIsSentToIsPlainAndSentToAsItIs(
            @ForAll @StringLength(max = 30) String name, @ForAll @StringLength(max = 30) String domain) {
        String sent = MailAddress.sendable(name + "@" + domain + ".example");
        if (sent != null) {
            assertThat(sent).matches("[\\x21-\\x7E]+@[A-Za-z0-9.-]+");
            assertThat(MailAddress.sendable(sent)).isEqualTo(sent);
        }
    }
}
