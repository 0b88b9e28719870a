package io.amends.alerting.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.alerting.digest.Digest;
import io.amends.alerting.report.DigestLanguage;
import io.amends.alerting.report.DigestMessages;
import io.amends.alerting.report.RecoveryReport;
import io.amends.alerting.report.ReportWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Gives a digest its three forms (C5), with links that are bound to it and its recipient (C6). */
public final class Renderer {
    /** How long the links of a digest open. */
    public static final Duration LINKS_LAST = Duration.ofDays(30);

    /**
     * The bytes of the HTML part, and of the text part, before they are encoded for transport. Gmail shows no more than
     * 102 KB of a mail's HTML, and with the end of a longer one its links and its foot are gone.
     */
    static final int LONGEST_MAIL = 95_000;

    /** Signs the link of one digest to a response, or to {@link io.amends.kit.link.ReportLink#ALL}. */
    @FunctionalInterface
    public interface Signer {
        /** The token. */
        String sign(Digest digest, String response, Instant expires);
    }

    /** A mail of so many cases in full and so many in a line. */
    @FunctionalInterface
    private interface AbridgedMail {
        RecoveryReport of(int full, int brief);
    }

    private final URI pages;
    private final Signer signer;
    private final Duration printing;
    private final Function<Locale, DigestMessages> sentences;

    /**
     * @param pages public address of the pages, without a slash at its end
     * @param printing how long a PDF may take: a report without its PDF is better than none
     * @param sentences those of a locale's language
     */
    public Renderer(URI pages, Signer signer, Duration printing, Function<Locale, DigestMessages> sentences) {
        this.pages = pages;
        this.signer = signer;
        this.printing = printing;
        this.sentences = sentences;
    }

    /** The digest in HTML, text and PDF, for a reader of that locale. */
    public DigestForms render(Digest digest, Locale locale) {
        DigestLanguage language = new DigestLanguage(sentences.apply(locale), locale);
        ReportWriter writer = writer(digest, language);
        byte[] pdf = printed(writer, language);
        RecoveryReport mail = fitting(digest, pdf == null ? writer::alone : writer::mail);
        return new DigestForms(mail.heading().subject(), Templates.html(mail), Templates.text(mail), pdf);
    }

    private byte @Nullable [] printed(ReportWriter writer, DigestLanguage language) {
        long begun = System.nanoTime();
        try {
            return Pdf.of(writer.print(), language.letterPaper(), () -> System.nanoTime() - begun > printing.toNanos());
        } catch (TookTooLong e) {
            return null;
        }
    }

    /** The mail beside a PDF. */
    RecoveryReport mail(Digest digest, Locale locale) {
        return fitting(digest, writer(digest, new DigestLanguage(sentences.apply(locale), locale))::mail);
    }

    /** As many cases as fit: first as many as possible at all, then as many of them as possible in full. */
    private static RecoveryReport fitting(Digest digest, AbridgedMail mail) {
        int cases = Math.min(ReportWriter.IN_MAIL, digest.items().size());
        int listed = most(cases, n -> fits(mail.of(0, n)));
        int full = most(listed, n -> fits(mail.of(n, listed - n)));
        return mail.of(full, listed - full);
    }

    private ReportWriter writer(Digest digest, DigestLanguage language) {
        Instant expires = digest.builtAt().plus(LINKS_LAST);
        return new ReportWriter(digest, language, pages, expires, response -> signer.sign(digest, response, expires));
    }

    private static boolean fits(RecoveryReport mail) {
        return Templates.html(mail).getBytes(UTF_8).length <= LONGEST_MAIL
                && Templates.text(mail).getBytes(UTF_8).length <= LONGEST_MAIL;
    }

    /** The greatest number up to the highest that fits, where fewer always fit, too. */
    private static int most(int highest, IntPredicate fits) {
        int fitting = 0;
        int tried = highest;
        int over = highest + 1;
        while (fitting < over - 1) {
            if (fits.test(tried)) {
                fitting = tried;
            } else {
                over = tried;
            }
            tried = (fitting + over) / 2;
        }
        return fitting;
    }
}
