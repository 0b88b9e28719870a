package io.amends.alerting.posts;

import io.amends.alerting.delivery.ChannelId;
import io.amends.alerting.delivery.PostStore;
import io.amends.alerting.delivery.PostStore.NewPost;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.immediate.ImmediateWhy;
import io.amends.alerting.period.DigestPeriod;
import io.amends.alerting.posts.PostedEvent.OfDecision;
import io.amends.alerting.posts.PostedEvent.OfQuarantine;
import io.amends.alerting.posts.PostedEvent.OfRequest;
import io.amends.alerting.posts.PostedEvent.OfSilence;
import io.amends.alerting.rendering.ChatCards;
import io.amends.alerting.report.RequestMail;
import io.amends.contracts.DigestBuilt;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.TicketKey;
import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.AlertChannel.ChannelEvent;
import io.amends.contracts.directory.AlertChannel.ChannelKind;
import io.amends.contracts.directory.Group;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.CloudEvent;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Queues posts: which channels want an event, and what is posted there, once (C8). */
@ApplicationScoped
public class ChannelPosts {
    private final PostStore store;
    private final ChatWriters writers;

    ChannelPosts(PostStore store, ChatWriters writers) {
        this.store = store;
        this.writers = writers;
    }

    void queue(Handle tx, PortalDirectory portal, PostedEvent heard) {
        if (heard instanceof OfDecision decided) {
            decided(tx, portal, decided.event(), decided.decision());
        } else if (heard instanceof OfRequest filed) {
            filed(tx, portal, filed.event(), filed.request());
        } else if (heard instanceof OfSilence silence) {
            admins(
                    tx,
                    portal,
                    heard.event(),
                    silence.told().at(),
                    () -> silence.over()
                            ? writers.operations(portal).heard(silence.told(), portal.portal())
                            : writers.operations(portal).silent(silence.told(), portal.portal()));
        } else if (heard instanceof OfQuarantine quarantine) {
            admins(tx, portal, heard.event(), quarantine.told().at(), () -> writers.operations(portal)
                    .waiting(quarantine.told(), portal.portal()));
        }
    }

    /**
     * A candidate, on each channel once as FLAGGED or IMMEDIATE. A program gets every version, as it is; a chat room hears of
     * a response once, and once more where a later version is to be alerted at once.
     */
    private void decided(Handle tx, PortalDirectory portal, CloudEvent event, RecoveryDecided decision) {
        boolean atOnce = ImmediateWhy.of(decision, portal.portal()) != null;
        String group = decision.supportGroup();
        portal.channels().forEach((code, channel) -> {
            ChannelEvent as = atOnce && takes(portal, channel, ChannelEvent.IMMEDIATE, group)
                    ? ChannelEvent.IMMEDIATE
                    : ChannelEvent.FLAGGED;
            if (!takes(portal, channel, as, group)) {
                return;
            }
            ChannelId id = new ChannelId(portal.cpc(), code);
            List<ChannelEvent> before = as == ChannelEvent.IMMEDIATE
                    ? List.of(ChannelEvent.IMMEDIATE)
                    : List.of(ChannelEvent.IMMEDIATE, ChannelEvent.FLAGGED);
            if (channel.kind() != ChannelKind.WEBHOOK && store.told(tx, id, decision.responseId(), before)) {
                return;
            }
            store.queue(
                    tx,
                    id,
                    channel.kind(),
                    new NewPost(
                            event.id(),
                            as,
                            decision.responseId(),
                            decision.responseVersion(),
                            TicketKey.of(portal.cpc(), decision.ticketId(), decision.responseId()),
                            List.of(group),
                            Ids.ofCase(portal.cpc(), decision.ticketId()),
                            body(
                                    channel,
                                    () -> HookBody.of(event.type(), decision.decidedAt(), event.data()),
                                    () -> writers.posts(portal).flagged(decision, name(portal, group), atOnce))));
        });
    }

    /** A request, on the channel of its region whatever else that takes, and on those that want requests (A9). */
    private void filed(Handle tx, PortalDirectory portal, CloudEvent event, RequestFiled request) {
        String group = request.supportGroup();
        portal.channels().forEach((code, channel) -> {
            boolean ofRegion = channel.active() && code.equals(request.channel());
            if (!ofRegion && !takes(portal, channel, ChannelEvent.REQUEST, group)) {
                return;
            }
            store.queue(
                    tx,
                    new ChannelId(portal.cpc(), code),
                    channel.kind(),
                    new NewPost(
                            event.id(),
                            ChannelEvent.REQUEST,
                            null,
                            null,
                            TicketKey.of(portal.cpc(), request.ticketId(), ""),
                            List.of(group),
                            Ids.ofCase(portal.cpc(), request.ticketId()),
                            body(
                                    channel,
                                    () -> HookBody.of(event.type(), request.filedAt(), event.data()),
                                    () -> writers.requests(portal)
                                            .post(request, portal.portal(), name(portal, group)))));
        });
    }

