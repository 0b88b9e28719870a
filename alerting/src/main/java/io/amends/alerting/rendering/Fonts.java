package io.amends.alerting.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bundled fonts of the PDF. All but the first ones come in one weight, so that all of them stay under 12 MB. */
final class Fonts {
    private record Face(String family, String file, int weight) {}

    private static final List<Face> FACES = List.of(
            new Face("Noto Sans", "NotoSans-Regular", 400),
            new Face("Noto Sans", "NotoSans-Bold", 700),
            new Face("Noto Sans Hebrew", "NotoSansHebrew-Regular", 400),
            new Face("Noto Sans Hebrew", "NotoSansHebrew-Bold", 700),
            new Face("Noto Sans Arabic", "NotoSansArabic-Regular", 400),
            new Face("Noto Sans Arabic", "NotoSansArabic-Bold", 700),
            new Face("World", "World-Regular", 400),
            new Face("Noto Sans JP", "NotoSansJP-Regular", 400),
            new Face("Noto Sans SC", "NotoSansSC-Regular", 400),
            new Face("Noto Sans KR", "NotoSansKR-Regular", 400),
            new Face("Noto Emoji", "NotoEmoji-Regular", 400));

    private static final List<String> ORDER = List.of(
            "Noto Sans",
            "Noto Sans Hebrew",
            "Noto Sans Arabic",
            "World",
            "Noto Sans JP",
            "Noto Sans SC",
            "Noto Sans KR",
            "Noto Emoji");

    /**
     * Family lists by what they are called in the template. Han characters look different in each East Asian language,
     * so its own font comes first. For the others the order only saves time: a character is looked for in one font
     * after the other, which takes long where all of a long comment is in the last one.
     */
    static final Map<String, String> FAMILIES = Map.of(
            "fonts", families(),
            "fontsJa", families("Noto Sans JP"),
            "fontsKo", families("Noto Sans KR", "Noto Sans SC"),
            "fontsZh", families("Noto Sans SC"),
            "fontsHebrew", families("Noto Sans Hebrew"),
            "fontsArabic", families("Noto Sans Arabic"),
            "fontsWorld", families("World"),
            "fontsEmoji", families("Noto Emoji"));

    private static String families(String... first) {
        return Stream.concat(Stream.of(first), ORDER.stream())
                .distinct()
                .map(family -> "'" + family + "'")
                .collect(Collectors.joining(", "));
    }

    /** The class in the template for a text: the script of most of its letters, where that is none of Noto Sans. */
    static String styleOf(String text) {
        return text
                .codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .mapToObj(Fonts::style)
                .collect(Collectors.groupingBy(style -> style, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String style(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HEBREW -> "hebrew";
            case ARABIC -> "arabic";
            case HAN, HIRAGANA, KATAKANA, HANGUL, LATIN, GREEK, CYRILLIC, DEVANAGARI, INHERITED -> "";
            case COMMON -> Character.getType(character) == Character.OTHER_SYMBOL ? "emoji" : "";
            default -> "world";
        };
    }

    private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

    private Fonts() {}

    /** Gives the renderer all fonts; only the glyphs that are used are embedded. */
    static void addTo(PdfRendererBuilder builder) {
        for (Face face : FACES) {
            builder.useFont(
                    () -> new java.io.ByteArrayInputStream(bytes(face.file())),
                    face.family(),
                    face.weight(),
                    FontStyle.NORMAL,
                    true);
        }
    }

    static byte[] bytes(String file) {
        return READ.computeIfAbsent(file, name -> {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + name + ".ttf")) {
                if (in == null) {
                    throw new IllegalStateException("font not bundled: " + name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
