package io.amends.contracts.testing;

import io.amends.contracts.ChangeCause;
import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds what survey-ingest tells about a response; a test names only what matters to it. By default its first version,
 * which was valid a second after it was submitted.
 */
public final class RecordedBuilder {
    private final SurveyResponse response;
    private String portal;
    private String id;
    private long version = 1;
    private ResponseState state = ResponseState.RECORDED;
    private List<Reason> reasons = List.of();
    private @Nullable String replacedBy;
    private @Nullable String replaces;
    private @Nullable String previousGroup;
    private boolean wasRecorded;
    private boolean repaired;
    private Instant recordedAt;
    private long directoryOffset;
    private @Nullable ChangeCause cause = ChangeCause.SENT;

    private RecordedBuilder(SurveyResponse response) {
        this.response = response;
        this.portal = response.portal();
        this.id = response.responseId();
        this.recordedAt = response.submittedAt().plusSeconds(1);
    }

    /** The first version of a response. */
    public static RecordedBuilder recorded(SurveyResponse response) {
        return new RecordedBuilder(response);
    }

    /** The portal that the event names, where it is not the response's. */
    public RecordedBuilder portal(String code) {
        portal = code;
        return this;
    }

    /** The response that the event names, where it is not the response's own id. */
    public RecordedBuilder id(String responseId) {
        id = responseId;
        return this;
    }

    public RecordedBuilder version(long number) {
        version = number;
        return this;
    }

    public RecordedBuilder state(ResponseState now) {
        state = now;
        return this;
    }

    /** It waits in quarantine for these reasons. */
    public RecordedBuilder quarantined(Reason... why) {
        state = ResponseState.QUARANTINED;
        reasons = List.of(why);
        return this;
    }

    /** Another response of its ticket took its place; null: nobody says which. */
    public RecordedBuilder replacedBy(@Nullable String other) {
        state = ResponseState.REPLACED;
        replacedBy = other;
        return this;
    }

    public RecordedBuilder replaces(@Nullable String other) {
        replaces = other;
        return this;
    }

    public RecordedBuilder movedFrom(@Nullable String group) {
        previousGroup = group;
        return this;
    }

    /** Whether an earlier version had been valid. */
    public RecordedBuilder wasRecorded(boolean was) {
        wasRecorded = was;
        return this;
    }

    /** Whether it waited in quarantine before. */
    public RecordedBuilder repaired(boolean was) {
        repaired = was;
        return this;
    }

    public RecordedBuilder recordedAt(Instant moment) {
        recordedAt = moment;
        return this;
    }

    /** How far the directory had been read. */
    public RecordedBuilder directoryOffset(long offset) {
        directoryOffset = offset;
        return this;
    }

    /** What made this version; null: nobody says. */
    public RecordedBuilder cause(@Nullable ChangeCause what) {
        cause = what;
        return this;
    }

    public SurveyRecorded build() {
        return new SurveyRecorded(
                portal,
                id,
                version,
                state,
                response,
                reasons,
                replacedBy,
                replaces,
                previousGroup,
                wasRecorded,
                repaired,
                recordedAt,
                directoryOffset,
                cause);
    }
}
