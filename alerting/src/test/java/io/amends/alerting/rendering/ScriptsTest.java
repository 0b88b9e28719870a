package io.amends.alerting.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.Bidi;
import io.amends.alerting.Decisions;
import io.amends.alerting.digest.Digest;
import io.amends.contracts.testing.DecisionBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The PDF in the scripts that Unicode recommends for names (UAX 31, table 5), and words of two directions in one line. */
class ScriptsTest {
    /** Latin, Greek, Cyrillic, Hebrew, Arabic, Han, kana and Hangul are in {@link Samples#SCRIPTS}. */
    static final Map<String, String> SCRIPTS = new TreeMap<>(Map.ofEntries(
            Map.entry("Armenian", "Ծառայությունը շատ դանդաղ էր։"),
            Map.entry("Bengali", "পরিষেবা খুব ধীর ছিল।"),
            Map.entry("Bopomofo", "ㄅㄆㄇㄈ ㄓㄨㄧㄣ"),
            Map.entry("Devanagari", "सेवा बहुत धीमी थी।"),
            Map.entry("Ethiopic", "አገልግሎቱ በጣም ዘገምተኛ ነበር።"),
            Map.entry("Georgian", "მომსახურება ძალიან ნელი იყო ᲙᲐᲠᲒᲘ"),
            Map.entry("Gujarati", "સેવા ખૂબ ધીમી હતી."),
            Map.entry("Gurmukhi", "ਸੇਵਾ ਬਹੁਤ ਹੌਲੀ ਸੀ।"),
            Map.entry("Kannada", "ಸೇವೆ ತುಂಬಾ ನಿಧಾನವಾಗಿತ್ತು."),
            Map.entry("Khmer", "សេវាកម្មយឺតណាស់។"),
            Map.entry("Lao", "ການບໍລິການຊ້າຫຼາຍ"),
            Map.entry("Malayalam", "സേവനം വളരെ മന്ദഗതിയിലായിരുന്നു."),
            Map.entry("Myanmar", "ဝန်ဆောင်မှု အလွန်နှေးတယ်။"),
            Map.entry("Oriya", "ସେବା ବହୁତ ଧୀର ଥିଲା।"),
            Map.entry("Sinhala", "සේවාව ඉතා මන්දගාමී විය."),
            Map.entry("Tamil", "சேவை மிகவும் மெதுவாக இருந்தது."),
            Map.entry("Telugu", "సేవ చాలా నెమ్మదిగా ఉంది."),
            Map.entry("Thaana", "ޚިދުމަތް ވަރަށް ލަސް"),
            Map.entry("Thai", "บริการช้ามากครับ ๑๒๓"),
            Map.entry("Tibetan", "ཞབས་ཞུ་ཧ་ཅང་དལ་པོ་རེད།"),
            Map.entry("Symbols", "→ ✓ ★ № ½ ≤ ₹ ☎ ①"),
            Map.entry("Keycaps", "1\uFE0F\u20E3 first, 2\uFE0F\u20E3 then #\uFE0F\u20E3"),
            Map.entry("Emoji", "👍🏽 ❤️ 👩‍💻 🇩🇪 ☎️")));

    /** From what is spoken to what is seen: bold words of the last column stand right to left. */
    private static final List<String> BOTH_WAYS = List.of(
            "then انا استخدم 100 مترجم جوجل and back",
            "محمد علي 2",
            "2 محمد علي",
            "order 15 של דוד כהן 7 (VIP) לא הגיעה",
            "שלום 12:30 עד 14:00, Room 5",
            "طلب رقم 1234-5678 لم يصل Amazon بعد",
            "call +49 555 0100 אחרי 3 ימים please",
            "Kim: ثلاثة (3) مرات!",
            "אבג abc דהו 5% def");

    @Test
    @DisplayName(
            "C5: every script that Unicode recommends has its glyphs in the PDF, in comments, in names and in bold")
    void recommendedScripts() throws IOException {
        Map<String, String> all = new TreeMap<>(SCRIPTS);
        all.putAll(Samples.SCRIPTS);
        List<Digest.Item> items = new ArrayList<>();
        all.forEach((script, words) -> items.add(Samples.item(Decisions.says(script, words, words, null))));

        List<TextPosition> glyphs = glyphs(print(items));

        assertThat(glyphs).hasSizeGreaterThan(1000).allSatisfy(glyph -> assertThat(hasGlyph(glyph))
                .as("%s in %s", glyph.getUnicode(), glyph.getFont())
                .isTrue());
        String text = glyphs.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
        assertThat(text).doesNotContain("\uFFFD", "##");
        all.forEach((script, words) -> assertThat(letters(text))
                .as(script)
                .contains(letters(words).chars().mapToObj(Character::toString).toList()));
    }

