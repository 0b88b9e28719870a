package io.amends.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

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

    /** What is sent. */
    record RefusalBody(String type, byte[] body) {}

    /** Answers and ends the request. */
    public void answer(HttpServerRequest request, Problem problem) {
        RefusalBody written = written(request.method().name(), request.path(), problem);
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", written.type())
                .end(Buffer.buffer(written.body()));
    }

    /** What is to be sent; whoever asks sends it. */
    RefusalBody written(String method, @Nullable String path, Problem problem) {
        LOG.infof("refused a %s: %d, %s", Routes.method(method), problem.status(), told(problem));
        String html = pages.isResolvable() ? pages.get().html(path == null ? "/" : path, problem.details()) : null;
        return html == null
                ? new RefusalBody(Problem.MEDIA_TYPE, Json.write(problem.details()))
                : new RefusalBody("text/html;charset=UTF-8", html.getBytes(UTF_8));
    }

    private static String told(Problem problem) {
        return problem.details().errors().isEmpty()
                ? String.valueOf(problem.getMessage())
                : problem.details().errors().get(0).reason();
    }
}
