package io.amends.ingest.imports.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file one after the other, in constant memory however long one is. Lines end with LF, CR or both. */
final class FileLines {
    /** The longest line, in bytes: more than any event can have. */
    static final int LONGEST = 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final FileEncoding encoding;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[1024];
    private int length;
    private int at;
    private int filled;
    private long position;

    /**
     * @param in the rest of the file from that position on
     * @param position of a line's first byte
     */
    FileLines(InputStream in, FileEncoding encoding, long position) throws IOException {
        this.in = in;
        this.encoding = encoding;
        this.position = position;
        if (position == 0) {
            fill();
            at = encoding.markLength(buffer, filled);
            this.position = at;
        }
    }

    /** The next line; null at the end of the file. */
    @Nullable
    FileLine next() throws IOException {
        length = 0;
        long read = 0;
        int last = -1;
        while (last != '\n') {
            int unit = peek();
            if (unit < 0 || (last == '\r' && unit != '\n')) {
                break;
            }
            read += encoding.unit();
            keep();
            last = unit;
        }
        // A file in UTF-16 may end with half a character.
        int rest = length == 0 && read == 0 ? remains() : 0;
        if (read == 0 && rest == 0) {
            return null;
        }
        position += read + rest;
        return finished(rest > 0);
    }

    private FileLine finished(boolean torn) {
        boolean whole = length <= LONGEST;
        int kept = Math.min(length, LONGEST);
        String text = torn ? "\uFFFD" : encoding.text(line, kept);
        boolean readable = !torn && (!whole || encoding.readable(text, line, kept));
        boolean loneReturn = text.endsWith("\r");
        return new FileLine(loneReturn ? text.substring(0, text.length() - 1) + '\n' : text, readable, whole, position);
    }

    /** The unit at which the file is, or -1 at its end. Units above ASCII only have to differ from line breaks. */
    private int peek() throws IOException {
        int size = encoding.unit();
        if (filled - at < size) {
            fill();
            if (filled - at < size) {
                return -1;
            }
        }
        if (size == 1) {
            return buffer[at] & 0xFF;
        }
        int first = buffer[at] & 0xFF;
        int second = buffer[at + 1] & 0xFF;
        return encoding == FileEncoding.UTF_16LE ? (second << 8) | first : (first << 8) | second;
    }

    /** Takes the unit at which the file is; of a line that is too long its beginning alone. */
    private void keep() {
        int size = encoding.unit();
        if (length <= LONGEST) {
            if (length + size > line.length) {
                line = Arrays.copyOf(line, line.length * 2);
            }
            for (int i = 0; i < size; i++) {
                line[length++] = buffer[at + i];
            }
        }
        at += size;
    }

    private int remains() {
        int rest = filled - at;
        at = filled;
        return rest;
    }

    private void fill() throws IOException {
        int rest = filled - at;
        System.arraycopy(buffer, at, buffer, 0, rest);
        at = 0;
        filled = rest + in.readNBytes(buffer, rest, BUFFER - rest);
    }
}
