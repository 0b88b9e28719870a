package io.amends.contracts.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would make of the beginning of a file; nothing of it is taken (A1).
 *
 * @param encoding as it was recognised, by the name that IANA has for it
 * @param delimiter between cells
 * @param quote around cells that hold a delimiter
 * @param headerRows lines before the first response
 * @param columns in their order
 * @param rows the first ten
 * @param problems why no line could become a response, such as a field that no column fills; empty: the file can be imported
 */
public record ImportPreview(
        String encoding,
        String delimiter,
        String quote,
        int headerRows,
        List<PreviewColumn> columns,
        List<PreviewRow> rows,
        List<Reason> problems) {

    /**
     * A column.
     *
     * @param label a second name of it, such as the text of the question; null where the file has none
     * @param field what it fills; null where it is left out
     * @param by who says so: the preset, or the header itself; null where it is left out
     */
    public record PreviewColumn(
            String header, @Nullable String label, @Nullable String field, @Nullable ColumnOrigin by) {}

    /** Who says what a column is. */
    public enum ColumnOrigin {
        PRESET,
        HEADER
    }

    /**
     * A row.
     *
     * @param line at which it begins, counted from 1
     * @param response in its canonical form; null where the row would be refused
     * @param reasons why it would be refused; empty where it would not
     */
    public record PreviewRow(long line, List<String> cells, @Nullable JsonNode response, List<Reason> reasons) {}
}
