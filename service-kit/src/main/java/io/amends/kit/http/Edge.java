package io.amends.kit.http;

import io.amends.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first that sees a request: refuses what no route can take, so that no route needs to check it, and has every
 * answer kept by nobody, since nearly all of them hold what customers said.
 */
@ApplicationScoped
public class Edge {
    /** The place of the headers in the order; whoever changes them for some answers comes after. */
    public static final int HEADERS = 20_000;
    /** The place of the checks: before authentication, after all headers, so that refusals carry them too. */
    static final int CHECKS = 9_000;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Routes routes;
    private final Refusals refusals;
    private final BodyLimits limits;

    Edge(Routes routes, Refusals refusals, BodyLimits limits) {
        this.routes = routes;
        this.refusals = refusals;
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(Edge::headers, HEADERS);
        filters.register(this::check, CHECKS);
    }

    private static void headers(RoutingContext context) {
        context.response().putHeader("Cache-Control", "no-store").putHeader("X-Content-Type-Options", "nosniff");
        context.next();
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        try {
            headers(request);
            String path = String.valueOf(request.path());
            RequestRules.address(path, request.query(), routes::template);
            if (!READS.contains(request.method())) {
                RequestRules.write(path, request.query(), routes::template);
            }
            RequestRules.contentType(request.getHeader("Content-Type"));
            RequestRules.contentEncoding(request.getHeader("Content-Encoding"));
            String accept = String.join(",", request.headers().getAll("Accept"));
            String wanted = RequestRules.accept(accept);
            if (!wanted.equals(accept)) {
                request.headers().set("Accept", wanted);
            }
            long largest = limits.most(path);
            length(request, request.getHeader("Content-Length"), largest);
            // The platform stops at this where the length is not told before.
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
        } catch (Problem problem) {
            refusals.answer(request, problem);
            return;
        }
        context.next();
    }

    private static void headers(HttpServerRequest request) {
        int size = request.headers().entries().stream()
                .mapToInt(e -> e.getKey().length() + e.getValue().length())
                .sum();
        if (size > RequestRules.LARGEST_HEADERS) {
            throw Problem.of(
                    431,
                    "Request header fields too large",
                    "Headers have at most " + RequestRules.LARGEST_HEADERS + " characters together.");
        }
    }

    private static void length(HttpServerRequest request, @Nullable String written, long largestBody) {
        if (written != null && written.matches("\\d{1,18}") && Long.parseLong(written) > largestBody) {
            // What is under way is not waited for.
            request.response().putHeader("Connection", "close").endHandler(sent -> request.connection()
                    .close());
            throw Problem.of(413, "Content too large", "A body has at most " + largestBody + " bytes.");
        }
    }
}
