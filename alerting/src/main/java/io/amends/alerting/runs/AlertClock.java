package io.amends.alerting.runs;

import io.amends.alerting.candidate.DecisionsRead;
import io.amends.alerting.delivery.DeliveryWorkers;
import io.amends.alerting.period.DigestPeriod;
import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.Failures;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Builds each portal's periods as they end, and at a start those that ended meanwhile, oldest first (C2). The scheduler
 * only ticks: what is due is told by the rows, and the portal's lock lets one instance build it.
 */
@ApplicationScoped
public class AlertClock {
    private static final Logger LOG = Logger.getLogger(AlertClock.class);

    /**
     * What a period waits for before it is built.
     *
     * @param decisions where Kafka ended when the period fell due
     * @param until it is built by then, whether they are taken in or not
     */
    private record CatchUp(Instant periodTo, Map<TopicPartition, Long> decisions, Instant until) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private final DirectoryView directory;
    private final Migrations migrations;
    private final DecisionsRead decisions;
    private final AlertPortals portals;
    private final PeriodBuilder builder;
    private final DeliveryWorkers workers;
    private final Duration settling;
    private final Duration catchingUp;
    private final Map<String, CatchUp> catchUps = new ConcurrentHashMap<>();

    AlertClock(
            Jdbi jdbi,
            Clock clock,
            DirectoryView directory,
            Migrations migrations,
            DecisionsRead decisions,
            AlertPortals portals,
            PeriodBuilder builder,
            DeliveryWorkers workers,
            @ConfigProperty(name = "amends.alerting.settling") Duration settling,
            @ConfigProperty(name = "amends.alerting.catching-up") Duration catchingUp) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.directory = directory;
        this.migrations = migrations;
        this.decisions = decisions;
        this.portals = portals;
        this.builder = builder;
        this.workers = workers;
        this.settling = settling;
        this.catchingUp = catchingUp;
    }

    @Scheduled(every = "${amends.alerting.tick}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws InterruptedException {
        // A directory read in part would have portals without their contacts.
        boolean complete = directory.call().getStatus() == HealthCheckResponse.Status.UP;
        if (!complete || !migrations.await(1)) {
            return;
        }
        for (PortalDirectory portal : directory.portals()) {
            try {
                while (buildNext(portal)) {
                    workers.wake();
                }
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                LOG.warnf("the digests of portal %s wait: %s", portal.cpc(), Failures.said(e));
            }
        }
    }

    /** Builds the oldest period that is due; false if none is. */
    private boolean buildNext(PortalDirectory portal)
            throws ExecutionException, InterruptedException, TimeoutException {
        Instant now = clock.instant();
        Optional<AlertPortals.Known> seen = jdbi.withHandle(handle -> portals.find(handle, portal.cpc()));
        if (seen.isEmpty() || !AlertPortals.current(seen.get(), portal.portal())) {
            seen = Optional.of(
                    jdbi.inTransaction(tx -> portals.lock(tx, portal.cpc(), portal.portal(), since(portal, now), now)));
        }
        Instant next = next(seen.get());
        if (next.plus(settling).isAfter(now) || !decisionsRead(portal.cpc(), next, now)) {
            return false;
        }
        jdbi.useTransaction(tx -> {
            AlertPortals.Known known = portals.lock(tx, portal.cpc(), portal.portal(), since(portal, now), now);
            // Another instance may have built it since.
            if (next(known).equals(next)) {
                DigestPeriod period = known.schedule().endedBy(next);
                builder.build(tx, portal, period, true, true, now);
                portals.built(tx, portal.cpc(), next);
            }
        });
        catchUps.remove(portal.cpc());
        LOG.infof("built the period of portal %s that ended %s", portal.cpc(), next);
        return true;
    }

    private static Instant next(AlertPortals.Known known) {
        return known.schedule().firstAfter(known.builtTo());
    }

    private Instant since(PortalDirectory portal, Instant now) {
        Instant since = directory.since(portal.cpc());
        return since == null || since.isAfter(now) ? now : since;
    }

    private boolean decisionsRead(String cpc, Instant periodTo, Instant now)
            throws ExecutionException, InterruptedException, TimeoutException {
        CatchUp catchUp = catchUps.get(cpc);
        if (catchUp == null || !catchUp.periodTo().equals(periodTo)) {
            catchUp = new CatchUp(periodTo, decisions.end(), now.plus(catchingUp));
            catchUps.put(cpc, catchUp);
        }
        return !now.isBefore(catchUp.until()) || decisions.reached(catchUp.decisions());
    }
}
