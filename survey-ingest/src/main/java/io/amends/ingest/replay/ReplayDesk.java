package io.amends.ingest.replay;

import io.amends.contracts.AuditAction;
import io.amends.contracts.Reason;
import io.amends.contracts.api.NewReplay;
import io.amends.contracts.directory.EntryType;
import io.amends.ingest.replay.ReplayStore.Range;
import io.amends.ingest.sources.KeptBodies;
import io.amends.ingest.sources.SourceId;
import io.amends.kit.access.Caller;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Begins replays (A12). */
@ApplicationScoped
class ReplayDesk {
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Jdbi jdbi;
    private final DirectoryView directory;
    private final ReplayStore store;
    private final ReplayWorker worker;
    private final AuditTrail trail;
    private final Clock clock;
    private final int keepDays;

    ReplayDesk(
            Jdbi jdbi,
            DirectoryView directory,
            ReplayStore store,
            ReplayWorker worker,
            AuditTrail trail,
            Clock clock,
            @ConfigProperty(name = KeptBodies.KEEP_DAYS) int keepDays) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.store = store;
        this.worker = worker;
        this.trail = trail;
        this.clock = clock;
        this.keepDays = keepDays;
    }

    /** @throws Problem 404 if the portal has no such source */
    SourceId source(String cpc, String code) {
        if (!directory.require(cpc).sources().containsKey(code)) {
            throw Problem.notFound("There is no source '" + code + "'.");
        }
        return new SourceId(cpc, code);
    }

    /**
     * Begins one.
     *
     * @throws Problem 400 with all that is wrong, 404 if there is no such source, 409 while another one of it runs
     */
    UUID begin(String cpc, String code, @Nullable NewReplay sent, Caller caller) {
        SourceId source = source(cpc, code);
        Range range = checked(sent == null ? new NewReplay(null, null, null, null) : sent);
        Optional<UUID> begun = jdbi.inTransaction(tx -> {
            Optional<UUID> id = store.begin(tx, source, range, caller.name());
            if (id.isPresent() && !range.dryRun()) {
                trail.add(
                        tx,
                        caller.signature(),
                        AuditChange.of(cpc, AuditAction.SOURCE_REPLAYED, EntryType.SOURCE.word() + "/" + code)
                                .now(Map.of(
                                        "replayId", id.get(),
                                        "from", range.from(),
                                        "to", range.to(),
                                        "another", range.another())));
            }
            return id;
        });
        worker.wake();
        return begun.orElseThrow(() -> running(source));
    }

    private Problem running(SourceId source) {
        Optional<UUID> other = store.running(source);
        Problem problem = Problem.conflict(other.map(id -> "Replay " + id + " of this source is not done yet.")
                        .orElse("Another replay of this source has just ended. Please try again."))
                .retryAfter(LATER);
        return other.map(id -> problem.with("replayId", id)).orElse(problem);
    }

    private Range checked(NewReplay sent) {
        List<Reason> errors = new ArrayList<>();
        Instant from = sent.from();
        Instant to = sent.to();
        Instant now = clock.instant();
        Instant kept = now.minus(Duration.ofDays(keepDays));
        if (from == null) {
            errors.add(new Reason("/from", "is missing"));
        } else if (from.isBefore(kept)) {
            errors.add(new Reason(
                    "/from",
                    "is before " + kept.truncatedTo(ChronoUnit.SECONDS) + ": webhooks are kept for " + keepDays
                            + " days"));
        } else if (from.isAfter(now)) {
            errors.add(new Reason("/from", "is in the future"));
        }
        if (to == null) {
            errors.add(new Reason("/to", "is missing"));
        } else if (from != null && !from.isBefore(to)) {
            errors.add(new Reason("/to", "is not after from"));
        }
        if (from == null || to == null || !errors.isEmpty()) {
            throw Problem.badRequest("Nothing is replayed.", errors);
        }
        // What comes from now on is read by the mapping as it is now anyway.
        return new Range(
                from,
                to.isAfter(now) ? now : to,
                Boolean.TRUE.equals(sent.dryRun()),
                Boolean.TRUE.equals(sent.another()));
    }
}
