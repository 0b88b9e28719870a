package io.amends.dashboard.preferences.entries;

import io.amends.dashboard.preferences.shared.FieldView;
import io.amends.dashboard.preferences.shared.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry: its form, or what it says for whoever only reads.
 *
 * @param mayChange whether there is a form
 * @param notice what happened; null where nothing did
 * @param means what a calendar means now; null for everything else
 */
public record EntryView(
        String head,
        boolean mayChange,
        Addresses addresses,
        Version version,
        @Nullable Notice notice,
        List<FieldView> fields,
        @Nullable Week week,
        @Nullable Means means) {

    /**
     * Where things are.
     *
     * @param delete where it is deleted; null for one that is not there yet
     * @param connection where a channel's secrets are set and where it is tested; null for everything else
     */
    public record Addresses(String form, String list, @Nullable String delete, @Nullable String connection) {}

    /**
     * Which version of it the form is about.
     *
     * @param code the field of a new one's code; null for one that is there
     * @param tag of the version that was seen; empty where nothing was
     */
    public record Version(@Nullable FieldView code, String tag) {}

    /** The hours of a calendar: a field for each weekday. */
    public record Week(String label, String hint, @Nullable String error, List<FieldView> days) {}

    /** What a calendar means now. */
    public record Means(String zone, List<String> hours, List<String> daysOff) {}
}
