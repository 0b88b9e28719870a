package io.amends.ingest.response;

import io.amends.contracts.Json;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.kit.directory.PortalDirectory;
import java.math.BigDecimal;
import java.time.Instant;
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
            all.put(group, DirectoryEntries.group(group));
        }
        try {
            Portal given = Json.MAPPER.readValue(preferences, Portal.class);
            return new PortalDirectory(
                    "acme",
                    given,
                    all,
                    Map.of(),
                    Map.of("S1", new Segment("One")),
                    Map.of(),
                    Map.of(),
                    PortalDirectory.Connections.NONE);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Measure scalar(int min, int max) {
        return new Measure(Measure.Kind.SCALAR, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    /** A valid response of ticket T1 in group G1, submitted and updated at noon. */
    static ResponseBuilder response(String id) {
        return ResponseBuilder.response(id)
                .ticket("T1")
                .group("G1")
                .channel(null)
                .submittedAt(NOON)
                .updatedAt(NOON);
    }

    /** Accepted at noon; its hash is its text, which is as good as any for order. */
    static SourceVersion version(ResponseBuilder response) {
        SurveyResponse body = response.build();
        return SourceVersion.accepted(body, Integer.toHexString(body.hashCode()), NOON);
    }
}
