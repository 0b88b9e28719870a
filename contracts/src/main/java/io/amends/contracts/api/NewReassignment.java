package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to give responses to another support group (A8). Others than the dashboard may name the responses by a
 * filter.
 *
 * @param supportGroup which is to have them
 * @param reason why, 1 to 1,000 characters
 * @param dryRun whether nothing is to be moved, but told what would be ({@link ReassignPreview}); absent: no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewReassignment(
        String portal, List<String> responseIds, String supportGroup, String reason, @Nullable Boolean dryRun) {}
