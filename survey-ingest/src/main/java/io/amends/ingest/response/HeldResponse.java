package io.amends.ingest.response;

import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyResponse;
import java.time.Instant;
import java.util.List;

/**
 * The truth about one response: its newest version, what a person corrected, and what follows from both.
 *
 * @param newest the newest version from the source
 * @param corrections what a person corrected over it
 * @param response what counts: newest with corrections
 * @param version grows by one with every change, from 1
 * @param reasons why it is quarantined; empty otherwise
 * @param everRecorded whether it has ever been valid
 * @param repaired whether it waited in quarantine before it became valid
 * @param recordedAt when it became valid (a repair sets it anew), or was first quarantined
 * @param directoryOffset the directory was read up to here when it was judged
 */
public record HeldResponse(
        Version newest,
        Corrections corrections,
        SurveyResponse response,
        long version,
        ResponseState state,
        List<Reason> reasons,
        Replacement.Links links,
        boolean everRecorded,
        boolean repaired,
        Instant recordedAt,
        long directoryOffset) {

    /** Its identity. */
    public ResponseKey key() {
        return ResponseKey.of(response);
    }

    /** Whether nothing keeps it in quarantine. */
    public boolean valid() {
        return reasons.isEmpty();
    }

    /** Whether both say the same of the response, whatever the version or the directory's offset. */
    boolean saysTheSameAs(HeldResponse other) {
        return response.equals(other.response)
                && state == other.state
                && reasons.equals(other.reasons)
                && links.equals(other.links);
    }

    HeldResponse with(long nextVersion, Replacement.Links newLinks) {
        ResponseState newState = !valid()
                ? ResponseState.QUARANTINED
                : newLinks.replacedBy() == null ? ResponseState.RECORDED : ResponseState.REPLACED;
        return new HeldResponse(
                newest,
                corrections,
                response,
                nextVersion,
                newState,
                reasons,
                newLinks,
                everRecorded,
                repaired,
                recordedAt,
                directoryOffset);
    }
}
