package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.amends.contracts.ChangeCause;
import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one response stands, for whoever asks survey-ingest (A3–A6, A8).
 *
 * @param version grows by one with every change
 * @param reasons why it is quarantined; empty otherwise
 * @param history what happened to it, oldest first
 * @param replacedBy the response that replaced it; null where none did, or whoever asks does not see it
 * @param replaces the response that it replaced, likewise
 * @param recordedAt when it became valid, or was first quarantined
 * @param waitingSince since when it is in quarantine; null where it is not
 * @param source who sent its newest version: the code of a source of the directory, or what a CloudEvent names as its
 *     source; null where it came over HTTP or in a file
 * @param repair what a digest makes of its repair: of one at this moment while it waits, and of the one that was; null for
 *     one that never waited, or does not count
 * @param response what counts: the newest version with what a person corrected
 */
public record ResponseStanding(
        String portal,
        String responseId,
        @Nullable String ticketId,
        @Nullable String supportGroup,
        ResponseState state,
        long version,
        List<QuarantineReason> reasons,
        List<HistoryEntry> history,
        @Nullable String replacedBy,
        @Nullable String replaces,
        Instant recordedAt,
        @Nullable Instant waitingSince,
        @Nullable String source,
        @Nullable RepairTiming repair,
        SurveyResponse response) {

    /** What can be wrong with a response that is well formed (A5). */
    public enum QuarantineCause {
        /** It names no ticket. */
        TICKET_MISSING,
        /** It names no support group. */
        GROUP_MISSING,
        /** The directory does not have its support group. */
        GROUP_UNKNOWN,
        /** It names no segment, and the portal requires one. */
        SEGMENT_MISSING,
        /** The directory does not have its segment. */
        SEGMENT_UNKNOWN,
        /** The portal does not declare a measure that it answers. */
        MEASURE_UNKNOWN,
        /** A score is off the scale of its measure. */
        SCORE_OFF_SCALE,
        /** A number answers a measure of yes and no, or the other way round. */
        ANSWER_OF_WRONG_KIND,
        /** A date is before the year 2000. */
        DATE_TOO_EARLY,
        /** A date is more than 24 hours ahead of when the response was accepted. */
        DATE_AHEAD
    }

    /**
     * One thing that keeps a response in quarantine.
     *
     * @param pointer JSON Pointer into the response
     * @param reason one plain phrase
     * @param cause the same as a fact; null only for what was stored before there was this field
     */
    public record QuarantineReason(String pointer, String reason, @Nullable QuarantineCause cause) {
        /** The same, as events and problem details have it. */
        public Reason told() {
            return new Reason(pointer, reason);
        }
    }

    /** What happened to a response, by the word that its history has for it. */
    public enum HistoryKind {
        @JsonProperty("recorded")
        RECORDED,
        @JsonProperty("updated")
        UPDATED,
        @JsonProperty("replaced")
        REPLACED,
        @JsonProperty("reassigned")
        REASSIGNED,
        @JsonProperty("quarantined")
        QUARANTINED,
        @JsonProperty("repaired")
        REPAIRED,
        /** An older version came later, and changed nothing. */
        @JsonProperty("stale")
        STALE
    }

    /**
     * One thing that happened.
     *
     * @param version the version of the response after it; null for what was stale
     * @param person who did it; null where no person did
     * @param key the API key that vouches for the person; null for what is older than this field
     * @param reason why they did
     * @param trimmed ids and codes that were sent with blanks around them, which were removed
     * @param source what the CloudEvent that brought a version names as its source; null where none did, and for what is
     *     older than this field
     * @param cause what made it happen; null for what is older than this field
     * @param replayId which replay it was, where what a source had sent was read again (A12)
     */
    public record HistoryEntry(
            Instant at,
            HistoryKind what,
            @Nullable Long version,
            @Nullable ResponseState state,
            @Nullable String person,
            @Nullable String key,
            @Nullable String reason,
            List<Reason> trimmed,
            @Nullable String source,
            @Nullable ChangeCause cause,
            @Nullable String replayId,
            SurveyResponse response) {}

    /** What a digest makes of a repair (A6, C2), if the response belongs in one at all. */
    public enum DigestTiming {
        /** It is in the next digest, as if nothing had been. */
        IN_TIME,
        /** It is in the next digest, marked as late. */
        LATE,
        /** It is late, and the portal has late ones in no digest. */
        LATE_NEVER,
        /** It is late, and was received too many days before the next digest. */
        LATE_TOO_OLD
    }

    /**
     * What a digest makes of a repair, and why.
     *
     * @param inTimeBefore the alert instant of the calendar day after the response was received
     */
    public record RepairTiming(DigestTiming digest, Instant inTimeBefore) {}
}
