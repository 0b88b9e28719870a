package io.amends.dashboard.responses;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.NoteView;
import io.amends.dashboard.responses.core.ReportItem;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.kit.csv.CsvCell;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All rows of a report as CSV, written as they are read. Times are in UTC, that of receiving in the portal's zone as well. */
@ApplicationScoped
class ReportCsv {
    // Spreadsheets read a time in this form.
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final List<CsvColumn> COLUMNS = List.of(
            new CsvColumn("received", i -> i.answers().receivedAt()),
            new CsvColumn("customer", i -> of(i.people().customer(), Customer::name)),
            new CsvColumn("company", i -> of(i.people().customer(), Customer::company)),
            new CsvColumn("segment", i -> i.source().segment()),
            new CsvColumn("overall", i -> i.answers().overall()),
            new CsvColumn("factors", i -> String.join("; ", i.answers().factors())),
            new CsvColumn("comment", i -> i.answers().comment()),
            new CsvColumn("contactChoice", i -> i.answers().contactChoice()),
            new CsvColumn("kind", i -> i.verdict().kind()),
            new CsvColumn("contact", i -> i.verdict().contact()),
            new CsvColumn("ticketId", i -> i.identity().ticketId()),
            new CsvColumn("supportGroup", i -> i.identity().supportGroup()),
            new CsvColumn("agent", i -> of(i.people().agent(), Agent::name)),
            new CsvColumn("channel", i -> i.source().channel()),
            new CsvColumn("language", i -> i.source().language()),
            new CsvColumn("caseId", i -> i.progress().caseId()),
            new CsvColumn("responseId", ReportItem::responseId));

    private static final List<CsvColumn> OF_NOTES = List.of(
            new CsvColumn("spoke", i -> spoke(notes(i))),
            new CsvColumn("notes", i -> notes(i).stream().map(ReportCsv::note).collect(Collectors.joining("\n"))));

    private final ResponsesReport report;

    ReportCsv(ResponsesReport report) {
        this.report = report;
    }

    void write(String cpc, Sight sight, ReportQuery query, ZoneId zone, OutputStream out) throws IOException {
        List<CsvColumn> columns = columns(query.srn().showsNotes(), zone);
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16)) {
            writer.write(CsvCell.BYTE_ORDER_MARK
                    + CsvCell.line(columns.stream().map(CsvColumn::name).toList()));
            report.each(cpc, sight, query, item -> {
                try {
                    writer.write(CsvCell.line(
                            columns.stream().map(c -> c.cell().apply(item)).toList()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /**
     * A column of the file. Programs read by the name and by the place, so that a new one goes to the end.
     *
     * @param name its head
     * @param cell what a row has there; null for nothing
     */
    private record CsvColumn(String name, Function<ReportItem, @Nullable Object> cell) {}

    private static List<CsvColumn> columns(boolean notes, ZoneId zone) {
        List<CsvColumn> columns = new ArrayList<>(COLUMNS);
        if (notes) {
            columns.addAll(OF_NOTES);
        }
        columns.add(new CsvColumn(
                "received (" + zone + ")",
                i -> LOCAL.format(i.answers().receivedAt().atZone(zone))));
        return columns;
    }

    private static <T> @Nullable Object of(@Nullable T whole, Function<T, @Nullable Object> part) {
        return whole == null ? null : part.apply(whole);
    }

    private static List<NoteView> notes(ReportItem item) {
        return item.notes() == null ? List.of() : item.notes();
    }

    private static @Nullable String spoke(List<NoteView> notes) {
        return notes.isEmpty() ? null : notes.stream().anyMatch(NoteView::spoke) ? "yes" : "no";
    }

    private static String note(NoteView note) {
        return note.at() + " " + note.author() + " (Spoke? " + (note.spoke() ? "Yes" : "No") + "): " + note.text();
    }
}
