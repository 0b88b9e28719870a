package io.amends.alerting.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.messages.Languages;
import io.amends.messages.testing.PlainMessages;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SmsPartsTest {
    private static final SmsWriter WRITER = new SmsWriter(PlainMessages.english(SmsMessages.class), Locale.UK);

    @Test
    @DisplayName("C3: a part has 160 letters of GSM, or 70 of others; of several each has 153, or 67")
    void limits() {
        assertThat(SmsParts.of("")).isEqualTo(1);
        assertThat(SmsParts.of("ü".repeat(160))).isEqualTo(1);
        assertThat(SmsParts.of("a".repeat(161))).isEqualTo(2);
        assertThat(SmsParts.of("a".repeat(306))).isEqualTo(2);
        assertThat(SmsParts.of("a".repeat(307))).isEqualTo(3);
        assertThat(SmsParts.of("件".repeat(70))).isEqualTo(1);
        assertThat(SmsParts.of("件".repeat(71))).isEqualTo(2);
        assertThat(SmsParts.of("件".repeat(134))).isEqualTo(2);
        assertThat(SmsParts.of("件".repeat(135))).isEqualTo(3);
        assertThat(SmsParts.of("a".repeat(70) + "ł")).isEqualTo(2);
    }

    @Test
    @DisplayName("C3: a character that takes two is not torn apart between two parts")
    void twoUnits() {
        assertThat(SmsParts.of("€".repeat(80))).isEqualTo(1);
        assertThat(SmsParts.of("€".repeat(81))).isEqualTo(2);
        assertThat(SmsParts.of("a".repeat(152) + "€".repeat(77))).isEqualTo(3);
        assertThat(SmsParts.of("\uD83D\uDE42".repeat(35))).isEqualTo(1);
        assertThat(SmsParts.of("\uD83D\uDE42".repeat(66))).isEqualTo(2);
        assertThat(SmsParts.of("\uD83D\uDE42".repeat(67))).isEqualTo(3);
    }

    @Property
    @Label("C3: a longer text takes no fewer parts, and no part is more than full nor a whole character short of it")
    void bounds(@ForAll("texts") String text, @ForAll("texts") String more) {
        int parts = SmsParts.of(text);
        boolean gsm = text.codePoints().allMatch(c -> (c < 0x80 && c != '`') || c == '€' || c == 'ö');
        int units = gsm
                ? text.codePoints()
                        .map(c -> "^{}\\[~]|€".indexOf(c) < 0 ? 1 : 2)
                        .sum()
                : text.length();

        assertThat(SmsParts.of(text + more)).isGreaterThanOrEqualTo(parts);
        assertThat(units).isLessThanOrEqualTo(parts == 1 ? (gsm ? 160 : 70) : parts * (gsm ? 153 : 67));
        if (parts > 1) {
            assertThat(units).isGreaterThan((parts - 1) * (gsm ? 152 : 66));
        }
    }

    @Test
    @DisplayName("C3, C11: in every language that is spoken an ordinary message has one part")
    void onePart() {
        for (String language : Languages.SPOKEN) {
            SmsWriter writer =
                    new SmsWriter(PlainMessages.in(language, SmsMessages.class), Locale.forLanguageTag(language));
            for (boolean weekend : new boolean[] {false, true}) {
                String text = writer.text("Example Support", 12, weekend);
                assertThat(SmsParts.of(text)).as(text).isEqualTo(1);
                assertThat(text).startsWith("Example Support").contains("12");
            }
        }
    }

    @Property
    @Label(
            "C3: whatever the portal is called and however many there are, a message has at most two parts and the number")
    void neverMore(@ForAll("texts") String name, @ForAll @IntRange(min = 1) int customers, @ForAll boolean weekend) {
        String text = WRITER.text(name, customers, weekend);

        assertThat(SmsParts.of(text)).isLessThanOrEqualTo(SmsWriter.MOST_PARTS);
        assertThat(text.replace(",", ""))
                .contains(customers + " unhappy customer")
                .endsWith(".");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> gsm = Arbitraries.strings()
                .withCharRange(' ', '_')
                .withCharRange('a', '~')
                .withChars('€', 'ö')
                .ofMaxLength(500);
        Arbitrary<String> others = Arbitraries.of("件", "a", "\uD83D\uDE42", "ł")
                .list()
                .ofMaxSize(300)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(gsm, others);
    }
}
