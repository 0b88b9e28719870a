package io.amends.ingest.response;

import io.amends.contracts.Answer;
import io.amends.contracts.Reason;
import io.amends.contracts.SurveyResponse;
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

    private Validity() {}

    /** Everything that keeps it in quarantine, not just the first; empty: valid. Dates are compared to acceptance. */
    public static List<Reason> reasons(SurveyResponse response, PortalDirectory directory, Instant acceptedAt) {
        List<Reason> reasons = new ArrayList<>();
        if (response.ticketId() == null) {
            reasons.add(new Reason("/ticketId", "the ticket id is missing"));
        }
        if (response.supportGroup() == null) {
            reasons.add(new Reason("/supportGroup", "the support group is missing"));
        } else if (!directory.groups().containsKey(response.supportGroup())) {
            reasons.add(new Reason("/supportGroup", "unknown support group " + response.supportGroup()));
        }
        if (response.segment() == null) {
            if (directory.portal().segmentRequired()) {
                reasons.add(new Reason("/segment", "the segment is missing, and the portal requires it"));
            }
        } else if (!directory.segments().containsKey(response.segment())) {
            reasons.add(new Reason("/segment", "unknown segment " + response.segment()));
        }
        response.measures().forEach((name, answer) -> {
            String problem =
                    offScale(name, answer, directory.portal().measures().get(name));
            if (problem != null) {
                reasons.add(new Reason(Reason.at("/measures", name), problem));
            }
        });
        date("/submittedAt", response.submittedAt(), acceptedAt, reasons);
        if (response.updatedAt() != null) {
            date("/updatedAt", response.updatedAt(), acceptedAt, reasons);
        }
        return List.copyOf(reasons);
    }

    private static @Nullable String offScale(String name, Answer answer, @Nullable Measure measure) {
        if (measure == null) {
            return "unknown measure " + name;
        }
        if (measure.kind() == Measure.Kind.FCR) {
            return answer instanceof Answer.YesNo ? null : name + " is answered by true or false";
        }
        if (!(answer instanceof Answer.Score score)) {
            return name + " is answered by a number";
        }
        BigDecimal min = measure.min();
        BigDecimal max = measure.max();
        boolean below = min != null && score.value().compareTo(min) < 0;
        boolean above = max != null && score.value().compareTo(max) > 0;
        return below || above
                ? "%s is %s, off its scale from %s to %s"
                        .formatted(name, score.value().toPlainString(), plain(min), plain(max))
                : null;
    }

    private static String plain(@Nullable BigDecimal bound) {
        return bound == null ? "any" : bound.toPlainString();
    }

    private static void date(String pointer, Instant date, Instant acceptedAt, List<Reason> reasons) {
        if (date.isBefore(EARLIEST)) {
            reasons.add(new Reason(pointer, date + " is before the year 2000"));
        } else if (date.isAfter(acceptedAt.plus(AHEAD))) {
            reasons.add(new Reason(pointer, date + " is more than 24 hours ahead of its acceptance at " + acceptedAt));
        }
    }
}
