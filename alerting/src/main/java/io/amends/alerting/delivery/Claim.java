package io.amends.alerting.delivery;

import io.amends.contracts.Delivered;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that one worker has for a while. Losing the lease means losing the delivery: whoever claims it next gets a
 * higher attempt, and this one may no longer send or finish it (C9). What is held waits until a period is built (C4).
 *
 * <pre>
 * QUEUED ──claim──► SENDING ──sent──► SENT
 *   ▲                │  │ └─lease over─► claimed again, attempt + 1
 *   └──backoff───────┘  └──last try──► FAILED ──resend──► QUEUED
 *
 * HELD ──its weekend is over──► SKIPPED: one that is queued then tells it
 * </pre>
 *
 * @param digestId null for an alert, whose words are its own (C7)
 * @param attempt the fencing number of this claim
 * @param tries claims since it was queued, this one included
 * @param resends how often it was sent again by hand
 */
public record Claim(
        UUID id,
        String portal,
        Delivered.Channel channel,
        @Nullable UUID digestId,
        @Nested To to,
        int attempt,
        int tries,
        int resends) {

    /**
     * To whom it goes.
     *
     * @param contactId null for a post, which goes to no person
     * @param address of that channel: a mailbox, a number, or the code of a channel of the directory
     */
    public record To(@Nullable String contactId, String address) {}

    /** Whether it is a post on a channel of the directory (C8). */
    boolean isPost() {
        return channel != Delivered.Channel.EMAIL && channel != Delivered.Channel.SMS;
    }
}
