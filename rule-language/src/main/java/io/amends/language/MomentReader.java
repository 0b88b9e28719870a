package io.amends.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@code submitted} clause: days of the week, hours, or both. */
final class MomentReader {
    private static final Set<String> KEYS = Set.of(ClauseJson.DAYS_OF_WEEK, ClauseJson.BETWEEN);

    private final Errors errors;
    private final Scalars scalars;

    MomentReader(Errors errors) {
        this.errors = errors;
        this.scalars = new Scalars(errors);
    }

    Clause.@Nullable Submitted read(JsonNode node, Pointer pointer) {
        if (!node.isObject() || node.isEmpty()) {
            errors.add(pointer, "must be an object with " + Scalars.sorted(KEYS) + ", or one of them");
            return null;
        }
        scalars.only(node, pointer, KEYS);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        boolean good = !node.has(ClauseJson.DAYS_OF_WEEK)
                || days(node.get(ClauseJson.DAYS_OF_WEEK), pointer.at(ClauseJson.DAYS_OF_WEEK), days);
        Clause.Hours hours = null;
        if (node.has(ClauseJson.BETWEEN)) {
            hours = hours(node.get(ClauseJson.BETWEEN), pointer.at(ClauseJson.BETWEEN));
            good &= hours != null;
        }
        return good && (!days.isEmpty() || hours != null) ? new Clause.Submitted(days, hours) : null;
    }

    private boolean days(JsonNode node, Pointer pointer, Set<DayOfWeek> days) {
        List<JsonNode> elements = scalars.list(node, pointer);
        if (elements == null) {
            return false;
        }
        boolean good = true;
        for (int i = 0; i < elements.size(); i++) {
            DayOfWeek day = scalars.constant(elements.get(i), pointer.at(i), DayOfWeek.class);
            if (day == null) {
                good = false;
            } else {
                days.add(day);
            }
        }
        return good;
    }

    private Clause.@Nullable Hours hours(JsonNode node, Pointer pointer) {
        if (!node.isArray() || node.size() != 2) {
            errors.add(pointer, "must be a list of two local times, such as [\"08:00\", \"17:30\"]");
            return null;
        }
        LocalTime from = time(node.get(0), pointer.at(0));
        LocalTime to = time(node.get(1), pointer.at(1));
        if (from == null || to == null) {
            return null;
        }
        if (from.equals(to)) {
            errors.add(pointer, "begins and ends at the same time");
            return null;
        }
        return new Clause.Hours(from, to);
    }

    private @Nullable LocalTime time(JsonNode node, Pointer pointer) {
        try {
            return LocalTime.parse(node.isTextual() ? node.textValue() : "");
        } catch (DateTimeParseException e) {
            errors.add(pointer, "must be a local time such as 08:00");
            return null;
        }
    }
}
