package io.amends.kit.failure;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Tells errors that may pass from errors that will not. */
public final class Failures {

    /**
     * SQLSTATEs, or how they begin, that pass by themselves or by ops' hand, and are no record's fault: connection, transaction
     * rollback, insufficient resources (disk full), a lock that is held, operator intervention, system error; a password
     * (28), a database (3D), a schema (3F), a table (42P01) or a right (42501) that is missing; 25 is a transaction that a lost
     * connection left behind.
     */
    private static final Set<String> PASSING_SQL =
            Set.of("08", "25", "28", "3D", "3F", "40", "42P01", "42501", "53", "55", "57", "58");

    private static final int DEEPEST = 20;

    private Failures() {}

    /** Whether a repetition can succeed, judged by the whole chain of causes. */
    public static boolean isTransient(Throwable error) {
        for (Throwable e : chain(error).toList()) {
            if (e instanceof PermanentFailure) {
                return false;
            }
            if (passes(e)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What happened, in words for logs, headers and stored errors. Only what Amends and Kafka say is repeated: the
     * database, JSON and the language itself quote what customers wrote. Of the database it is the SQLSTATE; of a connection
     * that does not come about, the driver's words as well: a certificate or a password says nothing of a row.
     */
    public static String said(Throwable error) {
        for (Throwable e : chain(error).toList()) {
            if (e instanceof SQLException sql) {
                return (passes(sql) ? "the database is away" : "the database refuses it") + " (SQLSTATE "
                        + sql.getSQLState() + ")" + connecting(sql);
            }
            if (e instanceof OptimisticLockException) {
                return "somebody else has changed the same row";
            }
            if (isGivenUp(e)) {
                return "the transaction has taken too long";
            }
            if (speaks(e)) {
                return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
        }
        Throwable first = chain(error).reduce(error, (outer, e) -> wraps(outer) ? e : outer);
        return "an error in Amends: " + first.getClass().getSimpleName() + place(first);
    }

    private static String connecting(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return (state.startsWith("08") || state.startsWith("28")) && e.getMessage() != null
                ? ": " + e.getMessage().replaceAll("\\s+", " ")
                : "";
    }

    /** The error with its types and places, and without the messages that can quote what customers wrote: to be logged. */
    public static Throwable withoutWords(Throwable error) {
        Wordless copy = null;
        List<Throwable> all = chain(error).toList();
        for (int i = all.size() - 1; i >= 0; i--) {
            copy = new Wordless(all.get(i), copy);
        }
        return Objects.requireNonNull(copy);
    }

    /** The error and its causes. */
    public static Stream<Throwable> chain(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Failures::cause).limit(DEEPEST);
    }

    /** What made an error; where the database refused a commit, Narayana has it beside the error, not below it. */
    private static @Nullable Throwable cause(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null && e instanceof RollbackException && e.getSuppressed().length > 0
                ? e.getSuppressed()[0]
                : cause;
    }

    /** A transaction that was rolled back without a cause: its time was up. */
    private static boolean isGivenUp(Throwable e) {
        return e instanceof RollbackException && cause(e) == null;
    }

    private static boolean speaks(Throwable e) {
        String type = e.getClass().getName();
        return type.startsWith("io.amends.") || type.startsWith("org.apache.kafka.");
    }

    private static boolean wraps(Throwable e) {
        return cause(e) != null
                && (e instanceof CompletionException
                        || e instanceof ExecutionException
                        || e instanceof RollbackException
                        || e instanceof UndeclaredThrowableException);
    }

    private static String place(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.amends."))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    private static final class Wordless extends Exception {
        private final String told;

        Wordless(Throwable of, @Nullable Throwable cause) {
            super(null, cause, false, true);
            told = of.getClass().getName()
                    + (speaks(of)
                            ? ": " + of.getMessage()
                            : of instanceof SQLException sql ? " (SQLSTATE " + sql.getSQLState() + ")" : "");
            setStackTrace(of.getStackTrace());
        }

        @Override
        public String getMessage() {
            return told;
        }
    }

    private static boolean passes(Throwable e) {
        if (e instanceof SQLException sql) {
            String state = sql.getSQLState();
            return sql instanceof SQLTransientException
                    || sql instanceof SQLRecoverableException
                    || sql instanceof SQLNonTransientConnectionException
                    // Agroal says "Acquisition timeout" without a state.
                    || state == null
                    || PASSING_SQL.stream().anyMatch(state::startsWith);
        }
        return e instanceof TransientFailure
                || e instanceof OptimisticLockException
                || isGivenUp(e)
                || e instanceof RetriableException
                || e instanceof WakeupException
                || e instanceof InterruptException
                || e instanceof InterruptedException
                || e instanceof TimeoutException
                || (e instanceof IOException && !(e instanceof com.fasterxml.jackson.core.JacksonException));
    }
}
