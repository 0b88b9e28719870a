package io.amends.kit.http;

import io.amends.kit.failure.Failures;
import io.amends.kit.problem.Problem;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives a body to what the platform refuses by itself, or fails at, outside of any resource. */
@ApplicationScoped
public class PlatformErrors {
    private static final Logger LOG = Logger.getLogger(PlatformErrors.class);
    private static final int FIRST_ERROR = 400;
    private static final int LAST_ERROR = 599;

    private final Refusals refusals;

    PlatformErrors(Refusals refusals) {
        this.refusals = refusals;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        for (int status = FIRST_ERROR; status <= LAST_ERROR; status++) {
            router.errorHandler(status, this::answer);
        }
    }

    private void failed(RoutingContext context) {
        if (signIn(context.failure())) {
            context.next();
        } else {
            answer(context);
        }
    }

    private void answer(RoutingContext context) {
        if (context.response().headWritten()) {
            // The answer was begun, so the connection is closed: half an answer must not look complete.
            context.request().connection().close();
            return;
        }
        Throwable failure = context.failure();
        int status = failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
        if ((failure != null && status >= 500) || status < FIRST_ERROR) {
            LOG.error(
                    "a request failed", Failures.withoutWords(failure == null ? new IllegalStateException() : failure));
            status = 500;
        }
        refusals.answer(context.request(), problem(status));
    }

    /** What is said of a status of which nothing else is known. */
    static Problem problem(int status) {
        String phrase = HttpResponseStatus.valueOf(status).reasonPhrase();
        return Problem.of(status, phrase, detail(status, phrase));
    }

    /** Who has not signed in is sent to do so, by the platform. */
    private static boolean signIn(@Nullable Throwable failure) {
        return failure instanceof io.quarkus.security.AuthenticationException
                || failure instanceof io.quarkus.security.UnauthorizedException
                || failure instanceof io.quarkus.security.ForbiddenException;
    }

    private static String detail(int status, String phrase) {
        return switch (status) {
            case 400 -> "This request cannot be read.";
            case 404 -> "There is nothing here.";
            case 500 -> "Something went wrong here. It has been logged.";
            default -> phrase;
        };
    }
}
