package io.amends.ingest.sources.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.directory.SourceDefaults;
import io.amends.contracts.directory.SourceVendor;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sent a webhook (A10): the signature of each vendor, good, changed, of another secret, and too old. */
class SignaturesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    /** Those that sign the time as well. */
    private static final Set<SourceVendor> TIMED = EnumSet.of(SourceVendor.FORMBRICKS, SourceVendor.ZENDESK);
    /** That one sends the secret itself, whatever the body is. */
    private static final Set<SourceVendor> UNSIGNED = EnumSet.of(SourceVendor.ASKNICELY);

    private static boolean genuine(SourceVendor vendor, Webhook webhook, String secret) {
        return Vendors.of(vendor).genuine(webhook, secret, SourceDefaults.NONE, NOW);
    }

    private static Webhook signed(SourceVendor vendor, String secret, Instant at) {
        return SignedWebhooks.of(vendor, secret, SignedWebhooks.sample(vendor), at);
    }

    @DisplayName(
            "A10: a webhook that is signed as its vendor signs is genuine; by another secret, or without, it is not")
    @ParameterizedTest
    @EnumSource
    void vendors(SourceVendor vendor) {
        String secret = SignedWebhooks.secret(vendor, "current");
        Webhook webhook = signed(vendor, secret, NOW);

        assertThat(genuine(vendor, webhook, secret)).isTrue();
        assertThat(genuine(vendor, webhook, SignedWebhooks.secret(vendor, "other")))
                .isFalse();
        assertThat(genuine(vendor, new Webhook(Map.of(), webhook.body()), secret))
                .as("what is signed in the body is not bare")
                .isEqualTo(vendor == SourceVendor.QUALTRICS);
        assertThat(genuine(vendor, new Webhook(Map.of(), SignedWebhooks.sample(vendor)), secret))
                .isFalse();
    }

    @DisplayName("A10: a signed time is good for five minutes before and after now, and not for longer")
    @ParameterizedTest
    @EnumSource
    void replayed(SourceVendor vendor) {
        String secret = SignedWebhooks.secret(vendor, "current");

        for (Duration off : new Duration[] {Vendor.TOLERANCE, Vendor.TOLERANCE.negated()}) {
            assertThat(genuine(vendor, signed(vendor, secret, NOW.plus(off)), secret))
                    .isTrue();
            Instant outside = NOW.plus(off).plusSeconds(off.isNegative() ? -1 : 1);
            assertThat(genuine(vendor, signed(vendor, secret, outside), secret)).isEqualTo(!TIMED.contains(vendor));
        }
    }

    @Property(tries = 400)
    void a10_oneBitOfTheBodyChangedIsNotGenuine(
            @ForAll SourceVendor vendor, @ForAll @IntRange(max = 100_000) int at, @ForAll @IntRange(max = 7) int bit) {
        String secret = SignedWebhooks.secret(vendor, "current");
        Webhook webhook = signed(vendor, secret, NOW);
        byte[] changed = webhook.body().clone();
        changed[at % changed.length] ^= (byte) (1 << bit);
        boolean genuine = genuine(vendor, new Webhook(webhook.headers(), changed), secret);

        if (vendor == SourceVendor.QUALTRICS) {
            // A form has more than what is signed, and more than one way to write it: its message must be what was
            // signed.
            assertThat(genuine && !message(changed).equals(message(webhook.body())))
                    .isFalse();
        } else {
            assertThat(genuine).isEqualTo(UNSIGNED.contains(vendor));
        }
    }

    @Property(tries = 400)
    void a10_oneBitOfTheHeadersChangedIsNotGenuine(
            @ForAll SourceVendor vendor, @ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(max = 6) int bit) {
        String secret = SignedWebhooks.secret(vendor, "current");
        Webhook webhook = signed(vendor, secret, NOW);
        for (String name : webhook.headers().keySet()) {
            char[] value = webhook.headers().get(name).toCharArray();
            int place = at % value.length;
            value[place] ^= (char) (1 << bit);
            Map<String, String> changed = new HashMap<>(webhook.headers());
            changed.put(name, new String(value));
            boolean harmless = name.equals("content-type")
                    || (name.equals("webhook-signature") && place < "v1,bm9uZQ== ".length())
                    || new String(value)
                            .strip()
                            .equalsIgnoreCase(webhook.headers().get(name));
            assertThat(genuine(vendor, new Webhook(changed, webhook.body()), secret) && !harmless)
                    .as(name + " " + new String(value))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("A10: SurveyMonkey's secret may be set with the client's id before it, and then no other id signs")
    void surveyMonkey() {
        Webhook webhook = signed(SourceVendor.SURVEYMONKEY, "s", NOW);

        assertThat(genuine(SourceVendor.SURVEYMONKEY, webhook, "client-1&s")).isTrue();
        assertThat(genuine(SourceVendor.SURVEYMONKEY, webhook, "client-2&s")).isFalse();
    }

    @Test
    @DisplayName("A10: a key in a header is looked for where the source says")
    void header() {
        SourceDefaults defaults = new SourceDefaults(null, null, null, null, "X-Ours");
        Webhook ours = new Webhook(Map.of("x-ours", "s"), new byte[0]);
        Webhook usual = new Webhook(Map.of(Vendor.KEY_HEADER, "s"), new byte[0]);

        for (SourceVendor vendor : new SourceVendor[] {SourceVendor.ASKNICELY, SourceVendor.JSON}) {
            assertThat(Vendors.of(vendor).genuine(ours, "s", defaults, NOW)).isTrue();
            assertThat(Vendors.of(vendor).genuine(usual, "s", defaults, NOW)).isFalse();
            assertThat(genuine(vendor, usual, "s")).isTrue();
        }
    }

    @Test
    @DisplayName(
            "A10: JSON signed by Standard Webhooks is judged by that alone; a bearer token is a secret in a header")
    void json() {
        byte[] body = SignedWebhooks.sample(SourceVendor.JSON);
        String secret = SignedWebhooks.secret(SourceVendor.FORMBRICKS, "key");
        Webhook standard = SignedWebhooks.of(SourceVendor.FORMBRICKS, secret, body, NOW);
        Map<String, String> both = new HashMap<>(standard.headers());
        both.put("webhook-timestamp", "1");
        both.put("X-Api-Key", secret);

        assertThat(genuine(SourceVendor.JSON, standard, secret)).isTrue();
        assertThat(genuine(SourceVendor.JSON, new Webhook(both, body), secret)).isFalse();
        assertThat(genuine(SourceVendor.JSON, new Webhook(Map.of("Authorization", "Bearer " + secret), body), secret))
                .isTrue();
    }

    @Test
    @DisplayName("A10: a secret of Standard Webhooks is base64 behind whsec_, which is told where it is not")
    void secretFaults() {
        assertThat(Vendors.of(SourceVendor.FORMBRICKS).secretFault("whsec_*")).contains("base64");
        assertThat(Vendors.of(SourceVendor.FORMBRICKS)
                        .secretFault("whsec_" + Base64.getEncoder().encodeToString("k".getBytes(UTF_8))))
                .isNull();
        assertThat(Vendors.of(SourceVendor.TYPEFORM).secretFault("anything")).isNull();
    }

    private static Webhook with(Webhook webhook, UnaryOperator<String> names, UnaryOperator<String> values) {
        Map<String, String> headers = new HashMap<>();
        webhook.headers().forEach((name, value) -> headers.put(names.apply(name), values.apply(value)));
        return new Webhook(headers, webhook.body());
    }

    @DisplayName("A10: names of headers are in any case, and blanks around their values are nothing")
    @ParameterizedTest
    @EnumSource
    void headers(SourceVendor vendor) {
        String secret = SignedWebhooks.secret(vendor, "current");
        Webhook webhook = signed(vendor, secret, NOW);

        assertThat(genuine(vendor, with(webhook, name -> name.toUpperCase(Locale.ROOT), v -> v), secret))
                .isTrue();
        assertThat(genuine(vendor, with(webhook, name -> name, value -> " " + value + "\t"), secret))
                .isTrue();
    }

    @DisplayName(
            "A10: hexadecimal digits may be capitals; what is base64 may not, and a missing prefix is no signature")
    @ParameterizedTest
    @EnumSource(names = {"DELIGHTED", "JSON", "TYPEFORM"})
    void prefixes(SourceVendor vendor) {
        Webhook webhook = signed(vendor, "s", NOW);
        String prefix = "sha256=";

        assertThat(genuine(
                        vendor,
                        with(
                                webhook,
                                n -> n,
                                v -> prefix + v.substring(prefix.length()).toUpperCase(Locale.ROOT)),
                        "s"))
                .isEqualTo(vendor != SourceVendor.TYPEFORM);
        assertThat(genuine(vendor, with(webhook, n -> n, v -> v.substring(prefix.length())), "s"))
                .isEqualTo(vendor == SourceVendor.JSON);
        assertThat(genuine(vendor, with(webhook, n -> n, v -> prefix), "s")).isFalse();
    }

    @Test
    @DisplayName(
            "A10: Qualtrics' form is read in any order and writing; its hash may be in capitals, and bare fields are refused")
    void forms() {
        String signed = new String(signed(SourceVendor.QUALTRICS, "s", NOW).body(), UTF_8);
        String hash = signed.substring(signed.indexOf("HMAC=") + 5, signed.indexOf("&MSG="));
        String message = signed.substring(signed.indexOf("&MSG=") + 5);
        for (String form : new String[] {
            "MSG=" + message + "&HMAC=" + hash + "&undefined=",
            "HMAC=" + hash.toUpperCase(Locale.ROOT) + "&MSG=" + message.replace("+", "%20")
        }) {
            Webhook webhook = new Webhook(
                    Map.of("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"), form.getBytes(UTF_8));
            assertThat(genuine(SourceVendor.QUALTRICS, webhook, "s")).isTrue();
        }
        for (String form : new String[] {
            "MSG=" + message,
            "HMAC=&MSG=" + message,
            "SurveyID=SV_1&ResponseID=R_1",
            "MSG=%7B%7D&HMAC=" + hash + "&MSG=" + message
        }) {
            assertThat(genuine(SourceVendor.QUALTRICS, new Webhook(Map.of(), form.getBytes(UTF_8)), "s"))
                    .as(form)
                    .isFalse();
        }
    }

    @Test
    @DisplayName("A10: one of several signatures is enough, of the version that is known, and the id is signed as well")
    void severalSignatures() {
        String secret = SignedWebhooks.secret(SourceVendor.FORMBRICKS, "current");
        Webhook webhook = signed(SourceVendor.FORMBRICKS, secret, NOW);
        String right = webhook.header("webhook-signature").split(" ")[1];
        for (String signatures : new String[] {right, "v1a,eA== " + right, right + " v1,eA==", "v1, " + right}) {
            assertThat(genuine(SourceVendor.FORMBRICKS, changed(webhook, "webhook-signature", signatures), secret))
                    .as(signatures)
                    .isTrue();
        }
        for (String signatures : new String[] {"", "v1,", right.substring(3), "v2," + right.substring(3)}) {
            assertThat(genuine(SourceVendor.FORMBRICKS, changed(webhook, "webhook-signature", signatures), secret))
                    .as(signatures)
                    .isFalse();
        }
        assertThat(genuine(SourceVendor.FORMBRICKS, changed(webhook, "webhook-id", "msg_other"), secret))
                .isFalse();
        assertThat(genuine(SourceVendor.FORMBRICKS, changed(webhook, "webhook-timestamp", ""), secret))
                .isFalse();
    }

    @Test
    @DisplayName("A10: AskNicely's secret may come as a bearer token in the header that the source names")
    void bearer() {
        SourceDefaults defaults = new SourceDefaults(null, null, null, null, "Authorization");
        Vendor vendor = Vendors.of(SourceVendor.ASKNICELY);
        byte[] body = SignedWebhooks.sample(SourceVendor.ASKNICELY);

        for (String sent : new String[] {"s", "Bearer s"}) {
            assertThat(vendor.genuine(new Webhook(Map.of("authorization", sent), body), "s", defaults, NOW))
                    .isTrue();
        }
        for (String sent : new String[] {"", "Bearer ", "Bearer s2", "Basic s"}) {
            assertThat(vendor.genuine(new Webhook(Map.of("authorization", sent), body), "s", defaults, NOW))
                    .as(sent)
                    .isFalse();
        }
    }

    private static Webhook changed(Webhook webhook, String header, String value) {
        Map<String, String> headers = new HashMap<>(webhook.headers());
        headers.put(header, value);
        return new Webhook(headers, webhook.body());
    }

    /** What a form says that is read; the empty text where it says nothing. */
    private static String message(byte[] form) {
        for (String pair : new String(form, UTF_8).split("&")) {
            if (pair.startsWith("MSG=")) {
                return URLDecoder.decode(pair.substring("MSG=".length()), UTF_8);
            }
        }
        return "";
    }
}
