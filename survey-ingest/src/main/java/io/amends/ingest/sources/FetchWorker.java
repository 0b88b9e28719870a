package io.amends.ingest.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.api.SourceOutcome;
import io.amends.contracts.directory.Source;
import io.amends.ingest.sources.FetchQueue.FetchClaim;
import io.amends.ingest.sources.ResponsesFromSources.MadeResponse;
import io.amends.ingest.sources.ResponsesFromSources.SourceBody;
import io.amends.ingest.sources.SourceDeliveryTable.Ending;
import io.amends.ingest.sources.VendorApi.VendorAnswer;
import io.amends.ingest.sources.core.Fetching;
import io.amends.ingest.sources.core.UnreadableBody;
import io.amends.ingest.sources.core.Vendor;
import io.amends.ingest.sources.core.Vendors;
import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.egress.TargetRule.TargetRefused;
import io.amends.kit.lifecycle.Worker;
import io.amends.kit.outbox.Outbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the responses that webhooks only named (A10).
 *
 * <pre>
 *   WAITING ── claimed ──► fetched ──► ACCEPTED, REFUSED
 *      ▲                     │
 *      └── again, later ─────┤ 429, 5xx, no answer, a secret that is missing or refused
 *                            │
 *                            └──► FAILED: not there after several tries, or three days have gone by
 * </pre>
 *
 * Every outcome is told with the delivery, so that what waits says what it waits for.
 */
@ApplicationScoped
public class FetchWorker {
    /** So many calls at a time, each for another source: one that does not answer holds up few others. */
    private static final int AT_ONCE = 4;

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration USUAL_RETRY_AFTER = Duration.ofSeconds(60);
    private static final int TRIES_WHERE_NOTHING_IS = 8;
    private static final int MOST_DOUBLINGS = 12;
    private static final String UNSIGNED_NUMBER = "\\d{1,5}";

    private final Jdbi jdbi;
    private final Migrations migrations;
    private final DirectoryView directory;
    private final SourceSecrets secrets;
    private final VendorApi api;
    private final FetchQueue queue;
    private final ResponsesFromSources responses;
    private final Outbox outbox;
    private final SourceMetrics metrics;
    private final Clock clock;
    private final Duration backoff;
    private final List<Worker> workers = IntStream.rangeClosed(1, AT_ONCE)
            .mapToObj(i -> new Worker("source-fetcher-" + i, "responses are fetched later", this::round))
            .toList();

    FetchWorker(
            Jdbi jdbi,
            Migrations migrations,
            DirectoryView directory,
            SourceSecrets secrets,
            VendorApi api,
            FetchQueue queue,
            ResponsesFromSources responses,
            Outbox outbox,
            SourceMetrics metrics,
            Clock clock,
            @ConfigProperty(name = "amends.sources.backoff", defaultValue = "5S") Duration backoff) {
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.directory = directory;
        this.secrets = secrets;
        this.api = api;
        this.queue = queue;
        this.responses = responses;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
        this.backoff = backoff;
    }

    void start(@Observes StartupEvent event) {
        queue.worksFor(workers);
        workers.forEach(Worker::start);
    }

    void stop(@Observes ShutdownEvent event) {
        Worker.stop(workers, DRAIN);
    }

    /** A response to be fetched, and all that is needed for it. */
    private record Job(FetchClaim claim, PortalDirectory portal, Source source, Vendor vendor, Fetching fetching) {}

    /**
     * What came of one try.
     *
     * @param body null where there is none
     * @param said why not, with the delivery
     * @param after when to try again; null: not any more
     */
    private record Try(byte @Nullable [] body, String outcome, @Nullable String said, @Nullable Duration after) {
        static Try again(String outcome, String said, Duration after) {
            return new Try(null, outcome, said, after);
        }
    }

    private void round(Worker self) throws InterruptedException {
        if (!migrations.await(0) || directory.call().getStatus() != HealthCheckResponse.Status.UP) {
            self.rest(IDLE);
            return;
        }
        Optional<Job> job = jdbi.inTransaction(tx -> FetchQueue.turn(tx).flatMap(source -> claimed(tx, source)));
        if (self == workers.get(0)) { // one of them tells for all
            metrics.backlog(jdbi.withHandle(FetchQueue::backlog));
        }
        if (job.isEmpty()) {
            self.rest(IDLE);
            return;
        }
        long began = System.nanoTime();
        Try tried = fetch(job.get());
        metrics.fetched(tried.outcome());
        Duration left = job.get().fetching().between().minusNanos(System.nanoTime() - began);
        finish(job.get(), tried, left.isNegative() ? Duration.ZERO : left);
    }

