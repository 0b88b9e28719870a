package io.amends.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
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
}
