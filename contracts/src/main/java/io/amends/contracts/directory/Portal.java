package io.amends.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One organisation's space and its preferences. Absent fields take the defaults of interfaces.md.
 *
 * @param timeZone the portal's zone, for alert times and local dates
 * @param alertTime local time of the daily digest, in whole minutes (C1)
 * @param sms whether text messages go out beside the digests (C3)
 * @param weekendAlerts whether SMS go out on Saturday and Sunday (C4)
 * @param immediateOnYes whether a customer who asks to be contacted is told of at once, beside the digest (C7)
 * @param quietHours when people are left alone, by their own clocks; null: never (C10)
 * @param immediateInQuietHours whether what is told of at once is told in quiet time too
 * @param overall the measure that is the overall rating
 * @param serviceRecoveryThreshold overall at or below it is unhappy (B1)
 * @param duplicateWindowDays a new response replaces one this many days older at most (A4)
 * @param lateDigest what happens to a response repaired too late for its digest (A6)
 * @param lateDays how many days before its next digest a late response may have been received (C2)
 * @param admins contact ids
 */
public record Portal(
        String name,
        ZoneId timeZone,
        String language,
        @JsonFormat(pattern = "HH:mm") LocalTime alertTime,
        boolean sms,
        boolean weekendAlerts,
        boolean immediateOnYes,
        @Nullable QuietHours quietHours,
        boolean immediateInQuietHours,
        String overall,
        BigDecimal serviceRecoveryThreshold,
        Map<String, Measure> measures,
        ContactPolicy contactPolicy,
        boolean segmentRequired,
        @Nullable String ticketUrlPrefix,
        int duplicateWindowDays,
        LateDigest lateDigest,
        int lateDays,
        List<String> admins) {

    /** Reads the JSON form, with the defaults for what is absent. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Portal read(
            String name,
            @Nullable ZoneId timeZone,
            @Nullable String language,
            @JsonFormat(pattern = "HH:mm[:ss]") @Nullable LocalTime alertTime,
            @Nullable Boolean sms,
            @Nullable Boolean weekendAlerts,
            @Nullable Boolean immediateOnYes,
            @Nullable QuietHours quietHours,
            @Nullable Boolean immediateInQuietHours,
            @Nullable String overall,
            @Nullable BigDecimal serviceRecoveryThreshold,
            @Nullable Map<String, Measure> measures,
            @Nullable ContactPolicy contactPolicy,
            @Nullable Boolean segmentRequired,
            @Nullable String ticketUrlPrefix,
            @Nullable Integer duplicateWindowDays,
            @Nullable LateDigest lateDigest,
            @Nullable Integer lateDays,
            @Nullable List<String> admins) {
        return new Portal(
                name,
                or(timeZone, ZoneId.of("Europe/Berlin")),
                or(language, "en"),
                or(alertTime, LocalTime.of(9, 0)).truncatedTo(ChronoUnit.MINUTES),
                or(sms, true),
                or(weekendAlerts, true),
                or(immediateOnYes, false),
                quietHours,
                or(immediateInQuietHours, false),
                or(overall, "csat"),
                or(serviceRecoveryThreshold, BigDecimal.valueOf(2)),
                or(measures, USUAL_MEASURES),
                or(contactPolicy, new ContactPolicy(null, null)),
                or(segmentRequired, false),
                ticketUrlPrefix,
                or(duplicateWindowDays, 30),
                or(lateDigest, LateDigest.NEXT),
                or(lateDays, 7),
                or(admins, List.of()));
    }

    /**
     * The Service Recovery Threshold in force for the responses of a group, on overall's own scale (B1).
     *
     * @param group null where the group is not known; such a group overrides nothing
     */
    public BigDecimal threshold(@Nullable Group group) {
        return group == null || group.threshold() == null ? serviceRecoveryThreshold : group.threshold();
    }

    private static final Map<String, Measure> USUAL_MEASURES = usualMeasures();

    private static Map<String, Measure> usualMeasures() {
        Map<String, Measure> usual = new LinkedHashMap<>();
        usual.put("csat", new Measure(Measure.Kind.CSAT, BigDecimal.ONE, BigDecimal.valueOf(5)));
        usual.put("nps", new Measure(Measure.Kind.NPS, BigDecimal.ZERO, BigDecimal.TEN));
        usual.put("fcr", new Measure(Measure.Kind.FCR, null, null));
        return Collections.unmodifiableMap(usual);
    }

    private static <T> T or(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    /** What happens to a response that was repaired too late: NEVER is the seed's behaviour. */
    public enum LateDigest {
        NEXT,
        NEVER
    }

    /** What a blank contact choice means, for low and for high scores (B3). */
    public record ContactPolicy(LowUnanswered lowUnanswered, HighUnanswered highUnanswered) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public ContactPolicy(@Nullable LowUnanswered lowUnanswered, @Nullable HighUnanswered highUnanswered) {
            this.lowUnanswered = or(lowUnanswered, LowUnanswered.ALLOWED);
            this.highUnanswered = or(highUnanswered, HighUnanswered.NONE);
        }

        /** Whether an unhappy customer who left the question blank may be contacted. */
        public enum LowUnanswered {
            ALLOWED,
            FORBIDDEN
        }

        /** What a happy customer who left the question blank becomes. */
        public enum HighUnanswered {
            NONE,
            OPPORTUNITY
        }
    }
}
