package io.amends.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reassignment would do, which was asked with {@code dryRun} (A8).
 *
 * @param would how many responses would be moved
 * @param examples some of them
 */
public record ReassignPreview(long would, List<MovedResponse> examples) {

    /**
     * A response that would be moved.
     *
     * @param supportGroup where it is now; null where a response in quarantine names none
     */
    public record MovedResponse(String responseId, @Nullable String ticketId, @Nullable String supportGroup) {}
}
