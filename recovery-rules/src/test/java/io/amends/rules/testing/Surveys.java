package io.amends.rules.testing;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Recorded survey responses as survey-ingest publishes them: first version, by phone, in German. */
public final class Surveys {
    private Surveys() {}

    /** What becomes of it when another response for the same ticket takes its place (A4). */
    public static SurveyRecorded replaced(SurveyRecorded first, String by) {
        return new SurveyRecorded(
                first.portal(),
                first.responseId(),
                first.responseVersion() + 1,
                ResponseState.REPLACED,
                first.response(),
                List.of(),
                by,
                null,
                null,
                true,
                false,
                first.recordedAt(),
                first.directoryOffset());
    }

    public static SurveyRecorded recorded(
            String cpc,
            String id,
            String group,
            Map<String, Answer> measures,
            ContactChoice choice,
            Instant submittedAt,
            long directoryOffset) {
        SurveyResponse response = new SurveyResponse(
                cpc,
                id,
                "T-" + id,
                group,
                null,
                null,
                "phone",
                "de",
                null,
                null,
                measures,
                List.of(),
                null,
                choice,
                List.of(),
                Map.of(),
                submittedAt,
                submittedAt,
                null);
        return SurveyRecorded.first(response, submittedAt.plusSeconds(1), directoryOffset);
    }
}
