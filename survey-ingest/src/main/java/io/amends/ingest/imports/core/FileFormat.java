package io.amends.ingest.imports.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * How a file is to be read, as its beginning shows it.
 *
 * @param begins where the responses begin
 */
public record FileFormat(FileEncoding encoding, Dialect dialect, FileHead head, Place begins) {

    /**
     * A place between two rows of a file.
     *
     * @param position bytes before it
     * @param line lines before it
     */
    public record Place(long position, long line) {}

    /** What the files of spreadsheets begin with that are no CSV: the one of a ZIP, and the one of before. */
    private static final List<String> WORKBOOKS = List.of("504B0304", "D0CF11E0");

    private static final int MARK = 4;
    private static final String WORKBOOK =
            "the file is a workbook of a spreadsheet: save it there as CSV UTF-8, and send that";

    /**
     * Recognises it.
     *
     * @param beginning of the file
     * @param complete whether that is the whole file
     */
    public static FileFormat of(byte[] beginning, FileEncoding encoding, boolean complete) {
        Dialect dialect = Dialect.of(beginning, encoding, complete);
        List<FileRow> rows = new ArrayList<>();
        List<Place> ends = new ArrayList<>();
        Place begins = new Place(0, 0);
        try {
            RowReader reader = reader(new ByteArrayInputStream(beginning), encoding, dialect, begins);
            int passed = 0;
            for (FileRow row = reader.next(); row != null && rows.size() < FileHead.MOST_ROWS; row = reader.next()) {
                Place end = new Place(reader.position(), reader.line());
                if (passed++ < dialect.preface() || (rows.isEmpty() && row.blank())) {
                    begins = end;
                } else {
                    rows.add(row);
                    ends.add(end);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the bytes are here
        }
        FileHead head = isWorkbook(beginning) ? FileHead.none(WORKBOOK) : FileHead.of(rows);
        return new FileFormat(encoding, dialect, head, head.rows() == 0 ? begins : ends.get(head.rows() - 1));
    }

    private static boolean isWorkbook(byte[] beginning) {
        int length = Math.min(MARK, beginning.length);
        return WORKBOOKS.contains(HexFormat.of().withUpperCase().formatHex(beginning, 0, length));
    }

    /** The rows of the file from a place on. */
    public RowReader rows(InputStream rest, Place from) throws IOException {
        return reader(rest, encoding, dialect, from);
    }

    private static RowReader reader(InputStream in, FileEncoding encoding, Dialect dialect, Place from)
            throws IOException {
        return new RowReader(new FileLines(in, encoding, from.position()), dialect, from.line(), from.position());
    }
}
