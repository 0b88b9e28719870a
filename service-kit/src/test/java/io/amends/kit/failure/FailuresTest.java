package io.amends.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Architecture's "errors are typed". */
class FailuresTest {

    @Test
    void whatPassesByItselfIsTransient() {
        assertThat(Failures.isTransient(new SQLException("gone", "08006"))).isTrue();
        assertThat(Failures.isTransient(new SQLException("deadlock", "40P01"))).isTrue();
        assertThat(Failures.isTransient(new SQLException("disk full", "53100"))).isTrue();
        for (String amiss : List.of("28P01", "3D000", "3F000", "42501", "42P01", "55P03")) {
            assertThat(Failures.isTransient(new SQLException("password, database, schema, right, table, lock", amiss)))
                    .as(amiss)
                    .isTrue();
        }
        assertThat(Failures.isTransient(new SQLException("shutting down", "57P01")))
                .isTrue();
        assertThat(Failures.isTransient(new IllegalStateException(new ConnectException())))
                .isTrue();
        assertThat(Failures.isTransient(new org.apache.kafka.common.errors.TimeoutException()))
                .isTrue();
    }

    @Test
    void whatNoRepetitionMendsIsNot() {
        assertThat(Failures.isTransient(new SQLException("syntax", "42601"))).isFalse();
        assertThat(Failures.isTransient(new SQLException("not null", "23502"))).isFalse();
        assertThat(Failures.isTransient(new SQLException("bad utf8", "22021"))).isFalse();
        assertThat(Failures.isTransient(new PermanentFailure("bad", new SQLException("gone", "08006"))))
                .isFalse();
        assertThat(Failures.isTransient(new NullPointerException())).isFalse();
        assertThat(Failures.isTransient(new com.fasterxml.jackson.core.JsonParseException(null, "not JSON")))
                .isFalse();
    }

    @Test
    @DisplayName("H6: what is said of an error is Amends' and Kafka's own words, or none")
    void said() {
        SQLException refused = new SQLException("Key (name)=(Anna) already exists", "23505");
        assertThat(Failures.said(new IllegalStateException("for Anna", refused)))
                .isEqualTo("the database refuses it (SQLSTATE 23505)");
        assertThat(Failures.said(new PermanentFailure("no id", refused))).isEqualTo("no id");
        assertThat(Failures.said(new CompletionException(new TransientFailure("Kafka is slow"))))
                .isEqualTo("Kafka is slow");
        assertThat(Failures.said(new IllegalArgumentException("no number: Anna")))
                .matches("an error in Amends: IllegalArgumentException at FailuresTest.java:\\d+");
    }

    @Test
    @DisplayName("H6: what is logged of an error has its places, and nothing that it quotes")
    void withoutWords() {
        StringWriter logged = new StringWriter();
        Failures.withoutWords(new IllegalStateException("Anna", new SQLException("Anna", "22001")))
                .printStackTrace(new PrintWriter(logged));

        assertThat(logged.toString())
                .contains("java.lang.IllegalStateException", "SQLSTATE 22001", "FailuresTest.java:")
                .doesNotContain("Anna");
    }

    @Test
    @DisplayName("a transaction that the database ends is judged by what the database says, wherever Narayana keeps it")
    void endedByTheDatabase() {
        Throwable lost = outOfAMethod(refusedCommit(new SQLException("gone with Anna", "57P01")));
        Throwable refused = outOfAMethod(refusedCommit(new SQLException("Anna is there", "23505")));

        assertThat(Failures.isTransient(lost)).isTrue();
        assertThat(Failures.said(lost)).isEqualTo("the database is away (SQLSTATE 57P01)");
        assertThat(Failures.isTransient(refused)).isFalse();
        assertThat(Failures.said(refused)).isEqualTo("the database refuses it (SQLSTATE 23505)");
        assertThat(Failures.chain(Failures.withoutWords(refused)).map(Throwable::getMessage))
                .anyMatch(words -> words.contains("SQLSTATE 23505"))
                .noneMatch(words -> words.contains("Anna"));
    }

    @Test
    @DisplayName("a transaction whose time is up, or whose row somebody else has changed, can succeed the next time")
    void endedByOthers() {
        Throwable late = outOfAMethod(new RollbackException("ARJUNA016102"));
        Throwable second = outOfAMethod(withCause(new OptimisticLockException("row of Anna")));

        assertThat(Failures.isTransient(late)).isTrue();
        assertThat(Failures.said(late)).isEqualTo("the transaction has taken too long");
        assertThat(Failures.isTransient(second)).isTrue();
        assertThat(Failures.said(second)).isEqualTo("somebody else has changed the same row");
    }

    @Test
    @DisplayName("a transaction that ends with a fault of ours is no reason to try again")
    void endedByUs() {
        Throwable fault = outOfAMethod(withCause(new IllegalStateException("about Anna")));

        assertThat(Failures.isTransient(fault)).isFalse();
        assertThat(Failures.said(fault)).startsWith("an error in Amends: IllegalStateException at FailuresTest.java:");
    }

    /** As Narayana answers where a connection refuses to commit. */
    private static RollbackException refusedCommit(SQLException why) {
        RollbackException rolledBack = new RollbackException("ARJUNA016053: Could not commit transaction.");
        rolledBack.addSuppressed(new XAException("for Anna").initCause(why));
        return rolledBack;
    }

    private static RollbackException withCause(RuntimeException why) {
        RollbackException rolledBack = new RollbackException("ARJUNA016053: Could not commit transaction.");
        rolledBack.initCause(why);
        return rolledBack;
    }

    /** As a method that is a transaction throws what it does not declare. */
    private static Throwable outOfAMethod(Throwable e) {
        return new UndeclaredThrowableException(e, "Error invoking subclass method");
    }
}
