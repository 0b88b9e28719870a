package io.amends.ingest.response;

import static io.amends.contracts.EventTypes.SURVEY_QUARANTINED;
import static io.amends.contracts.EventTypes.SURVEY_REASSIGNED;
import static io.amends.contracts.EventTypes.SURVEY_RECORDED;
import static io.amends.contracts.EventTypes.SURVEY_REPAIRED;
import static io.amends.contracts.EventTypes.SURVEY_REPLACED;
import static io.amends.contracts.EventTypes.SURVEY_UPDATED;

import io.amends.contracts.ChangeCause;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.api.ResponseStanding.HistoryKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of one response.
 *
 * @param before how it stood; null: it was not known
 * @param after how it stands, its version one higher
 */
public record ResponseRevision(@Nullable HeldResponse before, HeldResponse after) {

    /** The word that says it best: what it is now goes before what else changed. */
    public HistoryKind kind() {
        ResponseState now = after.state();
        if (now == ResponseState.QUARANTINED) {
            return HistoryKind.QUARANTINED;
        }
        if (now == ResponseState.REPLACED
                && (before == null || !Objects.equals(replacedBy(before), replacedBy(after)))) {
            return HistoryKind.REPLACED;
        }
        if (before == null) {
            return HistoryKind.RECORDED;
        }
        if (before.state() == ResponseState.QUARANTINED) {
            return HistoryKind.REPAIRED;
        }
        return previousGroup() != null ? HistoryKind.REASSIGNED : HistoryKind.UPDATED;
    }

    /** The CloudEvents type of its event. */
    public String type() {
        return switch (kind()) {
            case RECORDED -> SURVEY_RECORDED;
            case UPDATED -> SURVEY_UPDATED;
            case REPLACED -> SURVEY_REPLACED;
            case REASSIGNED -> SURVEY_REASSIGNED;
            case QUARANTINED -> SURVEY_QUARANTINED;
            case REPAIRED -> SURVEY_REPAIRED;
            case STALE -> throw new IllegalStateException("what changed nothing is no change");
        };
    }

    /** The support group it was taken from, where it was valid there and is in another one now. */
    public @Nullable String previousGroup() {
        if (before == null || !before.valid()) {
            return null;
        }
        String group = before.response().supportGroup();
        return Objects.equals(group, after.response().supportGroup()) ? null : group;
    }

    /**
     * The data of the event.
     *
     * @param cause what made the change
     */
    public SurveyRecorded event(ChangeCause cause) {
        return new SurveyRecorded(
                after.response().portal(),
                after.response().responseId(),
                after.version(),
                after.state(),
                after.response(),
                after.told(),
                after.links().replacedBy(),
                after.links().replaces(),
                previousGroup(),
                before != null && before.recording().ever(),
                after.recording().repaired(),
                after.recording().at(),
                after.directoryOffset(),
                cause);
    }

    private static @Nullable String replacedBy(HeldResponse response) {
        return response.links().replacedBy();
    }
}
