package io.amends.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Architecture's "errors are typed". */
class FailuresTest {

    @Test
    void whatPassesByItselfIsTransient() {
        assertThat(Failures.isTransient(new SQLException("gone", "08006"))).isTrue();
        assertThat(Failures.isTransient(new SQLException("deadlock", "40P01"))).isTrue();
        assertThat(Failures.isTransient(new SQLException("disk full", "53100"))).isTrue();
        assertThat(Failures.isTransient(new SQLException("shutting down", "57P01")))
                .isTrue();
        assertThat(Failures.isTransient(new IllegalStateException(new ConnectException())))
                .isTrue();
        assertThat(Failures.isTransient(new org.apache.kafka.common.errors.TimeoutException()))
                .isTrue();
    }

    @Test
    void whatNoRepetitionMendsIsNot() {
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
}
