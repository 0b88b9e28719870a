package io.amends.dashboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.messages.pseudo.PlainWords;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds pages that were rendered in the pseudo language to it (C11). */
public final class PseudoPages {
    private PseudoPages() {}

    /** The page is HTML, and all that it says is from a message, or is data. */
    public static void pseudo(Response page, Collection<String> data) {
        assertThat(page.contentType()).startsWith("text/html");
        pseudo(page.asString(), data);
    }

    /** All that the page says is from a message, or is data. */
    public static void pseudo(String html, Collection<String> data) {
        assertThat(html).contains("[");
        assertThat(plain(html, data)).as(html).isEmpty();
    }

    /** The words of a page that are from no message, and are no data. */
    public static List<String> plain(String html, Collection<String> data) {
        return PageText.of(html).stream()
                .flatMap(text -> PlainWords.in(text, data).stream())
                .toList();
    }

    /** The names of months and days, which Java's libraries say. */
    public static Stream<String> dates() {
        return Stream.concat(
                Arrays.stream(Month.values()).flatMap(month -> names(style -> month.getDisplayName(style, Locale.UK))),
                Arrays.stream(DayOfWeek.values()).flatMap(day -> names(style -> day.getDisplayName(style, Locale.UK))));
    }

    private static Stream<String> names(Function<TextStyle, String> named) {
        return Stream.of(TextStyle.FULL, TextStyle.SHORT).map(named);
    }
}
