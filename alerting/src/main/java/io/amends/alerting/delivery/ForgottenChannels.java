package io.amends.alerting.delivery;

import io.amends.kit.database.Migrations;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Forgets the secrets and the health of channels that the directory has no more (C8). */
@ApplicationScoped
public class ForgottenChannels {
    private static final String WHOSE = " WHERE portal = :portal AND channel = :channel AND ";
    /** Another instance may know of a channel before this one does. */
    private static final String OLD = " < now() - interval '1 minute'";

    private final Jdbi jdbi;
    private final DirectoryView directory;
    private final Migrations migrations;

    ForgottenChannels(Jdbi jdbi, DirectoryView directory, Migrations migrations) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.migrations = migrations;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws InterruptedException {
        if (directory.isWhole() && migrations.await(1)) {
            jdbi.useTransaction(tx -> {
                for (ChannelId channel : stored(tx)) {
                    PortalDirectory portal = directory.portal(channel.portal());
                    if (portal == null || !portal.channels().containsKey(channel.code())) {
                        forget(tx, channel);
                    }
                }
            });
        }
    }

    private static List<ChannelId> stored(Handle tx) {
        return tx.createQuery(
                        """
                        SELECT portal, channel FROM channel_secret UNION SELECT portal, channel FROM channel_health
                        ORDER BY portal, channel""")
                .map((row, context) -> new ChannelId(row.getString("portal"), row.getString("channel")))
                .list();
    }

    /** What waits ends first, by its channel's health. */
    private static void forget(Handle tx, ChannelId channel) {
        tx.createUpdate("DELETE FROM channel_secret" + WHOSE + "changed_at" + OLD)
                .bind("portal", channel.portal())
                .bind("channel", channel.code())
                .execute();
        tx.createUpdate("DELETE FROM channel_health" + WHOSE + "next_at" + OLD
                        + " AND NOT EXISTS (SELECT FROM delivery WHERE portal = :portal AND address = :channel AND"
                        + " channel IN ('TEAMS', 'SLACK', 'WEBHOOK') AND state IN ('QUEUED', 'SENDING'))")
                .bind("portal", channel.portal())
                .bind("channel", channel.code())
                .execute();
    }
}
