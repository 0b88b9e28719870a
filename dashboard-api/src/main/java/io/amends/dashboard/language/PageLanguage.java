package io.amends.dashboard.language;

import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.kit.access.Caller;
import io.amends.messages.Languages;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The language that a page is told in (C11): the one its reader has chosen, else that of whom a report was sent to, else the
 * first that their browser asks for, else that of their portal, else English. What is for machines is English.
 */
@ApplicationScoped
public class PageLanguage {
    private static final String KNOWN = PageLanguage.class.getName();
    private static final String RECIPIENTS = KNOWN + ".recipient";
    /** Where it is known how they write; a browser may name any region. */
    private static final Set<Locale> WRITTEN = Set.of(Locale.getAvailableLocales());

    private static final ThreadLocal<Locale> TOLD = new ThreadLocal<>();

    private final CurrentVertxRequest current;
    private final Caller caller;
    private final Directory directory;
    private final String cookie;

    PageLanguage(
            CurrentVertxRequest current,
            Caller caller,
            Directory directory,
            @ConfigProperty(name = "amends.session.language-cookie") String cookie) {
        this.current = current;
        this.caller = caller;
        this.directory = directory;
        this.cookie = cookie;
    }

    /** How dates and numbers are written, and whose sentences are told. Where nobody has asked it is English. */
    public Locale locale() {
        Locale told = TOLD.get();
        if (told != null) {
            return told;
        }
        RoutingContext context = asked();
        if (context == null) {
            return Languages.of(null, null);
        }
        Locale known = context.get(KNOWN);
        if (known == null) {
            known = of(context);
            context.put(KNOWN, known);
        }
        return known;
    }

    /** The same as far as it is known without a database, which may be away: for who signs in, and for errors. */
    public Locale atOnce() {
        RoutingContext context = asked();
        if (context == null) {
            return Languages.of(null, null);
        }
        Locale known = context.get(KNOWN);
        return known == null ? locale(wished(context.request(), null), null) : known;
    }

    /** The tag for the page, for browsers and screen readers. */
    public String tag() {
        return locale().getLanguage();
    }

    /** What was chosen by whoever asks; null where they have chosen nothing, so that their browser says it. */
    @Nullable
    String chosen() {
        RoutingContext context = asked();
        return context == null ? null : chosen(context.request());
    }

    /** This request is made by the link of a report, and so is its recipient's; who has chosen another keeps that. */
    public void recipients(@Nullable String tag) {
        RoutingContext context = asked();
        if (context != null && tag != null) {
            context.put(RECIPIENTS, tag);
            context.remove(KNOWN);
        }
    }

    /** Tells something in a language that is not that of whoever asks, such as a mail. */
    public <T, E extends Exception> T in(Locale locale, Telling<T, E> telling) throws E {
        Locale before = TOLD.get();
        TOLD.set(locale);
        try {
            return telling.tell();
        } finally {
            if (before == null) {
                TOLD.remove();
            } else {
                TOLD.set(before);
            }
        }
    }

    /** What is told. */
    public interface Telling<T, E extends Exception> {
        /** Tells it. */
        T tell() throws E;
    }

    private @Nullable RoutingContext asked() {
        return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
    }

    private Locale of(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.path() != null && request.path().startsWith("/v1/")) {
            return Languages.of(null, null);
        }
        String wished = wished(request, context.get(RECIPIENTS));
        return locale(wished, wished == null ? portals() : null);
    }

    private @Nullable String wished(HttpServerRequest request, @Nullable String recipients) {
        String chosen = chosen(request);
        if (chosen != null) {
            return chosen;
        }
        return recipients != null && Languages.spoken(recipients)
                ? recipients
                : Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Locale locale(@Nullable String wished, @Nullable String portals) {
        Locale locale = Languages.of(wished, portals);
        if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            // Most browsers ask for American English without their readers' knowing: a day comes first all the same.
            return Languages.of(null, null);
        }
        return WRITTEN.contains(locale) ? locale : Locale.forLanguageTag(locale.getLanguage());
    }

    private @Nullable String chosen(HttpServerRequest request) {
        Cookie held = request.getCookie(cookie);
        return held == null || !Languages.SPOKEN.contains(held.getValue()) ? null : held.getValue();
    }

    /** Whoever may not see a portal does not read by its language that it is there. */
    private @Nullable String portals() {
        String cpc = caller.portal();
        return cpc == null || !caller.may(cpc)
                ? null
                : directory.portal(cpc).map(Portal::language).orElse(null);
    }
}
