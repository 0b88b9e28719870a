package io.amends.alerting.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.report.DigestMessages;
import io.amends.messages.Languages;
import io.amends.messages.testing.PlainMessages;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The digest of a mixed day in all languages. */
class EveryLanguageTest {
    private static final List<String> ENGLISH = List.of(
            "Write notes",
            "Unhappy customers",
            "Asked to be contacted",
            "Left the contact question blank",
            "Prefers a call",
            "Unhappy again",
            "Replaces an earlier",
            "No overall rating",
            "without a name",
            "Report",
            "threshold");

    private static Stream<String> readers() {
        return Stream.concat(Languages.SPOKEN.stream(), Stream.of("de-AT", "fr-CA", "pt-PT"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    @DisplayName(
            "C5, C11: HTML, text and PDF say everything in the reader's language, and the words can be read in the PDF")
    void allForms(String tag) throws IOException {
        DigestForms rendered = Samples.render(Samples.day(tag));
        String language = tag.substring(0, 2);
        DigestMessages said = PlainMessages.in(language, DigestMessages.class);

        assertThat(rendered.html()).contains("<html lang=\"" + language + "\">");
        for (String form : List.of(rendered.html(), rendered.text(), read(rendered.pdf()))) {
            assertThat(squeezed(form))
                    .contains(List.of(
                                    said.why(),
                                    said.write(),
                                    said.writeAll(),
                                    said.received(),
                                    said.ticket(),
                                    said.saidYes(),
                                    said.prefersCall(),
                                    said.late(),
                                    said.again(),
                                    said.replacing(),
                                    said.unnamed(),
                                    said.noScore(),
                                    said.score("1", "5"),
                                    said.refused(2, "2"),
                                    said.reason("Acme"))
                            .stream()
                            .map(EveryLanguageTest::squeezed)
                            .toList())
                    .doesNotContain("NOT_FOUND", "#plural", "{/");
            if (!language.equals("en")) {
                assertThat(form).doesNotContain(ENGLISH);
            }
        }
        // What a font lacks is printed as this.
        assertThat(read(rendered.pdf())).doesNotContain("\uFFFD", "#");
    }

    @Test
    @DisplayName(
            "C5, C11: a Japanese report is printed with Japanese glyphs, and no line of it begins with a closing mark")
    void japanese() throws IOException {
        DigestForms rendered = Samples.render(Samples.day("ja"));

        try (PDDocument pdf = Loader.loadPDF(rendered.pdf())) {
            List<String> fonts = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    fonts.add(font.getName());
                    assertThat(font.isEmbedded()).isTrue();
                }
            }
            assertThat(fonts).anyMatch(font -> font.contains("NotoSansJP"));
            assertThat(new PDFTextStripper().getText(pdf).lines())
                    .filteredOn(line -> line.strip().matches("[、。）」』：！？ー].*"))
                    .isEmpty();
        }
        assertThat(rendered.text().lines())
                .filteredOn(line -> line.strip().matches("[、。）」』：！？ー].*"))
                .isEmpty();
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Without blanks, where a line may end, and with the letters that a PDF composes. */
    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
