package io.amends.ingest.imports.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportPreset;
import io.amends.ingest.imports.core.ColumnMapping.FilePortal;
import io.amends.ingest.imports.core.ColumnMapping.MappedRow;
import io.amends.ingest.imports.core.FileMeaning.Thoroughness;
import io.amends.ingest.submission.Malformed;
import io.amends.ingest.submission.Submission;
import io.amends.ingest.submission.SubmissionReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A file as an import reads it, from its bytes to what becomes of each row. */
final class ImportedFile {
    static final FilePortal PORTAL =
            new FilePortal("acme", ZoneId.of("Europe/Berlin"), List.of("csat", "nps", "fcr", "effort"));

    private static final SubmissionReader READER = new SubmissionReader();
    private static final List<String> TOLD =
            List.of("/responseId", "/measures", "/submittedAt", "/contactChoice", "/factors", "/comment");

    private final FileMeaning meaning;
    private final List<JsonNode> responses = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private ImportedFile(FileMeaning meaning) {
        this.meaning = meaning;
    }

    static ImportPreset preset(Map<String, String> columns) {
        return new ImportPreset(columns, Map.of(), Map.of(), Map.of());
    }

    static ImportedFile of(byte[] file, ImportPreset preset) {
        return of(file, file.length, preset);
    }

    /** @param beginning bytes by which it is recognised */
    static ImportedFile of(byte[] file, int beginning, ImportPreset preset) {
        EncodingSample sample = new EncodingSample();
        sample.add(file, file.length);
        boolean complete = beginning == file.length;
        byte[] begin = Arrays.copyOf(file, beginning);
        FileFormat format = FileFormat.of(begin, sample.encoding(), complete);
        try {
            FileMeaning meaning =
                    FileMeaning.of(PORTAL, format, preset, begin, complete, Thoroughness.WHOLE, at -> from(file, at));
            ImportedFile imported = new ImportedFile(meaning);
            // As after a kill: by what was kept of the preset, and by nothing else.
            ColumnMapping kept = ColumnMapping.of(
                    PORTAL, format.head(), format.dialect(), meaning.mapping().whole());
            RowReader rows = format.rows(from(file, format.begins().position()), format.begins());
            for (FileRow row = rows.next(); row != null; row = rows.next()) {
                if (!row.blank()) {
                    imported.read(kept, row);
                }
            }
            return imported;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteArrayInputStream from(byte[] file, long at) {
        return new ByteArrayInputStream(file, (int) at, file.length - (int) at);
    }

    private void read(ColumnMapping mapping, FileRow row) {
        if (row.fault() != null) {
            told.add("line " + row.line() + ": " + row.fault());
            return;
        }
        MappedRow mapped = mapping.read(row);
        List<Reason> reasons = mapped.reasons();
        if (reasons.isEmpty()) {
            try {
                JsonNode response =
                        Json.MAPPER.valueToTree(submission(mapped.response()).response());
                responses.add(response);
                told.add(TOLD.stream()
                        .map(at -> text(response.at(at)))
                        .reduce((all, next) -> all + " " + next)
                        .orElseThrow());
                return;
            } catch (Malformed e) {
                reasons = mapping.told(row, e.reasons());
            }
        }
        told.add("line " + row.line() + ": " + Reason.phrases(reasons));
    }

    /** As an import reads a row; and as the recorder reads what that import has sent, which must be the same. */
    private static Submission submission(JsonNode response) throws Malformed {
        byte[] sent = Json.write(response);
        assertThat(outcome(() -> READER.read(response, sent.length, PORTAL.cpc())))
                .as("a row, and the same when it has been sent")
                .isEqualTo(outcome(() -> READER.read(sent, PORTAL.cpc())));
        return READER.read(response, sent.length, PORTAL.cpc());
    }

    private interface Reading {
        Submission read() throws Malformed;
    }

    private static Object outcome(Reading reading) {
        try {
            return reading.read();
        } catch (Malformed e) {
            return e.reasons();
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "-" : value.isTextual() ? value.textValue() : value.toString();
    }

    /** What becomes of each row: id, measures, time, contact, factors and comment, or the line and the reasons. */
    List<String> told() {
        return told;
    }

    List<JsonNode> responses() {
        return responses;
    }

    List<String> problems() {
        return meaning.problems().stream()
                .map(problem -> problem.pointer() + ": " + problem.reason())
                .toList();
    }

    List<String> fields() {
        return meaning.mapping().fields().stream()
                .map(field -> field == null ? "" : field.text())
                .toList();
    }
}
