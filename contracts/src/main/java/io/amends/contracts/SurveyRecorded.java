package io.amends.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code amends.survey.recorded}, {@code .updated}, {@code .replaced}, {@code .reassigned},
 * {@code .quarantined} and {@code .repaired}: the truth about one response after a change (A2–A6, A8).
 *
 * @param responseVersion grows by one with every change of this response, from 1
 * @param reasons why it is quarantined, all of them; empty otherwise
 * @param replacedBy the response that replaced this one (A4), where state is REPLACED
 * @param replaces the response that this one replaced, where there is one
 * @param previousGroup the group it was moved from (A8), on {@code .reassigned} and on updates that change the group
 * @param wasRecorded whether an earlier version had been recorded as valid: a quarantined one is then withdrawn
 * @param repaired whether it waited in quarantine before it became valid (A6)
 * @param recordedAt when it first became valid, or was first quarantined; a repair sets it anew
 * @param directoryOffset the directory was read up to here when this was judged; a consumer waits for it
 * @param cause what made this version; null for what is older than this field
 */
public record SurveyRecorded(
        String portal,
        String responseId,
        long responseVersion,
        ResponseState state,
        SurveyResponse response,
        List<Reason> reasons,
        @Nullable String replacedBy,
        @Nullable String replaces,
        @Nullable String previousGroup,
        boolean wasRecorded,
        boolean repaired,
        Instant recordedAt,
        long directoryOffset,
        @Nullable ChangeCause cause) {

    public SurveyRecorded {
        reasons = Absent.orEmpty(reasons);
    }

    /** The first version of a valid response that replaces no other. */
    public static SurveyRecorded first(SurveyResponse response, Instant recordedAt, long directoryOffset) {
        return new SurveyRecorded(
                response.portal(),
                response.responseId(),
                1,
                ResponseState.RECORDED,
                response,
                List.of(),
                null,
                null,
                null,
                false,
                false,
                recordedAt,
                directoryOffset,
                ChangeCause.SENT);
    }
}
