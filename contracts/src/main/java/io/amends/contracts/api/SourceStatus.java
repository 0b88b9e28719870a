package io.amends.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source of webhooks stands (A10). Its counts are of webhooks at the door, before anybody reads them: what becomes of
 * one that was accepted is the outcome of its delivery ({@link SourceOutcome}), and may be that it is refused.
 *
 * @param webhookUrl where its vendor sends to, for whoever may set its secrets; null for others, and where no key is set
 * @param accepted webhooks that were taken at the door, whatever became of them then
 * @param refused webhooks that were turned away at the door, since their signature was wrong
 * @param lastAt when one was taken last
 * @param silentSince since when it is silent against its own rhythm; null where it is not (A11)
 * @param rhythm how much it usually sends; null while there is too little to know that from (A11)
 * @param secrets which are set
 * @param backlog responses that are still to be fetched
 * @param refusedLately how many of the last 100 deliveries were refused, or could not be fetched, within the last day
 */
public record SourceStatus(
        @Nullable String webhookUrl,
        long accepted,
        long refused,
        @Nullable Instant lastAt,
        @Nullable Instant silentSince,
        @Nullable UsualRhythm rhythm,
        SecretsSet secrets,
        long backlog,
        long refusedLately) {

    /**
     * How much a source usually sends.
     *
     * @param byHour how many events are usual in each hour of the week, from Monday 00:00 of the portal's zone on
     * @param perWeek how many are usual in a week
     * @param alarmAt when its silence will be an alarm, or was one, if nothing more comes; null where nothing is expected for
     *     half a year
     */
    public record UsualRhythm(List<Double> byHour, double perWeek, @Nullable Instant alarmAt) {

        /** Copies the hours. */
        public UsualRhythm {
            byHour = List.copyOf(byHour);
        }
    }

    /** Which secrets are set; never what they are. */
    public record SecretsSet(boolean current, boolean previous, boolean api) {}
}
