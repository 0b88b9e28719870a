package io.amends.ingest.replay;

import io.amends.contracts.api.SourceReplay;
import io.amends.contracts.directory.Source;
import io.amends.ingest.recorder.Books;
import io.amends.ingest.recorder.ResponseHistory.Bringing;
import io.amends.ingest.recorder.ResponseHistory.ChangeOrigin;
import io.amends.ingest.recorder.Responses;
import io.amends.ingest.replay.KeptReadings.ReadDelivery;
import io.amends.ingest.replay.KeptReadings.ReplayedSource;
import io.amends.ingest.replay.core.ReplayTally;
import io.amends.ingest.replay.core.ReplayTally.Found;
import io.amends.ingest.replay.core.Rereading;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.Ledger;
import io.amends.ingest.response.ResponseKey;
import io.amends.ingest.response.SourceVersion;
import io.amends.ingest.sources.KeptBodies;
import io.amends.ingest.sources.KeptBodies.KeptDelivery;
import io.amends.ingest.sources.KeptBodies.Reached;
import io.amends.ingest.sources.SourceId;
import io.amends.ingest.submission.Submission;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads a replay on from where it has come to, some deliveries a transaction: what they change, the events of that and how
 * far the replay is become true together. So a kill at any moment leaves nothing half done, and nothing is said twice.
 */
@ApplicationScoped
class ReplayRun {
    private final Jdbi jdbi;
    private final DirectoryView directory;
    private final ReplayQueue queue;
    private final KeptReadings readings;
    private final Books books;
    private final Outbox outbox;
    private final ReplayMetrics metrics;

    ReplayRun(
            Jdbi jdbi,
            DirectoryView directory,
            ReplayQueue queue,
            KeptReadings readings,
            Books books,
            Outbox outbox,
            ReplayMetrics metrics) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.queue = queue;
        this.readings = readings;
        this.books = books;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** A body, with what it is to what was recorded when it was looked at first. */
    private record Judged(ReadDelivery read, Submission submission, Rereading first) {}

    /**
     * Reads on until the end, or until it is told to stop.
     *
     * @param enough asked between the transactions
     */
    void read(StoredReplay taken, BooleanSupplier enough) {
        StoredReplay of = taken;
        while (true) {
            ReplayedSource source = source(of.source());
            if (source == null) {
                queue.fail(of.id(), "The source is not in the directory any more.");
                return;
            }
            Reached reached = of.reached();
            List<KeptDelivery> some = jdbi.withHandle(db ->
                    KeptBodies.next(db, taken.source(), reached, taken.view().to()));
            if (some.isEmpty()) {
                queue.finish(of);
                return;
            }
            Optional<StoredReplay> next = step(of, source, some);
            if (next.isEmpty()) {
                return; // somebody else has it
            }
            of = next.get();
            if (enough.getAsBoolean()) {
                queue.release(of.id());
                return;
            }
        }
    }

    private Optional<StoredReplay> step(StoredReplay of, ReplayedSource source, List<KeptDelivery> some) {
        List<ReadDelivery> read = readings.read(source, some);
        Reached to = some.get(some.size() - 1).place();
        Optional<Found> found = jdbi.inTransaction(tx -> {
            if (!queue.hold(tx, of)) {
                return Optional.<Found>empty();
            }
            ReplayTally tally = ReplayTally.after(of.found());
            List<Judged> changing = judged(tx, source, read, tally, of.view());
            if (!changing.isEmpty()) {
                apply(tx, of.id(), source, changing, tally);
            }
            Found after = tally.found();
            queue.advance(tx, of.id(), to, some.size(), after);
            return Optional.of(after);
        });
        found.ifPresent(after -> {
            metrics.read(of.view().dryRun(), of.found(), after);
            outbox.wake();
        });
        return found.map(after -> new StoredReplay(of.id(), of.source(), of.view(), to, after));
    }

    /**
     * Looks at bodies, and counts them; those that change something are left to be applied, unless it is a dry run. One that
     * is another response by now is applied only where that was asked for: its customer would be listed once more.
     */
    private List<Judged> judged(
            Handle tx, ReplayedSource source, List<ReadDelivery> read, ReplayTally tally, SourceReplay wanted) {
        Map<ResponseKey, SourceVersion> held = new HashMap<>();
        List<ResponseKey> keys = read.stream()
                .filter(one -> one.submission() != null)
                .map(one -> one.key(Objects.requireNonNull(one.submission())))
                .distinct()
                .toList();
        Responses.findAll(tx, keys).forEach((key, response) -> held.put(key, response.newest()));
        List<Judged> changing = new ArrayList<>();
        for (ReadDelivery one : read) {
            Submission submission = one.submission();
            if (submission == null) {
                tally.refused();
                continue;
            }
            ResponseKey key = one.key(submission);
            Rereading judged = readings.judge(tx, source, one, submission, held.get(key));
            boolean makes = judged.changesAnything()
                    && (one.former(submission) == null || wanted.another().applied());
            if (makes) {
                held.put(key, judged.version());
            }
            if (makes && !wanted.dryRun()) {
                changing.add(new Judged(one, submission, judged));
            } else {
                count(tally, one, submission, judged);
            }
        }
        return changing;
    }

    private static void count(ReplayTally tally, ReadDelivery one, Submission submission, Rereading judged) {
        String responseId = submission.response().responseId();
        String former = one.former(submission);
        if (former == null) {
            tally.read(responseId, judged.changes());
        } else {
            tally.another(former, responseId);
        }
    }

    /** Judges them once more while their tickets are locked, and records what they change. */
    private void apply(Handle tx, UUID replay, ReplayedSource source, List<Judged> changing, ReplayTally tally) {
        Map<SourceVersion, Bringing> brought = new HashMap<>();
        books.post(
                tx,
                changing.stream()
                        .map(one -> one.read().key(one.submission()))
                        .distinct()
                        .toList(),
                changing.stream()
                        .map(one -> one.first().version().body().ticketKey())
                        .toList(),
                ChangeOrigin.replay(replay, brought),
                ledger -> changing.forEach(one -> apply(tx, source, one, ledger, tally, brought)));
    }

    private void apply(
            Handle tx,
            ReplayedSource source,
            Judged one,
            Ledger ledger,
            ReplayTally tally,
            Map<SourceVersion, Bringing> brought) {
        ResponseKey key = one.read().key(one.submission());
        HeldResponse response = ledger.find(key);
        Rereading judged =
                readings.judge(tx, source, one.read(), one.submission(), response == null ? null : response.newest());
        count(tally, one.read(), one.submission(), judged);
        if (judged.changesAnything()) {
            brought.put(judged.version(), new Bringing(null, one.submission().trimmed()));
            ledger.submit(judged.version());
            KeptBodies.readAgain(
                    tx,
                    source.id(),
                    one.read().delivery(),
                    new KeptBodies.ReadResponse(
                            key.responseId(),
                            judged.version().bodyHash(),
                            source.entry().mappingVersion()));
        }
    }

    private @Nullable ReplayedSource source(SourceId id) {
        PortalDirectory portal = directory.portal(id.portal());
        Source entry = portal == null ? null : portal.sources().get(id.code());
        return portal == null || entry == null ? null : new ReplayedSource(id, portal, entry);
    }
}
