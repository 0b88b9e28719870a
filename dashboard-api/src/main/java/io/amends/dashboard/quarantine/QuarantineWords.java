package io.amends.dashboard.quarantine;

import io.amends.contracts.Answer;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ResponseStanding.DigestTiming;
import io.amends.contracts.api.ResponseStanding.HistoryEntry;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.client.AuthorNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Says the facts of the quarantine in words: causes, what happened, and what a digest makes of a repair (A5, A6). */
@ApplicationScoped
public class QuarantineWords {
    /** Where measures are in a response, before the name of one. */
    static final String MEASURES = "/measures/";

    private static final String SUBMITTED = "/submittedAt";

    private final QuarantineMessages messages;
    private final Formats formats;
    private final AuthorNames authors;

    QuarantineWords(QuarantineMessages messages, Formats formats, AuthorNames authors) {
        this.messages = messages;
        this.formats = formats;
        this.authors = authors;
    }

    /** The measure that a pointer leads to; null where it leads elsewhere. */
    static @Nullable String measure(String pointer) {
        return pointer.startsWith(MEASURES)
                ? pointer.substring(MEASURES.length()).replace("~1", "/").replace("~0", "~")
                : null;
    }

    /** What a field is called. */
    String field(String pointer) {
        String measure = measure(pointer);
        return switch (pointer) {
            case "/ticketId" -> messages.ticket();
            case "/supportGroup" -> messages.supportGroup();
            case "/segment" -> messages.segment();
            case SUBMITTED -> messages.answered();
            case "/updatedAt" -> messages.changed();
            default -> measure == null ? pointer : messages.answerTo(measure);
        };
    }

    /** A reason to choose. */
    String cause(QuarantineCause cause) {
        return switch (cause) {
            case TICKET_MISSING -> messages.causeTicketMissing();
            case GROUP_MISSING -> messages.causeGroupMissing();
            case GROUP_UNKNOWN -> messages.causeGroupUnknown();
            case SEGMENT_MISSING -> messages.causeSegmentMissing();
            case SEGMENT_UNKNOWN -> messages.causeSegmentUnknown();
            case MEASURE_UNKNOWN -> messages.causeMeasureUnknown();
            case SCORE_OFF_SCALE -> messages.causeScoreOffScale();
            case ANSWER_OF_WRONG_KIND -> messages.causeWrongKind();
            case DATE_TOO_EARLY -> messages.causeTooEarly();
            case DATE_AHEAD -> messages.causeAhead();
        };
    }

    /** Why a response waits. */
    public String reason(QuarantineReason reason, SurveyResponse of, Portal portal) {
        QuarantineCause cause = reason.cause();
        String measure = measure(reason.pointer());
        if (cause == null) {
            return messages.wrongAt(field(reason.pointer())); // stored before causes were, and not judged again yet
        }
        boolean answered = reason.pointer().equals(SUBMITTED);
        return switch (cause) {
            case TICKET_MISSING -> messages.ticketMissing();
            case GROUP_MISSING -> messages.groupMissing();
            case GROUP_UNKNOWN -> messages.groupUnknown(String.valueOf(of.supportGroup()));
            case SEGMENT_MISSING -> messages.segmentMissing();
            case SEGMENT_UNKNOWN -> messages.segmentUnknown(String.valueOf(of.segment()));
            case MEASURE_UNKNOWN -> messages.measureUnknown(String.valueOf(measure));
            case SCORE_OFF_SCALE -> offScale(String.valueOf(measure), of, portal);
            case ANSWER_OF_WRONG_KIND ->
                of.measures().get(measure) instanceof Answer.YesNo
                        ? messages.wantsNumber(String.valueOf(measure))
                        : messages.wantsYesNo(String.valueOf(measure));
            case DATE_TOO_EARLY -> {
                String date = date(of, answered, portal.timeZone());
                yield answered ? messages.answeredTooEarly(date) : messages.changedTooEarly(date);
            }
            case DATE_AHEAD -> {
                String date = date(of, answered, portal.timeZone());
                yield answered ? messages.answeredAhead(date) : messages.changedAhead(date);
            }
        };
    }

    /** An answer as people read it. */
    String answer(@Nullable Answer answer) {
        if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.yes() ? messages.yes() : messages.no();
        }
        return answer instanceof Answer.Score score ? plain(score.value()) : "";
    }

    /** What a digest makes of a repair at this moment. */
    String now(DigestTiming timing, Instant before, ZoneId zone) {
        String until = formats.at(before, zone);
        return switch (timing) {
            case IN_TIME -> messages.nowInTime(until);
            case LATE -> messages.nowLate(until);
            case LATE_NEVER -> messages.nowNever(until);
            case LATE_TOO_OLD -> messages.nowTooOld(until);
        };
    }

    /** What a digest makes of the repair that was made. */
    String mended(DigestTiming timing, Instant before, ZoneId zone) {
        String until = formats.at(before, zone);
        return switch (timing) {
            case IN_TIME -> messages.mendedInTime();
            case LATE -> messages.mendedLate(until);
            case LATE_NEVER -> messages.mendedNever(until);
            case LATE_TOO_OLD -> messages.mendedTooOld(until);
        };
    }

    /** One thing that happened to a response. */
    String happened(HistoryEntry entry) {
        String who = entry.person() == null ? null : authors.name(entry.person());
        return switch (entry.what()) {
            case RECORDED -> messages.happenedRecorded();
            case UPDATED -> messages.happenedUpdated();
            case REPLACED -> messages.happenedReplaced();
            case REASSIGNED -> who == null ? messages.happenedUpdated() : messages.happenedReassigned(who);
            case QUARANTINED ->
                who != null
                        ? messages.happenedCorrected(who)
                        : entry.source() == null && !Long.valueOf(1).equals(entry.version())
                                ? messages.happenedJudged()
                                : messages.happenedQuarantined();
            case REPAIRED ->
                who != null
                        ? messages.happenedMended(who)
                        : entry.source() == null ? messages.happenedHealed() : messages.happenedRighted();
            case STALE -> messages.happenedStale();
        };
    }

    private String offScale(String name, SurveyResponse of, Portal portal) {
        String value = answer(of.measures().get(name));
        Measure measure = portal.measures().get(name);
        BigDecimal min = measure == null ? null : measure.min();
        BigDecimal max = measure == null ? null : measure.max();
        return min == null || max == null
                ? messages.offScaleNow(name, value)
                : messages.offScale(name, value, formats.number(min), formats.number(max));
    }

    private String date(SurveyResponse of, boolean answered, ZoneId zone) {
        Instant at = answered || of.updatedAt() == null ? of.submittedAt() : of.updatedAt();
        return formats.at(at, zone);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
