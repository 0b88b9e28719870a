package io.amends.dashboard.preferences.connection;

import io.amends.contracts.Reason;
import io.amends.contracts.api.ChannelStatus;
import io.amends.contracts.api.ChannelTest;
import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.AlertChannel.ChannelKind;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.connection.ConnectionView.News;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Makes the view of the page on which a channel is connected. */
@ApplicationScoped
class ConnectionPresenter {
    private final ChannelsClient alerting;
    private final Formats formats;
    private final ConnectionMessages messages;

    ConnectionPresenter(@RestClient ChannelsClient alerting, Formats formats, ConnectionMessages messages) {
        this.alerting = alerting;
        this.formats = formats;
        this.messages = messages;
    }

    ConnectionView view(String cpc, Portal portal, StoredEntry stored, @Nullable News news) {
        ChannelStatus status = null;
        try {
            status = alerting.status(cpc, stored.code());
        } catch (RefusedCall | ProcessingException e) {
            // The page says so in its place.
        }
        AlertChannel channel = (AlertChannel) stored.entry().orElse(null);
        return new ConnectionView(
                channel == null ? stored.code() : channel.name(),
                address(cpc, stored.code()),
                list(cpc),
                channel != null && channel.kind() == ChannelKind.WEBHOOK,
                news,
                status == null || status.off() == null ? null : off(status.off(), portal),
                status == null ? List.of() : standing(status, portal));
    }

    /** What became of a sample. */
    News tested(ChannelTest test) {
        Integer status = test.status();
        if (test.ok() && status != null) {
            return new News(false, messages.taken(status), List.of());
        }
        return new News(
                true,
                status == null ? messages.noAnswer(test.answer()) : messages.notTaken(status, test.answer()),
                List.of());
    }

    /** Why something could not be done. */
    News refused(String summary, RuntimeException e) {
        if (e instanceof RefusedCall call) {
            List<Reason> faults = call.errors();
            return new News(
                    true,
                    summary,
                    faults.isEmpty() ? List.of(new Reason("", String.valueOf(call.getMessage()))) : faults);
        }
        return new News(true, summary, List.of(new Reason("", messages.away())));
    }

    static String list(String cpc) {
        return "/portals/" + cpc + "/preferences/channels";
    }

    static String address(String cpc, String code) {
        return list(cpc) + "/" + code + "/connection";
    }

    private String off(ChannelStatus.SwitchedOff off, Portal portal) {
        String since = formats.at(off.since(), portal.timeZone());
        return switch (off.why()) {
            case FAILING -> messages.offFailing(since);
            case GONE -> messages.offGone(since);
        };
    }

    private List<String> standing(ChannelStatus status, Portal portal) {
        List<String> lines = new ArrayList<>();
        boolean set = status.secrets().current() || status.secrets().url();
        lines.add(set ? messages.secretSet() : messages.noSecret());
        if (status.secrets().previous()) {
            lines.add(messages.formerToo());
        }
        lines.add(
                status.lastOk() == null
                        ? messages.neverOk()
                        : messages.lastOk(formats.at(status.lastOk(), portal.timeZone())));
        if (status.lastFailure() != null && status.error() != null) {
            lines.add(messages.lastFailure(formats.at(status.lastFailure(), portal.timeZone()), status.error()));
        }
        if (status.failingSince() != null) {
            lines.add(messages.failingSince(formats.at(status.failingSince(), portal.timeZone())));
        }
        lines.add(messages.waiting(status.waiting(), formats.count(status.waiting())));
        return lines;
    }
}
