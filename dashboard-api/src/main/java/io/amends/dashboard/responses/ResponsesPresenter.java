package io.amends.dashboard.responses;

import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.responses.core.ReportAddress;
import io.amends.dashboard.responses.core.ReportItem;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.dashboard.responses.core.Sort;
import io.amends.dashboard.responses.core.WaitingCustomers;
import io.amends.kit.access.Caller;
import io.amends.kit.page.Page;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Rights;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Lays out the Responses page: each filter, head and page as the address that it leads to. */
@ApplicationScoped
class ResponsesPresenter {
    private static final Pattern IS_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final ResponsesMessages messages;
    private final LayoutMessages layout;
    private final Formats formats;
    private final RowPresenter rows;
    private final Caller caller;
    private final String ingest;

    ResponsesPresenter(
            ResponsesMessages messages,
            LayoutMessages layout,
            Formats formats,
            RowPresenter rows,
            Caller caller,
            @ConfigProperty(name = "amends.ingest.url") String ingest) {
        this.messages = messages;
        this.layout = layout;
        this.formats = formats;
        this.rows = rows;
        this.caller = caller;
        this.ingest = ingest;
    }

    /**
     * The page.
     *
     * @param written as it was asked for, right or wrong
     * @param reading what was understood of it
     * @param page what there is to show; empty where something is wrong
     * @param waiting who waits within what was understood
     */
    ResponsesView view(
            String cpc,
            Portal portal,
            Map<String, Group> groups,
            ReportQuery.Input written,
            ReportQuery.Reading reading,
            Page<ReportItem> page,
            WaitingCustomers waiting) {
        String path = "/portals/" + cpc + "/responses";
        ReportQuery query = reading.query();
        ReportAddress here = new ReportAddress(path, query);
        return new ResponsesView(
                rows.headline(waiting, query.narrowed(), new ReportAddress(path, query.whoWaits()).first()),
                new ResponsesView.Summary(
                        messages.responsesInView(page.total(), formats.count(page.total())),
                        layout.timesIn(formats.zone(portal.timeZone())),
                        messages.asOf(formats.now(portal.timeZone()).exact()),
                        page.total() > 0 && moves(cpc)
                                ? new ReportAddress("/portals/" + cpc + "/reassign", query).first()
                                : null),
                reading.faults().stream().map(rows::fault).toList(),
                filters(here, groups, written, reading.faults()),
                new ResponsesView.Table(
                        heads(here),
                        page.items().stream()
                                .map(i -> rows.row(cpc, i, portal, groups))
                                .toList(),
                        query.srn().showsNotes(),
                        pager(here, page)),
                empty(cpc));
    }

    private boolean moves(String cpc) {
        Rights.Ruling ruling = caller.answer(cpc, Permission.DECIDE_CASES, Matter.PORTAL);
        return ruling == Rights.Ruling.YES || ruling == Rights.Ruling.PROPOSE;
    }

    private ResponsesView.Empty empty(String cpc) {
        Sight sight = caller.sight(cpc, Permission.SEE_RESPONSES);
        if (sight.groups() != null && sight.groups().isEmpty()) {
            return new ResponsesView.Empty(messages.noGroups(), messages.howGroupsCome(), null);
        }
        boolean sends = caller.may(cpc, Permission.ADMINISTER, Matter.PORTAL);
        return new ResponsesView.Empty(
                messages.noneYet(), sends ? messages.howTheyCome() : messages.theyCome(), sends ? ingest : null);
    }

    private ResponsesView.Filters filters(
            ReportAddress here, Map<String, Group> groups, ReportQuery.Input written, List<ReportQuery.Fault> faults) {
        ReportQuery query = here.query();
        List<ResponsesView.Removable> removable = removable(here, groups);
        boolean all = query.srn().listsAll();
        return new ResponsesView.Filters(
                RowPresenter.order().stream()
                        .map(s -> new ResponsesView.Chip(
                                rows.filter(s), here.with(s).first(), s == query.srn()))
                        .toList(),
                rows.hint(query.srn()),
                new ResponsesView.Form(
                        choices(groups, query.rgid()),
                        dateField(written.from(), rows.dateFault(faults, "from")),
                        dateField(written.to(), rows.dateFault(faults, "to")),
                        kept(here, Set.of("from", "to", "rgid"))),
                new ResponsesView.Search(
                        written.search(),
                        kept(here, Set.of("q")),
                        query.q() != null && (!all || removable.size() > 1)
                                ? new ReportAddress(here.path(), query.searchAlone()).first()
                                : null),
                removable,
                !all || !removable.isEmpty(),
                here.path() + "?srn=y",
                csv(new ReportAddress("/v1" + here.path(), query).first()));
    }

