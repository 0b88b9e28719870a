package io.amends.ingest.repair;

import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.BulkRepaired;
import io.amends.contracts.api.ResponseStanding.DigestTiming;
import io.amends.contracts.directory.Portal;
import io.amends.ingest.recorder.ResponseHistory;
import io.amends.ingest.recorder.ResponseSelection;
import io.amends.ingest.recorder.ResponseStandings;
import io.amends.ingest.recorder.Responses;
import io.amends.ingest.repair.BulkRepair.CheckedBulkRepair;
import io.amends.ingest.response.Corrections;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.RepairTimings;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.Validity;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Corrects many responses of the quarantine alike, some hundred in one transaction (A6). A repetition finds those in
 * quarantine that are left, and does nothing to the others.
 */
@ApplicationScoped
class BulkRepairs {
    private static final int AT_ONCE = 500;

    private final Jdbi jdbi;
    private final Repairs repairs;
    private final DirectoryView directory;
    private final Clock clock;

    BulkRepairs(Jdbi jdbi, Repairs repairs, DirectoryView directory, Clock clock) {
        this.jdbi = jdbi;
        this.repairs = repairs;
        this.directory = directory;
        this.clock = clock;
    }

    /** What the repair would do at this moment. */
    BulkRepaired would(CheckedBulkRepair asked) {
        PortalDirectory portal = directory.require(asked.portal());
        RepairTally tally = new RepairTally(portal.portal(), clock.instant());
        for (List<ResponseKey> some : parts(selected(asked))) {
            jdbi.withHandle(handle -> Responses.findAll(handle, some)).values().stream()
                    .filter(held -> held.state() == ResponseState.QUARANTINED)
                    .forEach(held -> judge(held, asked, portal, tally));
        }
        return tally.told();
    }

    /** Repairs them. */
    BulkRepaired repair(CheckedBulkRepair asked, ResponseHistory.ChangeOrigin by) {
        RepairTally tally = new RepairTally(directory.require(asked.portal()).portal(), clock.instant());
        for (List<ResponseKey> some : parts(selected(asked))) {
            for (Repairs.Repaired one : repairs.repairSome(some, asked.fields().json(), by)) {
                HeldResponse after = one.after();
                if (after == null) {
                    tally.refused();
                } else {
                    tally.corrected(after.valid(), after.response().submittedAt());
                }
            }
        }
        return tally.told();
    }

    private void judge(HeldResponse held, CheckedBulkRepair asked, PortalDirectory portal, RepairTally tally) {
        Corrections corrections = repairs.fitting(
                held.key(), held, held.corrections().and(asked.fields().json()));
        if (corrections == null) {
            tally.refused();
            return;
        }
        SurveyResponse response = corrections.over(held.newest().body());
        boolean valid =
                Validity.findings(response, portal, held.newest().acceptedAt()).isEmpty();
        tally.corrected(valid, response.submittedAt());
    }

    private static List<List<ResponseKey>> parts(List<ResponseKey> keys) {
        List<List<ResponseKey>> parts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i += AT_ONCE) {
            parts.add(keys.subList(i, Math.min(keys.size(), i + AT_ONCE)));
        }
        return parts;
    }

    private List<ResponseKey> selected(CheckedBulkRepair asked) {
        List<String> ids = asked.ids();
        List<String> found = jdbi.withHandle(handle -> ids == null
                ? ResponseStandings.waiting(handle, asked.portal(), asked.filter())
                : new ResponseSelection(asked.portal(), ids, null, Sight.ALL).found(handle));
        return found.stream().map(id -> new ResponseKey(asked.portal(), id)).toList();
    }

    /** Counts what becomes of each. */
    private static final class RepairTally {
        private final Portal portal;
        private final Instant now;
        private final List<DigestTiming> recorded = new ArrayList<>();
        private long waiting;
        private long refused;

        RepairTally(Portal portal, Instant now) {
            this.portal = portal;
            this.now = now;
        }

        void refused() {
            refused++;
        }

        void corrected(boolean valid, Instant received) {
            if (valid) {
                recorded.add(RepairTimings.of(portal, received, now).digest());
            } else {
                waiting++;
            }
        }

        BulkRepaired told() {
            long late = recorded.stream()
                    .filter(timing -> timing != DigestTiming.IN_TIME)
                    .count();
            return new BulkRepaired(recorded.size() + waiting + refused, recorded.size(), late, waiting, refused);
        }
    }
}
