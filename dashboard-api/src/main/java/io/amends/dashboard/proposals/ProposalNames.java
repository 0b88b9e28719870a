package io.amends.dashboard.proposals;

import io.amends.contracts.api.ReassignProposal;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.responses.ResponsesReport;
import io.amends.kit.access.Caller;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds whom and what proposals are about: the customers that the person may see, groups, contacts. */
@ApplicationScoped
class ProposalNames {
    private static final int SHOWN = 5;

    private final ResponsesReport report;
    private final Directory directory;
    private final Caller caller;

    ProposalNames(ResponsesReport report, Directory directory, Caller caller) {
        this.report = report;
        this.directory = directory;
        this.caller = caller;
    }

    /** The responses of a proposal that are shown one by one. */
    static List<String> shown(ReassignProposal proposal) {
        return proposal.responseIds().stream().limit(SHOWN).toList();
    }

    /** What these proposals name. */
    FoundNames of(String cpc, Collection<AnyProposal> proposals) {
        List<String> named = proposals.stream()
                .flatMap(proposal -> proposal instanceof AnyProposal.OfCase ofCase
                        ? Stream.ofNullable(ofCase.proposal().responseId())
                        : shown(((AnyProposal.OfResponses) proposal).proposal()).stream())
                .distinct()
                .toList();
        List<String> moved = proposals.stream()
                .filter(AnyProposal.OfResponses.class::isInstance)
                .flatMap(proposal -> ((AnyProposal.OfResponses) proposal).proposal().responseIds().stream())
                .distinct()
                .toList();
        return new FoundNames(
                report.customers(cpc, caller.sight(cpc, Permission.SEE_RESPONSES), named),
                report.groups(cpc, moved),
                directory.groups(cpc),
                directory.contacts(cpc));
    }

    /**
     * What proposals name.
     *
     * @param customers by response
     * @param whereNow the groups that responses are in, by response; those that are known
     */
    record FoundNames(
            Map<String, String> customers,
            Map<String, String> whereNow,
            Map<String, Group> groups,
            Map<String, Contact> contacts) {

        /** Who gave a response; null where that is not known. */
        @Nullable
        String customer(String responseId) {
            return customers.get(responseId);
        }

        String group(String code) {
            Group group = groups.get(code);
            return group == null ? code : group.name();
        }

        String groups(List<String> codes) {
            return codes.stream().map(this::group).collect(Collectors.joining(", "));
        }

        String contact(@Nullable String code) {
            Contact contact = code == null ? null : contacts.get(code);
            return contact == null ? String.valueOf(code) : contact.name();
        }

        /** How many responses would be moved now: those that are not known to be there already. */
        long elsewhere(ReassignProposal proposal) {
            return proposal.responseIds().stream()
                    .filter(id -> !proposal.supportGroup().equals(whereNow.get(id)))
                    .count();
        }
    }
}
