package io.amends.ingest.response;

import io.amends.contracts.Answer;
import io.amends.contracts.Reason;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import io.amends.contracts.directory.Measure;
import io.amends.kit.directory.PortalDirectory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a well-formed response can be recorded (A5), judged against the portal's directory. */
public final class Validity {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final String GROUP = "/supportGroup";
    private static final String SEGMENT = "/segment";

    private Validity() {}

    /** The same as {@link #findings}, as events and problem details have it. */
    public static List<Reason> reasons(SurveyResponse response, PortalDirectory directory, Instant acceptedAt) {
        return findings(response, directory, acceptedAt).stream()
                .map(QuarantineReason::told)
                .toList();
    }

    /** Everything that keeps it in quarantine, not just the first; empty: valid. Dates are compared to acceptance. */
    public static List<QuarantineReason> findings(
            SurveyResponse response, PortalDirectory directory, Instant acceptedAt) {
        List<QuarantineReason> reasons = new ArrayList<>();
        if (response.ticketId() == null) {
            reasons.add(new QuarantineReason("/ticketId", "the ticket id is missing", QuarantineCause.TICKET_MISSING));
        }
        if (response.supportGroup() == null) {
            reasons.add(new QuarantineReason(GROUP, "the support group is missing", QuarantineCause.GROUP_MISSING));
        } else if (!directory.groups().containsKey(response.supportGroup())) {
            reasons.add(new QuarantineReason(
                    GROUP, "unknown support group " + response.supportGroup(), QuarantineCause.GROUP_UNKNOWN));
        }
        if (response.segment() == null) {
            if (directory.portal().segmentRequired()) {
                reasons.add(new QuarantineReason(
                        SEGMENT,
                        "the segment is missing, and the portal requires it",
                        QuarantineCause.SEGMENT_MISSING));
            }
        } else if (!directory.segments().containsKey(response.segment())) {
            reasons.add(new QuarantineReason(
                    SEGMENT, "unknown segment " + response.segment(), QuarantineCause.SEGMENT_UNKNOWN));
        }
        response.measures().forEach((name, answer) -> {
            QuarantineReason fault =
                    fault(name, answer, directory.portal().measures().get(name));
            if (fault != null) {
                reasons.add(fault);
            }
        });
        date("/submittedAt", response.submittedAt(), acceptedAt, reasons);
        if (response.updatedAt() != null) {
            date("/updatedAt", response.updatedAt(), acceptedAt, reasons);
        }
        return List.copyOf(reasons);
    }

    private static @Nullable QuarantineReason fault(String name, Answer answer, @Nullable Measure measure) {
        String pointer = Reason.at("/measures", name);
        if (measure == null) {
            return new QuarantineReason(pointer, "unknown measure " + name, QuarantineCause.MEASURE_UNKNOWN);
        }
        if (measure.kind() == Measure.Kind.FCR) {
            return answer instanceof Answer.YesNo
                    ? null
                    : new QuarantineReason(
                            pointer, name + " is answered by true or false", QuarantineCause.ANSWER_OF_WRONG_KIND);
        }
        if (!(answer instanceof Answer.Score score)) {
            return new QuarantineReason(
                    pointer, name + " is answered by a number", QuarantineCause.ANSWER_OF_WRONG_KIND);
        }
        BigDecimal min = measure.min();
        BigDecimal max = measure.max();
        boolean below = min != null && score.value().compareTo(min) < 0;
        boolean above = max != null && score.value().compareTo(max) > 0;
        return below || above
                ? new QuarantineReason(
                        pointer,
                        "%s is %s, off its scale from %s to %s"
                                .formatted(name, score.value().toPlainString(), plain(min), plain(max)),
                        QuarantineCause.SCORE_OFF_SCALE)
                : null;
    }

    private static String plain(@Nullable BigDecimal bound) {
        return bound == null ? "any" : bound.toPlainString();
    }

    private static void date(String pointer, Instant date, Instant acceptedAt, List<QuarantineReason> reasons) {
        if (date.isBefore(EARLIEST)) {
            reasons.add(
                    new QuarantineReason(pointer, date + " is before the year 2000", QuarantineCause.DATE_TOO_EARLY));
        } else if (date.isAfter(acceptedAt.plus(AHEAD))) {
            reasons.add(new QuarantineReason(
                    pointer,
                    date + " is more than 24 hours ahead of its acceptance at " + acceptedAt,
                    QuarantineCause.DATE_AHEAD));
        }
    }
}
