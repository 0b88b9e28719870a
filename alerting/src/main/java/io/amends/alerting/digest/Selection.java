package io.amends.alerting.digest;

import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.directory.Portal;
import io.amends.kit.time.AlertInstants;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which candidates belong in the digests of one period (C2, A3, A4, A6, A8). What a digest has deferred belongs in the
 * next one, whatever its age: it is neither late nor history (B8).
 *
 * @param includeLate whether what earlier periods could not have joins this one; the clock's own runs do
 * @param listed ids of responses that some digest had before
 */
public record Selection(DigestPeriod period, boolean includeLate, Portal portal, Set<String> listed) {

    /** The candidate with its marks, or nothing where it does not belong in this period. */
    public Optional<Pick> of(Candidate candidate) {
        RecoveryDecided decision = candidate.decision();
        Instant received = decision.response().submittedAt();
        boolean waits = candidate.waitsSince() != null;
        if (!(actionable(decision) || (waits && becameHistory(decision))) || !received.isBefore(period.to())) {
            return Optional.empty();
        }
        boolean repairedTooLate = !waits && decision.repaired() && !repairedInTime(decision);
        if (repairedTooLate && portal.lateDigest() == Portal.LateDigest.NEVER) {
            return Optional.empty();
        }
        EnumSet<DigestMark> marks = EnumSet.noneOf(DigestMark.class);
        if (candidate.listedGroup() != null) {
            if (!(includeLate || waits) || candidate.listedGroup().equals(decision.supportGroup())) {
                return Optional.empty();
            }
            marks.add(DigestMark.MOVED);
        } else if (!waits && !period.contains(received)) {
            boolean asIfNothingHadBeen = decision.repaired() && !repairedTooLate;
            if (!includeLate || (!asIfNothingHadBeen && received.isBefore(oldest()))) {
                return Optional.empty();
            }
            if (!asIfNothingHadBeen) {
                marks.add(DigestMark.LATE);
            }
        } else if (repairedTooLate) {
            marks.add(DigestMark.LATE);
        }
        if (decision.replaces() != null && listed.contains(decision.replaces())) {
            marks.add(DigestMark.REPLACING);
        }
        if (decision.response().followUpOf() != null && decision.kind() == RecoveryDecided.Kind.RECOVERY) {
            marks.add(DigestMark.AGAIN);
        }
        return Optional.of(new Pick(candidate, marks));
    }

    /** Whether it is an unhappy customer of this period who asked not to be contacted: only counted (B3). */
    public boolean refused(Candidate candidate) {
        RecoveryDecided decision = candidate.decision();
        return decision.kind() == RecoveryDecided.Kind.RECOVERY
                && decision.contact() == RecoveryDecided.Contact.FORBIDDEN
                && decision.standing() == RecoveryDecided.Standing.COUNTS
                && !decision.history()
                && period.contains(decision.response().submittedAt());
    }

    /** The earliest moment at which a late one may have been received. */
    public Instant oldest() {
        return period.to().minus(Duration.ofDays(portal.lateDays()));
    }

    /** Whether it would have to be acted on if it had not been recorded anew so late, as by a repair. */
    private static boolean becameHistory(RecoveryDecided decision) {
        return decision.history() && decision.stands();
    }

    private static boolean actionable(RecoveryDecided decision) {
        return decision.stands() && decision.alert() != RecoveryDecided.Alert.NONE && !decision.history();
    }

    /** Before the alert instant of the calendar day after it was received (A6). */
    private boolean repairedInTime(RecoveryDecided decision) {
        AlertInstants instants = new AlertInstants(portal.alertTime(), portal.timeZone());
        return decision.recordedAt()
                .isBefore(instants.onDayAfter(decision.response().submittedAt()));
    }
}
