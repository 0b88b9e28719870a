package io.amends.alerting.immediate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a contact is told, by one channel, of what there is to tell at once: now, unless they had a message a moment ago or are in
 * quiet time. So what comes in a burst is gathered (C7).
 *
 * @param next before it there is no further message; null: they had none yet
 */
public record AlertTurn(@Nullable Instant next) {

    /** What kept a case from being told the moment it was decided. */
    public enum WaitedFor {
        NOTHING,
        TURN,
        QUIET
    }

    /** What a case has waited for that was decided at a moment, and is told now or held. */
    public WaitedFor waited(Instant flaggedAt, Telling telling) {
        if (telling instanceof HoldBack) {
            return WaitedFor.QUIET;
        }
        return next != null && flaggedAt.isBefore(next) ? WaitedFor.TURN : WaitedFor.NOTHING;
    }

    /** What becomes of what waits. */
    public sealed interface Telling {}

    /** It goes out as one message. */
    public record TellNow(AlertTurn then) implements Telling {}

    /** It waits for the next message. */
    public record TellLater(Instant at) implements Telling {}

    /** It is held, as one message, until quiet time is over (C10). */
    public record HoldBack(Instant until) implements Telling {}

    /**
     * What happens at a moment.
     *
     * @param quietUntil the end of the quiet time that holds it; null where none does
     * @param gathering how long after a message there is no further one
     */
    public Telling at(Instant now, @Nullable Instant quietUntil, Duration gathering) {
        if (quietUntil != null) {
            return new HoldBack(quietUntil);
        }
        if (next != null && now.isBefore(next)) {
            return new TellLater(next);
        }
        return new TellNow(new AlertTurn(now.plus(gathering)));
    }
}
