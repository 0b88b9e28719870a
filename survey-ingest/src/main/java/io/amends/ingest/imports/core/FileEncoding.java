package io.amends.ingest.imports.core;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The encodings in which spreadsheets and survey tools write files. */
public enum FileEncoding {
    UTF_8(StandardCharsets.UTF_8, 1, "\u00EF\u00BB\u00BF"),
    UTF_16LE(StandardCharsets.UTF_16LE, 2, "\u00FF\u00FE"),
    UTF_16BE(StandardCharsets.UTF_16BE, 2, "\u00FE\u00FF"),
    /** What the western spreadsheets of Windows write where nobody asks them for anything else. */
    WINDOWS_1252(Charset.forName("windows-1252"), 1, "");

    // ICU gives this to a text that has nothing but ASCII, and more to one that has UTF-8.
    private static final int PLAIN_ASCII = 15;
    // ICU gives ten to any text, and more the more of its units are letters.
    private static final int LIKELY = 50;
    private static final char REPLACEMENT = '\uFFFD';

    private final Charset charset;
    private final int unit;
    private final String mark;

    FileEncoding(Charset charset, int unit, String mark) {
        this.charset = charset;
        this.unit = unit;
        this.mark = mark;
    }

    /** Recognises the encoding of a file: by its mark, or else by what ICU makes of the sample. */
    public static FileEncoding of(byte[] sample) {
        return Arrays.stream(values())
                .filter(encoding -> !encoding.mark.isEmpty() && encoding.marks(sample, sample.length))
                .findFirst()
                .orElseGet(() -> unmarked(sample));
    }

    private static FileEncoding unmarked(byte[] sample) {
        if (sample.length > 0) {
            for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
                Optional<FileEncoding> unicode = unicode(match.getName());
                // Text that is Windows-1252 is hardly ever UTF-8 as well: where ICU finds some, it is.
                int least = unicode.filter(UTF_8::equals).isPresent() ? PLAIN_ASCII + 1 : LIKELY;
                if (unicode.isPresent() && match.getConfidence() >= least) {
                    return unicode.get();
                }
            }
        }
        for (byte b : sample) {
            if (b < 0) {
                return WINDOWS_1252;
            }
        }
        return UTF_8;
    }

    private static Optional<FileEncoding> unicode(String name) {
        return Arrays.stream(values())
                .filter(encoding ->
                        encoding != WINDOWS_1252 && encoding.charset.name().equals(name))
                .findFirst();
    }

    /** The name that IANA has for it. */
    public String word() {
        return charset.name();
    }

    /** Bytes of what a line break is looked for in. */
    int unit() {
        return unit;
    }

    /** Bytes of the mark that these begin with; 0 without. */
    int markLength(byte[] begin, int length) {
        return marks(begin, length) ? mark.length() : 0;
    }

    private boolean marks(byte[] begin, int length) {
        if (length < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if ((begin[i] & 0xFF) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text of some bytes, with U+FFFD for what is none in this encoding. */
    String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, charset);
    }

    /** Whether bytes are text in this encoding, of which the text is known already. */
    boolean readable(String text, byte[] bytes, int length) {
        if (text.indexOf(REPLACEMENT) < 0) {
            return true;
        }
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true; // whoever wrote the file has written this character
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
