package io.amends.dashboard.imports;

import io.amends.contracts.Reason;
import io.amends.dashboard.imports.SurveyImportsView.Choice;
import io.amends.dashboard.imports.SurveyImportsView.ImportSent;
import io.amends.dashboard.imports.SurveyImportsView.ImportTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import, in finished words: what its rows become before it is started, or how far it is.
 *
 * @param url of this page
 * @param look what the rows become; null once it was started
 * @param course how it goes; null before it was started
 */
public record SurveyImportView(
        String url, String name, ImportSent sent, ImportTag state, @Nullable Look look, @Nullable Course course) {

    /**
     * What the first rows become.
     *
     * @param preset by which they are read; empty: by what the headers say
     * @param news what was done just now, or that it was not; null where nothing was
     * @param problems why no row can become a response
     * @param rowsHead what becomes of the rows that are shown, in sentences
     */
    public record Look(
            String preset,
            @Nullable Outcome news,
            String recognised,
            List<Reason> problems,
            List<ColumnLine> columns,
            MappingForm form,
            List<String> rowsHead,
            List<RowLine> rows) {

        /** Whether it can be started. */
        public boolean ready() {
            return problems.isEmpty();
        }
    }

    /**
     * What came of a form.
     *
     * @param why every reason, where it was refused
     */
    public record Outcome(boolean done, String words, List<Reason> why) {}

    /**
     * A column, and what it can become.
     *
     * @param zone in which its times are read, in words; empty where it has none
     */
    public record ColumnLine(String header, String label, String example, String zone, List<Choice> fields) {}

    /**
     * The rest of the form that says what columns mean.
     *
     * @param zone that the preset names; empty where it names none
     * @param zoneHint which zone counts where none is typed
     */
    public record MappingForm(String name, List<Choice> groups, String format, String zone, String zoneHint) {}

    /**
     * A row, beside what it becomes.
     *
     * @param fate what becomes of it, in words
     * @param reasons every reason, where it does not become a response that counts
     */
    public record RowLine(String line, List<Part> cells, ImportTag fate, List<Part> response, List<Reason> reasons) {}

    /** A name and what stands there. */
    public record Part(String name, String text) {}

    /**
     * How an import goes.
     *
     * @param percent how far it is; null once it is over
     * @param cancels whether the person may cancel it
     * @param download where what was refused is; null where nothing was
     */
    public record Course(
            List<String> sentences,
            @Nullable Integer percent,
            boolean cancels,
            @Nullable String error,
            @Nullable String download) {}
}
