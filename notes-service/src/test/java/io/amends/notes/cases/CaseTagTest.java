package io.amends.notes.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CaseTagTest {
    @Test
    @DisplayName("D7: a tag is 1 to 100 characters that can be stored, without blanks around it")
    void faults() {
        assertThat(CaseTag.typed(" vip\u00A0")).isEqualTo(new CaseTag("vip"));
        assertThat(CaseTag.typed("x".repeat(100)).faults()).isEmpty();
        for (String bad : new String[] {null, "", " \u3000", "\u2800", "x".repeat(101), "a\u0000b", "\uD83D"}) {
            assertThat(CaseTag.typed(bad).faults())
                    .as(bad)
                    .singleElement()
                    .extracting(Reason::pointer)
                    .isEqualTo("?tag");
        }
    }

    @Test
    @DisplayName("B5: decided tags that no event of the case has room for are left out, the first ones kept")
    void fitting() {
        List<String> many =
                IntStream.range(0, 300).mapToObj(i -> i + "x".repeat(990)).toList();

        assertThat(CaseTag.fitting(many))
                .hasSizeBetween(90, 101)
                .isEqualTo(many.subList(0, CaseTag.fitting(many).size()));
        assertThat(CaseTag.fitting(List.of("a", "b"))).containsExactly("a", "b");
    }
}
