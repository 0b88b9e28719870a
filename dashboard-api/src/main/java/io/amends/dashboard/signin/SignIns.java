package io.amends.dashboard.signin;

import io.amends.contracts.AuditAction;
import io.amends.contracts.AuditRecorded;
import io.amends.contracts.StorableText;
import io.amends.dashboard.signin.core.SignInLimits;
import io.amends.dashboard.signin.core.SignInLimits.SignInTry;
import io.amends.dashboard.signin.core.Users;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.RefusalLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tries to sign in: limited as {@link SignInLimits} says, checked one after the other on a thread of their own, since a
 * check is slow on purpose and pages must not wait for it. Whatever is refused is one line in the log.
 */
@ApplicationScoped
public class SignIns {
    private static final Logger LOG = Logger.getLogger(SignIns.class);
    private static final String METRIC = "amends.signins";
    private static final int WAITING = 20;
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final int LOGGED_NAME = 64;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Epochs epochs;
    private final RefusalLog refusals;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final SignInLimits limits;
    private final ThreadPoolExecutor checks =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "sign-in");
                thread.setDaemon(true);
                return thread;
            });

    SignIns(
            Accounts accounts,
            Passwords passwords,
            Epochs epochs,
            RefusalLog refusals,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "amends.signin.tries-a-minute") int most) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.epochs = epochs;
        this.refusals = refusals;
        this.metrics = metrics;
        this.clock = clock;
        this.limits = new SignInLimits(most);
    }

    /** What came of a try. */
    enum Outcome {
        OK,
        WRONG,
        LIMITED,
        BUSY
    }

    /**
     * The result of a try.
     *
     * @param user who is in; null for every outcome but OK
     * @param epoch the user's
     * @param retryAfter how long to wait before the next try
     */
    record Result(Outcome outcome, Users.@Nullable User user, long epoch, Duration retryAfter) {}

    Uni<Result> attempt(SignInTry who, String password) {
        Duration wait = limits.take(who, clock.instant());
        if (!wait.isZero()) {
            return Uni.createFrom().item(refused(Outcome.LIMITED, who, wait));
        }
        return Uni.createFrom()
                .item(() -> check(who, password))
                .runSubscriptionOn(checks)
                .onFailure(RejectedExecutionException.class)
                .recoverWithItem(() -> {
                    limits.giveBack(who);
                    return refused(Outcome.BUSY, who, BUSY);
                });
    }

    private Result check(SignInTry who, String password) {
        Accounts.Account account = accounts.named(who.name());
        boolean right =
                passwords.fits(password, account == null ? null : account.user().hash());
        if (account == null || !right) {
            return refused(Outcome.WRONG, who, Duration.ZERO);
        }
        Users.User user = account.user();
        limits.giveBack(who);
        Result result = new Result(Outcome.OK, user, epochs.signedIn(user.name(), who.address()), Duration.ZERO);
        count(Outcome.OK);
        return result;
    }

    private Result refused(Outcome outcome, SignInTry who, Duration wait) {
        count(outcome);
        refusals.refused(
                AuditRecorded.INSTALLATION,
                AuditAction.SIGN_IN_FAILED,
                accounts.heardOf(who.name()) ? AuditedPerson.subject(who.name()) : AuditedPerson.UNKNOWN,
                new Signature(Signature.NOBODY, null, who.address()));
        // What was typed for a name can be an email or a password. Whom it was about, the audit log says.
        LOG.warnf("sign-in refused (%s): address %s", tag(outcome), printable(who.address()));
        return new Result(outcome, null, 0, wait);
    }

    private void count(Outcome outcome) {
        metrics.counter(METRIC, "outcome", tag(outcome)).increment();
    }

    private static String tag(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** The text on one line, so that a log cannot be made to say something else. */
    private static String printable(String text) {
        String start = text.length() <= LOGGED_NAME ? text : text.substring(0, LOGGED_NAME) + "…";
        return StorableText.printable(start).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\"]", "�");
    }

    void stop(@Observes ShutdownEvent event) {
        checks.shutdownNow();
    }
}
