package io.amends.ingest.imports.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the responses of a file: a row of headers, or the two of SurveyMonkey (the question, and under it the
 * answer of a column), or the three of Qualtrics (names, questions, and what they are imported by).
 *
 * @param rows how many rows that is
 * @param tool which tool has written the file, as far as that changes how it is read
 */
public record FileHead(List<HeadColumn> columns, int rows, Tool tool) {
    private static final String IMPORT_ID = "ImportId";
    private static final String RESPONDENT = "respondentid";
    /** What SurveyMonkey writes where a question has one column, and so nothing to tell it from others. */
    private static final Set<String> SINGLE = Set.of("", "response", "open-ended response");

    /** Rows that have to be seen to know. */
    public static final int MOST_ROWS = 3;

    /** Who writes files with more than a row of headers. */
    public enum Tool {
        ANY,
        QUALTRICS,
        SURVEYMONKEY
    }

    /**
     * A column.
     *
     * @param name by which a preset calls it; empty where it has none
     * @param label another name that it has, such as the text of the question; null where it has none
     * @param zone of times in it that name none; null where the file does not say
     */
    public record HeadColumn(String name, @Nullable String label, @Nullable ZoneId zone) {

        /** Whether somebody means this column by a name. */
        boolean isCalled(String called) {
            return name.equalsIgnoreCase(called.strip()) || (label != null && label.equalsIgnoreCase(called.strip()));
        }
    }

    /** Recognises it by the first rows of a file, of which there may be fewer than {@link #MOST_ROWS}. */
    public static FileHead of(List<FileRow> first) {
        if (first.isEmpty()) {
            return new FileHead(List.of(), 0, Tool.ANY);
        }
        List<String> names = first.get(0).cells();
        List<String> second = first.size() > 1 ? first.get(1).cells() : List.of();
        List<String> third = first.size() > 2 ? first.get(2).cells() : List.of();
        if (imports(third)) {
            return new FileHead(columns(names, second, third), 3, Tool.QUALTRICS);
        }
        if (imports(second)) {
            return new FileHead(columns(names, List.of(), second), 2, Tool.QUALTRICS);
        }
        if (plain(cell(names, 0)).equals(RESPONDENT)
                && first.size() > 1
                && cell(second, 0).isEmpty()) {
            return new FileHead(answers(names, second), 2, Tool.SURVEYMONKEY);
        }
        return new FileHead(columns(names, List.of(), List.of()), 1, Tool.ANY);
    }

    /** A name without case, blanks and signs, by which names that are written differently are the same. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean imports(List<String> cells) {
        return cells.stream().anyMatch(cell -> importId(cell) != null);
    }

    private static List<HeadColumn> columns(List<String> names, List<String> labels, List<String> imports) {
        List<HeadColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String label = cell(labels, i);
            columns.add(new HeadColumn(cell(names, i), label.isEmpty() ? null : label, zone(cell(imports, i))));
        }
        return unlike(columns);
    }

    /** Gives a column that is called like one before it a number, so that a preset can mean the one or the other. */
    private static List<HeadColumn> unlike(List<HeadColumn> columns) {
        Map<String, Integer> seen = new HashMap<>();
        List<HeadColumn> unlike = new ArrayList<>();
        for (HeadColumn column : columns) {
            int nth = seen.merge(column.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            boolean first = nth == 1 || column.name().isEmpty();
            String name = first ? column.name() : column.name() + " (" + nth + ")";
            unlike.add(new HeadColumn(name, column.label(), column.zone()));
        }
        return unlike;
    }

    private static List<HeadColumn> answers(List<String> questions, List<String> choices) {
        List<HeadColumn> columns = new ArrayList<>();
        String question = "";
        for (int i = 0; i < Math.max(questions.size(), choices.size()); i++) {
            question = cell(questions, i).isEmpty() ? question : cell(questions, i);
            String choice = cell(choices, i);
            boolean single = SINGLE.contains(choice.toLowerCase(Locale.ROOT));
            columns.add(new HeadColumn(single ? question : question + ": " + choice, single ? null : choice, null));
        }
        return unlike(columns);
    }

    private static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at).strip() : "";
    }

    private static @Nullable ZoneId zone(String cell) {
        JsonNode imported = importId(cell);
        try {
            return imported == null || !imported.path("timeZone").isTextual()
                    ? null
                    : ZoneId.of(imported.path("timeZone").textValue());
        } catch (DateTimeException e) {
            return null; // a name that is none says nothing
        }
    }

    private static @Nullable JsonNode importId(String cell) {
        if (!cell.strip().startsWith("{") || !cell.contains(IMPORT_ID)) {
            return null;
        }
        try {
            JsonNode json = Json.MAPPER.readTree(cell.getBytes(StandardCharsets.UTF_8));
            return json.has(IMPORT_ID) ? json : null;
        } catch (IOException e) {
            return null;
        }
    }
}
