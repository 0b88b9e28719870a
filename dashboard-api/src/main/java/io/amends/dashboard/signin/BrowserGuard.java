package io.amends.dashboard.signin;

import io.amends.contracts.api.PagePaths;
import io.amends.kit.http.Edge;
import io.amends.kit.http.Refusals;
import io.amends.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a browser may do with our pages (H6): no scripts but ours, no framing, no sniffing, no address told to others;
 * and nothing is changed by a request that another site makes with a session's cookie.
 */
@ApplicationScoped
public class BrowserGuard {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Before authentication, so that the sign-in form is guarded too; after what all services send.
    private static final int FIRST = Edge.HEADERS - 1;

    private final String cookie;
    private final Refusals refusals;
    private final SignInMessages messages;

    BrowserGuard(
            @ConfigProperty(name = "amends.session.cookie") String cookie, Refusals refusals, SignInMessages messages) {
        this.cookie = cookie;
        this.refusals = refusals;
        this.messages = messages;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    private void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        headers(context);
        boolean bySession = request.getCookie(cookie) != null && request.getHeader("Authorization") == null;
        // As it is routed: another spelling of the address leads there too.
        boolean signIn = "/sign-in".equals(context.normalizedPath());
        if (!Origin.reads(request) && (bySession || signIn) && !byLink(context) && !Origin.sentByOurs(request)) {
            refusals.answer(request, Problem.forbidden(messages.foreignRequest()));
            return;
        }
        context.next();
    }

    /**
     * Whether a secret of the link is what opens the page. A link opens its report to whoever has it; a session beside it
     * counts only from our own pages (Openings). An invitation's is in its form as well, and no session counts there.
     */
    private static boolean byLink(RoutingContext context) {
        String path = context.normalizedPath();
        return path.equals(PagePaths.INVITATION)
                || (path.startsWith(PagePaths.NOTES) && context.request().getParam("t") != null);
    }

    private static void headers(RoutingContext context) {
        String path = context.request().path();
        if (path != null && path.startsWith("/q/")) {
            return; // Swagger's own page has inline scripts.
        }
        context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Frame-Options", "DENY")
                // With no-referrer everywhere a browser would hide the origin of our own forms too.
                .putHeader("Referrer-Policy", byLink(context) ? "no-referrer" : "same-origin");
        if (path != null && path.startsWith("/_static/")) {
            context.response().headers().remove("Cache-Control"); // their addresses have a version
        } else if (path != null && path.startsWith("/assets/")) {
            // A page and its scripts are of one version: they are asked for again, and mostly not sent again.
            context.response().putHeader("Cache-Control", "no-cache");
        }
    }
}
