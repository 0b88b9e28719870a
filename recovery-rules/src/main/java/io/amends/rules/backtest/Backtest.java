package io.amends.rules.backtest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.amends.contracts.Json;
import io.amends.contracts.api.BacktestState;
import io.amends.kit.access.Signature;
import io.amends.rules.backtest.tally.Period;
import io.amends.rules.versions.NamedRules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as it is asked about.
 *
 * @param progress 0 to 1
 * @param queued how many are before it, while it waits
 * @param key the API key that vouches for the author; null for backtests older than this field
 * @param rules {@code draft} or {@code version 3}
 * @param tag the ETag of the draft that was judged, or the version's, such as {@code d12} or {@code v3}; null for rules that
 *     came with the request, and for backtests older than this field
 * @param read records of the log
 * @param judged responses
 * @param heldFrom set where the log no longer holds all that was asked for: it holds everything since then
 * @param result its outcome, or only the counts in a list; null until it is done
 */
@JsonPropertyOrder({"backtestId", "state", "progress"})
public record Backtest(
        @JsonProperty("backtestId") UUID id,
        BacktestState state,
        double progress,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long queued,
        String author,
        @Nullable String key,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant from,
        Instant to,
        String rules,
        @Nullable String tag,
        long read,
        long judged,
        @Nullable Instant heldFrom,
        @Nullable String note,
        @Nullable String error,
        @JsonUnwrapped @Nullable Outcome result) {

    /** The parts of an outcome by their names. */
    public record Outcome(@JsonAnyGetter Map<String, JsonNode> parts) {
        /** All of it, as it is stored. */
        static Outcome read(String stored) {
            Map<String, JsonNode> parts = new LinkedHashMap<>();
            tree(stored).properties().forEach(part -> parts.put(part.getKey(), part.getValue()));
            return new Outcome(parts);
        }

        /** Nothing but how many cases each side has. */
        static Outcome counts(long gained, long lost, long kept) {
            Map<String, JsonNode> parts = new LinkedHashMap<>();
            parts.put("gained", count(gained));
            parts.put("lost", count(lost));
            parts.put("kept", count(kept));
            return new Outcome(parts);
        }

        private static JsonNode count(long cases) {
            return JsonNodeFactory.instance.objectNode().put("count", cases);
        }

        /** A part of it that is stored by itself. */
        static JsonNode tree(String stored) {
            try {
                return Json.MAPPER.readTree(stored);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a stored outcome is not JSON", e);
            }
        }
    }

    /** What is asked for. */
    record Order(String portal, Signature by, Period period, NamedRules rules) {}

    /**
     * One that an instance has taken.
     *
     * @param attempt tells this taking from later ones
     */
    record Taken(UUID id, int attempt, String portal, Period period, String ruleSet) {}
}
