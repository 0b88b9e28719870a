package io.amends.contracts.api;

/** What became of a proposal, for a case or to reassign responses (A8, H1). */
public enum ProposalState {
    /** Nobody has decided yet. */
    OPEN,
    /** What was proposed was done. */
    ACCEPTED,
    REFUSED
}
