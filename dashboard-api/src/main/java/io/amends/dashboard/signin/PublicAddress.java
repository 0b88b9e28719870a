package io.amends.dashboard.signin;

import io.amends.kit.http.Edge;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How browsers reach the pages (H6): AMENDS_BASE_URL says whether by https. A request does not say so where a proxy ends TLS,
 * and its {@code Host} is what its sender chose, so that a redirect to one of our pages names neither.
 */
@ApplicationScoped
public class PublicAddress {
    private static final String HTTPS = "https";
    private static final String LOCATION = "Location";
    /** A browser that was here once asks by https alone, for a year. */
    private static final String ALWAYS_HTTPS = "max-age=31536000";

    private final boolean https;

    PublicAddress(@ConfigProperty(name = "amends.base-url") String base) {
        this.https = base.regionMatches(true, 0, HTTPS + ":", 0, HTTPS.length() + 1);
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, Edge.HEADERS + 1); // whatever answers
    }

    /** Whether the cookies of an answer are for https alone. */
    public boolean secure(HttpServerRequest request) {
        return https || request.isSSL();
    }

    private void answer(RoutingContext context) {
        if (https) {
            context.response().putHeader("Strict-Transport-Security", ALWAYS_HTTPS);
        }
        context.addHeadersEndHandler(sending -> relative(context));
        context.next();
    }

    /** The platform puts scheme and host of the request before a path that we redirect to. */
    private static void relative(RoutingContext context) {
        MultiMap headers = context.response().headers();
        String there = headers.get(LOCATION);
        HostAndPort host = context.request().authority();
        if (there == null || host == null) {
            return;
        }
        String put = context.request().scheme() + "://" + host.host() + (host.port() < 0 ? "" : ":" + host.port());
        if (there.startsWith(put + "/")) {
            String path = there.substring(put.length());
            if (!path.startsWith("//") && !path.startsWith("/\\")) { // these would name another host
                headers.set(LOCATION, path);
            }
        }
    }
}
