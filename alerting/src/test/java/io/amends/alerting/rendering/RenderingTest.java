package io.amends.alerting.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.digest.Digest;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.testing.DecisionBuilder;
import java.io.IOException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RenderingTest {

    @Test
    @DisplayName("C5: every promised script prints in the PDF with real glyphs, and its text can be read back")
    void scripts() throws IOException {
        DigestForms rendered = Samples.render(Samples.day("en"));

        String text = read(rendered.pdf());
        for (Map.Entry<String, String> script : Samples.SCRIPTS.entrySet()) {
            assertThat(text).as(script.getKey()).contains(comparable(script.getValue()));
        }
        // What a font lacks the renderer prints as #; no sample has one.
        assertThat(text).doesNotContain("#");
        assertThat(rendered.html()).contains(Samples.SCRIPTS.values());
        assertThat(rendered.text()).contains(Samples.SCRIPTS.values());
    }

    @Test
    @DisplayName(
            "C5: the PDF is tagged, names its language, has bookmarks, page numbers, live links and only embedded fonts")
    void document() throws IOException {
        DigestForms rendered = Samples.render(Samples.day("en"));

        try (PDDocument pdf = Loader.loadPDF(rendered.pdf())) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(rendered.subject());
            assertThat(pdf.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("Service Recovery Report");
            assertThat(links(pdf))
                    .contains(
                            "http://localhost:8080/service-recovery-notes?cpc=acme&t=token-all",
                            "http://localhost:8080/service-recovery-notes?cpc=acme&t=token-kim",
                            "https://desk.example.com/tickets/T-kim");
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
            int pages = pdf.getNumberOfPages();
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Page 1 of " + pages, "Page " + pages + " of " + pages);
        }
    }

    @Test
    @DisplayName("C5: paper is A4, and Letter for an American reader")
    void paper() throws IOException {
        Digest.Item item = Samples.item(Decisions.about("r"));

        assertThat(height("en", item)).isBetween(841f, 843f);
        assertThat(height("en-US", item)).isBetween(791f, 793f);
    }

    @Test
    @DisplayName("C5: subject and first line say how many, how many asked and for what, and for which groups")
    void subject() {
        Digest.Item call = Samples.item(Decisions.prefers("kim", "call").asked());
        Digest.Item email = Samples.item(Decisions.prefers("mail", "email").asked());
        Digest.Item any = Samples.item(Decisions.about("any").asked());
        Digest.Item other =
                new Digest.Item(Decisions.prefers("o", "call").group("APAC").build(), "Asia", null, List.of());

        assertThat(render(call).subject()).isEqualTo("1 customer to contact: 1 asked for a call (Network EMEA)");
        assertThat(render(email).subject()).isEqualTo("1 customer to contact: 1 asked for an email (Network EMEA)");
        assertThat(render(any).subject()).isEqualTo("1 customer to contact: 1 asked to be contacted (Network EMEA)");
        assertThat(render(call, call, email).subject())
                .isEqualTo("3 customers to contact: 3 asked to be contacted, 2 by call and 1 by email (Network EMEA)");
        assertThat(render(email, any).subject())
                .isEqualTo("2 customers to contact: 2 asked to be contacted, 1 by email (Network EMEA)");
        assertThat(render(other).subject()).isEqualTo("1 customer to contact (Asia)");
        assertThat(render(call, other, other).subject())
                .isEqualTo("3 customers to contact: 1 asked for a call (Network EMEA and 1 more)");
        assertThat(render(call).text())
                .contains("1 customer to contact: 1 asked for a call.")
                .contains("from Thu, 19 Nov 2026, 09:00 to Fri, 20 Nov 2026, 09:00 (Berlin time)");
    }

    @Test
    @DisplayName("C5, C11: a time says whose it is, by the city of its zone, in the reader's language")
    void whoseTime() {
        assertThat(List.of("Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Kathmandu", "UTC").stream()
                        .map(zone -> Samples.english().zone(ZoneId.of(zone))))
                .containsExactly("Berlin time", "Buenos Aires time", "Kathmandu time", "UTC time");
    }

    @Test
    @DisplayName("C5: HTML, text and PDF say in words whether a customer asked for something, and how to do it")
    void wishes() throws IOException {
        DecisionBuilder blank = Decisions.prefers("blank", "email");
        blank.choice(ContactChoice.UNANSWERED);
        DigestForms rendered =
                render(Samples.item(Decisions.prefers("asked", "call").asked()), Samples.item(blank));

        for (String form : List.of(rendered.html(), rendered.text(), read(rendered.pdf()))) {
            assertThat(comparable(form))
                    .contains(
                            "Asked to be contacted. Prefers a call", "Left the contact question blank. Prefers email");
        }
    }

    @Test
    @DisplayName("C5: HTML, text and PDF tell calls from emails in the same sentence")
    void callsAndEmails() throws IOException {
        DigestForms rendered = render(
                Samples.item(Decisions.prefers("kim", "call").asked()),
                Samples.item(Decisions.prefers("sam", "email").asked()));

        for (String form : List.of(rendered.html(), rendered.text(), read(rendered.pdf()))) {
            assertThat(comparable(form))
                    .contains("2 customers to contact: 2 asked to be contacted, 1 by call and 1 by email.");
        }
    }

    @Test
    @DisplayName("C5: HTML, text and PDF say the same about a case")
    void sameInAllForms() throws IOException {
        DigestForms rendered = render(Samples.item(Decisions.about("kim").asked(), DigestMark.LATE));

        for (String form : List.of(rendered.html(), rendered.text(), read(rendered.pdf()))) {
            assertThat(comparable(form))
                    .contains(
                            "Kim Example",
                            "Example GmbH",
                            "1 of 5",
                            "Third time I had to call.",
                            "Speed of response",
                            "Kept informed",
                            "Asked to be contacted",
                            "T-kim",
                            "Robin Example",
                            "Network EMEA",
                            "Enterprise",
                            "Fri, 20 Nov 2026, 08:55 (Berlin time)",
                            "CSAT 1 is at or below the threshold of 2.",
                            "Late",
                            "Alex Example");
        }
    }

    @Test
    @DisplayName("C5: what is not known leaves no hole, and no null")
    void missing() throws IOException {
        DigestForms rendered = render(new Digest.Item(Decisions.bare().build(), "Network EMEA", null, List.of()));

        for (String form : List.of(rendered.html(), rendered.text(), read(rendered.pdf()))) {
            assertThat(form).contains("Customer without a name", "No overall rating");
            assertThat(form).doesNotContain("null", "Agent", "Segment", "\"\"", "NOT_FOUND", "{report", "{c.");
        }
    }

    @Test
    @DisplayName("H6: markup in a survey is text in the mail and in the PDF, and reaches no header")
    void hostile() throws IOException {
        DecisionBuilder evil = Decisions.says(
                "evil",
                "<script>alert(1)</script>",
                "</p><img src='https://evil.example/x.png'>{report.allLink}\u0000\u202E",
                "en");
        Digest.Item item = new Digest.Item(evil.build(), "Net\r\nBcc: all@example.com", null, List.of());
        DigestForms rendered = render(item);

        assertThat(rendered.html()).doesNotContain("<script", "<img").contains("&lt;script&gt;");
        assertThat(rendered.html()).contains("{report.allLink}");
        assertThat(rendered.subject()).doesNotContain("\r", "\n");
        assertThat(read(rendered.pdf())).contains("<script>alert(1)</script>", "{report.allLink}");
    }

    @Test
    @DisplayName(
            "C5: the mail lists the first 50 and says so, the PDF has all; refused ones are a count; happy ones are apart")
    void many() throws IOException {
        List<Digest.Item> items = new ArrayList<>(IntStream.rangeClosed(1, 51)
                .mapToObj(i -> Samples.item(Decisions.says("r" + i, "Customer " + i, null, null)))
                .toList());
        items.add(Samples.item(
                Decisions.says("joy", "Sam Joy", null, null).happy().asked()));
        DigestForms rendered = Samples.render(Samples.digest("en", items, 3));

        assertThat(rendered.text())
                .contains("50. Customer 50:", "50 of 52 are listed here", "3 more asked not to be contacted.")
                .doesNotContain("51. Customer 51:", "Sam Joy");
        assertThat(rendered.html()).contains("Customer 50").doesNotContain("Customer 51");
        assertThat(read(rendered.pdf()))
                .contains("51. Customer 51", "52. Sam Joy", "Happy customers who would like to hear from you")
                .contains("3 more asked not to be contacted.");
    }

    @Test
    @DisplayName(
            "B8: HTML, text and PDF say how many wait and what leads, since when a case has waited, and what a cap of 0"
                    + " means")
    void waiting() throws IOException {
        Digest digest = Samples.waiting(
                Samples.digest("en", List.of(Samples.waited(Decisions.about("kim"))), 0),
                Samples.deferral("Network EMEA", 5, 12),
                Samples.deferral("Asia", 0, 3),
                Samples.deferral("Nordics", 5, 1));
        DigestForms rendered = Samples.render(digest);

        for (String form : List.of(rendered.html().replace("&#39;", "'"), rendered.text(), read(rendered.pdf()))) {
            assertThat(comparable(form))
                    .contains(
                            "Waits since Thu, 19 Nov 2026",
                            "Network EMEA: 12 more wait; the first of them lead tomorrow's digest. This group has a limit"
                                    + " of 5 a day, so it takes 3 digests or more until all of them are listed.",
                            "Asia: 3 more wait. The limit of this group is 0 cases a day, so that only customers who"
                                    + " asked to be contacted are listed.",
                            "Nordics: 1 more waits; it leads tomorrow's digest.");
        }
        assertThat(rendered.subject()).isEqualTo("1 customer to contact (Network EMEA)");
    }

    @Test
    @DisplayName(
            "B5: HTML, text and PDF mark by which rule their reader hears of a case, and what of theirs waits with a group")
    void byRule() throws IOException {
        Digest digest = Samples.waiting(
                Samples.digest("en", List.of(Samples.byRule(Decisions.about("kim"), "VIP <by phone>")), 0),
                Samples.alsoDeferral("Nordics", 5, 2));
        DigestForms rendered = Samples.render(digest);

        String html = rendered.html().replace("&lt;", "<").replace("&gt;", ">");
        for (String form : List.of(html, rendered.text(), read(rendered.pdf()))) {
            assertThat(comparable(form))
                    .contains(
                            "By the rule “VIP <by phone>”",
                            "Nordics: 2 more that a rule lets you hear of wait. This group has a limit of 5 a day.",
                            "or because one of its rules names you.");
        }
    }

    @Test
    @DisplayName("B8: a digest that can list none yet says so, and has no link to cases that it does not list")
    void nothingButWaiting() throws IOException {
        DigestForms rendered = Samples.render(
                Samples.waiting(Samples.digest("en", List.of(), 0), Samples.deferral("Network EMEA", 0, 3)));

        assertThat(rendered.subject()).isEqualTo("0 customers to contact (Network EMEA)");
        for (String form : List.of(rendered.html(), rendered.text(), read(rendered.pdf()))) {
            assertThat(comparable(form))
                    .contains("Network EMEA: 3 more wait.")
                    .doesNotContain("token-all", "Write notes");
        }
    }

    @Test
    @DisplayName("C5: the mail loads nothing from outside and reads with images off")
    void remote() {
        assertThat(render(Samples.item(Decisions.about("kim"))).html())
                .doesNotContain("<img", "url(", "<link", "@import", "src=");
    }

    private static DigestForms render(Digest.Item... items) {
        return Samples.render(Samples.digest("en", List.of(items), 0));
    }

    private static float height(String language, Digest.Item item) throws IOException {
        byte[] pdf = Samples.render(Samples.digest(language, List.of(item), 0)).pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getPage(0).getMediaBox().getHeight();
        }
    }

    private static List<String> links(PDDocument pdf) throws IOException {
        List<String> links = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
                    links.add(uri.getURI());
                }
            }
        }
        return links;
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return comparable(new PDFTextStripper().getText(document));
        }
    }

    /**
     * Letters by what they are: the PDF holds Arabic in its joined forms (where Arabic and Persian yeh are one glyph),
     * and breaks lines where it likes.
     */
    private static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u06CC', '\u064A')
                .replaceAll("\\s+", " ");
    }
}
