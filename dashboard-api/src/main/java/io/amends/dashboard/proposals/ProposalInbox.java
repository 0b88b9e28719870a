package io.amends.dashboard.proposals;

import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.ProposalState;
import io.amends.contracts.api.ReassignProposal;
import io.amends.dashboard.client.RefusedCall;
import io.amends.dashboard.recovery.NotesClient;
import io.amends.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The proposals of both services as one list, the newest first: those that the person sees whom it is asked for, since both
 * are asked in their name. A service that does not answer takes only its own from the list.
 */
@ApplicationScoped
class ProposalInbox {
    /** How many a page of the list has. */
    static final int SIZE = 20;

    /** The last page that can be asked for, from 0: a service gives at most 500 at once. */
    static final int LAST_PAGE = 500 / SIZE - 1;

    private static final Logger LOG = Logger.getLogger(ProposalInbox.class);
    private static final Comparator<AnyProposal> NEWEST_FIRST =
            Comparator.comparing(AnyProposal::at).reversed().thenComparing(AnyProposal::id);

    private final NotesClient notes;
    private final ReassignmentsClient reassignments;

    ProposalInbox(@RestClient NotesClient notes, @RestClient ReassignmentsClient reassignments) {
        this.notes = notes;
        this.reassignments = reassignments;
    }

    /**
     * A page of the list.
     *
     * @param page the proposals, and how many there are of those services that have answered
     * @param casesAway whether those for cases are missing
     * @param responsesAway whether those to move responses are
     */
    record Listed(Page<AnyProposal> page, boolean casesAway, boolean responsesAway) {}

    /** The proposals of that state, on that page of the list. */
    Listed list(String cpc, ProposalState state, int page) {
        // What is on a page of both together is among as many of each as there are up to its end.
        int upTo = (page + 1) * SIZE;
        Page<CaseProposal> cases = answer(() -> notes.proposals(cpc, state, 0, upTo));
        Page<ReassignProposal> moves = answer(() -> reassignments.list(cpc, state, 0, upTo));
        List<AnyProposal> found = Stream.<AnyProposal>concat(
                        items(cases).map(AnyProposal.OfCase::new), items(moves).map(AnyProposal.OfResponses::new))
                .sorted(NEWEST_FIRST)
                .skip((long) page * SIZE)
                .limit(SIZE)
                .toList();
        return new Listed(new Page<>(found, page, SIZE, total(cases) + total(moves)), cases == null, moves == null);
    }

    /** How many wait for a decision, of those services that answer. */
    long waiting(String cpc) {
        return total(answer(() -> notes.proposals(cpc, ProposalState.OPEN, 0, 1)))
                + total(answer(() -> reassignments.list(cpc, ProposalState.OPEN, 0, 1)));
    }

    private static <T> @Nullable Page<T> answer(Supplier<Page<T>> question) {
        try {
            return question.get();
        } catch (RefusedCall | ProcessingException e) {
            LOG.warnf("proposals cannot be listed: %s", e.getMessage());
            return null;
        }
    }

    private static <T> Stream<T> items(@Nullable Page<T> page) {
        return page == null ? Stream.empty() : page.items().stream();
    }

    private static long total(@Nullable Page<?> page) {
        return page == null ? 0 : page.total();
    }
}
