package io.amends.alerting.posts;

import io.amends.alerting.report.AlertMessages;
import io.amends.alerting.report.DigestLanguage;
import io.amends.alerting.report.DigestMessages;
import io.amends.alerting.report.OperationsMailWriter;
import io.amends.alerting.report.OperationsMessages;
import io.amends.alerting.report.PostMessages;
import io.amends.alerting.report.PostWriter;
import io.amends.alerting.report.RequestMailWriter;
import io.amends.kit.directory.PortalDirectory;
import io.amends.messages.Languages;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who writes for the chat rooms of a portal, in its language (C11). */
@Singleton
public class ChatWriters {
    private final Function<Locale, PostMessages> sentences;
    private final Function<Locale, DigestMessages> digests;
    private final Function<Locale, AlertMessages> alerts;
    private final Function<Locale, OperationsMessages> operations;
    private final URI pages;

    ChatWriters(
            @Any Instance<PostMessages> sentences,
            @Any Instance<DigestMessages> digests,
            @Any Instance<AlertMessages> alerts,
            @Any Instance<OperationsMessages> operations,
            @ConfigProperty(name = "amends.base-url") String baseUrl) {
        this.sentences = Languages.each(sentences);
        this.digests = Languages.each(digests);
        this.alerts = Languages.each(alerts);
        this.operations = Languages.each(operations);
        this.pages = URI.create(baseUrl.replaceAll("/+$", ""));
    }

    /** Of candidates, of digests, and of tests. */
    public PostWriter posts(PortalDirectory portal) {
        Locale locale = locale(portal);
        return new PostWriter(
                sentences.apply(locale),
                new DigestLanguage(digests.apply(locale), locale),
                portal.portal(),
                locale.getLanguage(),
                pages);
    }

    /** Of requests. */
    RequestMailWriter requests(PortalDirectory portal) {
        Locale locale = locale(portal);
        return new RequestMailWriter(alerts.apply(locale), locale, pages);
    }

    /** Of what admins hear of. */
    OperationsMailWriter operations(PortalDirectory portal) {
        Locale locale = locale(portal);
        return new OperationsMailWriter(operations.apply(locale), locale, pages);
    }

    private static Locale locale(PortalDirectory portal) {
        return Languages.of(null, portal.portal().language());
    }
}
