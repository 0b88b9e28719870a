package io.amends.alerting.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.amends.alerting.report.RecoveryReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Prints a report: tagged (PDF/UA), with bookmarks, live links and page numbers, in any script that is bundled. */
final class Pdf {
    /** What a character looks like that no font has: nobody takes it for a number sign that the customer wrote. */
    private static final String UNKNOWN = "\uFFFD";

    /** Choose a colour or a style of the character before, which the one font of emoji does not have. */
    private static final String STYLES_OF_EMOJI = "[\uFE0E\uFE0F]|(?<=\\S)[\\x{1F3FB}-\\x{1F3FF}]";

    private Pdf() {}

    /**
     * The PDF.
     *
     * @param late whether it has taken too long
     * @throws TookTooLong if it has
     */
    static byte[] of(RecoveryReport report, boolean letterPaper, BooleanSupplier late) {
        Map<String, String> more = new HashMap<>();
        Fonts.FAMILIES.forEach((name, list) -> more.put(name, list));
        more.put("paper", letterPaper ? "letter" : "A4");
        String[] page = report.captions().page().split("\\{pages?\\}", -1);
        more.put("pageBefore", page[0]);
        more.put("pageBetween", page[1]);
        more.put("pageAfter", page[2]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        Fonts.addTo(builder);
        builder.useUnicodeLineBreaker(new LineEnds(late));
        builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
        builder.useUnicodeBidiReorderer(new RightToLeft.Reorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        // Nothing outside the document is ever fetched, whatever a text says.
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
        builder.useReplacementText(UNKNOWN);
        builder.withHtmlContent(Templates.print(report, more).replaceAll(STYLES_OF_EMOJI, ""), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
