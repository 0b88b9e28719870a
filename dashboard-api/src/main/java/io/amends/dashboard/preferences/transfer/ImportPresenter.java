package io.amends.dashboard.preferences.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.core.CsvFile;
import io.amends.dashboard.preferences.core.CsvFile.Reading.Unreadable;
import io.amends.dashboard.preferences.core.EntryCells;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.core.ImportPlan;
import io.amends.dashboard.preferences.core.ImportPlan.Effect;
import io.amends.dashboard.preferences.core.ImportPlan.PlannedEntry;
import io.amends.dashboard.preferences.core.ImportPlan.Trouble;
import io.amends.dashboard.preferences.shared.FieldTexts;
import io.amends.dashboard.preferences.shared.PreferencesMessages;
import io.amends.dashboard.preferences.transfer.ImportView.EffectLine;
import io.amends.dashboard.preferences.transfer.ImportView.Kept;
import io.amends.dashboard.preferences.transfer.ImportView.PlanView;
import io.amends.dashboard.preferences.transfer.ImportView.TroubleLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page of an import. */
@ApplicationScoped
class ImportPresenter {
    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_CELL = 60;

    private final ImportMessages messages;
    private final PreferencesMessages words;
    private final FieldTexts texts;
    private final Formats formats;

    ImportPresenter(ImportMessages messages, PreferencesMessages words, FieldTexts texts, Formats formats) {
        this.messages = messages;
        this.words = words;
        this.texts = texts;
        this.formats = formats;
    }

    /** Before a file is chosen. */
    ImportView empty(EntryList list) {
        return view(list, null, null);
    }

    /** Where no file was chosen. */
    ImportView noFile(EntryList list) {
        return view(list, messages.noFile(), null);
    }

    /** Where the file is not kept any more. */
    ImportView gone(EntryList list) {
        return view(list, messages.gone(), null);
    }

    /** Where the file cannot be read. */
    ImportView unreadable(EntryList list, Unreadable why) {
        return view(
                list,
                switch (why.fault()) {
                    case EMPTY -> messages.empty();
                    case TOO_LARGE -> messages.tooLarge();
                    case NOT_UTF8 -> messages.notUtf8();
                    case TOO_MANY_LINES -> messages.tooManyLines(formats.count(CsvFile.MOST_LINES));
                    case NOT_CSV -> messages.notCsv(formats.count(why.line()));
                },
                null);
    }

    /** Where the file has problems. */
    ImportView wrong(EntryList list, ImportPlan plan) {
        List<Trouble> all = plan.troubles();
        PlanView shown = new PlanView(
                messages.problemsHead(all.size()),
                true,
                lines(list, all),
                List.of(),
                List.of(),
                all.size() > MOST_SHOWN ? messages.firstOf(formats.count(MOST_SHOWN)) : null,
                null);
        return view(list, null, shown);
    }

    /**
     * What the file would change.
     *
     * @param upload under which the file is kept
     * @param meanwhile whether somebody else has changed something since it was shown
     */
    ImportView plan(EntryList list, ImportPlan plan, String upload, boolean meanwhile) {
        List<PlannedEntry> changing = plan.changing();
        String head = changing.isEmpty()
                ? messages.nothingToDo()
                : messages.planHead(
                        count(plan, Effect.NEW), count(plan, Effect.CHANGED), count(plan, Effect.UNCHANGED));
        PlanView shown = new PlanView(
                head,
                false,
                List.of(),
                lines(list, plan.doubts()),
                changing.stream()
                        .limit(MOST_SHOWN)
                        .map(entry -> effect(list, entry))
                        .toList(),
                changing.size() > MOST_SHOWN ? messages.firstOf(formats.count(MOST_SHOWN)) : null,
                changing.isEmpty() ? null : new Kept(upload, plan.fingerprint()));
        return view(list, meanwhile ? messages.changedMeanwhile() : null, shown);
    }

    private ImportView view(EntryList list, @Nullable String fault, @Nullable PlanView plan) {
        return new ImportView(
                head(list),
                list.word(),
                messages.fileHint(formats.count(CsvFile.MOST_LINES)),
                messages.columns(String.join(", ", EntryCells.columns(list.type()))),
                fault,
                plan);
    }

    private String head(EntryList list) {
        return switch (list) {
            case GROUPS -> messages.groups();
            case CONTACTS -> messages.contacts();
            default -> messages.segments();
        };
    }

    private String count(ImportPlan plan, Effect effect) {
        return formats.count(plan.with(effect).size());
    }

    private EffectLine effect(EntryList list, PlannedEntry entry) {
        JsonNode json = Json.MAPPER.valueToTree(entry.entry());
        boolean fresh = entry.effect() == Effect.NEW;
        return new EffectLine(
                formats.count(entry.line()),
                entry.code(),
                json.path("name").asText(),
                fresh ? messages.isNew() : messages.isChanged(),
                fresh,
                fresh
                        ? ""
                        : entry.columns().stream()
                                .map(column -> texts.label(list.type(), column))
                                .collect(Collectors.joining(", ")));
    }

    private List<TroubleLine> lines(EntryList list, List<Trouble> troubles) {
        return troubles.stream()
                .limit(MOST_SHOWN)
                .map(trouble -> new TroubleLine(formats.count(trouble.line()), trouble.column(), said(list, trouble)))
                .toList();
    }

    private String said(EntryList list, Trouble trouble) {
        String text = trouble.text().length() > LONGEST_CELL
                ? trouble.text().substring(0, LONGEST_CELL) + "…"
                : trouble.text();
        return switch (trouble.kind()) {
            case COLUMN_UNKNOWN -> messages.columnUnknown(text);
            case COLUMN_TWICE -> messages.columnTwice();
            case COLUMN_MISSING -> messages.columnMissing();
            case TOO_MANY_CELLS -> messages.tooManyCells();
            case CODE_TWICE -> messages.codeTwice();
            case CODE_UNFIT -> unfit(text, words.codeWrong());
            case FIELD_UNFIT -> unfit(text, texts.wrong(list.type(), trouble.column()));
            case NOT_THERE -> messages.notThere(text);
        };
    }

    private String unfit(String text, String wrong) {
        return text.isBlank() ? wrong : messages.unfit(text, wrong);
    }
}
