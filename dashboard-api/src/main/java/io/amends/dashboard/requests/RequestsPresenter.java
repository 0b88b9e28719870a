package io.amends.dashboard.requests;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import io.amends.contracts.Reason;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.contracts.api.ListedRequest;
import io.amends.contracts.api.ListedRequest.RequestState;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.links.RequestAddress;
import io.amends.dashboard.recovery.NotesClient;
import io.amends.dashboard.recovery.RequestWords;
import io.amends.dashboard.requests.RequestFormView.About;
import io.amends.dashboard.requests.RequestFormView.Choice;
import io.amends.dashboard.requests.RequestFormView.Choices;
import io.amends.dashboard.requests.RequestFormView.FormErrors;
import io.amends.dashboard.requests.RequestFormView.Typed;
import io.amends.dashboard.requests.RequestsView.Asked;
import io.amends.dashboard.requests.RequestsView.RequestLine;
import io.amends.dashboard.requests.RequestsView.StateChip;
import io.amends.dashboard.requests.RequestsView.Subject;
import io.amends.dashboard.responses.ResponsesReport;
import io.amends.kit.access.Caller;
import io.amends.kit.id.Ids;
import io.amends.kit.page.Page;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Puts requests and the form that files one into words (A9). */
@ApplicationScoped
class RequestsPresenter {
    private final RequestsMessages messages;
    private final RequestWords words;
    private final Formats formats;
    private final Directory directory;
    private final ResponsesReport report;
    private final NotesClient notes;
    private final Caller caller;

    RequestsPresenter(
            RequestsMessages messages,
            RequestWords words,
            Formats formats,
            Directory directory,
            ResponsesReport report,
            @RestClient NotesClient notes,
            Caller caller) {
        this.messages = messages;
        this.words = words;
        this.formats = formats;
        this.directory = directory;
        this.report = report;
        this.notes = notes;
        this.caller = caller;
    }

    /** The list. */
    RequestsView list(String cpc, Portal portal, @Nullable RequestState state, Page<ListedRequest> page) {
        Map<String, Group> groups = directory.groups(cpc);
        boolean more = (page.page() + 1L) * page.size() < page.total();
        return new RequestsView(
                headline(state, page.total()),
                formats.zone(portal.timeZone()),
                states(cpc, state),
                page.items().stream().map(one -> line(cpc, portal, groups, one)).toList(),
                null,
                page.page() == 0 ? null : address(cpc, state, page.page() - 1),
                more ? address(cpc, state, page.page() + 1) : null);
    }

    /** The list, where survey-ingest does not answer. */
    RequestsView away(String cpc, Portal portal, @Nullable RequestState state, String why) {
        return new RequestsView(
                messages.title(), formats.zone(portal.timeZone()), states(cpc, state), List.of(), why, null, null);
    }

    /** The form as it is shown first. */
    RequestFormView empty(String cpc, @Nullable String ticket, @Nullable String group) {
        RequestsForm form = new RequestsForm();
        form.ticket = ticket;
        form.group = group;
        form.key = UUID.randomUUID().toString();
        return form(cpc, form, FormErrors.NONE, null);
    }

    /** The form as it was sent, with why nothing was filed. */
    RequestFormView form(String cpc, RequestsForm sent, FormErrors errors, @Nullable String refused) {
        String ticket = RequestsForm.words(sent.ticket);
        List<Map.Entry<String, Group>> open = mine(cpc);
        String only = open.size() == 1 ? open.get(0).getKey() : null;
        String group = RequestsForm.words(sent.group).isEmpty() ? only : RequestsForm.words(sent.group);
        return new RequestFormView(
                new Typed(
                        ticket,
                        RequestsForm.words(sent.why),
                        RequestsForm.words(sent.questions),
                        new About(
                                RequestsForm.words(sent.customer),
                                RequestsForm.words(sent.email),
                                RequestsForm.words(sent.phone)),
                        sent.urgent != null,
                        RequestsForm.words(sent.key)),
                new Choices(
                        open.stream()
                                .map(g -> new Choice(
                                        g.getKey(),
                                        g.getValue().name(),
                                        g.getKey().equals(group)))
                                .toList(),
                        Arrays.stream(RequestType.values())
                                .map(type -> new Choice(type.name(), label(type), type == sent.wantedType()))
                                .toList(),
                        Arrays.stream(RequestFormat.values())
                                .map(format -> new Choice(format.name(), label(format), format == sent.wantedFormat()))
                                .toList(),
                        directory.codes(EntryType.REGION, cpc).stream()
                                .map(code -> new Choice(code, code, code.equals(sent.region)))
                                .toList()),
                errors,
                refused,
                ticket.isEmpty() ? null : hint(cpc, ticket),
                messages.urgentMeans());
    }

