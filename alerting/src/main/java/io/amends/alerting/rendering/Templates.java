package io.amends.alerting.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.alerting.report.RecoveryReport;
import io.amends.alerting.report.RequestMail;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The templates of the three forms. HTML escapes every value; text needs none. */
final class Templates {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addValueResolver(ValueResolver.builder()
                    .applyToBaseClass(String.class)
                    .applyToName("quoted")
                    .resolveSync(c -> TextLines.quoted((String) c.getBase()))
                    .build())
            .addValueResolver(ValueResolver.builder()
                    .applyToBaseClass(String.class)
                    .applyToName("style")
                    .resolveSync(c -> Fonts.styleOf((String) c.getBase()))
                    .build())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML, "application/xhtml+xml")))
            .strictRendering(true)
            .build();

    private static final Template HTML = parse("digest.html", Variant.TEXT_HTML);
    private static final Template TEXT = parse("digest.txt", Variant.TEXT_PLAIN);
    private static final Template PDF = parse("digest-pdf.html", Variant.TEXT_HTML);

    private static final Template REQUEST_HTML = parse("request.html", Variant.TEXT_HTML);
    private static final Template REQUEST_TEXT = parse("request.txt", Variant.TEXT_PLAIN);

    private Templates() {}

    static String html(RequestMail mail) {
        return REQUEST_HTML.data("mail", mail).render();
    }

    static String text(RequestMail mail) {
        return tidy(REQUEST_TEXT.data("mail", mail).render());
    }

    static String html(RecoveryReport report) {
        return HTML.data("report", report).render();
    }

    static String text(RecoveryReport report) {
        return tidy(TEXT.data("report", report).render());
    }

    private static String tidy(String text) {
        return TextLines.folded(text.replaceAll("\\n{3,}", "\n\n").strip()) + "\n";
    }

    /** XHTML with print styles; more are values beside the report. */
    static String print(RecoveryReport report, Map<String, String> more) {
        var data = PDF.data("report", report);
        more.forEach(data::data);
        return data.render();
    }

    private static Template parse(String file, String mediaType) {
        try (InputStream in = Templates.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("template not bundled: " + file);
            }
            return ENGINE.parse(
                    new String(in.readAllBytes(), UTF_8), Variant.forContentType(mediaType), "alerting/" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
