package io.amends.alerting.delivery;

import io.amends.kit.failure.Failures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what was claimed, by its channel (C9). Neither SMTP nor Twilio's API knows idempotency: if this process dies between
 * the answer and {@link ClaimStore#sent}, the message goes out once more, a mail with the same Message-ID. That window is
 * counted as {@code amends_delivery_possible_repeats_total}; everywhere else a crash sends nothing twice.
 */
@ApplicationScoped
public class DigestSender {
    private static final Logger LOG = Logger.getLogger(DigestSender.class);
    private static final int STORING_TRIES = 5;
    /** More than there can be in the five days after which a channel is switched off, which ends its posts. */
    private static final int POST_TRIES = 10_000;

    private static final Duration STORING_PAUSE = Duration.ofSeconds(1);

    private final MailChannel mail;
    private final SmsChannel sms;
    private final PostChannel posts;
    private final ClaimStore claims;
    private final HandOverTimes times;
    private final Backoff backoff;
    private final Backoff postBackoff;

    DigestSender(
            MailChannel mail,
            SmsChannel sms,
            PostChannel posts,
            ClaimStore claims,
            HandOverTimes times,
            @ConfigProperty(name = "amends.delivery.first-backoff") Duration first,
            @ConfigProperty(name = "amends.delivery.attempts") int attempts) {
        this.mail = mail;
        this.sms = sms;
        this.posts = posts;
        this.claims = claims;
        this.times = times;
        this.backoff = new Backoff(first, attempts);
        this.postBackoff = new Backoff(first, POST_TRIES);
    }

    /**
     * Makes the message ready, asks whether the claim still holds, sends, and says how it went. What was tried as often as it
     * may be without an answer, such as a digest on which its worker dies, has failed.
     */
    public void send(Claim claim) {
        Backoff backing = claim.isPost() ? postBackoff : backoff;
        if (claim.tries() > backing.tries()) {
            claims.failed(claim, "its worker did not come back after " + backing.tries() + " attempts", null, null);
            return;
        }
        MessageChannel.ChannelReply answer = tried(channel(claim), claim);
        if (answer instanceof MessageChannel.Sent taken) {
            sent(claim, taken.said());
        } else if (answer instanceof MessageChannel.Refused refused) {
            refused(claim, refused);
        } else if (answer instanceof MessageChannel.Later later) {
            Duration again = backing.after(claim.tries(), later.notBefore());
            if (claim.isPost()) {
                claims.notTaken(claim, later.reason(), again, later.notBefore(), later.said());
            } else {
                claims.failed(claim, later.reason(), again, later.said());
            }
        } else if (answer instanceof MessageChannel.Unsent unsent) {
            claims.unsent(claim, unsent.reason());
        }
    }

    private MessageChannel<?> channel(Claim claim) {
        return switch (claim.channel()) {
            case EMAIL -> mail;
            case SMS -> sms;
            case TEAMS, SLACK, WEBHOOK -> posts;
        };
    }

    /** The answer; null where the claim was lost before anything was sent. */
    private <M extends Message> MessageChannel.@Nullable ChannelReply tried(MessageChannel<M> channel, Claim claim) {
        try {
            M message = channel.message(claim);
            if (!claims.mayStillSend(claim)) {
                LOG.warnf("delivery %s: attempt %d was lost before sending", claim.id(), claim.attempt());
                return null;
            }
            return channel.send(message);
        } catch (RuntimeException e) {
            LOG.warnf(Failures.withoutWords(e), "delivery %s: attempt %d failed", claim.id(), claim.attempt());
            return new MessageChannel.Later(Failures.said(e), null);
        }
    }

    private void refused(Claim claim, MessageChannel.Refused refused) {
        if (refused.stopped()) {
            claims.stopped(claim, refused.reason(), refused.said());
        } else if (claim.isPost()) {
            claims.notTaken(claim, refused.reason(), null, null, refused.said());
        } else {
            claims.failed(claim, refused.reason(), null, refused.said());
        }
    }

    /**
     * The message is out, so that nothing that happens now makes it a failed one. Where that cannot be stored the lease runs
     * out, and the next attempt counts this one as one that may have been sent.
     */
    private void sent(Claim claim, @Nullable ServerAnswer said) {
        for (int tries = 1; tries <= STORING_TRIES; tries++) {
            try {
                if (claims.sent(claim, said)) {
                    times.sent(claim);
                } else {
                    LOG.warnf("delivery %s: attempt %d was lost while sending", claim.id(), claim.attempt());
                }
                return;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "delivery %s: attempt %d went out, which is not stored yet: %s",
                        claim.id(), claim.attempt(), Failures.said(e));
                LockSupport.parkNanos(STORING_PAUSE.toNanos());
            }
        }
    }
}
