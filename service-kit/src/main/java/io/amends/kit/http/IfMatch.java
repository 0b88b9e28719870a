package io.amends.kit.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} of a write: the ETags of which its sender changes no other (RFC 9110, 13.1.1). A tag is taken
 * without its quotes, too.
 *
 * @param header as it was sent; null where none was, which fits everything
 */
public record IfMatch(@Nullable String header) {

    /**
     * Whether the write may go on.
     *
     * @param tag of what is there now; null if nothing is
     */
    public boolean fits(@Nullable String tag) {
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
