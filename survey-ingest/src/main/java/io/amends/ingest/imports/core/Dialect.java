package io.amends.ingest.imports.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the cells of a file are told apart.
 *
 * @param delimiter between cells
 * @param quote around a cell that holds a delimiter, a quote or a line break
 * @param preface lines before the first row that say how the file is to be read: {@code sep=;}, which is Excel's
 */
public record Dialect(char delimiter, char quote, int preface) {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final char QUOTE = '"';
    private static final char APOSTROPHE = '\'';
    private static final Pattern SEPARATOR = Pattern.compile("\"?sep=(.)\"?\\s*", Pattern.CASE_INSENSITIVE);
    private static final int LINES = 100;

    /**
     * Recognises it by the first rows: the delimiter by which they have equally many cells, and as many as possible.
     *
     * @param beginning of the file
     * @param complete whether that is the whole file; where not, its last row may be half of one
     */
    public static Dialect of(byte[] beginning, FileEncoding encoding, boolean complete) {
        List<FileLine> lines = lines(beginning, encoding, complete);
        Matcher separator =
                SEPARATOR.matcher(lines.isEmpty() ? "" : lines.get(0).text());
        int preface = separator.matches() ? 1 : 0;
        if (preface == 1) {
            char said = separator.group(1).charAt(0);
            return new Dialect(said, quote(lines, said), preface);
        }
        Dialect best = new Dialect(',', quote(lines, ','), 0);
        long most = 0;
        for (char delimiter : DELIMITERS) {
            Dialect candidate = new Dialect(delimiter, quote(lines, delimiter), 0);
            long score = candidate.score(lines);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Whether numbers in such a file may have a comma before their fraction. */
    boolean decimalComma() {
        return delimiter != ',';
    }

    private static List<FileLine> lines(byte[] beginning, FileEncoding encoding, boolean complete) {
        List<FileLine> lines = new ArrayList<>();
        try {
            FileLines all = new FileLines(new ByteArrayInputStream(beginning), encoding, 0);
            FileLine line = all.next();
            while (line != null && lines.size() <= LINES) {
                lines.add(line);
                line = all.next();
            }
            if (line == null && !complete && lines.size() > 1) {
                lines.remove(lines.size() - 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the bytes are here
        }
        return lines;
    }

    /** An apostrophe, where no cell begins with a quotation mark, and as many begin with apostrophes as end with them. */
    private static char quote(List<FileLine> lines, char delimiter) {
        long marked = 0;
        long begins = 0;
        long ends = 0;
        long within = 0;
        for (FileLine line : lines) {
            for (String cell : line.text().strip().split(Pattern.quote(String.valueOf(delimiter)), -1)) {
                marked += cell.startsWith("\"") ? 1 : 0;
                begins += cell.startsWith("'") ? 1 : 0;
                ends += cell.endsWith("'") ? 1 : 0;
                within += cell.length() > 1 && cell.startsWith("'") && cell.endsWith("'") ? 1 : 0;
            }
        }
        return marked == 0 && begins == ends && begins > 1 && within > 0 ? APOSTROPHE : QUOTE;
    }

    // Rows that have as many cells as the first one count most, then how many cells that are.
    private long score(List<FileLine> lines) {
        try {
            RowReader reader = new RowReader(lines, this);
            FileRow first = reader.next();
            while (first != null && first.blank()) {
                first = reader.next();
            }
            if (first == null || first.cells().size() < 2) {
                return 0;
            }
            long alike = 1;
            long rows = 1;
            for (FileRow row = reader.next(); row != null; row = reader.next()) {
                rows += row.blank() ? 0 : 1;
                alike += !row.blank() && row.cells().size() == first.cells().size() ? 1 : 0;
            }
            return alike * 1000 / rows * 1000 + Math.min(999, first.cells().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the lines are here
        }
    }
}
