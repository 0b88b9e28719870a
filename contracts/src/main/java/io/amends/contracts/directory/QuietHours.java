package io.amends.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;

/**
 * When people are left alone each day, by their clocks (C10). Written as {@code {"from":"20:00","to":"08:00"}}, or as
 * {@code "NONE"} by a contact who has none although their portal has some.
 *
 * @param from when it begins, in whole minutes
 * @param to when it ends; before its beginning: on the next day
 */
public record QuietHours(LocalTime from, LocalTime to) {
    /** What is written of a contact who is never left alone. */
    public static final String NEVER = "NONE";

    /** They begin where they end: at no time of the day. */
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static QuietHours read(JsonNode json) {
        return NEVER.equals(json.textValue())
                ? NONE
                : new QuietHours(
                        LocalTime.parse(json.path("from").asText()),
                        LocalTime.parse(json.path("to").asText()));
    }

    /** Whether there is no such time at all. */
    public boolean none() {
        return from.equals(to);
    }

    /** Whether they end on the day after that on which they begin. */
    public boolean overMidnight() {
        return to.isBefore(from);
    }

    @JsonValue
    Object written() {
        return none() ? NEVER : new Span(from, to);
    }

    private record Span(@JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to) {}
}
