package io.amends.dashboard.links;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the pages of requests (A9). */
public final class RequestAddress {
    private RequestAddress() {}

    /** The form, filled in for a ticket. */
    public static String form(String cpc, String rgid, String ticketId) {
        return list(cpc) + "/new?rgid=" + encoded(rgid) + "&ticket=" + encoded(ticketId);
    }

    /** Where the case of a request is looked for, and opened once it is there. */
    public static String caseOf(String cpc, String requestId, String caseId) {
        return list(cpc) + "/" + encoded(requestId) + "?case=" + encoded(caseId);
    }

    private static String list(String cpc) {
        return "/portals/" + cpc + "/requests";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
