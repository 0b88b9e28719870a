package io.amends.dashboard.quarantine;

import io.amends.contracts.Customer;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ResponseStanding;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Source;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.quarantine.QuarantineView.HistoryLine;
import io.amends.dashboard.quarantine.QuarantineView.MendForm;
import io.amends.dashboard.quarantine.QuarantineView.MendOption;
import io.amends.dashboard.quarantine.QuarantineView.ReceivedField;
import io.amends.dashboard.quarantine.QuarantineView.RemovablePart;
import io.amends.dashboard.quarantine.QuarantineView.Told;
import io.amends.dashboard.quarantine.QuarantineView.WaitingLine;
import io.amends.dashboard.quarantine.QuarantineView.WaitingReason;
import io.amends.kit.access.Caller;
import io.amends.kit.page.Page;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays out the pages of the quarantine (A5, A6, F7). */
@ApplicationScoped
class QuarantinePresenter {
    private final QuarantineMessages messages;
    private final QuarantineWords words;
    private final MendFields mending;
    private final AlikePresenter many;
    private final LayoutMessages layout;
    private final Formats formats;
    private final Directory directory;
    private final Caller caller;

    QuarantinePresenter(
            QuarantineMessages messages,
            QuarantineWords words,
            MendFields mending,
            AlikePresenter many,
            LayoutMessages layout,
            Formats formats,
            Directory directory,
            Caller caller) {
        this.messages = messages;
        this.words = words;
        this.mending = mending;
        this.many = many;
        this.layout = layout;
        this.formats = formats;
        this.directory = directory;
        this.caller = caller;
    }

    /**
     * What was done just before.
     *
     * @param told what became of it; null: nothing was done
     * @param unsent a form that was sent and not done; null: none
     */
    record Before(@Nullable Told told, @Nullable RepairForm unsent) {
        static final Before NOTHING = new Before(null, null);

        static Before refused(String words, @Nullable RepairForm form) {
            return new Before(new Told(words, false), form);
        }
    }

    /** How many wait, in words; null where none does. */
    @Nullable
    String waiting(long n) {
        return n == 0 ? null : messages.waiting(n, formats.count(n));
    }

    /** The list. */
    QuarantineView list(
            String cpc, Portal portal, QuarantineFilter filter, Page<ResponseStanding> page, Before before) {
        boolean mends = caller.may(cpc, Permission.ADMINISTER, Matter.PORTAL);
        long n = page.total();
        boolean more = (page.page() + 1L) * page.size() < n;
        return new QuarantineView(
                new QuarantineView.QuarantineHead(headline(filter, n), formats.zone(portal.timeZone()), null),
                narrowing(cpc, filter),
                before.told(),
                IntStream.range(0, page.items().size())
                        .mapToObj(i -> line(cpc, portal, "w" + i, page.items().get(i), mends, before.unsent()))
                        .toList(),
                mends && !page.items().isEmpty() ? many.form(cpc, filter, page) : null,
                filter.narrows() ? messages.takeAway() : messages.howTheyCome(),
                new QuarantineView.QuarantinePages(
                        page.page() == 0 ? null : filter.address(cpc, page.page() - 1),
                        more ? filter.address(cpc, page.page() + 1) : null));
    }

    /** The list, where survey-ingest does not answer. */
    QuarantineView away(String cpc, Portal portal, QuarantineFilter filter, Before before) {
        return new QuarantineView(
                new QuarantineView.QuarantineHead(messages.title(), formats.zone(portal.timeZone()), layout.partAway()),
                narrowing(cpc, filter),
                before.told(),
                List.of(),
                null,
                "",
                new QuarantineView.QuarantinePages(null, null));
    }

    /** What became of a repair of one. */
    String did(ResponseStanding standing, ZoneId zone) {
        return switch (standing.state()) {
            case QUARANTINED -> messages.stillWaits();
            case REPLACED -> messages.replaced();
            case RECORDED ->
                standing.repair() == null
                        ? messages.mendedInTime()
                        : words.mended(
                                standing.repair().digest(), standing.repair().inTimeBefore(), zone);
        };
    }

    private String headline(QuarantineFilter filter, long n) {
        if (n == 0) {
            return filter.narrows() ? messages.noneOfThese() : messages.none();
        }
        return filter.narrows() ? messages.headlineOfSome(n, formats.count(n)) : messages.headline(n, formats.count(n));
    }

    private QuarantineView.Narrowing narrowing(String cpc, QuarantineFilter filter) {
        List<RemovablePart> removable = new ArrayList<>();
        String group = filter.group();
        if (group != null) {
            QuarantineFilter without = new QuarantineFilter();
            without.cause = filter.cause;
            without.segment = filter.segment;
            removable.add(new RemovablePart(messages.namesGroup(group), without.address(cpc, 0)));
        }
        String segment = filter.ofSegment();
        if (segment != null) {
            QuarantineFilter without = new QuarantineFilter();
            without.cause = filter.cause;
            without.rgid = filter.rgid;
            removable.add(new RemovablePart(messages.namesSegment(segment), without.address(cpc, 0)));
        }
        return new QuarantineView.Narrowing(
                Arrays.stream(QuarantineCause.values())
                        .map(cause -> new MendOption(cause.name(), words.cause(cause), cause == filter.known()))
                        .toList(),
                removable,
                filter.address(cpc, 0));
    }

