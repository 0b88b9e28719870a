package io.amends.kit.problem;

import io.amends.contracts.IdText;
import io.amends.contracts.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An id in an address. Ids are any characters, and some of them, such as "..", no path can carry: every resource with
 * an id in its path has the same address without that segment and with the id as a parameter.
 */
public final class AddressedId {
    private AddressedId() {}

    /**
     * The id of a path or of a parameter, without blanks around it.
     *
     * @param name of the parameter
     * @throws Problem 400 if there is none
     */
    public static String of(@Nullable String id, String name) {
        String trimmed = IdText.orNull(id);
        if (trimmed == null) {
            throw Problem.badRequest(
                    "The address must say which one: ?" + name + "=…", List.of(new Reason("?" + name, "is missing")));
        }
        return trimmed;
    }
}
