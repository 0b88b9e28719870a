package io.amends.ingest.response;

import io.amends.contracts.SurveyResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which response of a ticket replaces which (A4), whatever arrived first. */
public final class Replacement {
    private static final Comparator<SurveyResponse> AGE =
            Comparator.comparing(SurveyResponse::submittedAt).thenComparing(SurveyResponse::responseId);

    /** A response's neighbours in its ticket. */
    public record Links(@Nullable String replacedBy, @Nullable String replaces) {
        public static final Links NONE = new Links(null, null);
    }

    private Replacement() {}

    /**
     * The links of one ticket's valid responses, by response id. Answers to follow-up surveys neither replace nor are
     * replaced.
     *
     * @param windowDays days of 24 hours between a response and its successor, included
     */
    public static Map<String, Links> of(Collection<SurveyResponse> valid, int windowDays) {
        List<SurveyResponse> ordinary =
                valid.stream().filter(r -> r.followUpOf() == null).sorted(AGE).toList();
        Map<String, Links> links = new HashMap<>();
        Duration window = Duration.ofDays(windowDays);
        for (int i = 0; i < ordinary.size(); i++) {
            links.put(
                    ordinary.get(i).responseId(),
                    new Links(within(ordinary, i, i + 1, window, i + 1), within(ordinary, i - 1, i, window, i - 1)));
        }
        return links;
    }

    /** The id of the one asked for, if both exist and lie within the window. */
    private static @Nullable String within(
            List<SurveyResponse> sorted, int earlier, int later, Duration window, int asked) {
        if (earlier < 0 || later >= sorted.size()) {
            return null;
        }
        Duration gap = Duration.between(
                sorted.get(earlier).submittedAt(), sorted.get(later).submittedAt());
        return gap.compareTo(window) <= 0 ? sorted.get(asked).responseId() : null;
    }
}
