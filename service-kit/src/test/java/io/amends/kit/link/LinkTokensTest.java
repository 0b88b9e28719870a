package io.amends.kit.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.link.LinkTokens.Verified;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** C6: links are signed, bound to report and recipient, and expire. */
class LinkTokensTest {
    private static final String NEW = "k2:" + key((byte) 2);
    private static final String OLD = "k1:" + key((byte) 1);
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ReportLink LINK = new ReportLink("d-1", "c-2", ReportLink.ALL, NOW.plusSeconds(60));

    // Signed with the old key by the version before, for * and for kim.
    private static final String FORMER_ALL =
            "AQACazEAA2QtMQADYy0yAAEqAAAAAGr__jw81ksrlZfPU9LFSbUCQYgi9dsGI4ObumG846ihjsqxJg";
    private static final String FORMER_KIM =
            "AQACazEAA2QtMQADYy0yAANraW0AAAAAav_-PFRkF5xGd0e_ueIs1ddeWpzSO8eq8TMzZPq2S3fWNb7y";

    @Test
    void aLinkOpensWhatItWasSignedForUntilItExpires() {
        LinkTokens tokens = LinkTokens.with(NEW + "," + OLD);
        String token = tokens.sign(LINK);
        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(tokens.verify(token, NOW)).isEqualTo(new Verified.Valid(LINK));
        assertThat(tokens.verify(token, NOW.plusSeconds(59))).isInstanceOf(Verified.Valid.class);
        assertThat(tokens.verify(token, NOW.plusSeconds(60))).isEqualTo(new Verified.Expired(LINK));
    }

    @Test
    void thePreviousKeyStillOpensAndAForgottenOneDoesNot() {
        String token = LinkTokens.with(OLD).sign(LINK);
        assertThat(LinkTokens.with(NEW + "," + OLD).verify(token, NOW)).isInstanceOf(Verified.Valid.class);
        assertThat(LinkTokens.with(NEW).verify(token, NOW)).isInstanceOf(Verified.Forged.class);
    }

    @Test
    @DisplayName("C6: the link of the response * is not that of all, and a former one that may be either opens neither")
    void aResponseCalledStar() {
        LinkTokens tokens = LinkTokens.with(OLD);
        List<String> held = List.of("*", "kim");

        assertThat(opened(tokens.sign(LINK), held)).containsExactly("*", "kim");
        assertThat(opened(tokens.sign(new ReportLink("d-1", "c-2", "*", LINK.expires())), held))
                .containsExactly("*");
        assertThat(opened(FORMER_ALL, held)).isEmpty();
        assertThat(opened(FORMER_ALL, List.of("kim", "sam"))).containsExactly("kim", "sam");
        assertThat(opened(FORMER_KIM, held)).containsExactly("kim");
    }

    private static List<String> opened(String token, List<String> held) {
        Verified.Valid valid = (Verified.Valid) LinkTokens.with(OLD).verify(token, NOW);
        return valid.link().opens(held);
    }

    @Property(tries = 300)
    void anyChangedBitMakesItForged(@ForAll @IntRange(max = 400) int bit) {
        LinkTokens tokens = LinkTokens.with(NEW);
        byte[] bytes = Base64.getUrlDecoder().decode(tokens.sign(LINK));
        bytes[(bit / 8) % bytes.length] ^= (byte) (1 << bit % 8);
        String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThat(tokens.verify(changed, NOW)).isInstanceOf(Verified.Forged.class);
    }

    @Property(tries = 300)
    void anythingElseIsForgedAndNeverAnError(@ForAll @StringLength(max = 300) String text) {
        assertThat(LinkTokens.with(NEW).verify(text, NOW)).isInstanceOf(Verified.Forged.class);
    }

    private static String key(byte fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
