package io.amends.kit.http;

import io.amends.contracts.Json;
import io.amends.kit.problem.Problem;
import io.amends.kit.problem.ProblemPage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is refused before a resource is reached: problem details, or a page where people ask. One line is logged,
 * without the address, which can hold names and tokens.
 */
@ApplicationScoped
public class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final Instance<ProblemPage> pages;

    Refusals(Instance<ProblemPage> pages) {
        this.pages = pages;
    }

    /** Answers and ends the request. */
    public void answer(HttpServerRequest request, Problem problem) {
        LOG.infof("refused a %s: %d, %s", Routes.method(request.method().name()), problem.status(), told(problem));
        String path = request.path();
        String html = pages.isResolvable() ? pages.get().html(path == null ? "/" : path, problem.details()) : null;
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", html == null ? Problem.MEDIA_TYPE : "text/html;charset=UTF-8")
                .end(body(html, problem));
    }

    private static Buffer body(@Nullable String html, Problem problem) {
        return html == null ? Buffer.buffer(Json.write(problem.details())) : Buffer.buffer(html);
    }

    private static String told(Problem problem) {
        return problem.details().errors().isEmpty()
                ? String.valueOf(problem.getMessage())
                : problem.details().errors().get(0).reason();
    }
}
