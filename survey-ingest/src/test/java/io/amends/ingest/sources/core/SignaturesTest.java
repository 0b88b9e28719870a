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
import java.util.Map;
import java.util.Set;
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
