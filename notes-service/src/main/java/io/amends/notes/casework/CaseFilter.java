package io.amends.notes.casework;

import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.Reason;
import io.amends.kit.problem.Problem;
import io.amends.notes.portal.LocalDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list asks for (D7).
 *
 * @param states empty: all
 * @param owner contact id
 * @param dueBefore only cases due before this instant
 */
record CaseFilter(List<CaseState> states, @Nullable String owner, @Nullable Instant dueBefore) {
    private static final String KNOWN =
            Arrays.stream(CaseState.values()).map(Enum::name).collect(Collectors.joining(", "));

    /**
     * Reads the query parameters.
     *
     * @param due a day of the portal's zone: what is due by its end
     * @throws Problem 400 for an unknown state or a day that is none
     */
    static CaseFilter of(List<String> state, @Nullable String owner, @Nullable String due, ZoneId zone) {
        List<Reason> errors = new ArrayList<>();
        List<CaseState> states = new ArrayList<>();
        for (String name : state) {
            Arrays.stream(CaseState.values())
                    .filter(s -> s.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(states::add, () -> errors.add(new Reason("?state", "must be one of " + KNOWN)));
        }
        Instant dueBefore = null;
        if (due != null && !due.isBlank()) {
            dueBefore = LocalDay.parse(due)
                    .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                    .orElse(null);
            if (dueBefore == null) {
                errors.add(new Reason("?due", "a day is written yyyy-mm-dd"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.badRequest("These cases cannot be listed.", errors);
        }
        return new CaseFilter(
                List.copyOf(states), owner == null || owner.isBlank() ? null : owner.replace('\0', ' '), dueBefore);
    }
}
