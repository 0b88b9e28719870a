package io.amends.ingest.imports.core;

import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreset.TimeWriting;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.WrittenTime;
import io.amends.contracts.mapping.WrittenTime.DayOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the day or the month stands first in the times of a file (A1). One row does not say it of 03/04/2026: all rows of
 * a column do together, or else nobody does, and then it is asked. What it keeps of a file does not grow with it.
 */
final class DayOrders {
    private static final String CHOOSE =
            ": choose a preset whose formats say " + DayOrder.DAY_FIRST + " or " + DayOrder.MONTH_FIRST + " for ";

    private final List<TimeColumn> columns;

    /** A text, and the line in which it stands. */
    private record Sighting(long line, String text) {}

    /** A column of times, with the first text of each kind. */
    private static final class TimeColumn {
        private final int at;
        private final String name;
        private final TargetField field;
        private final boolean american;
        private @Nullable Sighting dayFirst;
        private @Nullable Sighting monthFirst;
        private @Nullable Sighting question;
        private boolean halves = true;

        TimeColumn(int at, String name, TargetField field, boolean american) {
            this.at = at;
            this.name = name;
            this.field = field;
            this.american = american;
        }

        void look(long line, String text) {
            Sighting found = new Sighting(line, text.strip());
            switch (WrittenTime.telling(text)) {
                case NOTHING -> {}
                case A_QUESTION -> question = question == null ? found : question;
                case DAY_FIRST -> dayFirst = dayFirst == null ? found : dayFirst;
                case MONTH_FIRST -> monthFirst = monthFirst == null ? found : monthFirst;
            }
            halves = halves && text.strip().toUpperCase(Locale.ROOT).endsWith("M");
        }

        boolean isAsked() {
            return question != null || dayFirst != null || monthFirst != null;
        }

        @Nullable
        DayOrder order() {
            if (dayFirst != null || monthFirst != null) {
                return dayFirst == null ? DayOrder.MONTH_FIRST : monthFirst == null ? DayOrder.DAY_FIRST : null;
            }
            // So the tool writes it for everybody; a spreadsheet that has saved the file again writes no AM and PM.
            return american && halves && question != null ? DayOrder.MONTH_FIRST : null;
        }

        @Nullable
        Reason problem() {
            if (!isAsked() || order() != null) {
                return null;
            }
            String column = "the column \"" + name + "\" ";
            String what = question(question) + both(dayFirst, monthFirst) + CHOOSE + field.text();
            return new Reason(field.pointer(), column + what);
        }

        private String question(@Nullable Sighting open) {
            return open == null || dayFirst != null
                    ? ""
                    : "may have the day or the month first, such as " + StorableText.printable(open.text())
                            + " in line " + open.line();
        }

        private static String both(@Nullable Sighting day, @Nullable Sighting month) {
            return day == null || month == null
                    ? ""
                    : "has the day first in line " + day.line() + " (" + StorableText.printable(day.text())
                            + ") and the month first in line " + month.line() + " ("
                            + StorableText.printable(month.text()) + ")";
        }
    }

    private DayOrders(List<TimeColumn> columns) {
        this.columns = columns;
    }

    /** Of the columns that are times, unless a preset says how these are written. */
    static DayOrders of(ColumnMapping mapping) {
        List<TimeColumn> columns = new ArrayList<>();
        mapping.timesByThemselves()
                .forEach((at, name) -> columns.add(new TimeColumn(at, name, mapping.field(at), mapping.isAmerican())));
        return new DayOrders(columns);
    }

    /** Looks at the next row. */
    void look(FileRow row) {
        for (TimeColumn column : columns) {
            if (column.at < row.cells().size() && !row.cells().get(column.at).isBlank()) {
                column.look(row.line(), row.cells().get(column.at));
            }
        }
    }

    /** Whether there is a column of times that has to be looked at. */
    boolean any() {
        return !columns.isEmpty();
    }

    /** Whether a row has shown that the order has to be known. */
    boolean isAsked() {
        return columns.stream().anyMatch(TimeColumn::isAsked);
    }

    /** Whether the rows so far say each order that has to be known. */
    boolean isAnswered() {
        return columns.stream().allMatch(column -> !column.isAsked() || column.order() != null);
    }

    /** A preset with the orders that were found. */
    ImportPreset over(ImportPreset preset) {
        Map<String, TimeWriting> formats = new LinkedHashMap<>(preset.formats());
        for (TimeColumn column : columns) {
            DayOrder order = column.order();
            if (order != null) {
                formats.merge(
                        column.field.text(),
                        new TimeWriting(order.name(), null),
                        (said, found) -> said.format() == null ? new TimeWriting(found.format(), said.zone()) : said);
            }
        }
        return new ImportPreset(preset.columns(), preset.defaults(), preset.values(), formats);
    }

    /** What nobody can tell, for people to say. */
    List<Reason> problems() {
        List<Reason> problems = new ArrayList<>();
        for (TimeColumn column : columns) {
            Reason problem = column.problem();
            if (problem != null) {
                problems.add(problem);
            }
        }
        return problems;
    }
}