    @Test
    @DisplayName("C5: what no font has is a replacement character, never a number sign")
    void unknown() throws IOException {
        String text =
                glyphs(print(List.of(Samples.item(Decisions.says("r", "Kim", "before \uD808\uDC00 after", null)))))
                        .stream()
                        .map(TextPosition::getUnicode)
                        .collect(Collectors.joining());

        assertThat(text).contains("\uFFFD").doesNotContain("#");
    }

    @Test
    @DisplayName(
            "C5: numbers and Latin names within right-to-left words, and these within a left-to-right line, stand in order")
    void bothWays() throws Exception {
        for (String words : BOTH_WAYS) {
            DecisionBuilder one = Decisions.says("r", words, words, null);
            one.factors(List.of(words));
            List<String> lines = lines(print(List.of(Samples.item(one))));

            String seen = seen(words);
            assertThat(lines.stream().filter(line -> line.contains(seen)))
                    .as("%s, seen as %s, in %s", words, seen, lines)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    @DisplayName("C5: a long comment of two directions is put in order line by line")
    void bothWaysOverLines() throws Exception {
        StringBuilder words = new StringBuilder("start");
        for (int i = 1; i <= 60; i++) {
            words.append(" دعم ").append(100 + i).append(" بطيء");
        }
        List<String> lines = lines(print(List.of(Samples.item(Decisions.says("r", "Kim", words.toString(), null)))));

        List<List<String>> numbers = lines.stream()
                .filter(line -> line.matches(".*1[0-6][0-9].*1[0-6][0-9].*") && !line.contains("2026"))
                .map(line -> java.util.regex.Pattern.compile("1[0-6][0-9]")
                        .matcher(line)
                        .results()
                        .map(java.util.regex.MatchResult::group)
                        .toList())
                .toList();
        assertThat(numbers).hasSizeGreaterThan(2).allSatisfy(line -> assertThat(line)
                .isSortedAccordingTo(Comparator.reverseOrder()));
    }

    /** A line as it is seen from left to right, by its own first strong letter. */
    private static String seen(String words) throws Exception {
        String shaped = new ArabicShaping(ArabicShaping.LETTERS_SHAPE).shape(words);
        return squeezed(new Bidi(shaped, Bidi.LEVEL_DEFAULT_LTR).writeReordered(Bidi.DO_MIRRORING));
    }

    private static String letters(String words) {
        return Normalizer.normalize(
                        words.replaceAll("[\\uFE0F\\u200D\\s]|[\\x{1F3FB}-\\x{1F3FF}]", ""), Normalizer.Form.NFKC)
                .replace('\u06CC', '\u064A');
    }

    private static String squeezed(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFKC)
                .replace('\u06CC', '\u064A')
                .replaceAll("\\s", "");
    }

    private static boolean hasGlyph(TextPosition glyph) {
        try {
            for (int code : glyph.getCharacterCodes()) {
                if (glyph.getFont() instanceof org.apache.pdfbox.pdmodel.font.PDType0Font font
                        && font.codeToGID(code) == 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] print(List<Digest.Item> items) {
        return Samples.render(Samples.digest("en", items, 0)).pdf();
    }

    private static List<TextPosition> glyphs(byte[] pdf) throws IOException {
        List<TextPosition> glyphs = new ArrayList<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                glyphs.add(glyph);
            }
        };
        try (PDDocument document = Loader.loadPDF(pdf)) {
            reader.writeText(document, new StringWriter());
        }
        return glyphs;
    }

    /** The lines of all pages, each from left to right as drawn, without blanks. */
    private static List<String> lines(byte[] pdf) throws IOException {
        Map<Integer, List<TextPosition>> lines = new TreeMap<>();
        for (TextPosition glyph : glyphs(pdf)) {
            lines.computeIfAbsent(Math.round(glyph.getY()), y -> new ArrayList<>())
                    .add(glyph);
        }
        return lines.values().stream()
                .map(line -> squeezed(line.stream()
                        .sorted(Comparator.comparing(TextPosition::getX))
                        .map(TextPosition::getUnicode)
                        .collect(Collectors.joining())))
                .toList();
    }
}
