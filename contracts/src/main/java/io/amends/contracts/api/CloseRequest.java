package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.WrittenFreely;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to close a case (D8).
 *
 * @param sendFollowUp absent: as the decision said
 * @param approval the customer's explicit approval, in words
 */
@WrittenFreely
public record CloseRequest(
        @Nullable Outcome outcome,
        @Nullable String rootCause,
        @Nullable Boolean sendFollowUp,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String approval) {}
