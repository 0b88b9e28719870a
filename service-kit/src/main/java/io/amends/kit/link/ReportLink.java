package io.amends.kit.link;

import java.time.Instant;

/**
 * What a link in a digest opens (C6).
 *
 * @param digestId the report it is bound to
 * @param contactId the recipient it is bound to
 * @param response a response id, or {@code *} for all of the report
 */
public record ReportLink(String digestId, String contactId, String response, Instant expires) {
    public static final String ALL = "*";
}
