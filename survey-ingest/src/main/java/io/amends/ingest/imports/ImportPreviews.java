package io.amends.ingest.imports;

import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreview;
import io.amends.contracts.api.ImportPreview.PreviewColumn;
import io.amends.contracts.api.ImportPreview.PreviewRow;
import io.amends.contracts.api.ImportPreview.RowFate;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import io.amends.contracts.mapping.TargetField;
import io.amends.ingest.imports.RowDoor.RowAnswer;
import io.amends.ingest.imports.core.ColumnMapping;
import io.amends.ingest.imports.core.FileFormat;
import io.amends.ingest.imports.core.FileHead.HeadColumn;
import io.amends.ingest.imports.core.FileMeaning;
import io.amends.ingest.imports.core.FileMeaning.FileBytes;
import io.amends.ingest.imports.core.FileMeaning.Thoroughness;
import io.amends.ingest.imports.core.FileRow;
import io.amends.ingest.imports.core.RowReader;
import io.amends.ingest.response.Validity;
import io.amends.kit.directory.DirectoryView;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What an import would make of the beginning of a file. Nothing is taken. */
@ApplicationScoped
class ImportPreviews {
    private static final int ROWS = 10;
    private static final int LONGEST = 1000;

    private final FilePortals portals;
    private final RowDoor rows;
    private final DirectoryView directory;
    private final Clock clock;

    ImportPreviews(FilePortals portals, RowDoor rows, DirectoryView directory, Clock clock) {
        this.portals = portals;
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What it would make of one.
     *
     * @param complete whether its beginning is the whole file
     * @param bytes of the whole file
     */
    ImportPreview of(
            String portal, byte[] beginning, boolean complete, FileFormat format, ImportPreset preset, FileBytes bytes)
            throws IOException {
        FileMeaning meaning =
                FileMeaning.of(portals.of(portal), format, preset, beginning, complete, Thoroughness.BEGINNING, bytes);
        ColumnMapping mapping = meaning.mapping();
        List<PreviewRow> shown = new ArrayList<>();
        long from = format.begins().position();
        ByteArrayInputStream rest = new ByteArrayInputStream(beginning, (int) from, beginning.length - (int) from);
        RowReader reader = format.rows(rest, format.begins());
        for (FileRow row = reader.next(); row != null && shown.size() < ROWS; row = reader.next()) {
            if (!row.blank()) {
                shown.add(row(portal, mapping, row));
            }
        }
        return new ImportPreview(
                format.encoding().word(),
                String.valueOf(format.dialect().delimiter()),
                String.valueOf(format.dialect().quote()),
                format.head().rows(),
                columns(format, mapping),
                shown,
                meaning.problems());
    }

    private PreviewRow row(String portal, ColumnMapping mapping, FileRow row) {
        RowAnswer answer = rows.ask(portal, mapping, row);
        List<String> told = row.fault() == null
                ? row.cells()
                : List.of(row.text().substring(0, Math.min(LONGEST, row.text().length())));
        List<String> cells = told.stream().map(StorableText::printable).toList();
        if (answer.admission() == null) {
            RowFate fate = answer.leftOut() ? RowFate.LEFT_OUT : RowFate.REFUSED;
            return new PreviewRow(row.line(), cells, fate, null, reasons(answer), List.of());
        }
        SurveyResponse response = answer.admission().submission().response();
        List<QuarantineReason> waits = Validity.findings(response, directory.require(portal), clock.instant());
        RowFate fate = waits.isEmpty() ? RowFate.TAKEN : RowFate.QUARANTINED;
        try {
            return new PreviewRow(
                    row.line(), cells, fate, Json.MAPPER.readTree(Json.event(response)), List.of(), waits);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was just written
        }
    }

    private static List<Reason> reasons(RowAnswer answer) {
        return answer.reasons().stream()
                .map(reason ->
                        new Reason(StorableText.printable(reason.pointer()), StorableText.printable(reason.reason())))
                .toList();
    }

    private static List<PreviewColumn> columns(FileFormat format, ColumnMapping mapping) {
        List<PreviewColumn> columns = new ArrayList<>();
        for (int i = 0; i < format.head().columns().size(); i++) {
            HeadColumn head = format.head().columns().get(i);
            TargetField field = mapping.fields().get(i);
            columns.add(new PreviewColumn(
                    head.name(),
                    head.label(),
                    field == null ? null : field.text(),
                    mapping.origins().get(i),
                    mapping.zones().get(i)));
        }
        return columns;
    }
}
