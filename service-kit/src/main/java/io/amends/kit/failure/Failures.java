package io.amends.kit.failure;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Tells errors that may pass from errors that will not. */
public final class Failures {

    /**
     * SQLSTATE classes that pass by themselves or by ops' hand: connection, transaction rollback, insufficient
     * resources (disk full), operator intervention, system error; 25 is a transaction that a lost connection left behind.
     */
    private static final Set<String> PASSING_SQL = Set.of("08", "40", "53", "57", "58", "25");

    private Failures() {}

    /** Whether a repetition can succeed, judged by the whole chain of causes. */
    public static boolean isTransient(Throwable error) {
        int depth = 0;
        for (@Nullable Throwable e = error; e != null && depth < 20; e = e.getCause(), depth++) {
            if (e instanceof PermanentFailure) {
                return false;
            }
            if (passes(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable e) {
        if (e instanceof SQLException sql) {
            String state = sql.getSQLState();
            return sql instanceof SQLTransientException
                    || sql instanceof SQLRecoverableException
                    || sql instanceof SQLNonTransientConnectionException
                    // Agroal says "Acquisition timeout" without a state.
                    || state == null
                    || (state.length() >= 2 && PASSING_SQL.contains(state.substring(0, 2)));
        }
        return e instanceof TransientFailure
                || e instanceof RetriableException
                || e instanceof WakeupException
                || e instanceof InterruptException
                || e instanceof InterruptedException
                || e instanceof TimeoutException
                || (e instanceof IOException && !(e instanceof com.fasterxml.jackson.core.JacksonException));
    }
}
