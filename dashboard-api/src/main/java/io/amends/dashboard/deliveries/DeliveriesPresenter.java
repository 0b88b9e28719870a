package io.amends.dashboard.deliveries;

import static java.util.Objects.requireNonNullElse;

import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.ListedDelivery;
import io.amends.contracts.api.ListedDelivery.DeliveredMessage;
import io.amends.contracts.api.ListedDelivery.DeliveryAttempt;
import io.amends.contracts.directory.AlertChannel;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.deliveries.DeliveriesView.Choice;
import io.amends.dashboard.deliveries.DeliveriesView.DeliveryLine;
import io.amends.dashboard.deliveries.DeliveriesView.Filters;
import io.amends.dashboard.deliveries.DeliveriesView.Recipient;
import io.amends.dashboard.deliveries.DeliveryQuery.Filter;
import io.amends.dashboard.deliveries.OneDeliveryView.Again;
import io.amends.dashboard.deliveries.OneDeliveryView.DeliveryFact;
import io.amends.dashboard.deliveries.OneDeliveryView.ResendNews;
import io.amends.dashboard.deliveries.OneDeliveryView.Said;
import io.amends.dashboard.deliveries.OneDeliveryView.SentFile;
import io.amends.dashboard.deliveries.OneDeliveryView.Try;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.links.DeliveriesAddress;
import io.amends.kit.access.Caller;
import io.amends.kit.page.Page;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts deliveries into words (F7). */
@ApplicationScoped
class DeliveriesPresenter {
    private final DeliveriesMessages messages;
    private final DeliveryWords words;
    private final Formats formats;
    private final Directory directory;
    private final Caller caller;

    DeliveriesPresenter(
            DeliveriesMessages messages, DeliveryWords words, Formats formats, Directory directory, Caller caller) {
        this.messages = messages;
        this.words = words;
        this.formats = formats;
        this.directory = directory;
        this.caller = caller;
    }

    /** The list. */
    DeliveriesView list(String cpc, Portal portal, DeliveryQuery query, Page<ListedDelivery> page) {
        Reached reached = new Reached(directory.contacts(cpc), directory.channels(cpc));
        boolean more = (page.page() + 1L) * page.size() < page.total();
        return new DeliveriesView(
                page.total() == 0 ? messages.none() : messages.headline(page.total(), formats.count(page.total())),
                formats.zone(portal.timeZone()),
                filters(cpc, query, reached.contacts()),
                page.items().stream()
                        .map(one -> line(cpc, portal, reached, one))
                        .toList(),
                null,
                page.page() == 0 ? null : query.page(cpc, page.page() - 1),
                more ? query.page(cpc, page.page() + 1) : null);
    }

    /** The list, where alerting does not answer. */
    DeliveriesView away(String cpc, Portal portal, DeliveryQuery query, String why) {
        return new DeliveriesView(
                messages.title(),
                formats.zone(portal.timeZone()),
                filters(cpc, query, directory.contacts(cpc)),
                List.of(),
                why,
                null,
                null);
    }

    /**
     * One delivery.
     *
     * @param sent the form as it was sent; null where it was not
     * @param news what came of it
     */
    OneDeliveryView one(
            String cpc, Portal portal, ListedDelivery one, @Nullable ResendAttempt sent, @Nullable ResendNews news) {
        DeliveryLine line = line(cpc, portal, new Reached(directory.contacts(cpc), directory.channels(cpc)), one);
        boolean reads = caller.may(cpc, Permission.READ_DELIVERIES, Matter.PORTAL);
        Said said = one.message() == null ? null : said(line.url(), one.message());
        return new OneDeliveryView(
                line,
                formats.zone(portal.timeZone()),
                facts(cpc, portal, one, line),
                said,
                said != null ? null : reads ? messages.notWritten() : messages.notYours(),
                one.attempts().stream()
                        .map(attempt -> attempt(attempt, portal.timeZone()))
                        .toList(),
                again(cpc, one, line, sent),
                news);
    }

    /**
     * A form that sends again, as it was sent, and what was wrong with it.
     *
     * @param stopped whether their number has answered STOP
     */
    record ResendAttempt(ResendForm form, @Nullable String error, boolean stopped) {}

    /** Who there is to be told, by their codes. */
    private record Reached(Map<String, Contact> contacts, Map<String, AlertChannel> channels) {}

    private DeliveryLine line(String cpc, Portal portal, Reached reached, ListedDelivery one) {
        return new DeliveryLine(
                DeliveriesAddress.list(cpc) + "/" + one.id(),
                words.what(one),
                recipient(cpc, reached, one),
                words.channel(one.channel()),
                formats.moment(requireNonNullElse(one.sentAt(), one.createdAt()), portal.timeZone()),
                words.standing(one, portal.timeZone()));
    }

    private static Recipient recipient(String cpc, Reached reached, ListedDelivery one) {
        String id = one.contactId();
        if (id == null) {
            AlertChannel channel = reached.channels().get(one.address());
            return new Recipient(channel == null ? null : channel.name(), one.address(), null);
        }
        DeliveryQuery theirs = new DeliveryQuery();
        theirs.contact = id;
        return new Recipient(name(reached.contacts(), id), one.address(), theirs.with(cpc, Filter.CONTACT, id));
    }

