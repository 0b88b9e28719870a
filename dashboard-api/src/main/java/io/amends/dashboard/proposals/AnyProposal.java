package io.amends.dashboard.proposals;

import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.ReassignProposal;
import java.time.Instant;
import java.util.Set;

/** Something that is proposed, whichever service has it. */
sealed interface AnyProposal {

    /** Something is to be done with a case; notes-service has it. */
    record OfCase(CaseProposal proposal) implements AnyProposal {
        @Override
        public String id() {
            return proposal.proposalId();
        }

        @Override
        public Instant at() {
            return proposal.at();
        }

        @Override
        public String by() {
            return proposal.by();
        }

        @Override
        public Set<String> groups() {
            return Set.of(proposal.supportGroup());
        }
    }

    /** Responses are to go to another support group; survey-ingest has it. */
    record OfResponses(ReassignProposal proposal) implements AnyProposal {
        @Override
        public String id() {
            return proposal.proposalId();
        }

        @Override
        public Instant at() {
            return proposal.at();
        }

        @Override
        public String by() {
            return proposal.by();
        }

        @Override
        public Set<String> groups() {
            return Set.copyOf(proposal.fromGroups());
        }
    }

    String id();

    /** When it was proposed. */
    Instant at();

    /** Who proposes it, verified. */
    String by();

    /** The support groups whose lead decides it. */
    Set<String> groups();
}
