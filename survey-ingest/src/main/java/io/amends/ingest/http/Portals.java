package io.amends.ingest.http;

import io.amends.contracts.Reason;
import io.amends.kit.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The portal of a request; that the caller may see it has been checked before. */
public final class Portals {

    private Portals() {}

    /**
     * The query parameter {@code cpc}.
     *
     * @throws Problem 400 if it is missing
     */
    public static String required(@Nullable String cpc) {
        if (cpc == null || cpc.isBlank()) {
            throw Problem.badRequest(
                    "Say which portal: ?cpc=…", List.of(new Reason("?cpc", "the portal's code is missing")));
        }
        return cpc;
    }
}
