package io.amends.alerting.operations;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.amends.alerting.delivery.AdminNotices;
import io.amends.alerting.delivery.DeliveryWorkers;
import io.amends.contracts.Delivered.Channel;
import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.Failures;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells a portal's admins of messages that did not go out and never will by themselves (A7, C9): at once of the first, then
 * gathered, one notice and not one each, and none while all of them have quiet time (C10). What did not reach the admins themselves is told to nobody: that would never end.
 */
@ApplicationScoped
public class DeadDeliveries {
    private static final Logger LOG = Logger.getLogger(DeadDeliveries.class);

    /** Dead ones of which nobody was told, but those to admins, which are of no group. */
    private static final String DEAD =
            """
            v.state = 'FAILED' AND NOT v.dead_told
            AND NOT EXISTS (SELECT FROM alert_mail a WHERE a.id = v.id AND a.support_groups = '{}')""";

    private final Jdbi jdbi;
    private final Migrations migrations;
    private final DirectoryView directory;
    private final AdminNotices notices;
    private final DeliveryWorkers workers;
    private final Duration gathering;

    DeadDeliveries(
            Jdbi jdbi,
            Migrations migrations,
            DirectoryView directory,
            AdminNotices notices,
            DeliveryWorkers workers,
            @ConfigProperty(name = "amends.delivery.dead-gathering") Duration gathering) {
        this.jdbi = jdbi;
        this.migrations = migrations;
        this.directory = directory;
        this.notices = notices;
        this.workers = workers;
        this.gathering = gathering;
    }

    @Scheduled(every = "${amends.delivery.dead-look}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        try {
            if (migrations.await(1)) {
                portals().forEach(this::tell);
            }
        } catch (RuntimeException e) {
            LOG.debugf("dead deliveries are not looked for now: %s", Failures.said(e));
        }
    }

    private List<String> portals() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT v.portal FROM delivery v WHERE " + DEAD)
                .mapTo(String.class)
                .list());
    }

    private void tell(String cpc) {
        PortalDirectory portal = directory.portal(cpc);
        if (portal == null || notices.quiet(portal)) {
            return;
        }
        boolean told = jdbi.inTransaction(tx -> {
            Map<Channel, Long> dead = turn(tx, cpc) ? dead(tx, cpc) : Map.of();
            if (dead.isEmpty()) {
                return false;
            }
            notices.queue(tx, UUID.randomUUID().toString(), portal, writer -> writer.dead(dead, portal.portal(), cpc));
            next(tx, cpc);
            return true;
        });
        if (told) {
            workers.wake();
        }
    }

    /** Whether they may be told now. One instance at a time: the others wait for the row. */
    private static boolean turn(Handle tx, String cpc) {
        tx.createUpdate("INSERT INTO dead_notice (portal, next_at) VALUES (:portal, now()) ON CONFLICT DO NOTHING")
                .bind("portal", cpc)
                .execute();
        return tx.createQuery("SELECT next_at <= now() FROM dead_notice WHERE portal = :portal FOR UPDATE")
                .bind("portal", cpc)
                .mapTo(Boolean.class)
                .one();
    }

    /** They are told again only after a while. */
    private void next(Handle tx, String cpc) {
        tx.createUpdate("UPDATE dead_notice SET next_at = now() + :gathering * interval '1 millisecond'"
                        + " WHERE portal = :portal")
                .bind("gathering", gathering.toMillis())
                .bind("portal", cpc)
                .execute();
    }

    private static Map<Channel, Long> dead(Handle tx, String cpc) {
        return tx
                .createQuery("UPDATE delivery v SET dead_told = true WHERE v.portal = :portal AND " + DEAD
                        + " RETURNING v.channel")
                .bind("portal", cpc)
                .mapTo(Channel.class)
                .list()
                .stream()
                .collect(groupingBy(channel -> channel, TreeMap::new, counting()));
    }
}
