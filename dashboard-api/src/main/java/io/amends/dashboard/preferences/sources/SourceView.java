package io.amends.dashboard.preferences.sources;

import io.amends.contracts.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one source, in finished words.
 *
 * @param done what was done just now; null where nothing was
 * @param trouble why nothing was done; null where nothing stands in the way
 * @param standing null while survey-ingest does not answer
 * @param trial what a sample made; null where none was tried
 */
public record SourceView(
        String name,
        String url,
        @Nullable String done,
        @Nullable Trouble trouble,
        @Nullable Standing standing,
        Editing editing,
        @Nullable Trial trial,
        List<DeliveryLine> deliveries) {

    /** Where what came is read again (A12). */
    public String replays() {
        return url + "/replays";
    }

    /** Why nothing was done, and where. */
    public record Trouble(String summary, List<Reason> faults) {}

    /**
     * How the source stands.
     *
     * @param webhookUrl null for who may not know it
     * @param silent that it is silent; null where it is not (A11)
     */
    public record Standing(
            @Nullable String webhookUrl, List<String> lines, @Nullable String silent, RhythmOfSource rhythm) {}

    /**
     * How much it usually sends (A11).
     *
     * @param days empty while that is not known
     */
    public record RhythmOfSource(List<String> lines, List<UsualDay> days) {}

    /**
     * How much it usually sends on a day of the week.
     *
     * @param busiest the hour with most of it; empty where there is nothing
     */
    public record UsualDay(String day, String events, String busiest) {}

    /**
     * What is in the editor.
     *
     * @param tag the version that was seen
     */
    public record Editing(String tag, String json, String sample) {}

    /** What a sample is as a response. */
    public record Trial(String response, List<Reason> errors, List<Reason> warnings) {}

    /**
     * A delivery.
     *
     * @param bad whether somebody should look at it
     */
    public record DeliveryLine(
            String at,
            String outcome,
            boolean bad,
            @Nullable String reason,
            @Nullable String responseId,
            @Nullable String body) {}
}
