package io.amends.dashboard.preferences.connection;

import io.amends.contracts.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a channel is connected, in finished words.
 *
 * @param url of this page
 * @param list of all channels
 * @param signed whether its posts are signed, so that it has no secret address
 * @param news what happened just now; null where nothing did
 * @param off that it is switched off, since when and why; null while it posts
 * @param standing how it does; empty while alerting does not answer
 */
public record ConnectionView(
        String name,
        String url,
        String list,
        boolean signed,
        @Nullable News news,
        @Nullable String off,
        List<String> standing) {

    /** What happened, and where something is wrong. */
    public record News(boolean bad, String words, List<Reason> faults) {}
}
