package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a source is to be read again (A12).
 *
 * @param from what was received from then on
 * @param to what was received before that
 * @param dryRun whether it is only told what would change; absent: it is applied
 * @param another whether bodies that make another response than they made before become that as well, beside the earlier
 *     one; absent: they are counted, and left as they are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewReplay(
        @Nullable Instant from, @Nullable Instant to, @Nullable Boolean dryRun, @Nullable Boolean another) {}
