package io.amends.dashboard.responses.core;

import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.SurveyResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the report's search looks in, and what it looks for. Case and accents do not matter, on either side; every word must
 * be there. A change of what is folded needs a migration that sets {@code folded} to null, so that stored rows follow.
 */
public final class SearchText {
    /** Marks that stand above or below a letter: of Latin, Greek and Cyrillic, points of Hebrew, vowels of Arabic. */
    private static final Pattern MARKS = Pattern.compile(
            "[\\u0300-\\u036F\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4" + "\\u05C5\\u05C7\\u064B-\\u0655\\u0670]");

    private SearchText() {}

    /** All that can be found of a response, however long it is. */
    public static String of(SurveyResponse response) {
        Customer customer = response.customer();
        Agent agent = response.agent();
        String text = Stream.of(
                        customer == null ? null : customer.name(),
                        customer == null ? null : customer.company(),
                        customer == null ? null : customer.email(),
                        response.ticketId(),
                        response.responseId(),
                        agent == null ? null : agent.name(),
                        String.join("\n", response.factors()),
                        String.join("\n", response.tags()),
                        response.comment())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return folded(text);
    }

    /** The SQL patterns that a text must all match. */
    public static List<String> patterns(@Nullable String q) {
        if (q == null) {
            return List.of();
        }
        return Stream.of(folded(q).split("\\s+"))
                .filter(w -> !w.isEmpty())
                .map(w -> "%" + w.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }

    /**
     * A text as it is compared: in lower case, without accents, letters that keyboards lack as others write them. Composed
     * again at the end, so that a syllable of Korean is not found in the middle of another.
     */
    private static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(apart.length());
        MARKS.matcher(apart).replaceAll("").chars().forEach(c -> append(plain, (char) c));
        return storable(Normalizer.normalize(plain, Normalizer.Form.NFC));
    }

    /** Letters that Unicode does not take apart, and the apostrophes. */
    private static void append(StringBuilder to, char letter) {
        switch (letter) {
            case 'ß' -> to.append("ss");
            case 'æ' -> to.append("ae");
            case 'œ' -> to.append("oe");
            case 'þ' -> to.append("th");
            case 'ø' -> to.append('o');
            case 'ł' -> to.append('l');
            case 'đ', 'ð' -> to.append('d');
            case 'ħ' -> to.append('h');
            case 'ı' -> to.append('i');
            case 'ŧ' -> to.append('t');
            case 'ς' -> to.append('σ');
            case '’', '‘', 'ʼ' -> to.append('\'');
            default -> to.append(letter);
        }
    }

    /** PostgreSQL's text has no NUL. */
    public static String storable(String text) {
        return text.replace("\u0000", "");
    }
}
