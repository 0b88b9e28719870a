package io.amends.rules.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import io.amends.contracts.Agent;
import io.amends.language.Field;
import io.amends.rules.matching.Wanted;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads who handled the ticket; rules ask for the id only. */
final class AgentReader extends FieldReader {
    private static final SerializableString[] PLACES = places("id", "name");
    private final Wanted wanted;
    private @Nullable String id;
    private @Nullable String name;

    private AgentReader(JsonParser json, Wanted wanted) {
        super(json, PLACES);
        this.wanted = wanted;
    }

    /** Null where nobody asks. */
    static @Nullable Agent read(JsonParser json, Wanted wanted) throws IOException {
        AgentReader reader = new AgentReader(json, wanted);
        reader.fields();
        return wanted.field(Field.AGENT) ? new Agent(reader.id, reader.name) : null;
    }

    @Override
    protected void field(String field) throws IOException {
        switch (field) {
            case "id" -> id = text(wanted.field(Field.AGENT));
            case "name" -> name = text(wanted.everything());
            default -> skip(field);
        }
    }
}
