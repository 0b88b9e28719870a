package io.amends.alerting.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The bundled fonts of the PDF. East Asian ones come in one weight, so that all of them stay under 12 MB. */
final class Fonts {
    private record Face(String family, String file, int weight) {}

    private static final List<Face> FACES = List.of(
            new Face("Noto Sans", "NotoSans-Regular", 400),
            new Face("Noto Sans", "NotoSans-Bold", 700),
            new Face("Noto Sans Hebrew", "NotoSansHebrew-Regular", 400),
            new Face("Noto Sans Hebrew", "NotoSansHebrew-Bold", 700),
            new Face("Noto Sans Arabic", "NotoSansArabic-Regular", 400),
            new Face("Noto Sans Arabic", "NotoSansArabic-Bold", 700),
            new Face("Noto Sans JP", "NotoSansJP-Regular", 400),
            new Face("Noto Sans SC", "NotoSansSC-Regular", 400),
            new Face("Noto Sans KR", "NotoSansKR-Regular", 400),
            new Face("Noto Emoji", "NotoEmoji-Regular", 400));

    private static final String BEFORE = "'Noto Sans', 'Noto Sans Hebrew', 'Noto Sans Arabic', ";
    private static final String AFTER = ", 'Noto Emoji'";

    /** Family lists: Han characters look different in each East Asian language, so its own font comes first. */
    static final Map<String, String> FAMILIES = Map.of(
            "fonts", BEFORE + "'Noto Sans JP', 'Noto Sans SC', 'Noto Sans KR'" + AFTER,
            "fontsJa", BEFORE + "'Noto Sans JP', 'Noto Sans SC', 'Noto Sans KR'" + AFTER,
            "fontsKo", BEFORE + "'Noto Sans KR', 'Noto Sans SC', 'Noto Sans JP'" + AFTER,
            "fontsZh", BEFORE + "'Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR'" + AFTER);

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
