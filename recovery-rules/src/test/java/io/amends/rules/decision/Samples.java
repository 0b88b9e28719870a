package io.amends.rules.decision;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.directory.Group;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.contracts.testing.RecordedBuilder;
import io.amends.contracts.testing.ResponseBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Responses and portals for tests; a test names only what matters to it. */
public final class Samples {
    public static final Instant SUBMITTED = Instant.parse("2026-11-20T07:55:00Z");

    private Samples() {}

    /** A valid response whose csat is the given score; null leaves it out. */
    public static SurveyResponse response(String csat, ContactChoice choice) {
        Map<String, Answer> measures = csat == null
                ? Map.of("nps", new Answer.Score(BigDecimal.valueOf(3)))
                : Map.of("csat", new Answer.Score(new BigDecimal(csat)));
        return ResponseBuilder.response("r-1001")
                .ticket("T-4711")
                .group("EMEA-NET")
                .brand("acme")
                .language("de")
                .measures(measures)
                .choice(choice)
                .submittedAt(SUBMITTED)
                .updatedAt(SUBMITTED)
                .build();
    }

    public static SurveyRecorded recorded(SurveyResponse response) {
        return recorded(response, 1, ResponseState.RECORDED, SUBMITTED.plusSeconds(5));
    }

    public static SurveyRecorded recorded(
            SurveyResponse response, long version, ResponseState state, Instant recordedAt) {
        RecordedBuilder builder = RecordedBuilder.recorded(response)
                .version(version)
                .state(state)
                .wasRecorded(state != ResponseState.RECORDED)
                .recordedAt(recordedAt);
        return (state == ResponseState.REPLACED ? builder.replacedBy("r-2002") : builder).build();
    }

    public static Policy policy(String fields) {
        return Policy.of(DirectoryEntries.portal(fields), null);
    }

    public static Group group(String threshold) {
        return DirectoryEntries.groupWithThreshold(
                "Network EMEA", threshold == null ? null : new BigDecimal(threshold));
    }
}
