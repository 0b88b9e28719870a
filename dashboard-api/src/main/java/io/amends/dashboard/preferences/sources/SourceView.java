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
 */
public record SourceView(
        Head head,
        @Nullable String done,
        @Nullable Trouble trouble,
        @Nullable Standing standing,
        SourceEditing editing,
        SourceMade made,
        List<DeliveryLine> deliveries) {

    /** Where what came is read again (A12). */
    public String replays() {
        return head.url() + "/replays";
    }

    /**
     * What the source is.
     *
     * @param active whether it takes webhooks
     */
    public record Head(String name, String url, String vendor, boolean active) {}

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
     * A delivery.
     *
     * @param key by which it is taken as the sample
     * @param bad whether somebody should look at it
     */
    public record DeliveryLine(
            String key,
            String at,
            String outcome,
            boolean bad,
            @Nullable String reason,
            @Nullable String responseId,
            @Nullable String body) {}
}
