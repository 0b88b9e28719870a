package io.amends.rules.testing;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.testing.RecordedBuilder;
import io.amends.contracts.testing.ResponseBuilder;
import java.time.Instant;
import java.util.Map;

/** Recorded survey responses as survey-ingest publishes them: first version, by phone, in German. */
public final class Surveys {
    private Surveys() {}

    /** What becomes of it when another response for the same ticket takes its place (A4). */
    public static SurveyRecorded replaced(SurveyRecorded first, String by) {
        return RecordedBuilder.recorded(first.response())
                .version(first.responseVersion() + 1)
                .replacedBy(by)
                .wasRecorded(true)
                .recordedAt(first.recordedAt())
                .directoryOffset(first.directoryOffset())
                .build();
    }

    public static SurveyRecorded recorded(
            String cpc,
            String id,
            String group,
            Map<String, Answer> measures,
            ContactChoice choice,
            Instant submittedAt,
            long directoryOffset) {
        return RecordedBuilder.recorded(ResponseBuilder.response(id)
                        .portal(cpc)
                        .group(group)
                        .language("de")
                        .measures(measures)
                        .choice(choice)
                        .submittedAt(submittedAt)
                        .updatedAt(submittedAt)
                        .build())
                .directoryOffset(directoryOffset)
                .build();
    }
}