    /** What is missing in a form. */
    FormErrors missing(RequestsForm form) {
        return new FormErrors(
                RequestsForm.words(form.ticket).isEmpty() ? messages.ticketMissing() : null,
                RequestsForm.words(form.group).isEmpty() ? messages.groupMissing() : null,
                form.wantedType() == null ? messages.typeMissing() : null,
                form.wantedFormat() == null ? messages.formatMissing() : null,
                RequestsForm.words(form.why).isEmpty() ? messages.whyMissing() : null,
                null,
                null,
                null);
    }

    /** What survey-ingest finds wrong with the customer, at their fields; nothing where it is something else. */
    FormErrors wrong(List<Reason> reasons) {
        return new FormErrors(
                null,
                null,
                null,
                null,
                null,
                names(reasons, "/customer/name") ? messages.nameWrong() : null,
                names(reasons, "/customer/email") ? messages.emailWrong() : null,
                names(reasons, "/customer/phone") ? messages.phoneWrong() : null);
    }

    private static boolean names(List<Reason> reasons, String pointer) {
        return reasons.stream().anyMatch(reason -> reason.pointer().equals(pointer));
    }

    /** Whether the ticket has a case that the person sees. */
    boolean hasCase(String cpc, String ticket) {
        try {
            notes.read(Ids.ofCase(cpc, ticket));
            return true;
        } catch (RefusedCall | ProcessingException e) {
            return false; // it need not be known before the request is filed
        }
    }

    private @Nullable String hint(String cpc, String ticket) {
        Optional<RecoveryDecided> newest =
                report.ofTicket(cpc, caller.sight(cpc, Permission.SEE_RESPONSES), ticket, "").stream()
                        .findFirst();
        if (newest.isPresent() && newest.get().response().contactChoice() == ContactChoice.NO) {
            return messages.saidNo();
        }
        return hasCase(cpc, ticket) ? messages.caseThere() : null;
    }

    private List<Map.Entry<String, Group>> mine(String cpc) {
        return directory.groups(cpc).entrySet().stream()
                .filter(group -> caller.may(cpc, Permission.FILE_REQUESTS, Matter.ofGroup(group.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    private String label(RequestType type) {
        return switch (type) {
            case NEGATIVE_REVIEW_RECOVERY -> messages.unhappy();
            case POSITIVE_REVIEW_FOLLOW_UP -> messages.delighted();
        };
    }

    private String label(RequestFormat format) {
        return switch (format) {
            case CALL -> messages.call();
            case EMAIL -> messages.email();
        };
    }

    private String headline(@Nullable RequestState state, long total) {
        if (total == 0) {
            return messages.none();
        }
        return state == RequestState.OPEN ? messages.openHeadline(total) : messages.headline(total);
    }

    private List<StateChip> states(String cpc, @Nullable RequestState state) {
        return Stream.concat(
                        Stream.of(new StateChip(messages.all(), address(cpc, null, 0), state == null)),
                        Arrays.stream(RequestState.values())
                                .map(one -> new StateChip(words(one), address(cpc, one, 0), one == state)))
                .toList();
    }

    private RequestLine line(String cpc, Portal portal, Map<String, Group> groups, ListedRequest one) {
        Group group = groups.get(one.supportGroup());
        return new RequestLine(
                new Asked(words.type(one.type()), words.format(one.format()), one.urgent(), one.description()),
                new Subject(one.ticketId(), customer(one.customer())),
                RequestAddress.caseOf(cpc, one.requestId(), one.caseId()),
                group == null ? one.supportGroup() : group.name(),
                messages.by(one.author()),
                formats.moment(one.filedAt(), portal.timeZone()),
                words(one.state()),
                looks(one.state()));
    }

    /** Whoever is known by more than nothing: by name, else by what else there is. */
    private static @Nullable String customer(@Nullable Customer customer) {
        return customer == null
                ? null
                : Stream.of(customer.name(), customer.email(), customer.phone(), customer.id())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private String words(RequestState state) {
        return switch (state) {
            case OPEN -> messages.stateOpen();
            case ANSWERED -> messages.stateAnswered();
            case REFUSED -> messages.stateRefused();
        };
    }

    private static String looks(RequestState state) {
        return switch (state) {
            case OPEN -> "due";
            case ANSWERED -> "done";
            case REFUSED -> "quiet";
        };
    }

    private static String address(String cpc, @Nullable RequestState state, int page) {
        return "/portals/" + cpc + "/requests?page=" + page + (state == null ? "" : "&state=" + state.name());
    }
}
