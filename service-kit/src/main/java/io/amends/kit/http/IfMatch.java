package io.amends.kit.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} of a write: the ETags of which its sender changes no other (RFC 9110, 13.1.1). A tag is taken
 * without its quotes, too.
 *
 * @param header as it was sent; null where none was, which fits everything
 * @param nothing whether its sender saw that nothing is there, and writes only then
 */
public record IfMatch(@Nullable String header, boolean nothing) {

    /** What a header says. */
    public IfMatch(@Nullable String header) {
        this(header, false);
    }

    /** The condition of whoever makes something new: nothing is there. */
    public static IfMatch none() {
        return new IfMatch(null, true);
    }

    /**
     * Whether the write may go on.
     *
     * @param tag of what is there now; null if nothing is
     */
    public boolean fits(@Nullable String tag) {
        if (nothing) {
            return tag == null;
        }
        if (header == null) {
            return true;
        }
        return tag != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(seen ->
                                seen.equals("*") || seen.replace("\"", "").equals(tag));
    }
}
