package io.amends.ingest.imports.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.StorableText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the responses of a file: a row of headers, or the two of SurveyMonkey (the question, and under it the
 * answer of a column), or the three of Qualtrics (names, questions, and what they are imported by).
 *
 * @param rows how many rows that is
 * @param tool which tool has written the file, as far as that changes how it is read
 * @param fault why there are no headers in it, in a sentence; null where there are
 */
public record FileHead(List<HeadColumn> columns, int rows, Tool tool, @Nullable String fault) {
    private static final String IMPORT_ID = "ImportId";
    private static final String RESPONDENT = "respondentid";
    /** What SurveyMonkey writes where a question has one column, and so nothing to tell it from others. */
    private static final Set<String> SINGLE = Set.of("response", "open-ended response");

    /** The header of Google's first column, in the languages of those who make the forms. */
    private static final Set<String> GOOGLE = Set.of(
            "Timestamp",
            "Zeitstempel",
            "Horodateur",
            "Marca temporal",
            "Informazioni cronologiche",
            "Carimbo de data/hora",
            "Tijdstempel");

    private static final String TYPEFORM = "#";
    private static final Pattern UTC = Pattern.compile(".*\\((?:UTC|GMT)\\)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final int LONGEST = 500;

    /** Rows that have to be seen to know. */
    public static final int MOST_ROWS = 3;

    /** Who writes files that are read in a way of their own. */
    public enum Tool {
        ANY,
        /** Three rows of headers, and commas between the answers of one cell. */
        QUALTRICS,
        /** Two rows of headers, and the month first. */
        SURVEYMONKEY,
        /** No ids, and commas between the answers of one cell. */
        GOOGLE_FORMS,
        /** The id of a response under the sign {@code #}. */
        TYPEFORM
    }

    /**
     * A column.
     *
     * @param name by which a preset calls it; empty where it has none
     * @param label another name that it has, such as the text of the question; null where it has none
     * @param zone of times in it that name none; null where the file does not say
     * @param importId by which Qualtrics knows it; null in files of others
     */
    public record HeadColumn(String name, @Nullable String label, @Nullable ZoneId zone, @Nullable String importId) {}

    /** Recognises it by the first rows of a file, of which there may be fewer than {@link #MOST_ROWS}. */
    public static FileHead of(List<FileRow> first) {
        if (first.isEmpty()) {
            return none("the file has no headers");
        }
        String fault = first.get(0).fault();
        if (fault != null) {
            return none("the headers in line " + first.get(0).line() + " cannot be read: " + fault);
        }
        List<String> names = first.get(0).cells();
        List<String> second = first.size() > 1 ? first.get(1).cells() : List.of();
        List<String> third = first.size() > 2 ? first.get(2).cells() : List.of();
        if (imports(third)) {
            return new FileHead(columns(names, second, third), 3, Tool.QUALTRICS, null);
        }
        if (imports(second)) {
            return new FileHead(columns(names, List.of(), second), 2, Tool.QUALTRICS, null);
        }
        if (first.size() > 1
                && cell(second, 0).isEmpty()
                && (plain(cell(names, 0)).equals(RESPONDENT) || second.stream().anyMatch(FileHead::isSingle))) {
            return new FileHead(answers(names, second), 2, Tool.SURVEYMONKEY, null);
        }
        return new FileHead(columns(names, List.of(), List.of()), 1, tool(names), null);
    }

    /** Of what is no file of headers and responses. */
    static FileHead none(String fault) {
        return new FileHead(List.of(), 0, Tool.ANY, fault);
    }

    private static Tool tool(List<String> names) {
        if (GOOGLE.contains(cell(names, 0))) {
            return Tool.GOOGLE_FORMS;
        }
        boolean submits = names.stream().anyMatch(name -> plain(name).startsWith("submit"));
        return cell(names, 0).equals(TYPEFORM) && submits ? Tool.TYPEFORM : Tool.ANY;
    }

    /** Whether this tool has the ids of its responses in a column of that name. */
    boolean isIdColumn(HeadColumn column) {
        return tool == Tool.TYPEFORM && column.name().equals(TYPEFORM);
    }

    /** A name as people mean it: upper and lower case are the same, and so are all blanks and the ways to write an umlaut. */
    static String said(String name) {
        String seen = UNSEEN.matcher(name).replaceAll("");
        String composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
        return BLANKS.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
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
            String name = cell(names, i);
            JsonNode imported = i < imports.size() ? importId(imports.get(i)) : null;
            ZoneId zone = UTC.matcher(name).matches() ? ZoneOffset.UTC : zone(imported);
            columns.add(new HeadColumn(
                    name,
                    label.isEmpty() ? null : label,
                    zone,
                    imported == null ? null : imported.path(IMPORT_ID).asText()));
        }
        return unlike(columns);
    }

    /** Gives a column that is called like one before it a number, so that a preset can mean the one or the other. */
    private static List<HeadColumn> unlike(List<HeadColumn> columns) {
        Set<String> taken = new HashSet<>();
        columns.forEach(column -> taken.add(said(column.name())));
        Set<String> seen = new HashSet<>();
        Map<String, Integer> counted = new HashMap<>();
        List<HeadColumn> unlike = new ArrayList<>();
        for (HeadColumn column : columns) {
            String name = column.name();
            if (!name.isEmpty() && !seen.add(said(name))) {
                String said = said(name);
                do {
                    name = column.name() + " (" + counted.merge(said, 2, (nth, second) -> nth + 1) + ")";
                } while (!taken.add(said(name)));
            }
            unlike.add(new HeadColumn(name, column.label(), column.zone(), column.importId()));
        }
        return unlike;
    }

    private static List<HeadColumn> answers(List<String> questions, List<String> choices) {
        List<HeadColumn> columns = new ArrayList<>();
        String question = "";
        for (int i = 0; i < Math.max(questions.size(), choices.size()); i++) {
            question = cell(questions, i).isEmpty() ? question : cell(questions, i);
            String choice = cell(choices, i);
            boolean single = choice.isEmpty() || isSingle(choice);
            String name = choice.isEmpty() ? cell(questions, i) : single ? question : question + ": " + choice;
            columns.add(new HeadColumn(name, single ? null : choice, null, null));
        }
        return unlike(columns);
    }

    private static boolean isSingle(String choice) {
        return SINGLE.contains(said(choice));
    }

    /** A cell as a name: without blanks around it, without what cannot be stored, and of a length that can be shown. */
    private static String cell(List<String> cells, int at) {
        if (at >= cells.size()) {
            return "";
        }
        String text = cells.get(at);
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return StorableText.printable(text.substring(from, Math.min(from + LONGEST, to)));
    }

    /** What surrounds names, no-break blanks and the marks of files among it. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static @Nullable ZoneId zone(@Nullable JsonNode imported) {
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
