package io.amends.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.amends.contracts.JsonFault;
import io.amends.kit.failure.Failures;
import io.amends.kit.outbox.EventTooLarge;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns every error of an HTTP resource into problem details. Public methods: the framework's generated callers can live in
 * another class loader, where package-private is not enough.
 */
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    // Where the platform reads a request, before any resource is called.
    private static final List<String> READING = List.of(
            "org.jboss.resteasy.reactive.server.core.multipart.",
            "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler",
            "org.jboss.resteasy.reactive.server.handlers.MediaTypeMapper",
            "org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler",
            "io.quarkus.resteasy.reactive.jackson.runtime.serialisers.ServerJacksonMessageBodyReader",
            "io.quarkus.resteasy.reactive.jackson.runtime.serialisers.FullyFeaturedServerJacksonMessageBodyReader");

    private static final Duration AWAY = Duration.ofSeconds(2);

    ProblemMappers() {}

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answer(problem);
    }

    /** The framework's own: unknown path, wrong method, unsupported media type. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException e) {
        Response given = e.getResponse();
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        if (e.getCause() instanceof Problem problem) {
            return answer(problem);
        }
        if (given.getStatus() < 400) {
            return given;
        }
        String title = given.getStatusInfo().getReasonPhrase();
        return answer(
                Problem.of(given.getStatus(), title, given.getStatus() == 404 ? "There is nothing here." : title));
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return answer(Problem.badRequest(BodyReading.REFUSED, List.of(JsonFault.of(e))));
    }

    /** Named by itself, since the framework has an own mapper for it that would come first. */
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e) {
        return json(e);
    }

    /** Nothing of it was done. */
    @ServerExceptionMapper
    public Response tooLarge(EventTooLarge e) {
        return answer(Problem.of(413, "Content too large", "That is too much: " + e.reason() + "."));
    }

    @ServerExceptionMapper
    public Response other(Throwable e) {
        if (atReading(e)) {
            return answer(Problem.of(400, "Bad request", "The body of this request cannot be read."));
        }
        if (Failures.isTransient(e)) {
            // A caller who has gone is the usual reason for an IOException here, and nothing to tell ops.
            LOG.logf(
                    e instanceof IOException ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "cannot answer now: %s",
                    Failures.said(e));
            Problem away = Problem.of(
                    503,
                    "Service unavailable",
                    "A part of Amends cannot be reached just now. Please try again shortly.");
            return answer(away.retryAfter(AWAY));
        }
        LOG.error("a request failed", Failures.withoutWords(e));
        return answer(Problem.of(500, "Internal server error", "Something went wrong here. It has been logged."));
    }

    private static boolean atReading(Throwable error) {
        return Failures.chain(error)
                .flatMap(e -> Arrays.stream(e.getStackTrace()))
                .anyMatch(frame -> READING.stream().anyMatch(frame.getClassName()::startsWith));
    }

    private static Response answer(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.details());
        if (problem.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        problem.retrySeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }
}
