package io.amends.ingest.watch;

import io.amends.contracts.EventTypes;
import io.amends.contracts.OriginKind;
import io.amends.contracts.SignalOrigin;
import io.amends.contracts.SourceSilence;
import io.amends.contracts.Topics;
import io.amends.ingest.rhythm.Rhythm;
import io.amends.ingest.rhythm.SilenceVerdict;
import io.amends.ingest.rhythm.WatchedOrigin;
import io.amends.ingest.watch.HeardOrigins.OriginCount;
import io.amends.ingest.watch.HeardOrigins.OriginRow;
import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.failure.Failures;
import io.amends.kit.id.Ids;
import io.amends.kit.kafka.KafkaAccess;
import io.amends.kit.outbox.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Looks once a minute who has fallen silent and who speaks again, and tells each once (A11). Every instance looks: who tells
 * holds the row of the origin, and what was told is in it. What is in memory here only saves work.
 */
@ApplicationScoped
public class SilenceWatch {
    private static final Logger LOG = Logger.getLogger(SilenceWatch.class);
    /** Nobody is silent after less than this, at whatever rate: who sends each minute has ten minutes. */
    private static final Duration NO_SILENCE = Duration.ofMinutes(5);
    /** A rhythm is learned anew after a day. */
    private static final Duration GOOD_FOR = Duration.ofDays(1);
    /** So many are learned in one look at most; the next look goes on. */
    private static final int LEARNED_AT_ONCE = 500;

    private final Jdbi jdbi;
    private final Migrations migrations;
    private final DirectoryView directory;
    private final OriginNames names;
    private final HeardOrigins heard;
    private final Rhythms rhythms;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration settling;
    private final IntakeProgress progress;
    private final Map<WatchedOrigin, Learned> learned = new HashMap<>();
    private volatile Map<OriginKind, OriginCount> counts = Map.of();
    private @Nullable Instant steadySince;

