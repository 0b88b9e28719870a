package io.amends.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.kit.csv.CsvCell;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What was refused of a file, as a file: the line at which each row begins, every reason, and the row. */
@ApplicationScoped
class RefusedRows {
    private static final int FETCHED = 1000;

    private final Jdbi jdbi;

    RefusedRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record RefusedRow(long line, String reason, String content) {}

    /** Written as it is read, however much it is. */
    StreamingOutput of(UUID id) {
        return out -> {
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16)) {
                writer.write(CsvCell.BYTE_ORDER_MARK + CsvCell.line(List.of("line", "reason", "content")));
                write(id, writer);
            }
        };
    }

    private void write(UUID id, Writer writer) throws IOException {
        // A cursor, which PostgreSQL has only within a transaction.
        jdbi.<IOException>useTransaction(tx -> {
            try (var rows = tx
                    .createQuery(
                            "SELECT line, reason, content FROM survey_import_refusal WHERE import = :id ORDER BY line")
                    .bind("id", id)
                    .setFetchSize(FETCHED)
                    .map((row, context) -> new RefusedRow(row.getLong(1), row.getString(2), row.getString(3)))
                    .stream()) {
                Iterator<RefusedRow> each = rows.iterator();
                while (each.hasNext()) {
                    RefusedRow row = each.next();
                    writer.write(CsvCell.line(List.of(row.line(), row.reason(), row.content())));
                }
            }
        });
    }
}
