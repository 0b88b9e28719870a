package io.amends.dashboard.preferences.transfer;

import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.core.CsvFile.Reading.FaultyFile;
import io.amends.dashboard.preferences.core.ImportPlan.Effect;
import io.amends.dashboard.preferences.core.ImportPlan.Trouble;
import io.amends.dashboard.preferences.transfer.ImportView.EffectLine;
import io.amends.dashboard.preferences.transfer.ImportView.ImportedList;
import io.amends.dashboard.preferences.transfer.ImportView.Kept;
import io.amends.dashboard.preferences.transfer.ImportView.PlanView;
import io.amends.dashboard.preferences.transfer.ImportView.TroubleLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the page of an import of whatever list. */
@ApplicationScoped
public class ImportViews {
    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_CELL = 60;

    private final ImportMessages messages;
    private final Formats formats;

    ImportViews(ImportMessages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * What a file would change.
     *
     * @param effects what each line does
     * @param doubts what is told, and taken all the same
     * @param changing the lines that change something, one for each effect that does
     */
    public record Planned(List<Effect> effects, List<TroubleLine> doubts, List<EffectLine> changing) {}

    /** Before a file is chosen. */
    ImportView empty(ImportedList list) {
        return view(list, null, null);
    }

    /** Where no file was chosen. */
    ImportView noFile(ImportedList list) {
        return view(list, messages.noFile(), null);
    }

    /** Where the file is not kept any more. */
    ImportView gone(ImportedList list) {
        return view(list, messages.gone(), null);
    }

    /** Where the file cannot be read. */
    ImportView unreadable(ImportedList list, FaultyFile why) {
        return view(
                list,
                switch (why.fault()) {
                    case EMPTY -> messages.empty();
                    case TOO_LARGE -> messages.tooLarge();
                    case NOT_UTF8 -> messages.notUtf8();
                    case TOO_MANY_LINES -> messages.tooManyLines(formats.count(list.mostLines()));
                    case NOT_CSV -> messages.notCsv(formats.count(why.line()));
                },
                null);
    }

    /**
     * Where the file has problems.
     *
     * @param doubts what is told of the lines, and would be taken
     */
    ImportView wrong(ImportedList list, List<TroubleLine> all, List<TroubleLine> doubts) {
        PlanView shown = new PlanView(
                messages.problemsHead(all.size()),
                true,
                first(all),
                first(doubts),
                List.of(),
                all.size() > MOST_SHOWN ? messages.firstOf(formats.count(MOST_SHOWN)) : null,
                null);
        return view(list, null, shown);
    }

    /**
     * What the file would change.
     *
     * @param kept the file; it is applied only where something changes
     * @param meanwhile whether somebody else has changed something since it was shown
     */
    ImportView plan(ImportedList list, Planned plan, Kept kept, boolean meanwhile) {
        List<EffectLine> changing = plan.changing();
        String head = changing.isEmpty()
                ? messages.nothingToDo()
                : messages.planHead(
                        count(plan, Effect.NEW), count(plan, Effect.CHANGED), count(plan, Effect.UNCHANGED));
        PlanView shown = new PlanView(
                head,
                false,
                List.of(),
                first(plan.doubts()),
                first(changing),
                changing.size() > MOST_SHOWN ? messages.firstOf(formats.count(MOST_SHOWN)) : null,
                changing.isEmpty() ? null : kept);
        return view(list, meanwhile ? messages.changedMeanwhile() : null, shown);
    }

    /** A line that makes something new. */
    public EffectLine fresh(int line, String code, String name) {
        return new EffectLine(formats.count(line), code, name, messages.isNew(), true, "");
    }

    /** A line that changes these fields. */
    public EffectLine changed(int line, String code, String name, List<String> labels) {
        return new EffectLine(formats.count(line), code, name, messages.isChanged(), false, String.join(", ", labels));
    }

    /**
     * Troubles in words.
     *
     * @param wrong what can be written in a column in which something else is
     */
    public List<TroubleLine> lines(List<Trouble> troubles, Function<String, String> wrong) {
        return troubles.stream()
                .map(trouble -> new TroubleLine(formats.count(trouble.line()), trouble.column(), said(trouble, wrong)))
                .toList();
    }

    private String said(Trouble trouble, Function<String, String> wrong) {
        String text = trouble.text().length() > LONGEST_CELL
                ? trouble.text().substring(0, LONGEST_CELL) + "…"
                : trouble.text();
        return switch (trouble.kind()) {
            case COLUMN_UNKNOWN -> messages.columnUnknown(text);
            case COLUMN_TWICE -> messages.columnTwice();
            case COLUMN_MISSING -> messages.columnMissing();
            case TOO_MANY_COLUMNS -> messages.tooManyColumns();
            case TOO_MANY_CELLS -> messages.tooManyCells();
            case CODE_TWICE -> messages.codeTwice();
            case CODE_UNFIT, FIELD_UNFIT -> unfit(text, wrong.apply(trouble.column()));
            case NOT_THERE -> messages.notThere(text);
            case LOGIN_TWICE -> messages.loginTwice();
            case LOGIN_ALIKE -> messages.loginAlike(text);
            case LAST_ADMIN -> messages.lastAdmin();
            case KNOWN_ELSEWHERE -> messages.knownElsewhere(text);
            case LEFT_AS_IT_IS -> messages.leftAsItIs();
        };
    }

    private String unfit(String text, String wrong) {
        return text.isBlank() ? wrong : messages.unfit(text, wrong);
    }

    private String count(Planned plan, Effect effect) {
        return formats.count(Collections.frequency(plan.effects(), effect));
    }

    private static <T> List<T> first(List<T> all) {
        return all.stream().limit(MOST_SHOWN).toList();
    }

    private ImportView view(ImportedList list, @Nullable String fault, @Nullable PlanView plan) {
        return new ImportView(
                list,
                messages.fileHint(formats.count(list.mostLines())),
                messages.columns(String.join(", ", list.columns())),
                fault,
                plan);
    }
}
