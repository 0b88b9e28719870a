package io.amends.dashboard.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The addresses of the pages of deliveries (F7). */
public final class DeliveriesAddress {
    private DeliveriesAddress() {}

    /** All of a portal. */
    public static String list(String cpc) {
        return "/portals/" + cpc + "/deliveries";
    }

    /** Who was told of a case. */
    public static String ofCase(String cpc, String caseId) {
        return list(cpc) + "?case=" + URLEncoder.encode(caseId, UTF_8);
    }
}
