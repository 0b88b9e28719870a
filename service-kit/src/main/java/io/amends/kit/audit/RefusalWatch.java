package io.amends.kit.audit;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.contracts.directory.EntryRules;
import io.amends.kit.access.AccessFilter;
import io.amends.kit.access.Proxies;
import io.amends.kit.access.Signature;
import io.amends.kit.http.Edge;
import io.amends.kit.http.Routes;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;

/** Sees every answer that refuses with 403, whoever gives it, and has it counted for the audit log (H4). */
@ApplicationScoped
public class RefusalWatch {
    private static final int FORBIDDEN = 403;

    private final Routes routes;
    private final RefusalLog log;
    private final Proxies proxies;

    RefusalWatch(Routes routes, RefusalLog log, Proxies proxies) {
        this.routes = routes;
        this.log = log;
        this.proxies = proxies;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, Edge.HEADERS + 1); // before all that may refuse
    }

    private void watch(RoutingContext context) {
        context.addEndHandler(ended -> {
            if (context.response().getStatusCode() == FORBIDDEN) {
                count(context);
            }
        });
        context.next();
    }

    private void count(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = String.valueOf(request.path());
        String template = routes.template(path);
        Signature by = context.get(AccessFilter.SIGNATURE);
        log.refused(
                portal(context),
                AuditAction.ACCESS_REFUSED,
                Routes.method(request.method().name()) + " " + (template == null ? "/" : template),
                Objects.requireNonNullElseGet(
                        by, () -> new Signature(Signature.NOBODY, null, proxies.client(request))));
    }

    /** The portal that was asked for, where the caller may see it: nobody writes into the log of another. */
    private static String portal(RoutingContext context) {
        String seen = context.get(AccessFilter.SEEN_PORTAL);
        return seen != null && EntryRules.isCode(seen) ? seen : AuditRecorded.INSTALLATION;
    }
}