    private WaitingLine line(
            String cpc,
            Portal portal,
            String anchor,
            ResponseStanding one,
            boolean mends,
            @Nullable RepairForm unsent) {
        ZoneId zone = portal.timeZone();
        RepairForm typed = unsent != null && one.responseId().equals(unsent.id()) ? unsent : null;
        return new WaitingLine(
                one.responseId(),
                anchor,
                one.reasons().stream()
                        .map(reason -> new WaitingReason(
                                words.reason(reason, one.response(), portal), alike(cpc, reason, one.response())))
                        .toList(),
                new QuarantineView.Whose(
                        customer(one.response()),
                        Objects.requireNonNullElse(one.response().ticketId(), messages.namesNone()),
                        group(cpc, one.response().supportGroup()),
                        source(cpc, one.source()),
                        formats.moment(one.waitingSince() == null ? one.recordedAt() : one.waitingSince(), zone),
                        one.repair() == null
                                ? ""
                                : words.now(one.repair().digest(), one.repair().inTimeBefore(), zone)),
                received(one.response(), zone),
                one.history().stream()
                        .map(entry -> new HistoryLine(words.happened(entry), formats.moment(entry.at(), zone)))
                        .toList(),
                mends ? new MendForm(mending.of(cpc, portal, anchor, one, typed)) : null);
    }

    private static @Nullable String alike(String cpc, QuarantineReason reason, SurveyResponse of) {
        QuarantineCause cause = reason.cause();
        if (cause == null) {
            return null;
        }
        return switch (cause) {
            case GROUP_UNKNOWN -> QuarantineFilter.address(cpc, cause, of.supportGroup(), null);
            case SEGMENT_UNKNOWN -> QuarantineFilter.address(cpc, cause, null, of.segment());
            case GROUP_MISSING, SEGMENT_MISSING, MEASURE_UNKNOWN -> QuarantineFilter.address(cpc, cause, null, null);
            case TICKET_MISSING, SCORE_OFF_SCALE, ANSWER_OF_WRONG_KIND, DATE_TOO_EARLY, DATE_AHEAD -> null;
        };
    }

    private String customer(SurveyResponse response) {
        Customer customer = response.customer();
        String name = customer == null ? null : customer.name();
        return name == null || StorableText.blank(name) ? layout.nameless() : name;
    }

    private String group(String cpc, @Nullable String code) {
        if (code == null) {
            return messages.namesNone();
        }
        Group group = directory.groups(cpc).get(code);
        return group == null ? code : group.name();
    }

    private String source(String cpc, @Nullable String source) {
        if (source == null) {
            return messages.fromApi();
        }
        String name = directory
                .find(EntryType.SOURCE, cpc, source)
                .flatMap(StoredEntry::entry)
                .map(entry -> ((Source) entry).name())
                .orElse(source);
        return messages.from(name);
    }

    private List<ReceivedField> received(SurveyResponse response, ZoneId zone) {
        Customer customer = response.customer();
        List<ReceivedField> fields = new ArrayList<>();
        add(fields, messages.response(), response.responseId());
        add(fields, messages.ticket(), response.ticketId());
        add(fields, messages.supportGroup(), response.supportGroup());
        add(fields, messages.segment(), response.segment());
        response.measures().forEach((name, answer) -> add(fields, name, words.answer(answer)));
        add(fields, messages.comment(), response.comment());
        add(fields, messages.contact(), contact(response));
        add(fields, messages.company(), customer == null ? null : customer.company());
        add(
                fields,
                messages.agent(),
                response.agent() == null ? null : response.agent().name());
        add(fields, messages.channel(), response.channel());
        add(fields, messages.language(), response.language());
        add(fields, messages.tags(), String.join(", ", response.tags()));
        add(fields, messages.answered(), formats.at(response.submittedAt(), zone));
        Instant changed = response.updatedAt();
        add(fields, messages.changed(), changed == null ? null : formats.at(changed, zone));
        return fields;
    }

    private String contact(SurveyResponse response) {
        return switch (response.contactChoice()) {
            case YES -> layout.choiceYes();
            case NO -> layout.choiceNo();
            case UNANSWERED -> layout.choiceUnanswered();
            case NOT_ASKED -> layout.choiceNotAsked();
        };
    }

    private static void add(List<ReceivedField> fields, String label, @Nullable String value) {
        if (value != null && !StorableText.blank(value)) {
            fields.add(new ReceivedField(label, value));
        }
    }

    /** The fields that a refusal names. */
    String fields(List<Reason> wrong) {
        return String.join(
                ", ",
                wrong.stream().map(one -> words.field(one.pointer())).distinct().toList());
    }

    /** The fields that could not be read. */
    String unreadable(List<String> pointers) {
        return String.join(", ", pointers.stream().map(words::field).toList());
    }
}
