package io.amends.rules.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.amends.contracts.Rfc3339;
import io.amends.contracts.StorableText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object, field by field. A field that comes twice and a value that does not fit are refused with their
 * pointer; null is an absent field. One reader reads one object.
 *
 * <p>A subclass names the fields it knows, at most 64: which of them came is then one bit each, where the parser's own
 * detection of duplicates would keep a set of names per object. Where they come in the order given, as they do in what
 * Amends writes, names are compared and not looked up.
 */
public abstract class FieldReader {
    protected final JsonParser json;
    private final SerializableString[] places;
    // This belongs to the known field that came last.
    private int place = -1;
    private long seen;
    private @Nullable Set<String> unknown;

    /** @param places the names of all fields that are read, as {@link #places} makes them */
    protected FieldReader(JsonParser json, SerializableString... places) {
        this.json = json;
        this.places = places;
    }

    /** Names as they are written, encoded once. */
    protected static SerializableString[] places(String... names) {
        return Arrays.stream(names).map(SerializedString::new).toArray(SerializableString[]::new);
    }

    /** Reads one field; the parser is at its value, and after it at the value's last token. */
    protected abstract void field(String name) throws IOException;

    /** Reads the object that the parser is at, and leaves it at its end. */
    protected final void fields() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw refused("must be an object");
        }
        for (String name = next(); name != null; name = next()) {
            json.nextToken();
            field(name);
        }
    }

    private @Nullable String next() throws IOException {
        int following = place + 1;
        if (following < places.length && json.nextFieldName(places[following])) {
            place = following;
            return places[following].getValue();
        }
        String name = following < places.length ? json.currentName() : json.nextFieldName();
        if (json.currentToken() != JsonToken.FIELD_NAME) {
            return null;
        }
        for (int i = 0; i < places.length; i++) {
            int at = (following + i) % places.length;
            if (places[at].getValue().equals(name)) {
                place = at;
                break;
            }
        }
        return name;
    }

    /** Whether the value is there; notes that the field came. */
    protected final boolean has() throws IOException {
        long bit = 1L << place;
        if ((seen & bit) != 0) {
            throw refused("is there twice");
        }
        seen |= bit;
        return json.currentToken() != JsonToken.VALUE_NULL;
    }

    protected final @Nullable String text() throws IOException {
        return text(true);
    }

    /** A text, decoded only where it is wanted; otherwise null. */
    protected final @Nullable String text(boolean wanted) throws IOException {
        if (!has()) {
            return null;
        }
        needText();
        return wanted ? decoded() : null;
    }

    /** The text that the parser is at, as whatever reads events takes it: with U+FFFD for what cannot be stored. */
    protected final String decoded() throws IOException {
        return StorableText.printable(json.getText());
    }

    /** The next name of a map, read as texts are; null at its end. */
    protected final @Nullable String nextName() throws IOException {
        String name = json.nextFieldName();
        return name == null ? null : StorableText.printable(name);
    }

    /** A list of texts without its nulls; empty where it is absent or not wanted. */
    protected final List<String> texts(boolean wanted) throws IOException {
        if (!has()) {
            return List.of();
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw refused("must be a list of texts");
        }
        List<String> texts = List.of();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                needText();
                if (wanted) {
                    texts = texts.isEmpty() ? new ArrayList<>() : texts;
                    texts.add(decoded());
                }
            }
        }
        return texts;
    }

    /** A moment, written as RFC 3339 says. */
    protected final @Nullable Instant time() throws IOException {
        String text = text();
        if (text == null) {
            return null;
        }
        try {
            return Rfc3339.parse(text);
        } catch (DateTimeException e) {
            throw refused(Rfc3339.WANTED);
        }
    }

    protected final <E extends Enum<E>> @Nullable E constant(E[] constants) throws IOException {
        String text = text();
        if (text == null) {
            return null;
        }
        for (E constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw refused("must be one of " + List.of(constants));
    }

    /** A whole number; 0 where it is absent. */
    protected final long whole() throws IOException {
        if (!has()) {
            return 0;
        }
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw refused("must be a whole number");
        }
        return json.getLongValue();
    }

    /** Yes or no; no where it is absent. */
    protected final boolean flag() throws IOException {
        if (!has()) {
            return false;
        }
        if (!json.currentToken().isBoolean()) {
            throw refused("must be true or false");
        }
        return json.getBooleanValue();
    }

    /** Passes over a field that is not known here. */
    protected final void skip(String name) throws IOException {
        if (unknown == null) {
            unknown = new HashSet<>();
        }
        if (!unknown.add(name)) {
            throw refused("is there twice");
        }
        skipValue();
    }

    /** Passes over a value; within it, too, no name may come twice. */
    protected final void skipValue() throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            new Skipped(json).fields();
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                skipValue();
            }
        }
    }

    /**
     * A field without which the object says nothing.
     *
     * @throws Unreadable if it did not come
     */
    protected final <T> T needed(@Nullable T value, String name) {
        if (value == null) {
            // At the object's end the parser is back in what is around it.
            throw new Unreadable(json.getParsingContext().pathAsPointer() + "/" + name, "is missing");
        }
        return value;
    }

    protected final Unreadable refused(String reason) {
        return new Unreadable(json.getParsingContext().pathAsPointer().toString(), reason);
    }

    private void needText() {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw refused("must be a text");
        }
    }

    private static final class Skipped extends FieldReader {
        private Skipped(JsonParser json) {
            super(json);
        }

        @Override
        protected void field(String name) throws IOException {
            skip(name);
        }
    }
}
