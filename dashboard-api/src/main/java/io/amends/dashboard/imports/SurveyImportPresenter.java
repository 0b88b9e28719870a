package io.amends.dashboard.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreview;
import io.amends.contracts.api.ImportPreview.ColumnZone;
import io.amends.contracts.api.ImportPreview.PreviewColumn;
import io.amends.contracts.api.ImportPreview.ZoneOrigin;
import io.amends.contracts.api.ImportState;
import io.amends.contracts.api.NamedImportPreset;
import io.amends.contracts.api.SurveyImport;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.dashboard.imports.SurveyImportView.ColumnLine;
import io.amends.dashboard.imports.SurveyImportView.Course;
import io.amends.dashboard.imports.SurveyImportView.Look;
import io.amends.dashboard.imports.SurveyImportView.MappingForm;
import io.amends.dashboard.imports.SurveyImportView.Outcome;
import io.amends.dashboard.imports.SurveyImportsView.Choice;
import io.amends.dashboard.imports.SurveyImportsView.ImportLine;
import io.amends.dashboard.imports.SurveyImportsView.ImportSent;
import io.amends.dashboard.imports.SurveyImportsView.ImportTag;
import io.amends.dashboard.imports.SurveyImportsView.PresetLine;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.client.AuthorNames;
import io.amends.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the views of files of surveys. */
@ApplicationScoped
class SurveyImportPresenter {
    private final SurveyImportMessages messages;
    private final Formats formats;
    private final AuthorNames authors;
    private final SurveyRowsPresenter rows;

    SurveyImportPresenter(
            SurveyImportMessages messages, Formats formats, AuthorNames authors, SurveyRowsPresenter rows) {
        this.messages = messages;
        this.formats = formats;
        this.authors = authors;
        this.rows = rows;
    }

    /**
     * What a look at a file needs to know.
     *
     * @param presetName the preset by which it is looked at; empty: none
     * @param form what the form says: as it was typed where that was not saved, else what is saved
     * @param groups of the portal, by code
     */
    record Asked(String presetName, NamedImportPreset form, Collection<String> groups, @Nullable Outcome news) {}

    SurveyImportsView list(
            String cpc,
            Portal portal,
            Page<SurveyImport> imports,
            List<NamedImportPreset> presets,
            @Nullable Outcome news) {
        return new SurveyImportsView(
                imports.total() == 0 ? messages.none() : messages.headline(imports.total()),
                news,
                presets(presets, ""),
                presets.stream().map(preset -> kept(cpc, preset)).toList(),
                imports.items().stream().map(one -> line(cpc, portal, one)).toList());
    }

    SurveyImportView held(String cpc, Portal portal, SurveyImport of, ImportPreview preview, Asked asked) {
        Look look = new Look(
                asked.presetName(),
                asked.news(),
                messages.recognised(preview.encoding(), delimiter(preview.delimiter()), preview.headerRows()),
                preview.problems(),
                columns(portal, preview, asked.form().preset()),
                form(portal, preview, asked),
                rows.counted(preview),
                rows.lines(portal, preview));
        return new SurveyImportView(url(cpc, of), name(of), sent(portal, of), tag(of.state()), look, null);
    }

    /** @param administers whether the person may cancel it */
    SurveyImportView started(String cpc, Portal portal, SurveyImport of, boolean administers) {
        boolean running = of.state() == ImportState.RUNNING;
        Course course = new Course(
                sentences(of),
                running ? (int) Math.floor(of.progress() * 100) : null,
                running && administers && !of.stopping(),
                of.error(),
                of.refused() == 0 ? null : url(cpc, of) + "/refused");
        return new SurveyImportView(url(cpc, of), name(of), sent(portal, of), tag(of.state()), null, course);
    }

    private List<String> sentences(SurveyImport of) {
        List<String> sentences = new ArrayList<>();
        if (of.state() == ImportState.RUNNING) {
            sentences.add(messages.reading(of.lines(), formats.count(of.lines())));
        } else if (of.state() == ImportState.CANCELLED) {
            sentences.add(messages.cancelledAfter(of.lines(), formats.count(of.lines())));
        }
        sentences.add(messages.took(of.accepted(), formats.count(of.accepted())));
        sentences.add(
                of.refused() == 0
                        ? messages.refusedNone()
                        : messages.refusedLines(of.refused(), formats.count(of.refused())));
        if (of.leftOut() > 0) {
            sentences.add(messages.leftOutLines(of.leftOut(), formats.count(of.leftOut())));
        }
        if (of.state() == ImportState.RUNNING && of.stopping()) {
            sentences.add(messages.stopping());
        } else if (of.state() == ImportState.CANCELLED) {
            sentences.add(messages.sameFileAgain());
        }
        return sentences;
    }

    private PresetLine kept(String cpc, NamedImportPreset preset) {
        int columns = preset.preset().columns().size();
        return new PresetLine(
                preset.name(),
                messages.presetColumns(columns, formats.count(columns)),
                "/portals/" + cpc + "/imports/presets/" + preset.name() + "/delete");
    }