    private static List<ResponsesView.Choice> choices(Map<String, Group> groups, @Nullable String chosen) {
        return groups.entrySet().stream()
                .sorted(Comparator.comparing(g -> g.getValue().name()))
                .map(g -> new ResponsesView.Choice(
                        g.getKey(), g.getValue().name(), g.getKey().equals(chosen)))
                .toList();
    }

    private static List<ResponsesView.HiddenField> kept(ReportAddress here, Set<String> but) {
        return here.parameters().entrySet().stream()
                .filter(p -> !but.contains(p.getKey()))
                .map(p -> new ResponsesView.HiddenField(p.getKey(), p.getValue()))
                .toList();
    }

    private List<ResponsesView.Removable> removable(ReportAddress here, Map<String, Group> groups) {
        ReportQuery query = here.query();
        List<ResponsesView.Removable> removable = new ArrayList<>();
        if (query.waiting()) {
            removable.add(new ResponsesView.Removable(
                    messages.waitingIs(), here.waiting(false).first()));
        }
        if (query.q() != null) {
            removable.add(new ResponsesView.Removable(
                    messages.searchIs(query.q()), here.searching(null).first()));
        }
        if (query.rgid() != null) {
            Group group = groups.get(query.rgid());
            removable.add(new ResponsesView.Removable(
                    messages.groupIs(group == null ? query.rgid() : group.name()),
                    here.ofGroup(null).first()));
        }
        if (query.from() != null) {
            removable.add(new ResponsesView.Removable(
                    messages.fromIs(formats.date(query.from())),
                    here.between(null, query.to()).first()));
        }
        if (query.to() != null) {
            removable.add(new ResponsesView.Removable(
                    messages.toIs(formats.date(query.to())),
                    here.between(query.from(), null).first()));
        }
        return removable;
    }

    private List<ResponsesView.Head> heads(ReportAddress here) {
        List<ResponsesView.Head> heads = new ArrayList<>(List.of(
                head(here, messages.received(), Sort.Column.RECEIVED, "when"),
                head(here, messages.customer(), Sort.Column.CUSTOMER, "who"),
                head(here, messages.overall(), Sort.Column.OVERALL, "num"),
                head(here, messages.factors(), null, ""),
                head(here, messages.comment(), null, ""),
                head(here, messages.group(), Sort.Column.GROUP, ""),
                head(here, messages.agent(), null, "agentcol")));
        if (here.query().srn().showsNotes()) {
            heads.add(head(here, messages.notes(), null, ""));
        }
        return heads;
    }

    private static ResponsesView.Head head(
            ReportAddress here, String label, Sort.@Nullable Column column, String style) {
        if (column == null) {
            return new ResponsesView.Head(label, null, style, null, null);
        }
        Sort sort = here.query().sort();
        boolean sorted = sort.by() == column;
        return new ResponsesView.Head(
                label,
                here.with(sort.onHead(column)).first(),
                style,
                sorted ? (sort.descending() ? "descending" : "ascending") : null,
                sorted ? (sort.descending() ? "↓" : "↑") : null);
    }

    private ResponsesView.Pager pager(ReportAddress here, Page<ReportItem> page) {
        long first = (long) page.page() * page.size();
        long end = first + page.items().size();
        return new ResponsesView.Pager(
                messages.rowsOf(formats.count(first + 1), formats.count(end), formats.count(page.total())),
                page.page() > 0 ? here.page(page.page() - 1) : null,
                end < page.total() ? here.page(page.page() + 1) : null);
    }

    private static String csv(String address) {
        // A link cannot ask with Accept.
        return address + (address.contains("?") ? "&" : "?") + "format=csv";
    }

    private static ResponsesView.DateField dateField(@Nullable String written, @Nullable String error) {
        String text = written == null ? "" : written.strip();
        return new ResponsesView.DateField(
                text, text.isEmpty() || IS_DATE.matcher(text).matches(), error);
    }
}
