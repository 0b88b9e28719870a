package io.amends.ingest.response;

import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import java.util.List;

/**
 * The truth about one response: its newest version, what a person corrected, and what follows from both.
 *
 * @param newest the newest version from the source
 * @param corrections what a person corrected over it
 * @param response what counts: newest with corrections
 * @param version grows by one with every change, from 1
 * @param reasons why it is quarantined; empty otherwise
 * @param directoryOffset the directory was read up to here when it was judged
 */
public record HeldResponse(
        SourceVersion newest,
        Corrections corrections,
        SurveyResponse response,
        long version,
        List<QuarantineReason> reasons,
        Replacement.Links links,
        Recording recording,
        long directoryOffset) {

    /** Its identity. */
    public ResponseKey key() {
        return ResponseKey.of(response);
    }

    /** Whether nothing keeps it in quarantine. */
    public boolean valid() {
        return reasons.isEmpty();
    }

    /** What follows from its reasons and its links. */
    public ResponseState state() {
        if (!valid()) {
            return ResponseState.QUARANTINED;
        }
        return links.replacedBy() == null ? ResponseState.RECORDED : ResponseState.REPLACED;
    }

    /** Whether both say the same of the response, whatever the version or the directory's offset. */
    boolean saysTheSameAs(HeldResponse other) {
        return response.equals(other.response) && told().equals(other.told()) && links.equals(other.links);
    }

    /** Its reasons as its events have them. */
    List<Reason> told() {
        return reasons.stream().map(QuarantineReason::told).toList();
    }

    HeldResponse with(long nextVersion, Replacement.Links newLinks) {
        return new HeldResponse(
                newest, corrections, response, nextVersion, reasons, newLinks, recording, directoryOffset);
    }
}
