package io.amends.ingest.imports.core;

import java.io.ByteArrayOutputStream;

/**
 * What of a file its encoding is recognised by: its beginning, and the first of all that is not ASCII, wherever it stands.
 * Whether a file is UTF-8 or Windows-1252 may first show in its last lines.
 */
public final class EncodingSample {
    private static final int BEGINNING = 8 * 1024;
    private static final int LARGEST = 64 * 1024;

    private final ByteArrayOutputStream sample = new ByteArrayOutputStream(BEGINNING);
    private boolean within;

    /** Looks at the next bytes of the file. */
    public void add(byte[] bytes, int length) {
        int beginning = Math.min(length, Math.max(0, BEGINNING - sample.size()));
        sample.write(bytes, 0, beginning);
        for (int i = beginning; i < length && sample.size() < LARGEST; i++) {
            if (bytes[i] < 0 || within) {
                sample.write(bytes[i]);
            }
            within = bytes[i] < 0;
        }
    }

    /** The encoding, once the whole file was looked at. */
    public FileEncoding encoding() {
        return FileEncoding.of(sample.toByteArray());
    }
}
