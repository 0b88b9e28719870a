package io.amends.alerting.rendering;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.amends.alerting.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Prints a report: tagged (PDF/UA), with bookmarks, live links and page numbers, in any script that is bundled. */
final class Pdf {
    private Pdf() {}

    static byte[] of(Report report, boolean letterPaper) {
        Map<String, String> more = new HashMap<>();
        Fonts.FAMILIES.forEach((name, list) -> more.put(name, list));
        more.put("paper", letterPaper ? "letter" : "A4");
        String[] page = report.labels().page().split("\\{pages?\\}", -1);
        more.put("pageBefore", page[0]);
        more.put("pageBetween", page[1]);
        more.put("pageAfter", page[2]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        Fonts.addTo(builder);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        // Nothing outside the document is ever fetched, whatever a text says.
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
        builder.withHtmlContent(Templates.print(report, more), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
