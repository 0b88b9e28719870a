package io.amends.alerting.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A way by which messages go out (C8): it makes a delivery's message ready, and hands it over. Claims, attempts, marks and
 * events are not its business but that of {@link DigestSender} and {@link ClaimStore}, for all channels alike. Blocks.
 *
 * @param <M> what it sends
 */
sealed interface MessageChannel<M extends Message> permits MailChannel, SmsChannel, PostChannel {

    /** The message of a delivery of this channel. */
    M message(Claim claim);

    /** Hands a message over, once. What it throws counts as {@link Later}. */
    ChannelReply send(M message);

    /** How the other side answered. */
    sealed interface ChannelReply {
        /** What it said; null where it said nothing, or nothing that is kept. */
        @Nullable
        ServerAnswer said();
    }

    /** It has taken the message. */
    record Sent(@Nullable ServerAnswer said) implements ChannelReply {}

    /**
     * It will never take it.
     *
     * @param stopped whether the recipient wants no more by this channel
     */
    record Refused(String reason, boolean stopped, @Nullable ServerAnswer said) implements ChannelReply {
        Refused(String reason, boolean stopped) {
            this(reason, stopped, null);
        }
    }

    /** It was not asked, and will not be: what it would go to is gone, or switched off by people. */
    record Unsent(String reason) implements ChannelReply {
        @Override
        public @Nullable ServerAnswer said() {
            return null;
        }
    }

    /**
     * It has not taken it now, or has not said so.
     *
     * @param notBefore how long it asks to be left alone; null where it did not say
     */
    record Later(String reason, @Nullable Duration notBefore, @Nullable ServerAnswer said) implements ChannelReply {
        Later(String reason, @Nullable Duration notBefore) {
            this(reason, notBefore, null);
        }
    }
}
