package io.amends.contracts.directory;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /** The contacts who lead it, hear of it or manage it. */
    public Set<String> people() {
        Set<String> people = new LinkedHashSet<>();
        Stream.of(Stream.ofNullable(supportLead), alsoAlerts.stream(), Stream.ofNullable(manager))
                .flatMap(each -> each)
                .forEach(people::add);
        return people;
    }

    private static List<String> orNone(@Nullable List<String> codes) {
        return codes == null ? List.of() : List.copyOf(codes);
    }
}
