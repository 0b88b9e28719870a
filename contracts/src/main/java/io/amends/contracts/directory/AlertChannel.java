package io.amends.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a portal's events are posted: a room of Teams or Slack, or a program (C8). Its secrets are not here: alerting keeps
 * them, and so the addresses of Teams and Slack, which are secrets themselves.
 *
 * @param url of a WEBHOOK; null for the others
 * @param events what is posted, each once and in their order
 * @param regions whose groups' events are posted; null: of all, and of groups without a region
 * @param groups whose events are posted; null: of all
 * @param active whether anything is posted
 */
public record AlertChannel(
        String name,
        ChannelKind kind,
        @Nullable String url,
        List<ChannelEvent> events,
        @Nullable List<String> regions,
        @Nullable List<String> groups,
        boolean active) {

    public AlertChannel {
        events = events.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(events));
        regions = named(regions);
        groups = named(groups);
    }

    /** What is at the other end. */
    public enum ChannelKind {
        TEAMS,
        SLACK,
        WEBHOOK
    }

    /** What can be posted. */
    public enum ChannelEvent {
        /** A response became a candidate. */
        FLAGGED,
        /** A response that is to be alerted at once. */
        IMMEDIATE,
        /** A request without a survey (A9). */
        REQUEST,
        /** The digests of a period were built. */
        DIGEST,
        /** What became of a case; not posted yet. */
        CASE,
        /** A follow-up survey was asked for, or skipped; not posted yet. */
        FOLLOWUP,
        /** What the portal's admins hear of (A7, A11). */
        ADMIN
    }

    /** Reads the JSON form, with the defaults for what is absent. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static AlertChannel read(
            String name,
            ChannelKind kind,
            @Nullable String url,
            @Nullable List<ChannelEvent> events,
            @Nullable List<String> regions,
            @Nullable List<String> groups,
            @Nullable Boolean active) {
        return new AlertChannel(
                name,
                kind,
                url,
                Objects.requireNonNullElse(events, List.of()),
                regions,
                groups,
                Objects.requireNonNullElse(active, true));
    }

    /** Whether an event is posted that is of a group. */
    public boolean takes(ChannelEvent event, String group, @Nullable String region) {
        return active
                && events.contains(event)
                && (groups == null || groups.contains(group))
                && (regions == null || (region != null && regions.contains(region)));
    }

    private static @Nullable List<String> named(@Nullable List<String> codes) {
        return codes == null || codes.isEmpty() ? null : List.copyOf(codes);
    }
}
