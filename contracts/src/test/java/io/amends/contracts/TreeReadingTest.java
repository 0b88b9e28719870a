package io.amends.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeReadingTest {

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483649", "{\"a\": [1e-2147483649]}", "[1e99999999999]"})
    @DisplayName("A5: a number that no decimal can hold is JSON that cannot be read")
    void exponent(String json) {
        assertThatThrownBy(() -> Json.MAPPER.readTree(json.getBytes(UTF_8)))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("too large an exponent");
        assertThatThrownBy(() -> Json.read(json.getBytes(UTF_8), JsonNode.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    @DisplayName("A5: every other value is read as before")
    void others() throws Exception {
        assertThat(Json.MAPPER
                        .readTree("{\"a\": [1.50, null, {}, \"x\", 1e300]}")
                        .toString())
                .isEqualTo("{\"a\":[1.5,null,{},\"x\",1E+300]}");
        assertThat(Json.MAPPER.readTree("null").isNull()).isTrue();
        assertThat(Json.MAPPER.readTree("").isMissingNode()).isTrue();
    }
}
