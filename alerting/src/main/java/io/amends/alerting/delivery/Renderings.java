package io.amends.alerting.delivery;

import io.amends.alerting.digest.Digest;
import io.amends.alerting.rendering.DigestForms;
import io.amends.alerting.rendering.Renderer;
import io.amends.alerting.report.DigestLanguage;
import io.amends.alerting.report.DigestMessages;
import io.amends.kit.link.LinkTokens;
import io.amends.kit.link.ReportLink;
import io.amends.messages.Languages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The three forms of a digest, rendered once and kept: a resend and a look at it show what was sent (C9). */
@ApplicationScoped
public class Renderings {
    private static final RowMapper<DigestForms> RENDERED = ConstructorMapper.of(DigestForms.class);

    private final Jdbi jdbi;
    private final Renderer renderer;
    private final Timer timer;
    // One portal's reports are printed one after the other, so that a long one keeps no other portal waiting.
    private final Map<String, Object> portals = new ConcurrentHashMap<>();
    // A report of 500 cases takes some hundred megabytes while it is printed: two at a time, however many ask.
    private final Semaphore presses = new Semaphore(2);

    Renderings(
            Jdbi jdbi,
            LinkTokens links,
            @Any Instance<DigestMessages> sentences,
            MeterRegistry metrics,
            @ConfigProperty(name = "amends.base-url") String baseUrl,
            @ConfigProperty(name = "amends.digest.printing") Duration printing) {
        this.jdbi = jdbi;
        this.renderer = new Renderer(
                URI.create(baseUrl.replaceAll("/+$", "")),
                (digest, response, expires) -> links.sign(
                        new ReportLink(digest.id(), digest.recipient().contactId(), response, expires)),
                printing,
                Languages.each(sentences));
        this.timer = metrics.timer("amends.digest.render");
    }

    /** The forms as kept; renders them first where nobody has. */
    public DigestForms of(Digest digest) {
        return kept(digest).orElseGet(() -> {
            synchronized (portals.computeIfAbsent(digest.source().code(), portal -> new Object())) {
                // Who waited here may have waited for the same digest.
                return kept(digest).orElseGet(() -> keep(digest, render(digest)));
            }
        });
    }

    private DigestForms render(Digest digest) {
        presses.acquireUninterruptibly();
        try {
            return timer.record(() -> renderer.render(digest, DigestLanguage.ofRecipient(digest)));
        } finally {
            presses.release();
        }
    }

    /** Two instances may render at once: the first one stays. */
    private DigestForms keep(Digest digest, DigestForms fresh) {
        return jdbi.inTransaction(tx -> {
            tx.createUpdate(
                            """
                            UPDATE digest SET subject = :subject, html = :html, body = :text, pdf = :pdf
                            WHERE id = :id AND html IS NULL""")
                    .bind("subject", fresh.subject())
                    .bind("html", fresh.html())
                    .bind("text", fresh.text())
                    .bind("pdf", fresh.pdf())
                    .bind("id", UUID.fromString(digest.id()))
                    .execute();
            return kept(tx, digest).orElseThrow();
        });
    }

    /** What the PDF is called. */
    public static String fileName(Digest digest) {
        ZoneId zone = digest.source().preferences().timeZone();
        return "service-recovery-" + digest.source().code() + "-"
                + digest.period().to().atZone(zone).toLocalDate() + ".pdf";
    }

    /** The forms as kept; empty before somebody has rendered them. */
    Optional<DigestForms> kept(Digest digest) {
        return jdbi.withHandle(handle -> kept(handle, digest));
    }

    private static Optional<DigestForms> kept(Handle handle, Digest digest) {
        return handle.createQuery(
                        "SELECT subject, html, body AS text, pdf FROM digest WHERE id = :id AND html IS NOT NULL")
                .bind("id", UUID.fromString(digest.id()))
                .map(RENDERED)
                .findOne();
    }
}
