package io.amends.dashboard.imports;

import io.amends.contracts.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of imports, in finished words.
 *
 * @param refused why a file was not kept; null where none was sent
 * @param why its reasons, each as survey-ingest says it
 */
public record SurveyImportsView(
        String headline, @Nullable String refused, List<Reason> why, List<Choice> presets, List<ImportLine> imports) {

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** An import of the list. */
    public record ImportLine(String url, String name, String sent, ImportTag state, String taken, String refused) {}

    /**
     * How an import stands.
     *
     * @param look the class of its tag
     */
    public record ImportTag(String look, String word) {}
}
