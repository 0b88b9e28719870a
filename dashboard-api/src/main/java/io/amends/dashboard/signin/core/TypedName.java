package io.amends.dashboard.signin.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** A name that somebody typed, and whose it is, as a cookie can hold them. */
public final class TypedName {
    /** The longest name that is kept; a form takes none that is longer. */
    public static final int LONGEST = 200;

    private TypedName() {}

    /** The name and its owner as a cookie can hold them. */
    public static String written(String owner, String name) {
        // The encoding writes ~ as %7E, so that the first one is ours.
        return URLEncoder.encode(owner, UTF_8) + "~" + URLEncoder.encode(name, UTF_8);
    }

    /** The name that this owner typed; null where there is none, or it is somebody else's. */
    public static @Nullable String read(@Nullable String written, String owner) {
        String whose = URLEncoder.encode(owner, UTF_8) + "~";
        if (written == null || !written.startsWith(whose)) {
            return null;
        }
        try {
            String name =
                    URLDecoder.decode(written.substring(whose.length()), UTF_8).strip();
            return name.isEmpty() || name.length() > LONGEST ? null : name;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
