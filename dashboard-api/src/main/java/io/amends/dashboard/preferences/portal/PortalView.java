package io.amends.dashboard.preferences.portal;

import io.amends.dashboard.preferences.shared.FieldView;
import io.amends.dashboard.preferences.shared.Notice;
import io.amends.dashboard.studio.shared.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a portal: their form, or what they say for whoever only reads.
 *
 * @param tag of the version that the form is about
 * @param notice what happened; null where nothing did
 */
public record PortalView(boolean mayChange, String tag, @Nullable Notice notice, List<Section> sections) {

    /**
     * Settings that belong together.
     *
     * @param now what they mean at this moment; null where that says nothing new
     * @param measures the table of measures; null where it is elsewhere
     */
    public record Section(
            String title, @Nullable String now, List<FieldView> fields, @Nullable MeasureTable measures) {}

    /**
     * The measures.
     *
     * @param shown all of them in words, for whoever only reads
     */
    public record MeasureTable(
            String label, String hint, @Nullable String error, List<MeasureLine> lines, String shown) {}

    /** A row of the table. */
    public record MeasureLine(CellLabels labels, String name, List<Option> kinds, String min, String max) {}

    /** What the cells of a row are called, for whoever hears them. */
    public record CellLabels(String name, String kind, String min, String max) {}
}
