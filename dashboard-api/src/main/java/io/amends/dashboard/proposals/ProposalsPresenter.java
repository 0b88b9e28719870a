package io.amends.dashboard.proposals;

import io.amends.contracts.CloseCase;
import io.amends.contracts.StatedReason;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.ProposalState;
import io.amends.contracts.api.ReassignProposal;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.links.NotesAddress;
import io.amends.dashboard.links.WhyAddress;
import io.amends.dashboard.proposals.ProposalInbox.Listed;
import io.amends.dashboard.proposals.ProposalNames.FoundNames;
import io.amends.dashboard.proposals.ProposalsView.ProposalLine;
import io.amends.dashboard.recovery.CasePresenter;
import io.amends.dashboard.studio.client.AuthorNames;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Signature;
import io.amends.kit.page.Page;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts proposals into words (H1). */
@ApplicationScoped
class ProposalsPresenter {
    private final ProposalsMessages messages;
    private final ProposalNames naming;
    private final AuthorNames authors;
    private final CasePresenter cases;
    private final Formats formats;
    private final Caller caller;

    ProposalsPresenter(
            ProposalsMessages messages,
            ProposalNames naming,
            AuthorNames authors,
            CasePresenter cases,
            Formats formats,
            Caller caller) {
        this.messages = messages;
        this.naming = naming;
        this.authors = authors;
        this.cases = cases;
        this.formats = formats;
        this.caller = caller;
    }

    /**
     * What was done just before, if anything.
     *
     * @param form what was sent and not done; null: nothing
     */
    record Happened(ProposalsView.@Nullable News news, @Nullable ProposalForm form) {
        static final Happened NOTHING = new Happened(null, null);
    }

