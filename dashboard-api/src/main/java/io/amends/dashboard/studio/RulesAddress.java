package io.amends.dashboard.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Addresses of the studio's pages. */
final class RulesAddress {
    private RulesAddress() {}

    /** The list of rules. */
    static String list(String cpc) {
        return "/portals/" + cpc + "/rules";
    }

    /** A page below the list. */
    static String of(String cpc, String page) {
        return list(cpc) + "/" + page;
    }

    /** A backtest. */
    static String backtest(String cpc, String id) {
        return of(cpc, "backtests/" + encoded(id));
    }

    /** The list, saying what was done. */
    static String done(String cpc, String what, String about) {
        return list(cpc) + "?done=" + what + "&about=" + encoded(about);
    }

    /** The same, with the place of the rule to go on with. */
    static String done(String cpc, String what, String about, int at) {
        return done(cpc, what, about) + "&at=" + at;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
