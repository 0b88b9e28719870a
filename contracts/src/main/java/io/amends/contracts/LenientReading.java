package io.amends.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * How texts and moments are read, whatever they are in. What was published before anybody checked its texts must not
 * keep a consumer from what it says: NUL and lone surrogates, which cannot be stored, become U+FFFD. A moment is a text;
 * a number would be some count of seconds, of which nobody says since when.
 */
final class LenientReading {
    private LenientReading() {}

    static SimpleModule module() {
        return new SimpleModule("amends")
                .addDeserializer(String.class, new Texts())
                .addKeyDeserializer(String.class, new FieldNames())
                .addDeserializer(Instant.class, new Moments());
    }

    private static final class Texts extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1;

        Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return StorableText.printable(StringDeserializer.instance.deserialize(json, context));
        }
    }

    private static final class FieldNames extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return StorableText.printable(key);
        }
    }

    private static final class Moments extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        Moments() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, json);
            }
            try {
                return Rfc3339.parse(json.getText());
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, json.getText(), Rfc3339.WANTED);
            }
        }
    }
}
