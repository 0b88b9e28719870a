package io.amends.kit.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;

/** Identifiers derived from what they name, so that the same thing always gets the same id. */
public final class Ids {
    /** The namespace of all ids of Amends; never changes. */
    private static final UUID NAMESPACE = UUID.fromString("6d1f7a52-6f0a-5c53-9c0e-2f6f1f2b7c11");

    private static final NameBasedGenerator GENERATOR = Generators.nameBasedGenerator(NAMESPACE);

    private Ids() {}

    /** The id of a ticket's case: there is one, whichever comes first, a survey or a request, and whoever names it. */
    public static String ofCase(String portal, String ticketId) {
        return v5("case", portal, ticketId).toString();
    }

    /** UUIDv5 of the parts in order. Parts are length-prefixed, so that no two lists of parts collide. */
    public static UUID v5(String... parts) {
        StringBuilder name = new StringBuilder();
        for (String part : parts) {
            name.append(part.length()).append(':').append(part);
        }
        synchronized (GENERATOR) { // its digest is shared
            return GENERATOR.generate(name.toString());
        }
    }
}