    /** What admins hear of, which is of no group and no region, so that no filter keeps it from a channel. */
    private void admins(Handle tx, PortalDirectory portal, CloudEvent event, Instant at, Supplier<RequestMail> card) {
        portal.channels().forEach((code, channel) -> {
            if (channel.active() && channel.events().contains(ChannelEvent.ADMIN)) {
                store.queue(
                        tx,
                        new ChannelId(portal.cpc(), code),
                        channel.kind(),
                        new NewPost(
                                event.id(),
                                ChannelEvent.ADMIN,
                                null,
                                null,
                                portal.cpc(),
                                List.of(),
                                null,
                                body(channel, () -> HookBody.of(event.type(), at, event.data()), card)));
            }
        });
    }

    /**
     * The digests of a period, in the transaction that builds them: a program gets the events of all of them, a chat room one
     * post with the counts. Of groups that a channel does not name nothing is told there.
     *
     * @param events what is told to other services, a list of which is of each digest
     */
    public void built(
            Handle tx, PortalDirectory portal, DigestPeriod period, List<Digest> digests, List<OutboundEvent> events) {
        portal.channels().forEach((code, channel) -> {
            if (!channel.active() || !channel.events().contains(ChannelEvent.DIGEST)) {
                return;
            }
            BuiltCases cases = BuiltCases.of(digests, group -> takes(portal, channel, ChannelEvent.DIGEST, group));
            if (cases.isEmpty()) {
                return;
            }
            ChannelId id = new ChannelId(portal.cpc(), code);
            if (channel.kind() == ChannelKind.WEBHOOK) {
                for (OutboundEvent event : events) {
                    hooked(tx, id, event, cases);
                }
            } else {
                String event = Ids.v5(
                                EventTypes.DIGEST_BUILT,
                                portal.cpc(),
                                period.to().toString())
                        .toString();
                RequestMail card =
                        writers.posts(portal).digests(portal.cpc(), named(portal, cases.listed()), cases.deferred());
                store.queue(tx, id, channel.kind(), post(event, portal.cpc(), cases.groups(), chat(channel, card)));
            }
        });
    }

    private void hooked(Handle tx, ChannelId id, OutboundEvent event, BuiltCases cases) {
        DigestBuilt told = cases.narrowed(read(event));
        if (!told.shown().isEmpty() || !told.deferred().isEmpty()) {
            byte[] body = HookBody.of(event.type(), told.at(), Json.event(told));
            store.queue(tx, id, ChannelKind.WEBHOOK, post(event.id(), id.portal(), cases.groups(), body));
        }
    }

    private static DigestBuilt read(OutboundEvent event) {
        try {
            return Json.read(Objects.requireNonNull(event.data()), DigestBuilt.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewPost post(String event, String key, Collection<String> groups, byte[] body) {
        return new NewPost(event, ChannelEvent.DIGEST, null, null, key, List.copyOf(groups), null, body);
    }

    private static byte[] body(AlertChannel channel, Supplier<byte[]> hook, Supplier<RequestMail> card) {
        return channel.kind() == ChannelKind.WEBHOOK ? hook.get() : chat(channel, card.get());
    }

    private static byte[] chat(AlertChannel channel, RequestMail card) {
        return channel.kind() == ChannelKind.TEAMS ? ChatCards.teams(card) : ChatCards.slack(card);
    }

    private static boolean takes(PortalDirectory portal, AlertChannel channel, ChannelEvent event, String code) {
        Group group = portal.groups().get(code);
        return channel.takes(event, code, group == null ? null : group.region());
    }

    private static Map<String, Long> named(PortalDirectory portal, Map<String, Long> byCode) {
        Map<String, Long> named = new TreeMap<>();
        byCode.forEach((code, n) -> named.merge(name(portal, code), n, Long::sum));
        return named;
    }

    private static String name(PortalDirectory portal, String code) {
        Group group = portal.groups().get(code);
        return group == null ? code : group.name();
    }
}
