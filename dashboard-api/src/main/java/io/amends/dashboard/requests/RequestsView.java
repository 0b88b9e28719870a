package io.amends.dashboard.requests;

import io.amends.dashboard.layout.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of a portal's requests, in finished words.
 *
 * @param zone whose time the moments are
 * @param away why the list cannot be shown; null where it can
 * @param newer the page before; null on the first
 * @param older the page behind; null on the last
 */
public record RequestsView(
        String headline,
        String zone,
        List<StateChip> states,
        List<RequestLine> lines,
        @Nullable String away,
        @Nullable String newer,
        @Nullable String older) {

    /** A state by which the list can be narrowed. */
    public record StateChip(String label, String url, boolean current) {}

    /**
     * A request.
     *
     * @param url where its case opens
     * @param looks how its state is coloured
     */
    public record RequestLine(
            Asked asked,
            Subject about,
            String url,
            String group,
            String who,
            Formats.Moment at,
            String state,
            String looks) {}

    /**
     * What and whom a request is about.
     *
     * @param customer by name; null where nobody said who it is
     */
    public record Subject(String ticket, @Nullable String customer) {}

    /** What is asked for. */
    public record Asked(String type, String format, boolean urgent, String why) {}
}
