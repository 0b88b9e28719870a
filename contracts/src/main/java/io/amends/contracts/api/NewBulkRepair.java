package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to repair many responses of the quarantine alike (A6). Repeated, it does nothing more: what is out of
 * quarantine by then is passed over.
 *
 * @param responseIds which; or
 * @param filter all that match
 * @param corrections a JSON Merge Patch of {@code supportGroup}, {@code segment} and {@code measures}
 * @param dryRun whether nothing is to be repaired, but told what would be; absent: no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewBulkRepair(
        String portal,
        @Nullable List<String> responseIds,
        @Nullable BulkFilter filter,
        ObjectNode corrections,
        @Nullable Boolean dryRun) {

    /**
     * Responses that wait, all that match every part that is given; at least one is.
     *
     * @param supportGroup that they name
     * @param segment that they name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BulkFilter(
            @Nullable QuarantineCause cause, @Nullable String supportGroup, @Nullable String segment) {}
}
