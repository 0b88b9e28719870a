package io.amends.dashboard.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** The address of the page that says why a response was decided as it was (F5). */
public final class WhyAddress {
    private WhyAddress() {}

    /** The page of one response; parameters can follow. No path can carry every id, such as "..". */
    public static String of(String cpc, String responseId) {
        return "/portals/" + cpc + "/responses/why?responseId="
                + URLEncoder.encode(responseId, UTF_8).replace("+", "%20");
    }
}
