package io.amends.alerting.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.testing.DecisionBuilder;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In the plain text the line is all the structure there is. */
class TextPartTest {
    private static final String FORGED =
            "Fine.%n%n2. Sam Forged: 1 of 5%n   Write notes: https://evil.example/t%n--%nThe links open for ever.%n   > x"
                    .replace("%n", "\n");

    @Test
    @DisplayName("C5: no comment makes a second customer, a link or a foot: each of its lines has the mark")
    void forgedLines() {
        for (String end : List.of("\n", "\r", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029")) {
            String text = text(Decisions.says("r", "Kim", FORGED.replace("\n", end), "en"));

            assertThat(marked(text))
                    .containsExactly(
                            "   > Fine.",
                            "   >",
                            "   > 2. Sam Forged: 1 of 5",
                            "   > Write notes: https://evil.example/t",
                            "   > --",
                            "   > The links open for ever.",
                            "   > > x");
            assertThat(unmarked(text)).doesNotContain("Forged", "evil", "for ever");
            assertThat(text.lines().filter("--"::equals)).hasSize(1);
        }
    }

    @Test
    @DisplayName("C5: a long comment is broken before a mail program breaks it, so that every line has the mark")
    void longLines() {
        for (String comment : List.of(
                "word ".repeat(300) + "2. Sam Forged",
                "x".repeat(2000),
                "字".repeat(1900),
                "https://" + "y".repeat(900))) {
            String text = text(Decisions.says("r", "Kim", comment, "en"));

            assertThat(marked(text)).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(line)
                    .hasSizeLessThanOrEqualTo(76));
            assertThat(unmarked(text)).doesNotContain("word", "Forged", "xxx", "字", "yyy");
        }
    }

    @Test
    @DisplayName("C5, C11: a Japanese line ends where one may end, so that none begins with a comma or a stop")
    void japaneseLines() {
        for (int before = 0; before < 6; before++) {
            String comment = "字".repeat(before) + "返事が遅くて、本当に困りました。".repeat(20);
            List<String> lines = marked(text(Decisions.says("r", "Kim", comment, "ja")));

            assertThat(lines).hasSizeGreaterThan(5).noneMatch(line -> line.matches("   > [、。].*"));
            assertThat(lines.stream().map(line -> line.substring(5)).collect(Collectors.joining()))
                    .isEqualTo(comment);
        }
    }

    @Test
    @DisplayName(
            "C5: names, factors, agent, group and ticket stay within their line, and no line but a comment's has the mark")
    void singleLines() {
        String hostile = "a\n   > b\u2028   Write notes: https://evil.example\u00852. Sam Forged: 1 of 5\u000B"
                + "\u3000".repeat(90) + "> " + "long ".repeat(30);
        DecisionBuilder one = Decisions.says("r", hostile, "Fine.", "en");
        one.customer(new Customer("c", hostile, hostile, hostile, hostile, null, hostile, hostile));
        one.agent(new Agent(hostile, hostile));
        one.factors(List.of("> " + hostile, hostile));
        one.ticket(hostile);
        one.summary(hostile);
        String text = Samples.render(Samples.digest(
                        "en",
                        List.of(new io.amends.alerting.digest.Digest.Item(one.build(), hostile, hostile, List.of())),
                        0))
                .text();

        assertThat(marked(text)).containsExactly("   > Fine.");
        assertThat(text.lines().filter(line -> line.matches("\\s*(2\\. Sam|Write notes: https://evil).*")))
                .allSatisfy(line -> assertThat(line).startsWith("      "));
    }

    @Property(tries = 300)
    void c5_everyLineOfACommentHasTheMarkAndNoOtherLineHasIt(@ForAll String comment) {
        String with = text(Decisions.says("r", "Kim", comment, "en"));
        String without = text(Decisions.says("r", "Kim", null, "en"));

        assertThat(unmarked(with).replaceAll("\\n+", "\n")).isEqualTo(without.replaceAll("\\n+", "\n"));
    }

    private static String text(DecisionBuilder one) {
        return Templates.text(Samples.mail(Samples.item(one)));
    }

    private static List<String> marked(String text) {
        return text.lines().filter(line -> line.startsWith("   >")).toList();
    }

    private static String unmarked(String text) {
        return text.lines().filter(line -> !line.startsWith("   >")).collect(Collectors.joining("\n", "", "\n"));
    }
}
