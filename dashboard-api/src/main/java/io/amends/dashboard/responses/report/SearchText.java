package io.amends.dashboard.responses.report;

import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.SurveyResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the report's search looks in, and what it looks for. Case does not matter; every word must be there. */
public final class SearchText {
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
        return storable(text.toLowerCase(Locale.ROOT));
    }

    /** The SQL patterns that a text must all match. */
    public static List<String> patterns(@Nullable String q) {
        if (q == null) {
            return List.of();
        }
        return Stream.of(storable(q.toLowerCase(Locale.ROOT)).split("\\s+"))
                .filter(w -> !w.isEmpty())
                .map(w -> "%" + w.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }

    /** PostgreSQL's text has no NUL. */
    public static String storable(String text) {
        return text.replace("\u0000", "");
    }
}
