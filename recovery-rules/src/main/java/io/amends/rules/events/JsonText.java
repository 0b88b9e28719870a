package io.amends.rules.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.amends.contracts.JsonFault;
import java.io.IOException;

/** Reads JSON in UTF-8 by its tokens. */
public final class JsonText {
    // Always UTF-8, so that a place in the text is a place in the bytes.
    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonText() {}

    /** Reads one value from a parser that is at its first token, and leaves the parser at its last. */
    public interface ValueReader<T> {
        T read(JsonParser json) throws IOException;
    }

    /**
     * Reads a text that holds one value and nothing behind it.
     *
     * @throws Unreadable if it does not, or if it is not what is read
     */
    public static <T> T read(byte[] utf8, ValueReader<T> reading) {
        try (JsonParser json = FACTORY.createParser(utf8)) {
            try {
                if (json.nextToken() == null) {
                    throw new Unreadable("", "is empty");
                }
                T value = reading.read(json);
                if (json.nextToken() != null) {
                    throw new Unreadable("", "is followed by something");
                }
                return value;
            } catch (IOException e) { // a character that is no UTF-8, too
                String pointer = json.getParsingContext().pathAsPointer().toString();
                throw new Unreadable(pointer, JsonFault.of(e).reason(), e);
            }
        } catch (IOException e) {
            throw new Unreadable("", "cannot be opened", e);
        }
    }
}
