package io.amends.alerting.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.report.RecoveryReport;
import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.testing.DecisionBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Gmail shows 102 KB of a mail: its links and its foot must be among them. */
class MailSizeTest {

    @Test
    @DisplayName(
            "C5: 60 long comments make a mail below 100 KB: some in full, the others in a line, count, link and foot")
    void manyLongComments() {
        for (String words : List.of("Waiting again. ", "Снова жду ответа. ", "まだ待っています。", "<&\"'>")) {
            RecoveryReport mail = Samples.mail(digest(60, "Customer", words.repeat(2000 / words.length() + 50)));
            String html = Templates.html(mail);
            String text = Templates.text(mail);

            assertThat(html.getBytes(UTF_8)).hasSizeLessThan(100_000);
            assertThat(text.getBytes(UTF_8)).hasSizeLessThan(100_000);
            for (String form : List.of(html, text)) {
                assertThat(form)
                        .contains("Customer 1", "Customer 50", "token-r50", "50 of 60 are listed here")
                        .contains("(the PDF has the rest)", "token-all", "3 more asked not to be contacted.")
                        .contains("The links in this report open until")
                        .doesNotContain("Customer 51");
            }
            assertThat(html.lastIndexOf("token-all")).isGreaterThan(html.indexOf("token-r50"));
        }
    }

    @Test
    @DisplayName("C5: names without end leave room for links and foot, too")
    void endlessNames() {
        String html = Templates.html(Samples.mail(digest(60, "&".repeat(20_000), "Fine.")));

        assertThat(html.getBytes(UTF_8)).hasSizeLessThan(100_000);
        assertThat(html).contains("50 of 60 are listed here", "token-r50", "The links in this report open until");
    }

    @Test
    @DisplayName("C5: a few short cases are all in full, and nothing is said about it")
    void few() {
        String text = Templates.text(Samples.mail(digest(20, "Customer", "Third time I had to call.")));

        assertThat(text.split("Third time")).hasSize(21);
        assertThat(text).doesNotContain("in full", "are listed here", "the PDF has the rest");
    }

    @Test
    @DisplayName("C5: the PDF has all 20,000 characters of a comment, and the mail says where it was cut")
    void wholeComment() throws IOException {
        String comment = "Waiting. ".repeat(2222).strip();
        DigestForms rendered = Samples.render(digest(1, "Customer", comment));

        try (PDDocument pdf = Loader.loadPDF(rendered.pdf())) {
            String printed = new PDFTextStripper().getText(pdf);
            assertThat(printed.split("Waiting\\.", -1)).hasSize(2223);
            assertThat(printed).doesNotContain("the PDF has the rest");
        }
        for (String form : List.of(rendered.html(), rendered.text())) {
            assertThat(form).contains("… (the PDF has the rest)");
            assertThat(form.split("Waiting\\.", -1)).hasSize(223);
        }
    }

    @Test
    @DisplayName(
            "C5: a customer without blanks prints in about the time of one with them, whole, and their mail is no longer")
    void endlessWords() throws IOException {
        DecisionBuilder endless = saying("F".repeat(20_000));
        String name = "N".repeat(20_000);
        endless.customer(new Customer("c", name, null, name, name, null, name, name));
        endless.agent(new Agent("a", name));
        endless.factors(List.of("F".repeat(80_000), "Late"));
        endless.summary(name);
        endless.ticket("T".repeat(200));
        Digest.Item item = new Digest.Item(endless.build(), name, name, List.of());
        Digest ordinary = Samples.digest("en", List.of(Samples.item(saying("Waiting. ".repeat(2222)))), 0);
        Samples.render(ordinary);

        long begun = System.nanoTime();
        Samples.render(ordinary);
        long half = System.nanoTime();
        DigestForms rendered = Samples.render(Samples.digest("en", List.of(item), 0));
        long end = System.nanoTime();

        assertThat(end - half).isLessThan(8 * (half - begun));
        assertThat(rendered.html().getBytes(UTF_8)).hasSizeLessThan(95_000);
        assertThat(rendered.html()).contains("N".repeat(200) + " …", "F".repeat(200) + " …", "Late", "T".repeat(200));
        assertThat(rendered.html()).doesNotContain("N".repeat(1001));
        assertThat(rendered.pdf()).hasSizeLessThan(200_000);
        try (PDDocument pdf = Loader.loadPDF(rendered.pdf())) {
            String printed = new PDFTextStripper().getText(pdf);
            assertThat(printed.chars().filter(c -> c == 'F').count()).isBetween(20_200L, 20_220L);
            assertThat(printed).doesNotContain("\u200B", "\u00AD");
        }
    }

    @Test
    @DisplayName("C5: of very many factors the first ones are shown, and how many more there are")
    void manyFactors() throws IOException {
        DecisionBuilder one = saying("Fine.");
        one.factors(IntStream.rangeClosed(1, 20_000).mapToObj(i -> "f" + i).toList());
        DigestForms rendered = Samples.render(Samples.digest("en", List.of(Samples.item(one)), 0));

        try (PDDocument pdf = Loader.loadPDF(rendered.pdf())) {
            for (String form : List.of(rendered.html(), rendered.text(), new PDFTextStripper().getText(pdf))) {
                assertThat(form).contains("f30", "and 19,970 more").doesNotContain("f31");
            }
        }
    }

    @Test
    @DisplayName("C5: a report that takes too long to print goes out without its PDF, and says so")
    void tooLong() {
        DigestForms rendered =
                Samples.renderer(Duration.ZERO).render(digest(1, "Kim", "Waiting. ".repeat(2222)), Locale.UK);

        assertThat(rendered.pdf()).isNull();
        for (String form : List.of(rendered.html(), rendered.text())) {
            assertThat(form)
                    .contains("so there is no PDF. 1 of 1 are listed here", "… (the link opens the rest)", "token-all")
                    .doesNotContain("the PDF has", "attached");
        }
    }

    private static DecisionBuilder saying(String comment) {
        return Decisions.says("r", "Kim", comment, "en");
    }

    private static Digest digest(int cases, String name, String comment) {
        List<Digest.Item> items = new ArrayList<>();
        for (int i = 1; i <= cases; i++) {
            items.add(Samples.item(Decisions.says("r" + i, name + " " + i, comment, "en")));
        }
        return Samples.digest("en", items, 3);
    }
}
