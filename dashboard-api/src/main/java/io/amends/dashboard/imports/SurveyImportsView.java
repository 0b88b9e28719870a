package io.amends.dashboard.imports;

import io.amends.dashboard.imports.SurveyImportView.Outcome;
import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of imports, in finished words.
 *
 * @param news what was done just now, or that it was not; null where nothing was
 * @param presets by which a file can be read
 * @param kept the presets that there are
 */
public record SurveyImportsView(
        String headline,
        @Nullable Outcome news,
        List<Choice> presets,
        List<PresetLine> kept,
        List<ImportLine> imports) {

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** An import of the list. */
    public record ImportLine(String url, String name, ImportSent sent, ImportTag state, String taken, String refused) {}

    /** When a file was sent, and by whom. */
    public record ImportSent(Formats.Moment at, String by) {}

    /**
     * A preset.
     *
     * @param says how much it says, in words
     * @param url where it is deleted
     */
    public record PresetLine(String name, String says, String url) {}

    /**
     * How an import stands.
     *
     * @param look the class of its tag
     */
    public record ImportTag(String look, String word) {}
}
