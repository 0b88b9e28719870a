package io.amends.dashboard.responses;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.NoteView;
import io.amends.dashboard.responses.core.CsvCell;
import io.amends.dashboard.responses.core.ReportItem;
import io.amends.dashboard.responses.core.ReportQuery;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All rows of a report as CSV, written as they are read. Times are in UTC, that of receiving in the portal's zone as well. */
@ApplicationScoped
class ReportCsv {
    // Spreadsheets read a time in this form.
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ResponsesReport report;

    ReportCsv(ResponsesReport report) {
        this.report = report;
    }

    void write(String cpc, ReportQuery query, ZoneId zone, OutputStream out) throws IOException {
        boolean notes = query.srn().showsNotes();
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16)) {
            writer.write(CsvCell.BYTE_ORDER_MARK + CsvCell.line(heads(notes, zone)));
            report.each(cpc, query, item -> {
                try {
                    writer.write(CsvCell.line(cells(item, notes, zone)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static List<String> heads(boolean notes, ZoneId zone) {
        List<String> heads = new ArrayList<>(List.of(
                "received",
                "customer",
                "company",
                "segment",
                "overall",
                "factors",
                "comment",
                "contactChoice",
                "kind",
                "contact",
                "ticketId",
                "supportGroup",
                "agent",
                "channel",
                "language",
                "caseId",
                "responseId"));
        if (notes) {
            heads.add("spoke");
            heads.add("notes");
        }
        // Behind all others, whose names and places are what programs read by.
        heads.add("received (" + zone + ")");
        return heads;
    }

    private static List<@Nullable Object> cells(ReportItem item, boolean withNotes, ZoneId zone) {
        Customer customer = item.people().customer();
        Agent agent = item.people().agent();
        ReportItem.Answers answers = item.answers();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.<@Nullable Object>asList(
                answers.receivedAt(),
                customer == null ? null : customer.name(),
                customer == null ? null : customer.company(),
                item.source().segment(),
                answers.overall(),
                String.join("; ", answers.factors()),
                answers.comment(),
                answers.contactChoice(),
                item.verdict().kind(),
                item.verdict().contact(),
                item.origin().ticketId(),
                item.origin().supportGroup(),
                agent == null ? null : agent.name(),
                item.source().channel(),
                item.source().language(),
                item.progress().caseId(),
                item.responseId()));
        if (withNotes) {
            List<NoteView> notes = item.notes() == null ? List.of() : item.notes();
            cells.add(notes.isEmpty() ? null : notes.stream().anyMatch(NoteView::spoke) ? "yes" : "no");
            cells.add(notes.stream().map(ReportCsv::note).collect(Collectors.joining("\n")));
        }
        cells.add(LOCAL.format(answers.receivedAt().atZone(zone)));
        return cells;
    }

    private static String note(NoteView note) {
        return note.at() + " " + note.author() + " (Spoke? " + (note.spoke() ? "Yes" : "No") + "): " + note.text();
    }
}
