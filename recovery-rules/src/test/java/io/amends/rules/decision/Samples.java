package io.amends.rules.decision;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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
        return new SurveyResponse(
                "acme",
                "r-1001",
                "T-4711",
                "EMEA-NET",
                null,
                "acme",
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
                SUBMITTED,
                SUBMITTED,
                null);
    }

    public static SurveyRecorded recorded(SurveyResponse response) {
        return recorded(response, 1, ResponseState.RECORDED, SUBMITTED.plusSeconds(5));
    }

    public static SurveyRecorded recorded(
            SurveyResponse response, long version, ResponseState state, Instant recordedAt) {
        return new SurveyRecorded(
                response.portal(),
                response.responseId(),
                version,
                state,
                response,
                List.of(),
                state == ResponseState.REPLACED ? "r-2002" : null,
                null,
                null,
                state != ResponseState.RECORDED,
                false,
                recordedAt,
                0);
    }

    /** A portal as interfaces.md shows it, with these fields changed: single quotes stand for double ones. */
    public static Portal portal(String fields) {
        String defaults = "{\"name\":\"Acme\"" + (fields.isEmpty() ? "" : "," + fields.replace('\'', '"')) + "}";
        try {
            return Json.read(defaults.getBytes(StandardCharsets.UTF_8), Portal.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(defaults, e);
        }
    }

    public static Policy policy(String fields) {
        return Policy.of(portal(fields), null);
    }

    public static Group group(String threshold) {
        return new Group(
                "Network EMEA",
                "EMEA",
                "c-2",
                List.of(),
                null,
                threshold == null ? null : new BigDecimal(threshold),
                null);
    }
}
