package io.amends.dashboard.signin.oidc;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.dashboard.signin.AuditedPerson;
import io.amends.kit.access.Proxies;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.RefusalLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.OIDCException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a sign-in that the provider did not complete: one line in the log, without the token's claims, and the
 * way back to the sign-in page, which says so.
 */
@ApplicationScoped
public class OidcFailures {
    static final String METRIC = "amends.oidc.signins";
    private static final Logger LOG = Logger.getLogger(OidcFailures.class);
    private static final int MOST_CAUSES = 20;

    private final MeterRegistry metrics;
    private final RefusalLog refusals;
    private final Proxies proxies;

    OidcFailures(MeterRegistry metrics, RefusalLog refusals, Proxies proxies) {
        this.metrics = metrics;
        this.refusals = refusals;
        this.proxies = proxies;
    }

    /** What the sign-in page says of it. */
    enum Failure {
        /** The provider does not answer. */
        AWAY,
        /** The provider, or what it sent, was not accepted. */
        FAILED,
        /** It was begun too long ago, or in another browser. */
        STALE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Answers a request whose sign-in failed. */
    void answer(RoutingContext context, Throwable cause) {
        if (!context.response().ended()) {
            context.response()
                    .setStatusCode(303)
                    .putHeader("Location", page(told(cause, context.request())))
                    .end();
        }
    }

    /** What a cause is; it is logged and counted, and what was not accepted is told to the audit log (H4). */
    Failure told(Throwable cause, HttpServerRequest request) {
        Failure failure = causes(cause).anyMatch(OidcFailures::unanswered) ? Failure.AWAY : Failure.FAILED;
        LOG.warnf("sign-in by OpenID Connect: %s (%s)", failure.word(), reason(cause));
        count(failure.word());
        if (failure == Failure.FAILED) {
            refused(AuditedPerson.UNKNOWN, proxies.client(request));
        }
        return failure;
    }

    /** Tells the audit log of somebody who did not get in. */
    void refused(String subject, @Nullable String address) {
        refusals.refused(
                AuditRecorded.INSTALLATION,
                AuditAction.SIGN_IN_FAILED,
                subject,
                new Signature(Signature.NOBODY, null, address));
    }

    /** One that was begun elsewhere. */
    Failure stale() {
        count(Failure.STALE.word());
        return Failure.STALE;
    }

    void count(String outcome) {
        metrics.counter(METRIC, "outcome", outcome).increment();
    }

    /** The sign-in page that tells it. */
    static String page(Failure failure) {
        return "/login?oidc=" + failure.word();
    }

    /** What the platform makes of a provider that does not answer: of a refused connection it drops even the cause. */
    private static boolean unanswered(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || cause instanceof NullPointerException
                || (cause instanceof OIDCException && cause.getCause() != null);
    }

    /** Types and kinds only: messages quote tokens, and so people. */
    private static String reason(Throwable cause) {
        return causes(cause).map(OidcFailures::kind).distinct().collect(Collectors.joining(", "));
    }

    private static String kind(Throwable cause) {
        if (!(cause instanceof InvalidJwtException refused)) {
            return cause.getClass().getSimpleName();
        }
        return refused.getErrorDetails().stream()
                .map(detail -> switch (detail.getErrorCode()) {
                    case ErrorCodes.EXPIRED -> "the token is over";
                    case ErrorCodes.AUDIENCE_INVALID -> "the token is for another client";
                    case ErrorCodes.ISSUER_INVALID -> "the token is of another issuer";
                    case ErrorCodes.SIGNATURE_INVALID -> "the token's signature is wrong";
                    default -> "the token is wrong, code " + detail.getErrorCode();
                })
                .collect(Collectors.joining(", "));
    }

    private static Stream<Throwable> causes(Throwable cause) {
        return Stream.<@Nullable Throwable>iterate(cause, t -> t == null ? null : t.getCause())
                .takeWhile(t -> t != null)
                .limit(MOST_CAUSES)
                .map(OidcFailures::there);
    }

    private static Throwable there(@Nullable Throwable cause) {
        return cause == null ? new IllegalStateException() : cause;
    }
}
