package io.amends.dashboard.keys;

import io.amends.contracts.access.Scope;
import io.amends.dashboard.keys.core.NewKey;
import jakarta.ws.rs.FormParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form that makes a key, as it is posted. */
public class KeysForm {
    @FormParam("name")
    @Nullable
    String name;

    /** The words of the scopes that are ticked. */
    @FormParam("scope")
    List<String> scope = List.of();

    /** The last day on which the key is good, in the portal's zone; empty: it has no end. */
    @FormParam("lastDay")
    @Nullable
    String lastDay;

    /** The scopes that are ticked; a word that is none is passed over. */
    Set<Scope> scopes() {
        EnumSet<Scope> ticked = EnumSet.noneOf(Scope.class);
        scope.stream().map(Scope::of).flatMap(Optional::stream).forEach(ticked::add);
        return ticked;
    }

    /** The day as it was typed. */
    String lastDayTyped() {
        return lastDay == null ? "" : lastDay.strip();
    }

    /** Whether the day can be read, or is left empty. */
    boolean lastDayReadable() {
        return lastDayTyped().isEmpty() || day().isPresent();
    }

    /** The key that is wanted; it ends as the last day does. */
    NewKey wanted(ZoneId zone) {
        Instant end = day().map(last -> last.plusDays(1).atStartOfDay(zone).toInstant())
                .orElse(null);
        return new NewKey(name, scopes(), end);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(lastDayTyped())).filter(day -> day.getYear() < 10_000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
