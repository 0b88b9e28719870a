package io.amends.kit.deadline;

import io.amends.kit.http.BodyLimits;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells a connection's {@link ReadDeadline} which requests came and were answered. */
@ApplicationScoped
public class DeadlineFilter {
    // Before every other filter: one that refuses a request has answered it too.
    private static final int FIRST = 1_000_000;

    private final BodyLimits limits;

    DeadlineFilter(BodyLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.connection() instanceof ConnectionBase connection) {
            ReadDeadline deadline = connection.channel().pipeline().get(ReadDeadline.class);
            if (deadline != null) {
                boolean several = request.version() == HttpVersion.HTTP_2;
                boolean bodiless = !several && bodiless(request);
                boolean file = limits.takesFiles(String.valueOf(request.path()));
                Runnable answered = deadline.headRead(() -> bodiless || request.isEnded(), several, file);
                context.addEndHandler(done -> answered.run());
            }
        }
        context.next();
    }

    private static boolean bodiless(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null && (length == null || length.equals("0"));
    }
}
