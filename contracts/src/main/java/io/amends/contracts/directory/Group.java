package io.amends.contracts.directory;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A support group: a team that resolves tickets.
 *
 * @param supportLead contact id
 * @param alsoAlerts up to six contact ids
 * @param threshold overrides the portal's Service Recovery Threshold (B1)
 * @param dailyCap most actionable cases per day, 0 or more; who asked to be contacted is over it, too (B8)
 */
public record Group(
        String name,
        @Nullable String region,
        @Nullable String supportLead,
        List<String> alsoAlerts,
        @Nullable String manager,
        @Nullable BigDecimal threshold,
        @Nullable Integer dailyCap) {

    public Group {
        alsoAlerts = orNone(alsoAlerts);
    }

    private static List<String> orNone(@Nullable List<String> codes) {
        return codes == null ? List.of() : List.copyOf(codes);
    }
}
