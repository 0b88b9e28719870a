package io.amends.ingest.imports.core;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file. A row that cannot be read costs its first line alone: reading goes on with the next one, so that a
 * quotation mark without an end does not swallow the rest of the file.
 *
 * <p>The parser is handed line by line, and asks for the next one only when it needs it or has finished a row. So this
 * reader knows to the byte where a row ends, which is where an import goes on after a kill.
 */
public final class RowReader {
    private static final CsvFactory FACTORY = new CsvFactory();
    private static final String TWICE = ": a cell with a quotation mark in it has marks around it and this one twice";
    private static final String UNENDED = "a quotation mark that opens in this line has no end" + TWICE;
    private static final String STRAY = "something stands behind a closing quotation mark" + TWICE;
    private static final String TOO_LONG =
            "the line is longer than " + FileLines.LONGEST + " bytes: shorten it, or look for a mark that is missing";
    private static final String UNREADABLE =
            "the line is not text in the encoding of the file: save the file again as CSV UTF-8";

    private final LineSource source;
    private final CsvSchema schema;
    private final Deque<FileLine> ahead = new ArrayDeque<>();
    private final List<FileLine> taken = new ArrayList<>();
    private final List<FileLine> carried = new ArrayList<>();
    private final Feed feed = new Feed();
    private @Nullable CsvParser parser;
    private long line;
    private long position;
    private long size;
    private boolean ranOut;

    /** Where the lines come from. */
    private interface LineSource {
        @Nullable
        FileLine next() throws IOException;
    }

    /**
     * @param lines the rest of a file
     * @param linesBefore those that the file has before them
     * @param position the bytes that it has before them
     */
    RowReader(FileLines lines, Dialect dialect, long linesBefore, long position) {
        this(lines::next, dialect);
        this.line = linesBefore;
        this.position = position;
    }

    /** Reads some lines. */
    RowReader(List<FileLine> lines, Dialect dialect) {
        this(source(lines.iterator()), dialect);
    }

    private RowReader(LineSource source, Dialect dialect) {
        this.source = source;
        this.schema =
                CsvSchema.emptySchema().withColumnSeparator(dialect.delimiter()).withQuoteChar(dialect.quote());
    }

    private static LineSource source(Iterator<FileLine> lines) {
        return () -> lines.hasNext() ? lines.next() : null;
    }

    /** The next row; null at the end. */
    public @Nullable FileRow next() throws IOException {
        taken.clear();
        taken.addAll(carried);
        carried.clear();
        size = taken.stream().mapToLong(part -> part.text().length()).sum();
        ranOut = false;
        if (taken.isEmpty()) {
            FileLine first = pull();
            if (first == null) {
                return null;
            }
            ahead.addFirst(first);
            if (!first.whole()) {
                return refused(TOO_LONG);
            }
        }
        try {
            return finished(cells());
        } catch (JacksonException e) {
            return refused(ranOut ? UNENDED : STRAY);
        } finally {
            if (ranOut) {
                begin(); // it takes the end of a part for the end of the file
            }
        }
    }

    /** The bytes of the file up to the end of the last row. */
    public long position() {
        return position;
    }

    /** The lines of the file up to the end of the last row. */
    public long line() {
        return line;
    }

    private List<String> cells() throws IOException {
        CsvParser csv = parser;
        if (csv == null) {
            csv = FACTORY.createParser(feed);
            csv.setSchema(schema);
            parser = csv;
        }
        List<String> cells = new ArrayList<>();
        csv.nextToken();
        int needed = taken.size();
        while (csv.nextToken() == JsonToken.VALUE_STRING) {
            cells.add(csv.getText());
            needed = taken.size();
        }
        // To tell whether there is another row, the parser has asked for that row's first line, and has it now.
        List<FileLine> more = taken.subList(needed, taken.size());
        carried.addAll(more);
        more.clear();
        return cells;
    }

    private FileRow finished(List<String> cells) {
        FileLine last = taken.get(taken.size() - 1);
        boolean readable = taken.stream().allMatch(FileLine::readable);
        StringBuilder text = new StringBuilder();
        taken.forEach(part -> text.append(part.text()));
        long begins = line + 1;
        line += taken.size();
        position = last.end();
        return readable
                ? new FileRow(begins, text.toString(), cells, null)
                : new FileRow(begins, text.toString(), List.of(), UNREADABLE);
    }

    /** Refuses the first line alone, and begins anew with the next. */
    private FileRow refused(String fault) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            ahead.addFirst(taken.get(i));
        }
        taken.clear();
        begin();
        FileLine first = ahead.removeFirst();
        line++;
        position = first.end();
        return new FileRow(line, first.text(), List.of(), first.readable() ? fault : UNREADABLE);
    }

    /** Has a new parser read what comes. */
    private void begin() {
        parser = null;
        feed.clear();
    }

    private @Nullable FileLine pull() throws IOException {
        return ahead.isEmpty() ? source.next() : ahead.removeFirst();
    }

    /** Hands the parser one line at a time. */
    private final class Feed extends Reader {
        private String text = "";
        private int at;

        @Override
        public int read(char[] to, int offset, int count) throws IOException {
            if (at == text.length()) {
                FileLine next = size > FileLines.LONGEST ? null : pull();
                if (next != null && !next.whole()) {
                    ahead.addFirst(next);
                    next = null;
                }
                if (next == null) {
                    ranOut = true;
                    return -1;
                }
                taken.add(next);
                size += next.text().length();
                text = next.text();
                at = 0;
            }
            int copied = Math.min(count, text.length() - at);
            text.getChars(at, at + copied, to, offset);
            at += copied;
            return copied;
        }

        void clear() {
            text = "";
            at = 0;
        }

        @Override
        public void close() {}
    }
}
