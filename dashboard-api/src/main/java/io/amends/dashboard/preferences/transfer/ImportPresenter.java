package io.amends.dashboard.preferences.transfer;

import io.amends.contracts.Json;
import io.amends.dashboard.preferences.core.CsvFile;
import io.amends.dashboard.preferences.core.CsvFile.Reading.FaultyFile;
import io.amends.dashboard.preferences.core.EntryCells;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.core.ImportPlan;
import io.amends.dashboard.preferences.core.ImportPlan.Effect;
import io.amends.dashboard.preferences.core.ImportPlan.PlannedEntry;
import io.amends.dashboard.preferences.core.ImportPlan.Trouble;
import io.amends.dashboard.preferences.shared.FieldTexts;
import io.amends.dashboard.preferences.shared.PreferencesMessages;
import io.amends.dashboard.preferences.transfer.ImportView.EffectLine;
import io.amends.dashboard.preferences.transfer.ImportView.ImportedList;
import io.amends.dashboard.preferences.transfer.ImportView.Kept;
import io.amends.dashboard.preferences.transfer.ImportView.TroubleLine;
import io.amends.dashboard.preferences.transfer.ImportViews.Planned;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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

    /** Before a file is chosen. */
    ImportView empty(EntryList list) {
        return views.empty(imported(list));
    }

    /** Where no file was chosen. */
    ImportView noFile(EntryList list) {
        return views.noFile(imported(list));
    }

    /** Where the file is not kept any more. */
    ImportView gone(EntryList list) {
        return views.gone(imported(list));
    }

    /** Where the file cannot be read. */
    ImportView unreadable(EntryList list, FaultyFile why) {
        return views.unreadable(imported(list), why);
    }

    /** Where the file has problems. */
    ImportView wrong(EntryList list, ImportPlan plan) {
        return views.wrong(imported(list), lines(list, plan.troubles()));
    }

    /**
     * What the file would change.
     *
     * @param upload under which the file is kept
     * @param meanwhile whether somebody else has changed something since it was shown
     */
    ImportView plan(EntryList list, ImportPlan plan, String upload, boolean meanwhile) {
        Planned planned = new Planned(
                plan.effects(),
                lines(list, plan.doubts()),
                plan.changing().stream().map(entry -> effect(list, entry)).toList());
        return views.plan(imported(list), planned, new Kept(upload, plan.fingerprint()), meanwhile);
    }

    private ImportedList imported(EntryList list) {
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
