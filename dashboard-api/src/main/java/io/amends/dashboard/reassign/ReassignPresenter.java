package io.amends.dashboard.reassign;

import io.amends.contracts.Customer;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.ReassignPreview;
import io.amends.contracts.api.ReassignPreview.MovedResponse;
import io.amends.contracts.directory.Group;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.reassign.ReassignView.Example;
import io.amends.dashboard.reassign.ReassignView.KeptChoice;
import io.amends.dashboard.reassign.ReassignView.Outcome;
import io.amends.dashboard.reassign.ReassignView.ReassignTyped;
import io.amends.dashboard.reassign.ReassignView.TargetGroup;
import io.amends.dashboard.reassign.ReassignView.Tickable;
import io.amends.dashboard.responses.ResponsesReport;
import io.amends.dashboard.responses.core.ReportAddress;
import io.amends.dashboard.responses.core.ReportItem;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.kit.access.Caller;
import io.amends.kit.page.Page;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts moving responses to another support group into words (A8). */
@ApplicationScoped
class ReassignPresenter {
    private final ReassignMessages messages;
    private final LayoutMessages layout;
    private final Formats formats;
    private final Directory directory;
    private final ResponsesReport report;
    private final Caller caller;

    ReassignPresenter(
            ReassignMessages messages,
            LayoutMessages layout,
            Formats formats,
            Directory directory,
            ResponsesReport report,
            Caller caller) {
        this.messages = messages;
        this.layout = layout;
        this.formats = formats;
        this.directory = directory;
        this.report = report;
        this.caller = caller;
    }

    /**
     * Why a form was not taken.
     *
     * @param words what is said above it; null: it was not sent yet
     * @param group what is wrong with the group; null: nothing
     * @param reason what is wrong with the reason; null: nothing
     */
    record Fault(@Nullable String words, @Nullable String group, @Nullable String reason) {
        static final Fault NONE = new Fault(null, null, null);
    }

    /** The form over the first of a list's responses. */
    ReassignView form(String cpc, ReportQuery query, Page<ReportItem> page, long most, ReassignForm sent, Fault fault) {
        long n = page.total();
        boolean narrowed = narrowed(query);
        String all = n == 0 || n > most
                ? null
                : narrowed ? messages.all(n, formats.count(n)) : messages.everything(n, formats.count(n));
        String some = n > most
                ? messages.tooMany(formats.count(most))
                : n > page.items().size()
                        ? messages.someShown(formats.count(page.items().size()))
                        : null;
        List<String> ticked = sent.ids();
        return new ReassignView(
                n == 0 ? messages.none() : messages.headline(n, formats.count(n)),
                fault.words(),
                all,
                some,
                page.items().stream()
                        .map(item -> new Tickable(item.responseId(), words(item), ticked.contains(item.responseId())))
                        .toList(),
                new ReassignTyped(
                        sent.ticked() || all == null || (!narrowed && !sent.saysWhich()),
                        groups(cpc, sent.group()),
                        sent.why(),
                        fault.group(),
                        fault.reason()),
                address(cpc, query),
                list(cpc, query));
    }

    /** What would move. */
    Outcome would(
            String cpc,
            ReportQuery query,
            ReassignForm form,
            ReassignPreview preview,
            boolean proposes,
            @Nullable String notice) {
        String to = group(cpc, form.group());
        long n = preview.would();
        List<String> explained = new ArrayList<>();
        if (!form.ticked() && !narrowed(query) && n > 0) {
            explained.add(messages.noFilter());
        }
        explained.add(messages.because(form.why()));
        if (proposes && n > 0) {
            explained.add(messages.youPropose());
        }
        return new Outcome(
                n == 0 ? messages.wouldNothing(to) : messages.would(n, formats.count(n), to),
                notice,
                explained,
                examples(cpc, preview, null),
                more(preview),
                n == 0 ? null : proposes ? messages.propose() : messages.move());
    }

