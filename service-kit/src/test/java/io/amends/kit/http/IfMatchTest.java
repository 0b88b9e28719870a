package io.amends.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest(name = "a write with If-Match {0} may change 12")
    @ValueSource(strings = {"\"12\"", "12", "*", " * ", "\"11\", \"12\"", "\"11\",\"12\""})
    void fits(String header) {
        assertThat(new IfMatch(header).fits("12")).isTrue();
    }

    @ParameterizedTest(name = "a write with If-Match {0} may not change 12")
    @ValueSource(strings = {"\"1\"", "\"123\"", "W/\"12\"", "", "\"\"", ",", "\"11\", \"13\"", "1 2"})
    void doesNotFit(String header) {
        assertThat(new IfMatch(header).fits("12")).isFalse();
    }

    @Test
    @DisplayName("nothing that is gone fits, and without If-Match everything does")
    void goneAndNone() {
        assertThat(new IfMatch("*").fits(null)).isFalse();
        assertThat(new IfMatch("\"12\"").fits(null)).isFalse();
        assertThat(new IfMatch(null).fits(null)).isTrue();
        assertThat(new IfMatch(null).fits("12")).isTrue();
    }
}
