package io.amends.alerting.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.report.DigestMessages;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.api.DigestMark;
import io.amends.messages.pseudo.PlainWords;
import io.amends.messages.pseudo.PseudoText;
import io.amends.messages.testing.PlainMessages;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A digest in the pseudo language: a word without accents came from no message, unless it is a customer's or a name. */
class PseudoLanguageTest {
    private static final Locale PSEUDO = Locale.forLanguageTag(PseudoText.TAG);
    private static final DigestMessages SENTENCES = PlainMessages.pseudo(DigestMessages.class);
    private static final Duration LONG = Duration.ofMinutes(10);

    /** What the directory and the surveys say, and how dates and cities are called. */
    private static final List<String> DATA = List.of(
            "Acme",
            "Alex Example",
            "Kim Example",
            "Example GmbH",
            "Robin Example",
            "kim@example.com",
            "Speed of response",
            "Kept informed",
            "Third time I had to call.",
            "Kwxzq",
            "vbn",
            "CSAT 1 is at or below the threshold of 2.",
            "The customer is happy and asked to be contacted.",
            "Network EMEA",
            "Enterprise",
            "Berlin",
            "Thu",
            "Fri",
            "Sun",
            "Nov",
            "Dec",
            "AM");

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(?:title|alt|aria-label|placeholder)=\"([^\"]*)\"");

    @Test
    @DisplayName("C11: subject, HTML, text and PDF of a digest are in one language but for the data")
    void allForms() throws IOException {
        DigestForms rendered = Samples.renderer(LONG, SENTENCES).render(digest(3, "Third time I had to call."), PSEUDO);

        assertThat(words(rendered.subject())).isEmpty();
        assertThat(words(read(rendered.html()))).isEmpty();
        assertThat(words(rendered.text())).isEmpty();
        assertThat(words(printed(rendered.pdf()))).isEmpty();
    }

    @Test
    @DisplayName("C11: so is what says that a mail is abridged, or has no PDF")
    void abridged() {
        Digest abridged = digest(60, "Kwxzq vbn ".repeat(230));
        for (Duration printing : List.of(LONG, Duration.ZERO)) {
            DigestForms rendered = Samples.renderer(printing, SENTENCES).render(abridged, PSEUDO);

            assertThat(words(read(rendered.html()))).isEmpty();
            assertThat(words(rendered.text())).isEmpty();
        }
    }

    @Test
    @DisplayName("C11: a word of English is found, in a text, in an attribute and in the PDF")
    void guilty() throws IOException {
        DigestForms english = Samples.render(digest(1, "Third time I had to call."));

        assertThat(words(english.subject())).contains("customers", "to", "contact");
        assertThat(words(read("<p>[Ĥí]</p><p>Stray <b title=\"Delete\">[ÓĶ]</b></p>")))
                .containsExactlyInAnyOrder("Stray", "Delete");
        assertThat(words(printed(english.pdf()))).contains("Page", "Write", "notes", "Service", "Received");
    }

    /** A digest with every kind of notice, mark and detail, and some cases that are all alike. */
    private static Digest digest(int alike, String comment) {
        List<Digest.Item> items = new ArrayList<>();
        items.add(Samples.waited(Decisions.prefers("1", "call").asked(), DigestMark.values()));
        items.add(Samples.alerted(Decisions.prefers("2", "email").asked(), "2026-11-19T02:42:00Z"));
        items.add(Samples.alerted(Decisions.prefers("22", "email").asked(), "2026-11-20T02:42:00Z"));
        items.add(Samples.item(Decisions.about("3").choice(ContactChoice.UNANSWERED)));
        items.add(Samples.item(Decisions.about("4").unrated().asked().customer(null)));
        for (int i = 0; i < alike; i++) {
            items.add(Samples.item(Decisions.says("5" + i, "Kim Example", comment, "en")));
        }
        items.add(Samples.byRule(Decisions.about("7"), "1"));
        items.add(Samples.item(Decisions.happy("6")));
        return Samples.waiting(
                Samples.digest("en", items, 2),
                Samples.deferral("Network EMEA", 5, 12),
                Samples.deferral("Network EMEA", 0, 1),
                Samples.alsoDeferral("Network EMEA", 5, 1));
    }

    private static List<String> words(String text) {
        return PlainWords.in(
                text.replaceAll("https?://\\S+", " ").replaceAll("\\s+", " ").replaceAll("T-[0-9]+", " "), DATA);
    }

    /** What a person reads, or hears, of a page. */
    private static String read(String html) {
        String body = html.replaceAll("(?s)<style>.*?</style>|<meta[^>]*>", " ");
        String attributes =
                ATTRIBUTE.matcher(body).results().map(found -> found.group(1)).collect(Collectors.joining(" "));
        return (body.replaceAll("<[^>]*>", " ") + " " + attributes)
                .replace("&#39;", "'")
                .replaceAll("&#?\\w+;", " ");
    }

    /** What a person reads of a PDF, its bookmarks and what programs show of it included. */
    private static String printed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentInformation information = document.getDocumentInformation();
            List<String> all = new ArrayList<>(List.of(
                    new PDFTextStripper().getText(document),
                    information.getTitle(),
                    information.getSubject(),
                    information.getAuthor()));
            bookmarks(document.getDocumentCatalog().getDocumentOutline(), all);
            // Else a letter and its accent might be two characters.
            return Normalizer.normalize(String.join("\n", all), Normalizer.Form.NFC);
        }
    }

    private static void bookmarks(PDOutlineNode parent, List<String> all) {
        for (PDOutlineItem bookmark : parent.children()) {
            all.add(bookmark.getTitle());
            bookmarks(bookmark, all);
        }
    }
}
