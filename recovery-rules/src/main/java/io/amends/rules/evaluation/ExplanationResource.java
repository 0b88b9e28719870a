package io.amends.rules.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.access.Scope;
import io.amends.contracts.api.ExplainedDecision.Decided;
import io.amends.contracts.directory.Portal;
import io.amends.kit.access.Caller;
import io.amends.kit.access.Needs;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.problem.AddressedId;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Matter;
import io.amends.kit.rights.Permission;
import io.amends.kit.rights.Sight;
import io.amends.language.RuleSet;
import io.amends.rules.archive.DecisionStore;
import io.amends.rules.archive.StoredDecision;
import io.amends.rules.versions.NamedRules;
import io.amends.rules.versions.RuleSetStore;
import io.amends.rules.words.ReaderLanguage;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what was decided about a response, by which versions, and why (B6). The decision, with the names of the rules that
 * matched, is for whoever may see the response; what every rule says of it, for whoever may see the rules as well (H1, H2).
 * What would make a rule match is told in the reader's language (C11), the decision as it was stored.
 */
@Needs(value = Scope.RESPONSES_READ, may = Permission.SEE_RESPONSES)
@Path("/v1/portals/{cpc}/responses")
@Blocking
public class ExplanationResource {
    private final DecisionStore decisions;
    private final RuleSetStore ruleSets;
    private final DirectoryView directory;
    private final Explanations explanations;
    private final Caller caller;

    ExplanationResource(
            DecisionStore decisions,
            RuleSetStore ruleSets,
            DirectoryView directory,
            Explanations explanations,
            Caller caller) {
        this.caller = caller;
        this.directory = directory;
        this.explanations = explanations;
        this.decisions = decisions;
        this.ruleSets = ruleSets;
    }

    /**
     * The decision in force, with the earlier ones in {@code versions}, newest first.
     *
     * @param rule explains only this one, and what would make it match; for whoever may see the rules
     */
    @GET
    @Path("/{responseId}/explanation")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonNode explain(
            @PathParam("cpc") String cpc,
            @PathParam("responseId") String responseId,
            @QueryParam("rule") @Nullable String rule,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return explainAny(cpc, responseId, rule, accepted);
    }

    /** The same for every id, also for one that no path can carry, such as "..". */
    @GET
    @Path("/explanation")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonNode explainAny(
            @PathParam("cpc") String cpc,
            @QueryParam("responseId") @Nullable String asked,
            @QueryParam("rule") @Nullable String rule,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        Portal portal = directory.require(cpc).portal();
        String responseId = AddressedId.of(asked, "responseId");
        List<StoredDecision> stored = decisions.of(cpc, responseId);
        Problem missing = Problem.notFound("Nothing has been decided about a response '" + responseId + "' yet.");
        if (stored.isEmpty()) {
            throw missing;
        }
        StoredDecision newest = stored.get(0);
        Matter response = Matter.ofGroup(newest.decision().supportGroup());
        caller.require(cpc, Permission.SEE_RESPONSES, response, missing);
        boolean rulesSeen = caller.sees(cpc, Scope.RULES_READ, Permission.SEE_RULES);
        if (rule != null && !rulesSeen) {
            requireRules(cpc);
        }
        RuleSet rules = rulesSeen ? rules(cpc, newest.decision().ruleSetVersion()) : RuleSet.EMPTY;
        // What was decided while it was another group's is that group's.
        Sight sight = caller.sight(cpc, Permission.SEE_RESPONSES);
        List<Decided> versions = stored.stream()
                .map(StoredDecision::decision)
                .filter(decision -> sight.shows(decision.supportGroup()))
                .map(ExplanationResource::version)
                .toList();
        return explanations.of(
                newest.decision(), rules, newest.zone(), portal, rule, ReaderLanguage.of(accepted), versions);
    }

    /** Refuses whoever may not see the rules in the words of the routes that are about rules, whatever rule was asked for. */
    private void requireRules(String cpc) {
        if (caller.person() == null) {
            caller.require(Scope.RULES_READ);
        }
        caller.require(
                cpc, Permission.SEE_RULES, Matter.PORTAL, Problem.notFound("There is nothing here that you may see."));
    }

    private RuleSet rules(String cpc, long version) {
        return ruleSets.byName(cpc, version).map(NamedRules::rules).orElse(RuleSet.EMPTY);
    }

    private static Decided version(RecoveryDecided decision) {
        return new Decided(
                decision.decisionId(),
                decision.responseVersion(),
                decision.ruleSetVersion(),
                decision.policyVersion(),
                decision.kind(),
                decision.decidedAt(),
                decision.explanation().summary());
    }
}
