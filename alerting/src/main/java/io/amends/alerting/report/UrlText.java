package io.amends.alerting.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** Texts from outside within addresses. */
final class UrlText {
    private UrlText() {}

    /** One path segment or parameter value. */
    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** A configured prefix with an id behind it; empty where there is no prefix or it is no web address. */
    static String behind(@Nullable String prefix, String id) {
        return prefix != null && prefix.matches("https?://[^\\s\"<>]+") ? prefix + encode(id) : "";
    }
}
