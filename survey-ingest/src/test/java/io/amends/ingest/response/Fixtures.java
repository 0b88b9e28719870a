package io.amends.ingest.response;

import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import io.amends.kit.directory.PortalDirectory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Responses and directories with defaults: a test names only what matters to it. */
final class Fixtures {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Fixtures() {}

    /** Portal acme with group G1 and G2, segment S1, CSAT 1 to 5 and FCR. */
    static PortalDirectory acme() {
        return acme("{}", "G1", "G2");
    }

    static PortalDirectory acme(String preferences, String... groups) {
        Map<String, Group> all = new java.util.HashMap<>();
        for (String group : groups) {
            all.put(group, new Group(group, null, null, List.of(), null, null, null));
        }
        try {
            Portal given = Json.MAPPER.readValue(preferences, Portal.class);
            return new PortalDirectory("acme", given, all, Map.of(), Map.of("S1", new Segment("One")));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Measure scalar(int min, int max) {
        return new Measure(Measure.Kind.SCALAR, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    static Builder response(String id) {
        return new Builder(id);
    }

    /** A valid response of ticket T1 in group G1, submitted and updated at noon. */
    static final class Builder {
        private final String id;
        private String ticket = "T1";
        private String group = "G1";
        private String segment;
        private Map<String, Answer> measures = Map.of("csat", new Answer.Score(BigDecimal.ONE));
        private String comment;
        private Instant submittedAt = NOON;
        private Instant updatedAt = NOON;
        private String followUpOf;

        private Builder(String id) {
            this.id = id;
        }

        Builder ticket(String value) {
            ticket = value;
            return this;
        }

        Builder group(String value) {
            group = value;
            return this;
        }

        Builder segment(String value) {
            segment = value;
            return this;
        }

        Builder measures(Map<String, Answer> value) {
            measures = value;
            return this;
        }

        Builder comment(String value) {
            comment = value;
            return this;
        }

        Builder submittedAt(Instant value) {
            submittedAt = value;
            return this;
        }

        Builder updatedAt(Instant value) {
            updatedAt = value;
            return this;
        }

        Builder followUpOf(String value) {
            followUpOf = value;
            return this;
        }

        SurveyResponse body() {
            return new SurveyResponse(
                    "acme",
                    id,
                    ticket,
                    group,
                    segment,
                    null,
                    null,
                    null,
                    null,
                    null,
                    measures,
                    List.of(),
                    comment,
                    ContactChoice.NOT_ASKED,
                    List.of(),
                    Map.of(),
                    submittedAt,
                    updatedAt,
                    followUpOf);
        }

        /** Accepted at noon; its hash is its text, which is as good as any for order. */
        SourceVersion version() {
            return SourceVersion.accepted(body(), Integer.toHexString(body().hashCode()), NOON);
        }
    }
}
