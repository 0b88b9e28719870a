package io.amends.dashboard.responses;

import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.StorableText;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.links.WhyAddress;
import io.amends.dashboard.responses.core.ReportItem;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.dashboard.responses.core.Srn;
import io.amends.dashboard.responses.core.WaitingCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts responses and who waits into words. */
@ApplicationScoped
class RowPresenter {
    /** More would make a row longer than a screen; the dialog has all. */
    private static final int FACTORS_SHOWN = 8;

    private final ResponsesMessages messages;
    private final LayoutMessages layout;
    private final Formats formats;

    RowPresenter(ResponsesMessages messages, LayoutMessages layout, Formats formats) {
        this.messages = messages;
        this.layout = layout;
        this.formats = formats;
    }

    /**
     * The page's first line.
     *
     * @param narrowed whether only those of a group, of some days or of a search were counted
     * @param url where they are listed
     */
    ResponsesView.Headline headline(WaitingCustomers waiting, boolean narrowed, String url) {
        long count = waiting.count();
        if (count == 0 || waiting.since() == null) {
            return new ResponsesView.Headline(null, url, messages.nobodyWaits(narrowed));
        }
        String wish =
                switch (waiting.wish()) {
                    case CALL -> messages.forCall();
                    case EMAIL -> messages.forEmail();
                    case ANY -> messages.toBeContacted();
                };
        String rest;
        if (waiting.older() == 0) {
            rest = messages.sinceToday(narrowed);
        } else if (waiting.sinceYesterday()) {
            rest = messages.sinceYesterday(count, waiting.older(), narrowed);
        } else {
            rest = messages.longestSince(count, formats.date(waiting.since()), narrowed);
        }
        return new ResponsesView.Headline(messages.waiting(count, formats.count(count), wish), url, rest);
    }

    /** What is wrong, for people. */
    ResponsesView.Fault fault(ReportQuery.Fault fault) {
        return switch (fault) {
            case FROM -> new ResponsesView.Fault(messages.fromNoDate(), "from");
            case TO -> new ResponsesView.Fault(messages.toNoDate(), "to");
            case REVERSED -> new ResponsesView.Fault(messages.toBeforeFrom(), "to");
            case SEARCH -> new ResponsesView.Fault(messages.searchTooLong(), "search-words");
            case SRN, WAITING, SORT -> new ResponsesView.Fault(messages.addressUnknown(fault.parameter()), null);
        };
    }

    /** What is wrong with a date, of all that is wrong. */
    @Nullable
    String dateFault(List<ReportQuery.Fault> faults, String field) {
        return faults.stream()
                .map(this::fault)
                .filter(f -> field.equals(f.field()))
                .map(ResponsesView.Fault::words)
                .findFirst()
                .orElse(null);
    }

    /** What a list holds, where its name leaves a question. */
    @Nullable
    String hint(Srn srn) {
        return switch (srn) {
            case R -> messages.hintR();
            case X -> messages.hintX();
            case V -> messages.hintV();
            case N, Y, W, S -> null;
        };
    }

    String filter(Srn srn) {
        return switch (srn) {
            case N -> messages.srnN();
            case Y -> messages.srnY();
            case R -> messages.srnR();
            case X -> messages.srnX();
            case W -> messages.srnW();
            case V -> messages.srnV();
            case S -> messages.srnS();
        };
    }

    ResponsesView.Row row(String cpc, ReportItem item, Portal portal, Map<String, Group> groups) {
        Customer customer = item.people().customer();
        String groupCode = item.identity().supportGroup();
        Group group = groups.get(groupCode);
        String ticketId =
                item.identity().ticketId() == null ? "" : item.identity().ticketId();
        return new ResponsesView.Row(
                item.responseId(),
                formats.moment(item.answers().receivedAt(), portal.timeZone()),
                new ResponsesView.Customer(
                        name(customer),
                        customer == null ? null : customer.company(),
                        NotesAddress.ofTicket(cpc, groupCode, ticketId)),
                rating(cpc, item, portal, group),
                factors(item.answers().factors()),
                comment(item),
                note(item, portal),
                new ResponsesView.Ticket(
                        ticketId,
                        group == null ? groupCode : group.name(),
                        agent(item.people().agent())));
    }

    private ResponsesView.Rating rating(String cpc, ReportItem item, Portal portal, @Nullable Group group) {
        Measure overall = portal.measures().get(portal.overall());
        BigDecimal given = item.answers().overall();
        return new ResponsesView.Rating(
                formats.score(given, overall == null ? null : overall.max()),
                given != null && given.compareTo(portal.threshold(group)) <= 0,
                tag(item),
                WhyAddress.of(cpc, item.responseId()));
    }

    private ResponsesView.Factors factors(List<String> all) {
        return new ResponsesView.Factors(
                all.stream().limit(FACTORS_SHOWN).toList(),
                all.size() > FACTORS_SHOWN ? messages.moreFactors(all.size() - FACTORS_SHOWN) : null);
    }

    private static ResponsesView.@Nullable Comment comment(ReportItem item) {
        String comment = blankToNull(item.answers().comment());
        return comment == null
                ? null
                : new ResponsesView.Comment(comment, item.source().language());
    }

    private String name(@Nullable Customer customer) {
        String name = customer == null ? null : blankToNull(customer.name());
        return name == null ? layout.nameless() : name;
    }

    /** Only who waits is marked; all others are quiet. */
    private ResponsesView.@Nullable Tag tag(ReportItem item) {
        return switch (item.standing()) {
            case FORBIDDEN -> new ResponsesView.Tag(messages.tagDoNotContact(), "");
            case CLOSED -> new ResponsesView.Tag(messages.tagClosed(), "");
            case SPOKEN_TO -> new ResponsesView.Tag(messages.tagSpokenTo(), "");
            case NO_CASE -> new ResponsesView.Tag(messages.tagNoCase(), "");
            case NOT_NEEDED -> null;
            case WAITING ->
                item.verdict().contact() == RecoveryDecided.Contact.REQUIRED
                                && Integer.valueOf(1).equals(item.verdict().priority())
                        ? new ResponsesView.Tag(messages.tagFirst(), "urgent")
                        : new ResponsesView.Tag(messages.tagToContact(), "due");
        };
    }

    private ResponsesView.@Nullable NoteLine note(ReportItem item, Portal portal) {
        if (item.notes() == null || item.notes().isEmpty()) {
            return null;
        }
        NoteView newest = item.notes().get(0);
        return new ResponsesView.NoteLine(
                newest.author(),
                newest.text(),
                newest.spoke() ? layout.yes() : layout.no(),
                formats.moment(newest.at(), portal.timeZone()));
    }

    private static String agent(@Nullable Agent agent) {
        if (agent == null) {
            return "";
        }
        return agent.name() != null ? agent.name() : agent.id() == null ? "" : agent.id();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || StorableText.blank(text) ? null : text;
    }

    static List<Srn> order() {
        return List.of(Srn.Y, Srn.R, Srn.X, Srn.W, Srn.V, Srn.S, Srn.N);
    }
}
