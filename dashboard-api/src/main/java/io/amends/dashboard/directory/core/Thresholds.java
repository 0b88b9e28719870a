package io.amends.dashboard.directory.core;

import io.amends.contracts.Reason;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a Service Recovery Threshold lies on the scale of the overall rating (B1). One that does not is taken. */
public final class Thresholds {
    private Thresholds() {}

    /** A warning where a threshold makes all customers unhappy, or none. */
    public static List<Reason> offScale(Record entry, Portal of) {
        if (entry instanceof Portal portal) {
            return offScale("/serviceRecoveryThreshold", portal.serviceRecoveryThreshold(), portal);
        }
        return entry instanceof Group group ? offScale("/threshold", group.threshold(), of) : List.of();
    }

    private static List<Reason> offScale(String at, @Nullable BigDecimal threshold, Portal portal) {
        Measure overall = portal.measures().get(portal.overall());
        BigDecimal min = overall == null ? null : overall.min();
        BigDecimal max = overall == null ? null : overall.max();
        if (threshold == null || min == null || max == null) {
            return List.of();
        }
        return threshold.compareTo(min) < 0 || threshold.compareTo(max) > 0
                ? List.of(new Reason(
                        at,
                        "is off the scale of " + portal.overall() + ", which goes from " + min.toPlainString() + " to "
                                + max.toPlainString()))
                : List.of();
    }
}
