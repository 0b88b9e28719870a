package io.amends.dashboard.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ImportPreview;
import io.amends.contracts.api.ImportPreview.PreviewRow;
import io.amends.contracts.api.ImportPreview.RowFate;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.imports.SurveyImportView.Part;
import io.amends.dashboard.imports.SurveyImportView.RowLine;
import io.amends.dashboard.imports.SurveyImportsView.ImportTag;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.quarantine.QuarantineWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays out the first rows of a file beside what becomes of each, with every reason (A1, A5). */
@ApplicationScoped
class SurveyRowsPresenter {
    private final SurveyImportMessages messages;
    private final QuarantineWords quarantine;
    private final Formats formats;

    SurveyRowsPresenter(SurveyImportMessages messages, QuarantineWords quarantine, Formats formats) {
        this.messages = messages;
        this.quarantine = quarantine;
        this.formats = formats;
    }

    /** How many of the rows become what, in sentences. */
    List<String> counted(ImportPreview preview) {
        List<String> sentences = new ArrayList<>();
        for (RowFate fate : RowFate.values()) {
            long n = preview.rows().stream().filter(row -> row.fate() == fate).count();
            if (n > 0) {
                sentences.add(
                        switch (fate) {
                            case TAKEN -> messages.wouldTake(n);
                            case QUARANTINED -> messages.wouldQuarantine(n);
                            case REFUSED -> messages.wouldRefuse(n);
                            case LEFT_OUT -> messages.wouldLeaveOut(n);
                        });
            }
        }
        return sentences;
    }

    List<RowLine> lines(Portal portal, ImportPreview preview) {
        return preview.rows().stream().map(row -> line(portal, preview, row)).toList();
    }

    private RowLine line(Portal portal, ImportPreview preview, PreviewRow row) {
        List<Part> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String header =
                    i < preview.columns().size() ? preview.columns().get(i).header() : "";
            if (!row.cells().get(i).isBlank()) {
                cells.add(new Part(header, row.cells().get(i)));
            }
        }
        List<Part> response = new ArrayList<>();
        if (row.response() != null) {
            parts("", row.response(), response);
        }
        return new RowLine(
                messages.line(formats.count(row.line())),
                cells,
                fate(row.fate()),
                response,
                Stream.concat(waits(portal, row), refused(row)).toList());
    }

    private ImportTag fate(RowFate fate) {
        return switch (fate) {
            case TAKEN -> new ImportTag("done", messages.becomesResponse());
            case QUARANTINED -> new ImportTag("due", messages.wouldWait());
            case REFUSED -> new ImportTag("urgent", messages.wouldBeRefused());
            case LEFT_OUT -> new ImportTag("quiet", messages.wouldBeLeftOut());
        };
    }

    /** The sentences that the page of the quarantine will have for it. */
    private Stream<Reason> waits(Portal portal, PreviewRow row) {
        JsonNode response = row.response();
        if (row.waits().isEmpty() || response == null) {
            return Stream.empty();
        }
        SurveyResponse of = Json.MAPPER.convertValue(response, SurveyResponse.class);
        return row.waits().stream().map(reason -> new Reason("", quarantine.reason(reason, of, portal)));
    }

    private static Stream<Reason> refused(PreviewRow row) {
        return row.reasons().stream()
                .map(reason -> new Reason(reason.pointer().replaceFirst("^/", ""), reason.reason()));
    }

    /** What a response says, each value by the names that lead to it. */
    private static void parts(String name, JsonNode value, List<Part> parts) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> parts(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), parts));
        } else if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.asText()));
            if (!items.isEmpty()) {
                parts.add(new Part(name, String.join("; ", items)));
            }
        } else if (!value.isNull()) {
            parts.add(new Part(name, value.asText()));
        }
    }
}
