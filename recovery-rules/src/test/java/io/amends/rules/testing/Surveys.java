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
        return new SurveyRecorded(
                cpc,
                id,
                1,
                ResponseState.RECORDED,
                response,
                List.of(),
                null,
                null,
                null,
                false,
                false,
                submittedAt.plusSeconds(1),
                directoryOffset);
    }
}