    private ImportLine line(String cpc, Portal portal, SurveyImport of) {
        return new ImportLine(
                url(cpc, of),
                name(of),
                sent(portal, of),
                tag(of.state()),
                formats.count(of.accepted()),
                formats.count(of.refused()));
    }

    private ImportTag tag(ImportState state) {
        return switch (state) {
            case HELD -> new ImportTag("due", messages.held());
            case RUNNING -> new ImportTag("due", messages.running());
            case DONE -> new ImportTag("done", messages.done());
            case CANCELLED -> new ImportTag("quiet", messages.cancelled());
            case FAILED -> new ImportTag("urgent", messages.failed());
        };
    }

    private String name(SurveyImport of) {
        String file = of.file();
        return file == null || file.isBlank() ? messages.nameless() : file;
    }

    private ImportSent sent(Portal portal, SurveyImport of) {
        return new ImportSent(formats.moment(of.at(), portal.timeZone()), messages.by(authors.name(of.by())));
    }

    static String url(String cpc, SurveyImport of) {
        return "/portals/" + cpc + "/imports/" + of.importId();
    }

    private List<Choice> presets(List<NamedImportPreset> presets, String chosen) {
        return Stream.concat(
                        Stream.of(new Choice("", messages.byHeaders(), chosen.isEmpty())),
                        presets.stream()
                                .map(preset -> new Choice(
                                        preset.name(),
                                        preset.name(),
                                        preset.name().equals(chosen))))
                .toList();
    }

    private String delimiter(String sign) {
        return switch (sign) {
            case "," -> messages.commas();
            case ";" -> messages.semicolons();
            case "\t" -> messages.tabs();
            default -> messages.sign(sign);
        };
    }

    private List<ColumnLine> columns(Portal portal, ImportPreview preview, ImportPreset said) {
        List<ColumnLine> lines = new ArrayList<>();
        for (int i = 0; i < preview.columns().size(); i++) {
            PreviewColumn column = preview.columns().get(i);
            if (!column.header().isEmpty()) {
                lines.add(new ColumnLine(
                        column.header(),
                        column.label() == null ? "" : column.label(),
                        example(preview, i),
                        column.zone() == null ? "" : zone(column.zone()),
                        fields(portal, column, said.columns().get(column.header()))));
            }
        }
        return lines;
    }

    private String zone(ColumnZone zone) {
        return switch (zone.by()) {
            case FILE -> messages.zoneOfFile(zone.name());
            case PRESET -> messages.zoneOfPreset(zone.name());
            case PORTAL -> messages.zoneOfPortal(zone.name());
        };
    }

    /** What counts where the form names no zone: it may name one now, which the columns have then. */
    private String zoneHint(Portal portal, ImportPreview preview) {
        return preview.columns().stream()
                .map(PreviewColumn::zone)
                .filter(zone -> zone != null && zone.by() == ZoneOrigin.FILE)
                .findFirst()
                .map(zone -> messages.leftEmptyOfFile(zone.name()))
                .orElseGet(() -> messages.leftEmptyOfPortal(portal.timeZone().getId()));
    }

    private static String example(ImportPreview preview, int at) {
        return preview.rows().stream()
                .map(row -> at < row.cells().size() ? row.cells().get(at) : "")
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("");
    }

    /** @param said what the form says of it; null where it does not name it, and what is recognised counts */
    private List<Choice> fields(Portal portal, PreviewColumn column, @Nullable String said) {
        String chosen = Objects.requireNonNullElse(said, Objects.requireNonNullElse(column.field(), ""));
        List<String> fields = new ArrayList<>();
        Arrays.stream(ResponseField.values())
                .filter(target -> !target.named())
                .map(ResponseField::word)
                .forEach(fields::add);
        portal.measures().keySet().stream()
                .map(measure -> TargetField.measure(measure).text())
                .forEach(fields::add);
        String property = TargetField.property(column.header()).text();
        if (!chosen.isEmpty() && !chosen.equals(property) && !fields.contains(chosen)) {
            fields.add(chosen);
        }
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", messages.leftOut(), chosen.isEmpty()));
        fields.forEach(field -> choices.add(new Choice(field, field, field.equals(chosen))));
        choices.add(new Choice(property, messages.asProperty(), property.equals(chosen)));
        return choices;
    }

    private MappingForm form(Portal portal, ImportPreview preview, Asked asked) {
        ImportPreset preset = asked.form().preset();
        ImportPreset.TimeWriting writing =
                preset.formats().get(TargetField.of(ResponseField.SUBMITTED_AT).text());
        JsonNode group = preset.defaults().get(ResponseField.SUPPORT_GROUP.word());
        String chosen = group == null ? "" : group.asText();
        List<Choice> groups = new ArrayList<>();
        groups.add(new Choice("", messages.noGroup(), chosen.isEmpty()));
        asked.groups().forEach(code -> groups.add(new Choice(code, code, code.equals(chosen))));
        return new MappingForm(
                asked.form().name(),
                groups,
                writing == null || writing.format() == null ? "" : writing.format(),
                writing == null || writing.zone() == null ? "" : writing.zone(),
                zoneHint(portal, preview));
    }
}
