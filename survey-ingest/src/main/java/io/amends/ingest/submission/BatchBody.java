package io.amends.ingest.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.amends.contracts.JsonFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The events of a batch, each with its bytes as sent (A1). */
public final class BatchBody {
    /** Most events in a batch. */
    public static final int MAX_EVENTS = 10_000;
    /** Largest batch, in bytes. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    // Not the shared mapper: one event with a key twice must not refuse the others.
    private static final JsonFactory PLAIN = new JsonFactory();

    private BatchBody() {}

    /**
     * The elements of a JSON array.
     *
     * @throws Malformed if it is not an array in UTF-8
     */
    public static List<byte[]> array(byte[] json) throws Malformed {
        List<byte[]> elements = new ArrayList<>();
        try {
            // Offsets count bytes only where the parser reads UTF-8.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        } catch (CharacterCodingException e) {
            throw Malformed.because("the batch is not UTF-8");
        }
        try (JsonParser parser = PLAIN.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw Malformed.because("the batch is not a JSON array");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int to = (int) parser.currentLocation().getByteOffset();
                elements.add(Arrays.copyOfRange(json, from, to));
            }
            if (parser.nextToken() != null) {
                throw Malformed.because("something follows the batch's array");
            }
        } catch (IOException e) {
            throw Malformed.because("the batch " + JsonFault.phrase(e));
        }
        return elements;
    }

    /** The lines of an NDJSON body that are not blank. */
    public static List<byte[]> lines(byte[] ndjson) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= ndjson.length; i++) {
            if (i == ndjson.length || ndjson[i] == '\n') {
                byte[] line = Arrays.copyOfRange(ndjson, from, i);
                if (!isBlank(line)) {
                    lines.add(line);
                }
                from = i + 1;
            }
        }
        return lines;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
