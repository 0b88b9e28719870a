package io.amends.rules.events;

import static io.amends.rules.decision.InEnglish.DECIDER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Golden;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.SurveyRecorded;
import io.amends.rules.decision.Policy;
import io.amends.rules.decision.Samples;
import io.amends.rules.matching.RandomRules;
import io.amends.rules.matching.RuleBook;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DecisionWriterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00.000120Z");
    private static final List<Policy> POLICIES = List.of(
            Samples.policy(""),
            Samples.policy("'overall':'nps','serviceRecoveryThreshold':2.50"),
            Samples.policy(
                    "'overall':'ü','contactPolicy':{'lowUnanswered':'FORBIDDEN','highUnanswered':'OPPORTUNITY'}"));

    @Test
    @DisplayName("A decision is written as databind would write it, for every example of the recorder's events")
    void golden() throws Exception {
        RuleBook book = RuleBook.of(3, new RandomRules(9).rules(50));
        for (String type : EventTypes.ofResponses()) {
            byte[] data = Golden.bytes(type);
            assertThat(streamed(data, POLICIES.get(0), book)).as(type).isEqualTo(bound(data, POLICIES.get(0), book));
        }
    }

    @Test
    @DisplayName("A decision is written as databind would write it, for any event, policy and rules")
    void random() throws Exception {
        RandomEvents events = new RandomEvents(5);
        RandomRules rules = new RandomRules(5);
        RuleBook book = RuleBook.NONE;
        for (int i = 0; i < 3_000; i++) {
            if (i % 30 == 1) {
                book = RuleBook.of(i, rules.rules(20));
            }
            byte[] data = Json.event(events.event());
            Policy policy = POLICIES.get(i % POLICIES.size());
            assertThat(streamed(data, policy, book)).isEqualTo(bound(data, policy, book));
        }
    }

    @Test
    @DisplayName("What a later recorder adds to a response arrives with the decision, byte for byte")
    void unknownFields() throws Exception {
        String json = new String(Golden.bytes(EventTypes.SURVEY_RECORDED), UTF_8)
                .replace("\"brand\": \"acme\",", "\"brand\": \"acme\", \"sentiment\": {\"score\": 0.10}, ");
        RecordedEvent event = RecordedReader.read(json.getBytes(UTF_8), portal -> RuleBook.NONE);
        RecoveryDecided decision = DECIDER.decide(event.survey(), POLICIES.get(0), event.book(), NOW);

        String written = new String(DecisionWriter.write(decision, event), UTF_8);

        String response = json.substring(json.indexOf("\"response\": {") + 12, json.indexOf("\"reasons\""))
                .strip();
        assertThat(written).endsWith("\"response\":" + response.substring(0, response.length() - 1) + "}");
        assertThat(Json.read(written.getBytes(UTF_8), RecoveryDecided.class).response())
                .isEqualTo(Json.read(json.getBytes(UTF_8), SurveyRecorded.class).response());
    }

    private static @Nullable JsonNode streamed(byte[] data, Policy policy, RuleBook book) throws Exception {
        RecordedEvent event = RecordedReader.read(data, portal -> book);
        RecoveryDecided decision = DECIDER.decide(event.survey(), policy, event.book(), NOW);
        return decision == null ? null : Json.MAPPER.readTree(DecisionWriter.write(decision, event));
    }

    private static @Nullable JsonNode bound(byte[] data, Policy policy, RuleBook book) throws Exception {
        RecoveryDecided decision = DECIDER.decide(Json.read(data, SurveyRecorded.class), policy, book, NOW);
        return decision == null ? null : Json.MAPPER.readTree(Json.event(decision));
    }
}
