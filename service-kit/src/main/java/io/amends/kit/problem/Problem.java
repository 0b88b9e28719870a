package io.amends.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.amends.contracts.Reason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An error that the caller is told about as RFC 9457 problem details. Carries no stack trace outside. */
public final class Problem extends RuntimeException {
    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String title;
    private final List<Reason> errors;
    private final Map<String, Object> more = new LinkedHashMap<>();
    private @Nullable Duration wait;

    private Problem(int status, String title, String detail, List<Reason> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    /** 400 with every error at its place. */
    public static Problem badRequest(String detail, List<Reason> errors) {
        return new Problem(400, "Bad request", detail, errors);
    }

    /** Any status. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, List.of());
    }

    /** 404. */
    public static Problem notFound(String detail) {
        return of(404, "Not found", detail);
    }

    /** 404 for a portal that is not there, or not for this caller, who is not told which. */
    public static Problem noPortal(String cpc) {
        return notFound("There is no portal '" + cpc + "'.");
    }

    /** 409. */
    public static Problem conflict(String detail) {
        return of(409, "Conflict", detail);
    }

    /** 410. */
    public static Problem gone(String detail) {
        return of(410, "Gone", detail);
    }

    /** 403. */
    public static Problem forbidden(String detail) {
        return of(403, "Forbidden", detail);
    }

    /** 401. */
    public static Problem unauthorized(String detail) {
        return of(401, "Unauthorized", detail);
    }

    /** The same with one more member. */
    public Problem with(String field, Object value) {
        more.put(field, value);
        return this;
    }

    /** The same with the time after which the caller may try again; told in whole seconds, rounded up. */
    public Problem retryAfter(Duration atLeast) {
        wait = atLeast;
        return this;
    }

    /** The seconds of {@code Retry-After}; empty where nothing is said of it. */
    public Optional<Long> retrySeconds() {
        return Optional.ofNullable(wait)
                .map(time -> Math.max(1, time.plusNanos(999_999_999).toSeconds()));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What is sent. */
    public Details details() {
        return new Details("about:blank", title, status, String.valueOf(getMessage()), errors, more);
    }

    /** The body of {@code application/problem+json}. */
    @JsonPropertyOrder({"type", "title", "status", "detail", "errors"})
    public record Details(
            String type,
            String title,
            int status,
            String detail,
            List<Reason> errors,
            @JsonAnyGetter Map<String, Object> more) {}
}
