package io.amends.dashboard.signin;

import io.amends.dashboard.signin.core.SameOrigin;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;

/** Where this request comes from. */
@RequestScoped
public class Origin {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RoutingContext context;

    Origin(RoutingContext context) {
        this.context = context;
    }

    /** Whether it only reads, which no other site can see the answer of, or was sent by a page of ours. */
    public boolean ours() {
        return reads(context.request()) || sentByOurs(context.request());
    }

    static boolean reads(HttpServerRequest request) {
        return READS.contains(request.method());
    }

    static boolean sentByOurs(HttpServerRequest request) {
        return SameOrigin.holds(
                request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), request.getHeader("Host"));
    }
}
