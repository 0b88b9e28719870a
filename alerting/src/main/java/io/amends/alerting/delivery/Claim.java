package io.amends.alerting.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that one worker has for a while. Losing the lease means losing the delivery: whoever claims it next gets a
 * higher attempt, and this one may no longer send or finish it (C9).
 *
 * <pre>
 * QUEUED ──claim──► SENDING ──sent──► SENT
 *   ▲                │  │ └─lease over─► claimed again, attempt + 1
 *   └──backoff───────┘  └──last try──► FAILED ──resend──► QUEUED
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
        @Nullable UUID digestId,
        String contactId,
        String address,
        int attempt,
        int tries,
        int resends) {}
