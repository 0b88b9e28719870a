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
    sealed interface ChannelReply {}

    /** It has taken the message. */
    record Sent() implements ChannelReply {}

    /**
     * It will never take it.
     *
     * @param stopped whether the recipient wants no more by this channel
     */
    record Refused(String reason, boolean stopped) implements ChannelReply {}

    /** It was not asked, and will not be: what it would go to is gone, or switched off by people. */
    record Unsent(String reason) implements ChannelReply {}

    /**
     * It has not taken it now, or has not said so.
     *
     * @param notBefore how long it asks to be left alone; null where it did not say
     */
    record Later(String reason, @Nullable Duration notBefore) implements ChannelReply {}
}