    private Optional<Job> claimed(Handle tx, SourceId id) {
        PortalDirectory portal = directory.portal(id.portal());
        Source source = portal == null ? null : portal.sources().get(id.code());
        Vendor vendor = source == null ? null : Vendors.of(source.vendor());
        Fetching fetching = vendor == null ? null : vendor.fetching().orElse(null);
        if (portal == null || source == null || vendor == null || fetching == null) {
            FetchQueue.rest(tx, id, LONGEST_WAIT); // it may be put again
            return Optional.empty();
        }
        return FetchQueue.claim(tx, id, LEASE).map(claim -> new Job(claim, portal, source, vendor, fetching));
    }

    private Try fetch(Job job) throws InterruptedException {
        String base = job.source().baseUrl() == null
                ? job.fetching().baseUrl()
                : job.source().baseUrl();
        String token = secrets.of(job.claim().source(), job.source())
                .map(live -> live.apiFor(job.source()))
                .orElse(null);
        if (base == null || token == null) {
            return Try.again(
                    "unready",
                    base == null
                            ? "the source has no api.baseUrl to fetch from"
                            : "the secret of the vendor's API is not set, or was set for another api.baseUrl",
                    waiting(job.claim()));
        }
        try {
            URI address = URI.create(joined(base, job.claim().path()));
            return judged(job.claim(), api.get(address, job.fetching().headers().apply(token)));
        } catch (TargetRefused | IllegalArgumentException e) {
            return Try.again("refused", "api.baseUrl is not called: " + e.getMessage(), waiting(job.claim()));
        } catch (IOException e) {
            return Try.again("away", "the vendor's API does not answer", waiting(job.claim()));
        }
    }

    private Try judged(FetchClaim claim, VendorAnswer answer) {
        String said = "the vendor's API answers " + answer.status();
        return switch (answer.status()) {
            case 200 -> new Try(answer.body(), "fetched", null, null);
            case 429 -> Try.again("limited", said, retryAfter(answer));
            case 404, 410 ->
                claim.attempts() < TRIES_WHERE_NOTHING_IS
                        ? Try.again("missing", said, waiting(claim))
                        : new Try(null, "missing", said, null);
            default -> Try.again(answer.status() < 500 ? "denied" : "away", said, waiting(claim));
        };
    }

    /** @param left until the vendor takes the next call */
    private void finish(Job job, Try tried, Duration left) {
        FetchClaim claim = job.claim();
        boolean givenUp = tried.body() == null
                && (tried.after() == null || claim.namedAt().plus(PATIENCE).isBefore(clock.instant()));
        jdbi.useTransaction(tx -> {
            FetchQueue.rest(tx, claim.source(), left);
            if (tried.body() != null || givenUp) {
                if (FetchQueue.done(tx, claim)) {
                    Ending ending = tried.body() == null
                            ? new Ending(SourceOutcome.FAILED, tried.said(), null, null)
                            : submitted(tx, job, tried.body());
                    SourceDeliveryTable.end(tx, claim.delivery(), ending, tried.body());
                    tx.afterCommit(() -> metrics.delivered(ending.outcome()));
                }
                return;
            }
            FetchQueue.again(tx, claim, tried.after() == null ? backoff : tried.after());
            if (tried.outcome().equals("limited")) {
                FetchQueue.rest(tx, claim.source(), tried.after() == null ? USUAL_RETRY_AFTER : tried.after());
            }
            SourceDeliveryTable.end(
                    tx, claim.delivery(), new Ending(SourceOutcome.WAITING, tried.said(), null, null), null);
        });
        outbox.wake();
    }

    private Ending submitted(Handle tx, Job job, byte[] fetched) {
        try {
            List<JsonNode> bodies = job.vendor().samples(fetched);
            SourceBody body = new SourceBody(job.claim().source(), job.vendor(), job.source(), bodies.get(0));
            MadeResponse made = responses.make(
                    job.portal(),
                    body,
                    "fetched " + job.claim().delivery(),
                    job.claim().namedAt());
            responses.submit(tx, List.of(made));
            return made.ending();
        } catch (UnreadableBody e) {
            return new Ending(SourceOutcome.REFUSED, "what was fetched " + e.why(), null, null);
        }
    }

    private Duration waiting(FetchClaim claim) {
        Duration doubled = backoff.multipliedBy(1L << Math.min(claim.attempts() - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private static Duration retryAfter(VendorAnswer answer) {
        String written = answer.retryAfter();
        return written != null && written.strip().matches(UNSIGNED_NUMBER)
                ? Duration.ofSeconds(Math.max(1, Long.parseLong(written.strip())))
                : USUAL_RETRY_AFTER;
    }

    /** The address of a call. A base that ends with the first steps of the path has them once. */
    private static String joined(String base, String path) {
        String bare = base.replaceAll("/+$", "");
        String version = path.substring(0, path.indexOf('/', 1));
        return bare.endsWith(version) ? bare + path.substring(version.length()) : bare + path;
    }
}