    /** What moved. */
    Outcome moved(String cpc, String toGroup, ReassignPreview preview, long n) {
        String to = group(cpc, toGroup);
        boolean seen = caller.may(cpc, Permission.SEE_RESPONSES, Matter.ofGroup(toGroup));
        return new Outcome(
                n == 0 ? messages.movedNothing(to) : messages.moved(n, formats.count(n), to),
                null,
                n == 0 ? List.of() : List.of(messages.soon(to)),
                examples(cpc, preview, seen ? toGroup : null),
                more(preview),
                null);
    }

    /** What is proposed. */
    Outcome proposed(String cpc, String toGroup, ReassignPreview preview, long n) {
        String to = group(cpc, toGroup);
        return new Outcome(
                messages.proposed(n, formats.count(n), to),
                null,
                List.of(messages.proposedWords()),
                examples(cpc, preview, null),
                more(preview),
                null);
    }

    /** What was chosen, so that it is sent again once it was looked at. */
    static List<KeptChoice> kept(ReassignForm form, ReassignPreview preview) {
        List<KeptChoice> kept = new ArrayList<>();
        kept.add(new KeptChoice("which", form.ticked() ? ReassignForm.TICKED : ReassignForm.ALL));
        if (form.ticked()) {
            form.ids().forEach(id -> kept.add(new KeptChoice("response", id)));
        }
        kept.add(new KeptChoice("supportGroup", form.group()));
        kept.add(new KeptChoice("reason", form.why()));
        kept.add(new KeptChoice("would", Long.toString(preview.would())));
        kept.add(new KeptChoice("step", ReassignForm.DO));
        return kept;
    }

    /** The address of the page over a list. */
    static String address(String cpc, ReportQuery query) {
        return new ReportAddress("/portals/" + cpc + "/reassign", query).first();
    }

    /** The address of the list itself. */
    static String list(String cpc, ReportQuery query) {
        return new ReportAddress("/portals/" + cpc + "/responses", query).first();
    }

    /** Whether a filter leaves responses out: without one nothing is chosen before somebody chooses it. */
    private static boolean narrowed(ReportQuery query) {
        return query.narrowed() || query.waiting() || !query.srn().listsAll();
    }

    private List<Example> examples(String cpc, ReassignPreview preview, @Nullable String movedTo) {
        Map<String, String> customers = report.customers(
                cpc,
                caller.sight(cpc, Permission.SEE_RESPONSES),
                preview.examples().stream().map(MovedResponse::responseId).toList());
        return preview.examples().stream()
                .map(one -> example(cpc, one, customers.getOrDefault(one.responseId(), layout.nameless()), movedTo))
                .toList();
    }

    private Example example(String cpc, MovedResponse one, String name, @Nullable String movedTo) {
        String ticket = one.ticketId();
        return movedTo == null || ticket == null
                ? new Example(before(cpc, one, name), null)
                : new Example(messages.tickable(name, ticket), NotesAddress.ofTicket(cpc, movedTo, ticket));
    }

    private String before(String cpc, MovedResponse one, String name) {
        String from = one.supportGroup() == null ? "" : group(cpc, one.supportGroup());
        return one.ticketId() == null
                ? messages.exampleWithoutTicket(name, from)
                : messages.example(name, one.ticketId(), from);
    }

    private @Nullable String more(ReassignPreview preview) {
        long more = preview.would() - preview.examples().size();
        return more > 0 ? messages.more(formats.count(more)) : null;
    }

    private String words(ReportItem item) {
        Customer customer = item.people().customer();
        String given = customer == null ? null : customer.name();
        String name = given == null || StorableText.blank(given) ? layout.nameless() : given;
        String ticket = item.identity().ticketId();
        return ticket == null ? messages.tickableWithoutTicket(name) : messages.tickable(name, ticket);
    }

    private List<TargetGroup> groups(String cpc, String chosen) {
        return directory.groups(cpc).entrySet().stream()
                .map(group -> new TargetGroup(
                        group.getKey(), group.getValue().name(), group.getKey().equals(chosen)))
                .sorted(Comparator.comparing(TargetGroup::name))
                .toList();
    }

    private String group(String cpc, String code) {
        Group group = directory.groups(cpc).get(code);
        return group == null ? code : group.name();
    }
}