    /** @param settling so long after a start, or after Kafka or PostgreSQL were away, nobody is called silent */
    public SilenceWatch(
            Jdbi jdbi,
            Migrations migrations,
            DirectoryView directory,
            OriginNames names,
            HeardOrigins heard,
            Rhythms rhythms,
            Outbox outbox,
            KafkaAccess kafka,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "amends.silence.settling") Duration settling,
            Config channels) {
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.directory = directory;
        this.names = names;
        this.heard = heard;
        this.rhythms = rhythms;
        this.outbox = outbox;
        this.clock = clock;
        this.settling = settling;
        this.progress = new IntakeProgress(kafka, channels, "recorder", "sources");
        for (OriginKind kind : OriginKind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            Gauge.builder("amends.sources.watched", () -> count(kind).watched())
                    .tag("kind", word)
                    .register(metrics);
            Gauge.builder("amends.sources.silent", () -> count(kind).silent())
                    .tag("kind", word)
                    .register(metrics);
        }
    }

    private record Learned(Optional<Rhythm> rhythm, Instant at) {}

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws InterruptedException {
        try {
            look();
        } catch (RuntimeException e) { // the next look finds the same: nothing was told by halves
            unsteady();
            LOG.warnf("silent sources are looked for a little later: %s", Failures.said(e));
        }
    }

    /**
     * Looks at all origins.
     *
     * @return the moment as of which silence was judged; empty where nobody may be called silent yet
     */
    public synchronized Optional<Instant> look() throws InterruptedException {
        if (!migrations.await(0) || !names.ready()) {
            unsteady();
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant asOf = asOf(now);
        learned.values().removeIf(old -> old.at.plus(GOOD_FOR).isBefore(now));
        int room = learned.size() + LEARNED_AT_ONCE;
        for (OriginRow row : jdbi.withHandle(db -> heard.quiet(db, now.minus(NO_SILENCE)))) {
            PortalDirectory portal = directory.portal(row.origin().portal());
            Optional<Rhythm> rhythm =
                    row.silentSince() != null || portal == null ? Optional.empty() : rhythm(portal, row, now, room);
            if (verdict(row, rhythm, asOf) != SilenceVerdict.NOTHING) {
                jdbi.useTransaction(tx -> settle(tx, row.origin(), now, asOf));
            }
        }
        jdbi.useTransaction(tx -> heard.forget(tx, now));
        counts = jdbi.withHandle(heard::counts);
        outbox.wake();
        return Optional.ofNullable(asOf);
    }

    /** The moment as of which silence is judged; null while nobody may be called silent. */
    private @Nullable Instant asOf(Instant now) throws InterruptedException {
        try {
            Instant reached = progress.reached(now).orElse(null);
            if (reached == null) {
                return null;
            }
            Instant since = steadySince == null ? reached : steadySince;
            steadySince = since;
            return reached.isBefore(since.plus(settling)) ? null : reached;
        } catch (ExecutionException | TimeoutException e) {
            unsteady();
            LOG.debugf("Kafka does not say how far it goes: %s", Failures.said(e));
            return null;
        }
    }

    private void unsteady() {
        steadySince = null;
        progress.restart();
    }

    private Optional<Rhythm> rhythm(PortalDirectory portal, OriginRow row, Instant now, int room) {
        Learned known = learned.get(row.origin());
        if (known == null) {
            if (learned.size() >= room) {
                return Optional.empty();
            }
            known = new Learned(jdbi.withHandle(db -> rhythms.learn(db, portal, row.origin(), row.spokeUntil())), now);
            learned.put(row.origin(), known);
        }
        return known.rhythm;
    }

    private SilenceVerdict verdict(OriginRow row, Optional<Rhythm> rhythm, @Nullable Instant asOf) {
        return SilenceVerdict.of(
                row.lastAt(),
                row.silentSince(),
                names.of(row.origin()).isPresent(),
                rhythm.flatMap(usual -> usual.alarm(row.lastAt())),
                asOf);
    }

    /** Does what is to be done about an origin, if it still is once its row is held. */
    private void settle(Handle tx, WatchedOrigin origin, Instant now, @Nullable Instant asOf) {
        Optional<OriginRow> claimed = heard.claim(tx, origin);
        if (claimed.isEmpty()) {
            return; // another instance tells it, or it is heard at this moment
        }
        OriginRow row = claimed.get();
        PortalDirectory portal = directory.portal(origin.portal());
        Optional<Rhythm> rhythm =
                portal == null ? Optional.empty() : rhythms.learn(tx, portal, origin, row.spokeUntil());
        switch (verdict(row, rhythm, asOf)) {
            case NOTHING -> {}
            case UNWATCHED -> heard.silent(tx, origin, null);
            case SILENT -> {
                heard.silent(tx, origin, row.lastAt());
                tell(tx, EventTypes.SOURCE_SILENT, row, row.lastAt(), now, rhythm, now);
            }
            case HEARD -> {
                heard.silent(tx, origin, null);
                Instant again = heard.firstAfter(tx, origin, row.spokeUntil()).orElse(row.lastAt());
                tell(tx, EventTypes.SOURCE_HEARD, row, again, again, rhythm, now);
            }
        }
    }

    private void tell(
            Handle tx,
            String type,
            OriginRow row,
            Instant lastHeardAt,
            Instant until,
            Optional<Rhythm> rhythm,
            Instant now) {
        WatchedOrigin origin = row.origin();
        Instant since = row.spokeUntil();
        SourceSilence told = new SourceSilence(
                origin.portal(),
                new SignalOrigin(origin.kind(), origin.id(), names.of(origin).orElse(origin.id())),
                lastHeardAt,
                since,
                rhythm.map(usual -> Math.round(usual.eventsOfWeek())).orElse(0L),
                rhythm.map(usual -> Math.round(usual.expectedEvents(since, until)))
                        .orElse(0L),
                rhythms.weeks(),
                now);
        String id = Ids.v5(type, origin.portal(), origin.kind().name(), origin.id(), since.toString())
                .toString();
        outbox.add(tx, List.of(OutboundEvent.of(Topics.OPERATIONS, origin.portal(), id, type, told)));
        LOG.infof("told of portal %s: %s, kind %s", origin.portal(), type, origin.kind());
    }

    private OriginCount count(OriginKind kind) {
        return counts.getOrDefault(kind, new OriginCount(0, 0));
    }
}
