package io.amends.alerting.quiet;

import io.amends.alerting.candidate.CandidateStore;
import io.amends.alerting.cases.SolvedCases;
import io.amends.alerting.digest.Candidate;
import io.amends.alerting.digest.Digest;
import io.amends.contracts.RecoveryDecided;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What of a digest's cases has changed since it was built (C10). */
@ApplicationScoped
class StillOpen {
    private final CandidateStore candidates;
    private final SolvedCases solved;

    StillOpen(CandidateStore candidates, SolvedCases solved) {
        this.candidates = candidates;
        this.solved = solved;
    }

    /** The cases that somebody may still act on: neither replaced nor taken back, and whose customer has not said NO since. */
    List<Digest.Item> standing(Handle tx, Digest digest) {
        Set<String> standing = candidates
                .of(
                        tx,
                        digest.source().code(),
                        digest.items().stream()
                                .map(item -> item.decision().responseId())
                                .toList())
                .stream()
                .map(Candidate::decision)
                .filter(RecoveryDecided::stands)
                .map(RecoveryDecided::responseId)
                .collect(Collectors.toSet());
        return digest.items().stream()
                .filter(item -> standing.contains(item.decision().responseId()))
                .toList();
    }

    /** The ids of those that were solved since. */
    Set<String> solved(Handle tx, List<Digest.Item> items) {
        return solved.among(tx, items.stream().map(Digest.Item::decision).toList());
    }
}
