package io.amends.alerting.delivery;

import io.amends.alerting.delivery.ChannelHealth.Standing;
import io.amends.alerting.report.OperationsMailWriter.ChannelOff;
import io.amends.contracts.directory.AlertChannel;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.id.Ids;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** Queues what tells a portal's admins of a channel that was switched off by itself (C8, A7). */
@Singleton
final class ChannelNotices {
    private final DirectoryView directory;
    private final AdminNotices admins;

    ChannelNotices(DirectoryView directory, AdminNotices admins) {
        this.directory = directory;
        this.admins = admins;
    }

    /** In the transaction that switches it off: the admins are told once. */
    void off(Handle tx, ChannelId id, Standing standing) {
        PortalDirectory portal = directory.portal(id.portal());
        if (portal == null || standing.off() == null) {
            return;
        }
        AlertChannel channel = portal.channels().get(id.code());
        ChannelOff told = new ChannelOff(
                id.portal(),
                id.code(),
                channel == null ? id.code() : channel.name(),
                standing.off(),
                standing.lastOk(),
                String.valueOf(standing.error()));
        String notice = Ids.v5(
                        "channel-off",
                        id.portal(),
                        id.code(),
                        told.off().since().toString())
                .toString();
        admins.queue(tx, notice, portal, writer -> writer.channelOff(told, portal.portal()));
    }
}
