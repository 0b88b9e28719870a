package io.amends.dashboard.signin.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody goes after signing in: to the page they asked for, if it is one of ours. */
public final class WayBack {
    /** A path from the root; two slashes, or one and a backslash, would name another host. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>]]*");

    private static final int LONGEST = 2_000;

    private WayBack() {}

    /** The address as a cookie can hold it. */
    public static String written(String pathAndQuery) {
        return URLEncoder.encode(pathAndQuery, UTF_8);
    }

    /** The page that was written; the start page where there is none, or it is not one of ours. */
    public static String read(@Nullable String written) {
        if (written == null) {
            return "/";
        }
        try {
            String page = URLDecoder.decode(written, UTF_8);
            return page.length() <= LONGEST && OURS.matcher(page).matches() ? page : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
