package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to accept or to refuse that responses go to another support group (A8, H1).
 *
 * @param reason why, up to 1,000 characters; absent: nothing is said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReassignDecision(@Nullable String reason) {}
