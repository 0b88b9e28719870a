package io.amends.alerting.runs;

import io.amends.alerting.period.AlertSchedule;
import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.directory.Portal;
import io.amends.kit.time.AlertInstants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What alerting keeps about a portal: since when it knows it, how far the clock has built, and its alert times. */
@ApplicationScoped
public class AlertPortals {

    /**
     * A portal as alerting knows it.
     *
     * @param knownSince periods that ended before are not the clock's
     * @param builtTo the last alert instant that the clock has built
     */
    public record Known(Instant knownSince, Instant builtTo, AlertSchedule schedule) {}

    /** The portal, without waiting for who builds it; empty before it was first seen. */
    public Optional<Known> find(Handle handle, String cpc) {
        return handle.createQuery("SELECT known_since, built_to FROM alert_portal WHERE portal = :portal")
                .bind("portal", cpc)
                .map((row, context) -> new Known(
                        row.getTimestamp("known_since").toInstant(),
                        row.getTimestamp("built_to").toInstant(),
                        schedule(handle, cpc)))
                .findOne();
    }

    /**
     * Locks the portal for the rest of the transaction, so that one at a time builds it; writes down what is new about
     * it.
     *
     * @param since when the portal came to be
     */
    public Known lock(Handle tx, String cpc, Portal portal, Instant since, Instant now) {
        tx.createUpdate(
                        """
                        INSERT INTO alert_portal (portal, known_since, built_to) VALUES (:portal, :since, :since)
                        ON CONFLICT DO NOTHING""")
                .bind("portal", cpc)
                .bind("since", since)
                .execute();
        tx.createQuery("SELECT portal FROM alert_portal WHERE portal = :portal FOR UPDATE")
                .bind("portal", cpc)
                .mapTo(String.class)
                .one();
        List<AlertSchedule.Setting> settings = settings(tx, cpc);
        AlertInstants current = instants(portal);
        if (settings.isEmpty()) {
            keep(tx, cpc, new AlertSchedule(List.of(new AlertSchedule.Setting(since, current))));
        } else {
            AlertSchedule schedule = new AlertSchedule(settings);
            if (!schedule.newest().equals(current)) {
                keep(tx, cpc, schedule.changed(current, now, settled(tx, cpc)));
            }
        }
        return find(tx, cpc).orElseThrow();
    }

    /** Makes a period that was built by hand part of the schedule, however early it is. */
    public void settle(Handle tx, String cpc, AlertSchedule schedule, DigestPeriod built) {
        AlertSchedule settled = schedule.with(built);
        if (!settled.equals(schedule)) {
            keep(tx, cpc, settled);
        }
    }

    private static void keep(Handle tx, String cpc, AlertSchedule schedule) {
        tx.createUpdate("DELETE FROM alert_schedule WHERE portal = :portal")
                .bind("portal", cpc)
                .execute();
        PreparedBatch batch = tx.prepareBatch(
                "INSERT INTO alert_schedule (portal, since, alert_time, zone) VALUES (:portal, :since, :time, :zone)");
        for (AlertSchedule.Setting setting : schedule.settings()) {
            batch.bind("portal", cpc)
                    .bind("since", setting.since())
                    .bind("time", setting.instants().alertTime())
                    .bind("zone", setting.instants().zone().getId())
                    .add();
        }
        batch.execute();
    }

    /** The last alert instant up to which a period is built, by the clock or by hand; null where none is. */
    private static @Nullable Instant settled(Handle tx, String cpc) {
        return tx.createQuery("SELECT max(period_to) FROM period WHERE portal = :portal")
                .bind("portal", cpc)
                .mapTo(Instant.class)
                .findOne()
                .orElse(null);
    }

    /** The clock has built up to an alert instant. */
    public void built(Handle tx, String cpc, Instant to) {
        tx.createUpdate("UPDATE alert_portal SET built_to = :to WHERE portal = :portal")
                .bind("to", to)
                .bind("portal", cpc)
                .execute();
    }

    /** Whether a portal's alert time and zone are the newest ones written down. */
    public static boolean current(Known known, Portal portal) {
        return known.schedule().newest().equals(instants(portal));
    }

    private static AlertInstants instants(Portal portal) {
        return new AlertInstants(portal.alertTime(), portal.timeZone());
    }

    private static AlertSchedule schedule(Handle handle, String cpc) {
        return new AlertSchedule(settings(handle, cpc));
    }

    private static List<AlertSchedule.Setting> settings(Handle handle, String cpc) {
        return handle.createQuery(
                        "SELECT since, alert_time, zone FROM alert_schedule WHERE portal = :portal ORDER BY since")
                .bind("portal", cpc)
                .map((row, context) -> new AlertSchedule.Setting(
                        row.getTimestamp("since").toInstant(),
                        new AlertInstants(
                                row.getObject("alert_time", LocalTime.class), ZoneId.of(row.getString("zone")))))
                .list();
    }
}
