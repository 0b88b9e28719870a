package io.amends.ingest.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.amends.contracts.Json;
import io.amends.contracts.SurveyResponse;
import io.amends.kit.id.Sha256;

/** The hash of the canonical body: known fields only, keys sorted, no white space, times in UTC. */
final class BodyHash {
    private static final JsonMapper CANONICAL = Json.MAPPER
            .rebuild()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private BodyHash() {}

    /** SHA-256, hex. */
    static String of(SurveyResponse response) {
        try {
            return Sha256.hex(CANONICAL.writeValueAsBytes(response));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
