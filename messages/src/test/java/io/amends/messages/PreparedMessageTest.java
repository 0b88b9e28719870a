package io.amends.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PreparedMessageTest {
    @Test
    @DisplayName("C11: a prepared message says what the message says, whatever the order and number of its gaps")
    void filled() {
        assertThat(filled(1, gaps -> "your rule " + gaps.get(0), "a")).isEqualTo("your rule a");
        assertThat(filled(2, gaps -> gaps.get(1) + " to " + gaps.get(0) + ", " + gaps.get(1), "1", "2"))
                .isEqualTo("2 to 1, 2");
        assertThat(filled(3, gaps -> gaps.get(2) + gaps.get(1) + gaps.get(0) + ".", "1", "", "{c}"))
                .isEqualTo("{c}1.");
        assertThat(filled(4, gaps -> gaps.get(0) + gaps.get(3), "a", "b", "c", "d"))
                .isEqualTo("ad");
        assertThat(filled(4, gaps -> String.join("-", gaps), "a", "b", "c", "d"))
                .isEqualTo("a-b-c-d");
        assertThat(filled(6, gaps -> String.join("-", gaps), "a", "b", "c", "d", "e", "f"))
                .isEqualTo("a-b-c-d-e-f");
        assertThat(filled(4, gaps -> "nothing")).isEqualTo("nothing");
    }

    @Test
    @DisplayName("C11: what fills a gap is told as it is, also where it looks like a mark")
    void asItIs() {
        PreparedMessage message = PreparedMessage.of(2, gaps -> gaps.get(0) + gaps.get(1));
        assertThat(message.with("\uE001", "\uE000")).isEqualTo("\uE001\uE000");
    }

    private static String filled(int gaps, Function<List<String>, String> message, String... values) {
        return PreparedMessage.of(gaps, message).with(values);
    }
}
