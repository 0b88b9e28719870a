package io.amends.rules.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import io.amends.kit.problem.Problem;
import io.amends.rules.decisions.DecisionStore;
import io.amends.rules.decisions.StoredDecision;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Says what was decided about a response, by which versions, and why (B6). */
@Path("/v1/portals/{cpc}/responses/{responseId}/explanation")
@Blocking
public class ExplanationResource {
    private final DecisionStore decisions;

    ExplanationResource(DecisionStore decisions) {
        this.decisions = decisions;
    }

    /** The decision in force, with the earlier ones in {@code versions}, newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonNode explain(@PathParam("cpc") String cpc, @PathParam("responseId") String responseId) {
        List<StoredDecision> stored = decisions.of(cpc, responseId);
        if (stored.isEmpty()) {
            throw Problem.notFound("Nothing has been decided about a response '" + responseId + "' yet.");
        }
        ObjectNode answer = Json.MAPPER.valueToTree(stored.get(0).decision());
        answer.putArray("rules");
        ArrayNode versions = answer.putArray("versions");
        stored.forEach(one -> version(versions.addObject(), one.decision()));
        return answer;
    }

    private static void version(ObjectNode node, RecoveryDecided decision) {
        node.put("decisionId", decision.decisionId())
                .put("responseVersion", decision.responseVersion())
                .put("ruleSetVersion", decision.ruleSetVersion())
                .put("policyVersion", decision.policyVersion())
                .put("kind", decision.kind().name())
                .put("decidedAt", decision.decidedAt().toString())
                .put("summary", decision.explanation().summary());
    }
}
