package io.amends.dashboard.preferences.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A file with comma-separated values, in UTF-8; semicolons and tabs are taken as well, as spreadsheets write them. */
public final class CsvFile {
    /** The largest file. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** Most lines below the first one. */
    public static final int MOST_LINES = 20_000;

    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\r|\\n");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    /** Why nothing can be read from a file. */
    public enum FileFault {
        EMPTY,
        TOO_LARGE,
        NOT_UTF8,
        TOO_MANY_LINES,
        /** A quotation mark has no end, or something stands behind one. */
        NOT_CSV
    }

    /**
     * A line.
     *
     * @param line at which it begins, counted from 1
     */
    public record CsvRow(int line, List<String> cells) {}

    /** What came of reading. */
    public sealed interface Reading {
        /** The lines below the first one, without the empty ones. */
        record Table(List<String> header, List<CsvRow> rows) implements Reading {}

        /**
         * Nothing.
         *
         * @param line about where
         */
        record FaultyFile(FileFault fault, int line) implements Reading {}
    }

    /** Reads a file. */
    public static Reading read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return new Reading.FaultyFile(FileFault.TOO_LARGE, 1);
        }
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new Reading.FaultyFile(FileFault.NOT_UTF8, 1);
        }
        return read(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    private static Reading read(String text) {
        List<CsvRow> rows = new ArrayList<>();
        int line = 1;
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        try (MappingIterator<String[]> read =
                MAPPER.readerFor(String[].class).with(schema).readValues(text)) {
            while (read.hasNextValue()) {
                List<String> cells = List.of(read.nextValue());
                if (!(cells.size() == 1 && cells.get(0).isBlank()) && !cells.isEmpty()) {
                    rows.add(new CsvRow(line, cells));
                }
                if (rows.size() > MOST_LINES + 1) {
                    return new Reading.FaultyFile(FileFault.TOO_MANY_LINES, line);
                }
                line += 1 + breaks(cells);
            }
        } catch (JacksonException e) {
            return new Reading.FaultyFile(FileFault.NOT_CSV, line);
        } catch (IOException e) {
            return new Reading.FaultyFile(FileFault.NOT_CSV, line);
        }
        return rows.isEmpty()
                ? new Reading.FaultyFile(FileFault.EMPTY, 1)
                : new Reading.Table(rows.get(0).cells(), rows.subList(1, rows.size()));
    }

    private static char separator(String text) {
        String first = LINE_BREAK.split(text.stripLeading(), 2)[0];
        for (char separator : new char[] {'\t', ';'}) {
            if (first.indexOf(separator) >= 0 && first.indexOf(',') < 0) {
                return separator;
            }
        }
        return ',';
    }

    private static int breaks(List<String> cells) {
        return (int) cells.stream()
                .mapToLong(cell -> LINE_BREAK.matcher(cell).results().count())
                .sum();
    }
}
