package io.amends.rules.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import io.amends.contracts.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads why a response waits in quarantine. */
final class ReasonReader extends FieldReader {
    private static final SerializableString[] PLACES = places("pointer", "reason");
    private @Nullable String pointer;
    private @Nullable String reason;

    private ReasonReader(JsonParser json) {
        super(json, PLACES);
    }

    static Reason read(JsonParser json) throws IOException {
        ReasonReader reader = new ReasonReader(json);
        reader.fields();
        return new Reason(reader.needed(reader.pointer, "pointer"), reader.needed(reader.reason, "reason"));
    }

    @Override
    protected void field(String name) throws IOException {
        switch (name) {
            case "pointer" -> pointer = text();
            case "reason" -> reason = text();
            default -> skip(name);
        }
    }
}
