package io.amends.alerting.rendering;

import io.amends.alerting.digest.Digest;
import io.amends.alerting.report.Report;
import io.amends.alerting.report.ReportWriter;
import io.amends.alerting.report.Words;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Gives a digest its three forms (C5), with links that are bound to it and its recipient (C6). */
public final class Renderer {
    /** How long the links of a digest open. */
    public static final Duration LINKS_LAST = Duration.ofDays(30);

    /** Signs the link of one digest to a response, or to {@code *}. */
    @FunctionalInterface
    public interface Signer {
        /** The token. */
        String sign(Digest digest, String response, Instant expires);
    }

    private final URI pages;
    private final Signer signer;

    /**
     * @param pages public address of the pages, without a slash at its end
     */
    public Renderer(URI pages, Signer signer) {
        this.pages = pages;
        this.signer = signer;
    }

    /** The digest in HTML, text and PDF. */
    public Rendered render(Digest digest) {
        String own = digest.contact().language();
        Words words =
                Words.in(own == null || own.isBlank() ? digest.preferences().language() : own);
        Instant expires = digest.builtAt().plus(LINKS_LAST);
        ReportWriter writer =
                new ReportWriter(digest, words, pages, expires, response -> signer.sign(digest, response, expires));
        Report mail = writer.upTo(ReportWriter.IN_MAIL, true);
        Report print = writer.upTo(ReportWriter.IN_PDF, false);
        return new Rendered(
                mail.subject(), Templates.html(mail), Templates.text(mail), Pdf.of(print, words.letterPaper()));
    }
}