    private static String name(Map<String, Contact> contacts, String id) {
        Contact contact = contacts.get(id);
        return contact == null ? id : contact.name();
    }

    private List<DeliveryFact> facts(String cpc, Portal portal, ListedDelivery one, DeliveryLine line) {
        ZoneId zone = portal.timeZone();
        List<DeliveryFact> facts = new ArrayList<>();
        facts.add(new DeliveryFact(messages.to(), requireNonNullElse(line.to().name(), one.address()), null));
        if (line.to().name() != null) {
            facts.add(new DeliveryFact(words.channel(one.channel()), one.address(), null));
        }
        facts.add(new DeliveryFact(messages.createdAt(), formats.toSecond(one.createdAt(), zone), null));
        if (one.sentAt() != null) {
            facts.add(new DeliveryFact(messages.sentAt(), formats.toSecond(one.sentAt(), zone), null));
        }
        if (one.resends() > 0) {
            facts.add(new DeliveryFact(messages.sentAgain(), messages.times(one.resends()), null));
        }
        if (one.digestId() != null) {
            String all = new DeliveryQuery().with(cpc, Filter.DIGEST, one.digestId());
            facts.add(new DeliveryFact(messages.more(), messages.wholeDigest(), all));
        }
        if (line.to().list() != null && line.to().name() != null) {
            facts.add(new DeliveryFact(
                    messages.more(),
                    messages.everythingTo(line.to().name()),
                    line.to().list()));
        }
        return facts;
    }

    private Said said(String url, DeliveredMessage message) {
        return new Said(
                message.html() == null ? null : url + "/message",
                message.text(),
                message.parts() == null ? null : messages.parts(message.parts()),
                message.attachments().stream()
                        .map(file -> new SentFile(file.name(), url + "/pdf"))
                        .toList());
    }

    private Try attempt(DeliveryAttempt attempt, ZoneId zone) {
        return new Try(
                formats.toSecond(attempt.startedAt(), zone),
                words.outcome(attempt.outcome()),
                DeliveryWords.looks(attempt.outcome()),
                DeliveryWords.answer(attempt));
    }

    private @Nullable Again again(String cpc, ListedDelivery one, DeliveryLine line, @Nullable ResendAttempt sent) {
        boolean ended = one.state() == DeliveryState.SENT || one.state() == DeliveryState.FAILED;
        if (!ended || !caller.may(cpc, Permission.RESEND, Matter.PORTAL)) {
            return null;
        }
        return new Again(
                line.url() + "/resend",
                one.resends(),
                sent == null ? "" : sent.form().why(),
                sent == null ? null : sent.error(),
                sent != null && sent.stopped());
    }

    private Filters filters(String cpc, DeliveryQuery query, Map<String, Contact> contacts) {
        return new Filters(
                Stream.concat(
                                Stream.of(choice(cpc, query, Filter.STATE, "", messages.all())),
                                Arrays.stream(DeliveryState.values())
                                        .map(state ->
                                                choice(cpc, query, Filter.STATE, state.name(), words.state(state))))
                        .toList(),
                Stream.concat(
                                Stream.of(choice(cpc, query, Filter.CHANNEL, "", messages.anyChannel())),
                                Arrays.stream(Channel.values())
                                        .map(channel -> choice(
                                                cpc, query, Filter.CHANNEL, channel.name(), words.channel(channel))))
                        .toList(),
                contacts(cpc, query, contacts),
                query.state() == null ? null : query.state,
                query.digest(),
                query.theCase(),
                set(cpc, query, contacts));
    }

    private List<Choice> contacts(String cpc, DeliveryQuery query, Map<String, Contact> contacts) {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(cpc, query, Filter.CONTACT, "", messages.anybody()));
        contacts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().name(), String.CASE_INSENSITIVE_ORDER))
                .forEach(entry -> choices.add(choice(
                        cpc,
                        query,
                        Filter.CONTACT,
                        entry.getKey(),
                        entry.getValue().name())));
        return choices;
    }

    private static Choice choice(String cpc, DeliveryQuery query, Filter filter, String value, String label) {
        String wanted = value.isEmpty() ? null : value;
        return new Choice(
                value,
                label,
                query.with(cpc, filter, wanted),
                requireNonNullElse(query.given(filter), "").equals(value));
    }

    /** What narrows the list beside its state, each to be taken away. */
    private List<Choice> set(String cpc, DeliveryQuery query, Map<String, Contact> contacts) {
        List<Choice> set = new ArrayList<>();
        if (query.channel() != null) {
            set.add(without(cpc, query, Filter.CHANNEL, messages.byChannel(words.channel(query.channel()))));
        }
        if (query.contact() != null) {
            set.add(without(cpc, query, Filter.CONTACT, messages.toContact(name(contacts, query.contact()))));
        }
        if (query.digest() != null) {
            set.add(without(cpc, query, Filter.DIGEST, messages.ofDigest()));
        }
        if (query.theCase() != null) {
            set.add(without(cpc, query, Filter.CASE, messages.ofCase()));
        }
        return set;
    }

    private static Choice without(String cpc, DeliveryQuery query, Filter filter, String label) {
        return new Choice("", label, query.with(cpc, filter, null), true);
    }
}
