package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.RecoveryDecided;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a response, or would be, and why (B6).
 *
 * @param decision its fields stand beside the others
 * @param rules what the rules that decided say; empty where none was asked, and for whoever may not see the rules
 * @param impossible whether nothing can make the one rule match that was asked about; left out where none was
 * @param changes the smallest sets of changes that would make that rule match, of which any one does
 * @param versions all decisions about the response, newest first; left out where nothing was recorded
 */
public record ExplainedDecision(
        @JsonUnwrapped RecoveryDecided decision,
        List<RuleVerdict> rules,
        @JsonInclude(Include.NON_NULL) @Nullable Boolean impossible,
        @JsonInclude(Include.NON_NULL) @Nullable List<List<Change>> changes,
        @JsonInclude(Include.NON_NULL) @Nullable List<Decided> versions) {

    /** What a rule says about a response. */
    public record RuleVerdict(String name, Verdict verdict, List<ClauseVerdict> clauses) {}

    /**
     * What one leaf clause says.
     *
     * @param pointer to the clause within the rule set
     * @param value what the response has there; null where it has nothing
     */
    public record ClauseVerdict(String pointer, @Nullable JsonNode value, Verdict verdict) {}

    /**
     * One attribute that would have to be otherwise.
     *
     * @param pointer the first clause, within the rule, that is not satisfied
     * @param kind what the attribute is, by the clause that asks for it
     * @param now what the response has; null for nothing
     * @param needed what would satisfy the rule; null for nothing
     */
    public record Change(
            String pointer,
            AttributeKind kind,
            String attribute,
            @Nullable JsonNode now,
            @Nullable JsonNode needed,
            String sentence) {}

    /** What an attribute of a response is. */
    public enum AttributeKind {
        @JsonProperty("measure")
        MEASURE,
        @JsonProperty("field")
        FIELD,
        @JsonProperty("property")
        PROPERTY,
        @JsonProperty("tag")
        TAG,
        @JsonProperty("factor")
        FACTOR,
        @JsonProperty("comment")
        COMMENT,
        @JsonProperty("submitted")
        SUBMITTED
    }

    /** One of the decisions about a response. */
    public record Decided(
            String decisionId,
            long responseVersion,
            long ruleSetVersion,
            String policyVersion,
            RecoveryDecided.Kind kind,
            Instant decidedAt,
            String summary) {}
}
