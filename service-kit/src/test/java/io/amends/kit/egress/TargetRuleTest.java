package io.amends.kit.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.egress.TargetRule.TargetRefused;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRuleTest {
    private static final URI VENDOR = URI.create("https://api.vendor.example/v3");

    private static TargetRule where(String... addresses) {
        return new TargetRule(false, host -> resolved(addresses));
    }

    private static InetAddress[] resolved(String... addresses) throws UnknownHostException {
        InetAddress[] found = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            found[i] = InetAddress.getByName(addresses[i]);
        }
        return found;
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A10: an address that is not public is not called")
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.2.7",
                "198.19.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::"
            })
    void privateAddresses(String address) {
        assertThatThrownBy(() -> where(address).check(VENDOR))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("not public");
        assertThatThrownBy(() -> where("8.8.8.8", address).check(VENDOR))
                .as("as one of several")
                .isInstanceOf(TargetRefused.class);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A10: a public address is called, at the address that was judged")
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450:4001::1", "2600::1"})
    void publicAddresses(String address) throws Exception {
        AtomicInteger looks = new AtomicInteger();
        TargetRule.CallTarget target = new TargetRule(false, host -> {
                    looks.incrementAndGet();
                    return resolved(address);
                })
                .check(VENDOR);

        assertThat(target.address()).isEqualTo(InetAddress.getByName(address));
        assertThat(target.host()).isEqualTo("api.vendor.example");
        assertThat(target.port()).isEqualTo(443);
        assertThat(target.secure()).isTrue();
        assertThat(looks).hasValue(1);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A10: only https is called, of a host, without a name and password in it")
    @ValueSource(
            strings = {
                "http://api.vendor.example",
                "ftp://api.vendor.example",
                "https:///v3",
                "https://a:b@vendor.example",
                "v3"
            })
    void otherForms(String written) {
        assertThatThrownBy(() -> where("8.8.8.8").check(URI.create(written))).isInstanceOf(TargetRefused.class);
    }

    @Test
    @DisplayName(
            "A10: where private targets are allowed, http to the own machine is called; nothing else that is set allows it")
    void allowed() throws Exception {
        TargetRule.CallTarget target =
                new TargetRule(Optional.of("allow")).check(URI.create("http://127.0.0.1:8081/v3"));

        assertThat(target.port()).isEqualTo(8081);
        assertThat(target.secure()).isFalse();
        Stream.of(Optional.<String>empty(), Optional.of("no"), Optional.of("false"))
                .forEach(set -> assertThatThrownBy(
                                () -> new TargetRule(set).check(URI.create("https://127.0.0.1:8081/v3")))
                        .isInstanceOf(TargetRefused.class));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A10: an address that is stored is judged as it is written, and nobody is asked for its host")
    @ValueSource(
            strings = {
                "http://api.vendor.example",
                "https://127.0.0.1/v3",
                "https://[::1]/v3",
                "https://[::ffff:10.0.0.1]",
                "https://192.168.1.1:8443",
                "https://a@vendor.example",
                "https:///v3"
            })
    void written(String address) throws TargetRefused {
        TargetRule rule = new TargetRule(false, host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> rule.checkWritten(URI.create(address))).isInstanceOf(TargetRefused.class);
        rule.checkWritten(VENDOR);
        rule.checkWritten(URI.create("https://8.8.8.8"));
        new TargetRule(Optional.of("allow")).checkWritten(URI.create("http://127.0.0.1:8081"));
    }

    @Test
    @DisplayName("A10: a name that nobody knows is refused with that reason")
    void unknown() {
        TargetRule rule = new TargetRule(false, host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> rule.check(VENDOR)).hasMessageContaining("not known");
    }
}
