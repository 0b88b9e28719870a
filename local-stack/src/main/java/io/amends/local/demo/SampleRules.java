package io.amends.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.local.demo.AmendsApi.Reply;
import java.time.LocalDate;
import java.util.Map;

/**
 * The sample portal's rules: versions that were in force one after the other, each with its reason, a draft in progress,
 * and a backtest of it. Whatever somebody has published or begun to edit is left alone.
 */
final class SampleRules {
    private static final int PRECONDITION_REQUIRED = 428;
    private static final int BACKTEST_DAYS = 30;

    private final AmendsApi api;
    private final String url;
    private final JsonNode rules;
    private final int known;

    /** @param url of the portal's rule set */
    SampleRules(AmendsApi api, String url, JsonNode rules) {
        this.api = api;
        this.url = url;
        this.rules = rules;
        this.known = AmendsApi.expected(api.get(url + "/versions"), "the versions of the rules")
                .body()
                .path("total")
                .asInt();
    }

    /** How many versions are to follow each other. */
    int versions() {
        return rules.path("versions").size();
    }

    /** Whether a version is yet to be published. */
    boolean lacks(int version) {
        return version > known;
    }

    /** Publishes a version, unless the portal has as many already. */
    void publish(int version) {
        JsonNode wanted = rules.path("versions").path(version - 1);
        if (lacks(version) && save(wanted.path("rules"))) {
            Map<String, String> reason = Map.of("reason", wanted.path("reason").asText());
            AmendsApi.expected(api.post(url + "/publish", reason, Map.of()), "publishing the rules");
        }
    }

    /** Leaves a draft for somebody to go on with, and a backtest of it; where everything was there already, neither. */
    boolean draft(LocalDate today) {
        if (!lacks(versions())) {
            return false;
        }
        ArrayNode newest =
                rules.path("versions").path(versions() - 1).path("rules").deepCopy();
        if (!save(newest.add(rules.path("draft")))) {
            return false;
        }
        Map<String, String> period =
                Map.of("from", today.minusDays(BACKTEST_DAYS).toString(), "to", today.toString());
        AmendsApi.expected(api.post(url + "/backtest", period, Map.of()), "the backtest");
        return true;
    }

    /** False where somebody is editing. */
    private boolean save(JsonNode list) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("rules", list);
        Reply reply = api.put(url + "/draft", body);
        return reply.status() != PRECONDITION_REQUIRED
                && AmendsApi.expected(reply, "the draft of the rules").ok();
    }
}
