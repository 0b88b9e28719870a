package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.contracts.WrittenFreely;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to accept or to refuse a proposal (H1).
 *
 * @param reason why, up to 2,000 characters; absent: nothing is said
 */
@WrittenFreely
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseProposalDecision(@Nullable String reason) {}
