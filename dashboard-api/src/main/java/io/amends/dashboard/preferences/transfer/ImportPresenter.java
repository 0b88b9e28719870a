package io.amends.dashboard.preferences.transfer;

import io.amends.contracts.Json;
import io.amends.dashboard.preferences.core.CsvFile;
import io.amends.dashboard.preferences.core.EntryCells;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.core.ImportPlan;
import io.amends.dashboard.preferences.core.ImportPlan.Effect;
import io.amends.dashboard.preferences.core.ImportPlan.PlannedEntry;
import io.amends.dashboard.preferences.core.ImportPlan.Trouble;
import io.amends.dashboard.preferences.shared.FieldTexts;
import io.amends.dashboard.preferences.shared.PreferencesMessages;
import io.amends.dashboard.preferences.transfer.ImportFlow.FilePlan;
import io.amends.dashboard.preferences.transfer.ImportView.EffectLine;
import io.amends.dashboard.preferences.transfer.ImportView.ImportedList;
import io.amends.dashboard.preferences.transfer.ImportView.TroubleLine;
import io.amends.dashboard.preferences.transfer.ImportViews.Planned;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Makes the page of an import of entries. */
@ApplicationScoped
class ImportPresenter {
    private final ImportViews views;
    private final ImportMessages messages;
    private final PreferencesMessages words;
    private final FieldTexts texts;

    ImportPresenter(ImportViews views, ImportMessages messages, PreferencesMessages words, FieldTexts texts) {
        this.views = views;
        this.messages = messages;
        this.words = words;
        this.texts = texts;
    }

    /**
     * What a file would change.
     *
     * @param apply does it
     */
    FilePlan plan(EntryList list, ImportPlan plan, BooleanSupplier apply) {
        Planned planned = new Planned(
                plan.effects(),
                lines(list, plan.doubts()),
                plan.changing().stream().map(entry -> effect(list, entry)).toList());
        return new FilePlan(lines(list, plan.troubles()), planned, plan.fingerprint(), apply);
    }

    /** What is imported. */
    ImportedList list(EntryList list) {
        return new ImportedList(
                list.word(),
                head(list),
                "preferences/" + list.word(),
                words.code(),
                EntryCells.columns(list.type()),
                CsvFile.MOST_LINES);
    }

    private String head(EntryList list) {
        return switch (list) {
            case GROUPS -> messages.groups();
            case CONTACTS -> messages.contacts();
            default -> messages.segments();
        };
    }

    private EffectLine effect(EntryList list, PlannedEntry entry) {
        String name = Json.MAPPER.valueToTree(entry.entry()).path("name").asText();
        return entry.effect() == Effect.NEW
                ? views.fresh(entry.line(), entry.code(), name)
                : views.changed(
                        entry.line(),
                        entry.code(),
                        name,
                        entry.columns().stream()
                                .map(column -> texts.label(list.type(), column))
                                .toList());
    }

    private List<TroubleLine> lines(EntryList list, List<Trouble> troubles) {
        return views.lines(troubles, column -> texts.wrong(list.type(), column));
    }
}