    /** The address of a list; of what waits where it names no other state. */
    static String address(String cpc, ProposalState state, int page) {
        String path = "/portals/" + cpc + "/proposals";
        String list = state == ProposalState.OPEN ? "" : "state=" + state;
        String there = page == 0 ? "" : "page=" + page;
        String query = Stream.of(list, there).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** How many wait, in words; null where none does. */
    @Nullable
    String waiting(long n) {
        return n == 0 ? null : messages.waiting(n, formats.count(n));
    }

    /** The page. */
    ProposalsView view(String cpc, Portal portal, ProposalState state, Listed listed, Happened happened) {
        Page<AnyProposal> page = listed.page();
        FoundNames names = naming.of(cpc, page.items());
        boolean decides = caller.may(cpc, Permission.DECIDE_CASES, Matter.PORTAL);
        return new ProposalsView(
                headline(state, listed),
                decides ? messages.forYou() : messages.forOthers(),
                Stream.of(ProposalState.values())
                        .map(other -> new ProposalsView.StateTab(tab(other), address(cpc, other, 0), other == state))
                        .toList(),
                happened.news(),
                missing(listed),
                page.items().stream()
                        .map(proposal -> line(cpc, portal.timeZone(), proposal, names, happened.form()))
                        .toList(),
                state == ProposalState.OPEN ? messages.howTheyCome() : messages.noneSoFar(),
                pager(cpc, state, page));
    }

    private String headline(ProposalState state, Listed listed) {
        long n = listed.page().total();
        boolean none = n == 0;
        if (none && (listed.casesAway() || listed.responsesAway())) {
            return messages.title(); // how many there are is not known
        }
        return switch (state) {
            case OPEN -> none ? messages.nothingWaits() : messages.waiting(n, formats.count(n));
            case ACCEPTED -> messages.acceptedSoMany(n, formats.count(n));
            case REFUSED -> messages.refusedSoMany(n, formats.count(n));
        };
    }

    private String tab(ProposalState state) {
        return switch (state) {
            case OPEN -> messages.listOpen();
            case ACCEPTED -> messages.listAccepted();
            case REFUSED -> messages.listRefused();
        };
    }

    private List<String> missing(Listed listed) {
        List<String> missing = new ArrayList<>();
        if (listed.casesAway()) {
            missing.add(messages.casesAway());
        }
        if (listed.responsesAway()) {
            missing.add(messages.responsesAway());
        }
        return missing;
    }

    private static ProposalsView.ProposalPager pager(String cpc, ProposalState state, Page<?> page) {
        boolean older = (page.page() + 1L) * page.size() < page.total() && page.page() < ProposalInbox.LAST_PAGE;
        return new ProposalsView.ProposalPager(
                page.page() > 0 ? address(cpc, state, page.page() - 1) : null,
                older ? address(cpc, state, page.page() + 1) : null);
    }

    private ProposalLine line(
            String cpc, ZoneId zone, AnyProposal proposal, FoundNames names, @Nullable ProposalForm unsent) {
        boolean decides = caller.may(cpc, Permission.DECIDE_CASES, new Matter(proposal.groups(), null));
        boolean own = proposal.by().equals(Signature.PERSON + caller.name());
        String typed = unsent == null || !proposal.id().equals(unsent.id()) ? null : unsent.said();
        String kept = typed == null ? "" : typed;
        if (proposal instanceof AnyProposal.OfCase ofCase) {
            return ofCase(ofCase.proposal(), zone, names, own, decides, kept);
        }
        return ofResponses(((AnyProposal.OfResponses) proposal).proposal(), zone, names, own, decides, kept);
    }

    private ProposalLine ofCase(
            CaseProposal of, ZoneId zone, FoundNames names, boolean own, boolean decides, String typed) {
        String response = of.responseId();
        String customer = response == null ? null : names.customer(response);
        String cause = of.rootCause();
        boolean open = of.state() == ProposalState.OPEN;
        return new ProposalLine(
                of.proposalId(),
                ProposalForm.OF_CASE,
                what(of, customer == null ? "" : customer, names),
                own,
                new ProposalsView.Subject(
                        customer,
                        new ProposalsView.TicketLink(
                                of.ticketId(), NotesAddress.ofTicket(of.portal(), of.supportGroup(), of.ticketId())),
                        names.group(of.supportGroup()),
                        List.of(),
                        null,
                        null),
                new ProposalsView.Why(
                        of.reason(),
                        cause == null || StorableText.blank(cause) ? null : cause,
                        formats.moment(of.at(), zone)),
                new ProposalsView.Standing(
                        open && decides,
                        open && !decides ? messages.waitsForLead() : null,
                        CloseCase.LONGEST_TEXT,
                        typed,
                        ended(of.state(), of.decidedBy(), of.decidedAt(), of.decisionReason(), zone)));
    }

    private String what(CaseProposal of, String customer, FoundNames names) {
        String who = authors.name(of.by());
        String ticket = of.ticketId();
        return switch (of.what()) {
            case CLOSE ->
                messages.close(who, customer, ticket, of.outcome() == null ? "" : cases.outcome(of.outcome()));
            case DECLINE -> messages.decline(who, customer, ticket);
            case HAND_OVER -> messages.handOver(who, customer, ticket, names.contact(of.owner()));
        };
    }

    private ProposalLine ofResponses(
            ReassignProposal of, ZoneId zone, FoundNames names, boolean own, boolean decides, String typed) {
        int all = of.responseIds().size();
        String to = names.group(of.supportGroup());
        boolean open = of.state() == ProposalState.OPEN;
        List<ProposalsView.ResponseLink> shown = ProposalNames.shown(of).stream()
                .map(id -> new ProposalsView.ResponseLink(id, names.customer(id), WhyAddress.of(of.portal(), id)))
                .toList();
        return new ProposalLine(
                of.proposalId(),
                ProposalForm.OF_RESPONSES,
                messages.move(authors.name(of.by()), all, formats.count(all), names.groups(of.fromGroups()), to),
                own,
                new ProposalsView.Subject(
                        null,
                        null,
                        null,
                        shown,
                        shown.size() < all ? messages.moreResponses(formats.count((long) all - shown.size())) : null,
                        open ? moves(names.elsewhere(of), all, to) : null),
                new ProposalsView.Why(of.reason(), null, formats.moment(of.at(), zone)),
                new ProposalsView.Standing(
                        open && decides,
                        open && !decides
                                ? of.fromGroups().size() > 1 ? messages.waitsForAll() : messages.waitsForLead()
                                : null,
                        StatedReason.LONGEST,
                        typed,
                        ended(of.state(), of.decidedBy(), of.decidedAt(), of.decisionReason(), zone)));
    }

    private String moves(long elsewhere, int all, String to) {
        if (elsewhere == 0) {
            return messages.noneMove(to);
        }
        return elsewhere == all
                ? messages.allMove(all, formats.count(all), to)
                : messages.someMove(formats.count(elsewhere), formats.count(all), to);
    }

    private ProposalsView.@Nullable Ended ended(
            ProposalState state, @Nullable String by, @Nullable Instant at, @Nullable String reason, ZoneId zone) {
        if (state == ProposalState.OPEN) {
            return null;
        }
        String name = authors.name(by);
        return new ProposalsView.Ended(
                state == ProposalState.ACCEPTED ? messages.acceptedBy(name) : messages.refusedBy(name),
                at == null ? null : formats.moment(at, zone),
                reason);
    }
}
