package io.amends.kit.link;

import java.time.Instant;
import java.util.List;

/**
 * What a link in a digest opens (C6).
 *
 * @param digestId the digest that it is bound to
 * @param contactId the recipient it is bound to
 * @param response a response id, or {@link #ALL} of the digest
 * @param formerly whether it was signed while {@code *} stood for all of the digest, which a response may be called, too
 */
public record ReportLink(String digestId, String contactId, String response, Instant expires, boolean formerly) {
    /** All of the digest: a response id has one character at least. */
    public static final String ALL = "";

    private static final String FORMERLY_ALL = "*";

    public ReportLink(String digestId, String contactId, String response, Instant expires) {
        this(digestId, contactId, response, expires, false);
    }

    /** Whether it is the link in the digest's title. */
    public boolean wholeReport() {
        return response.equals(ALL) || (formerly && response.equals(FORMERLY_ALL));
    }

    /** Those of the digest's responses that it opens: none where it may as well be the link of one as that of all. */
    public List<String> opens(List<String> held) {
        if (!wholeReport()) {
            return held.stream().filter(response::equals).toList();
        }
        return formerly && held.contains(FORMERLY_ALL) ? List.of() : held;
    }
}
