package io.amends.dashboard.studio.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Addresses of the studio's pages. */
public final class StudioAddress {
    private StudioAddress() {}

    /** The list of rules. */
    public static String list(String cpc) {
        return "/portals/" + cpc + "/rules";
    }

    /** A page below the list. */
    public static String of(String cpc, String page) {
        return list(cpc) + "/" + page;
    }

    /** The builder of the rule at that index of the draft. */
    public static String rule(String cpc, int index) {
        return of(cpc, Integer.toString(index + 1));
    }

    /** A published version. */
    public static String version(String cpc, long version) {
        return of(cpc, "versions/" + version);
    }

    /** A backtest. */
    public static String backtest(String cpc, String id) {
        return of(cpc, "backtests/" + encoded(id));
    }

    /** The list, saying what was done. */
    public static String done(String cpc, String what, String about) {
        return list(cpc) + "?done=" + what + "&about=" + encoded(about);
    }

    /** The same, with the place of the rule to go on with. */
    public static String done(String cpc, String what, String about, int at) {
        return done(cpc, what, about) + "&at=" + at;
    }

    /** A text as it stands in a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** A version's number as an address or a form has it; 0 for anything else. */
    public static long versionNumber(String written) {
        return written.matches("\\d{1,9}") ? Long.parseLong(written) : 0;
    }
}
