package io.amends.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchBodyTest {

    @Test
    @DisplayName("A1: each element of an array keeps its bytes as sent")
    void array() throws Malformed {
        String body = "[ {\"a\" : \"ü😀 ]}\" } ,{\"b\":[1, {}]},17, \"x y\",true,null\n, {\"k\":1,\"k\":2}]";

        assertThat(strings(BatchBody.array(body.getBytes(UTF_8))))
                .containsExactly(
                        "{\"a\" : \"ü😀 ]}\" }",
                        "{\"b\":[1, {}]}",
                        "17",
                        "\"x y\"",
                        "true",
                        "null",
                        "{\"k\":1,\"k\":2}");
    }

    @ParameterizedTest
    @DisplayName("A1: what is no array is refused whole")
    @ValueSource(strings = {"", "{}", "[1,", "[1] 2", "[1 2]", "]"})
    void noArray(String body) {
        assertThatThrownBy(() -> BatchBody.array(body.getBytes(UTF_8))).isInstanceOf(Malformed.class);
    }

    @Test
    @DisplayName("A1: lines with any line end, blank ones left out")
    void lines() {
        assertThat(strings(BatchBody.lines("{\"a\":1}\r\n\n  \n{\"b\":2}".getBytes(UTF_8))))
                .containsExactly("{\"a\":1}\r", "{\"b\":2}");
    }

    private static List<String> strings(List<byte[]> parts) {
        return parts.stream().map(b -> new String(b, UTF_8)).toList();
    }
}
