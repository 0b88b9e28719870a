package io.amends.kit.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.problem.Problem;
import io.amends.kit.secrets.SecretBox.SealedShut;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final String ONE = "k1:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String TWO =
            "k2:" + Base64.getEncoder().encodeToString("thirty-two bytes make a good key".getBytes(UTF_8));

    private final SecretBox box = box(ONE);

    private static SecretBox box(String configured) {
        return new SecretBox(Optional.of(configured));
    }

    @Test
    @DisplayName(
            "A10: a secret that is sealed opens with its key, in its place and nowhere else, and is never the same")
    void sealed() throws SealedShut {
        String sealed = box.seal("whsec_abc", "source acme/typeform");

        assertThat(sealed).startsWith("k1:").doesNotContain("whsec");
        assertThat(box.open(sealed, "source acme/typeform")).isEqualTo("whsec_abc");
        assertThat(box.seal("whsec_abc", "source acme/typeform")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> box.open(sealed, "source acme/other")).isInstanceOf(SealedShut.class);
        assertThatThrownBy(() -> box(TWO).open(sealed, "source acme/typeform"))
                .isInstanceOf(SealedShut.class)
                .hasMessageContaining("AMENDS_SECRETS_KEY");
    }

    @Test
    @DisplayName("A10: keys are exchanged one after the other: the first seals, all open")
    void rotated() throws SealedShut {
        String old = box.seal("s", "p");
        SecretBox both = box(TWO + ", " + ONE);

        assertThat(both.open(old, "p")).isEqualTo("s");
        assertThat(both.seal("s", "p")).startsWith("k2:");
        assertThat(both.derived("x"))
                .hasSize(2)
                .last()
                .isEqualTo(box.derived("x").get(0));
    }

    @Property(tries = 200)
    void a10_whatWasChangedDoesNotOpen(@ForAll @IntRange(max = 29) int at, @ForAll @IntRange(max = 7) int bit) {
        byte[] sealed = Base64.getDecoder().decode(box.seal("s", "p").substring("k1:".length()));
        sealed[at % sealed.length] ^= (byte) (1 << bit);

        assertThatThrownBy(() -> box.open("k1:" + Base64.getEncoder().encodeToString(sealed), "p"))
                .isInstanceOf(SealedShut.class);
    }

    @Test
    @DisplayName(
            "A10: without a key nothing is sealed, which is told by 503; a key of another form is refused at the start")
    void keys() {
        SecretBox none = new SecretBox(Optional.empty());

        assertThat(none.ready()).isFalse();
        assertThatThrownBy(none::requireReady).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status())
                .isEqualTo(503));
        assertThatThrownBy(() -> none.seal("s", "p")).isInstanceOf(IllegalStateException.class);
        for (String wrong : new String[] {"k1", "k1:", ":AAAA", "k1:AAAA", "k1:*"}) {
            assertThatThrownBy(() -> box(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String torn : new String[] {"", "k1:", "k1:AAAA", "k1:*"}) {
            assertThatThrownBy(() -> box.open(torn, "p")).isInstanceOf(SealedShut.class);
        }
    }
}
