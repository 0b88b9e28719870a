package io.amends.contracts.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
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
     * @param zone in which its times are read where they name none; null where it has none that are read so
     */
    public record PreviewColumn(
            String header,
            @Nullable String label,
            @Nullable String field,
            @Nullable ColumnOrigin by,
            @Nullable ColumnZone zone) {}

    /** Who says what a column is. */
    public enum ColumnOrigin {
        PRESET,
        HEADER
    }

    /** The zone of a column's times, and who says it. */
    public record ColumnZone(String name, ZoneOrigin by) {}

    /** Who says in which zone the times of a column are. */
    public enum ZoneOrigin {
        PRESET,
        /** The file does, as the files of Qualtrics do. */
        FILE,
        /** Nobody does, and they are the portal's. */
        PORTAL
    }

    /** What becomes of a row. */
    public enum RowFate {
        /** It becomes a response that counts. */
        TAKEN,
        /** It becomes a response, which waits in quarantine. */
        QUARANTINED,
        REFUSED,
        /** It is no customer's answer, as the file itself says, and becomes nothing. */
        LEFT_OUT
    }

    /**
     * A row.
     *
     * @param line at which it begins, counted from 1
     * @param response in its canonical form; null where the row would be refused or left out
     * @param reasons every reason why it would be refused or left out; empty where it would not
     * @param waits every reason why it would wait in quarantine, as the directory is now; empty where it would not
     */
    public record PreviewRow(
            long line,
            List<String> cells,
            RowFate fate,
            @Nullable JsonNode response,
            List<Reason> reasons,
            List<QuarantineReason> waits) {}
}
