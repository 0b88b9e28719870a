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
    private static final Duration STORING_PAUSE = Duration.ofSeconds(1);

    private final MailChannel mail;
    private final SmsChannel sms;
    private final ClaimStore claims;
    private final Backoff backoff;

    DigestSender(
            MailChannel mail,
            SmsChannel sms,
            ClaimStore claims,
            @ConfigProperty(name = "amends.delivery.first-backoff") Duration first,
            @ConfigProperty(name = "amends.delivery.attempts") int attempts) {
        this.mail = mail;
        this.sms = sms;
        this.claims = claims;
        this.backoff = new Backoff(first, attempts);
    }

    /**
     * Makes the message ready, asks whether the claim still holds, sends, and says how it went. What was tried as often as it
     * may be without an answer, such as a digest on which its worker dies, has failed.
     */
    public void send(Claim claim) {
        if (claim.tries() > backoff.tries()) {
            claims.failed(claim, "its worker did not come back after " + backoff.tries() + " attempts", null);
            return;
        }
        MessageChannel.ChannelReply answer = tried(channel(claim), claim);
        if (answer instanceof MessageChannel.Sent) {
            sent(claim);
        } else if (answer instanceof MessageChannel.Refused refused) {
            refused(claim, refused);
        } else if (answer instanceof MessageChannel.Later later) {
            claims.failed(claim, later.reason(), backoff.after(claim.tries(), later.notBefore()));
        }
    }

    private MessageChannel<?> channel(Claim claim) {
        return switch (claim.channel()) {
            case EMAIL -> mail;
            case SMS -> sms;
            case TEAMS, SLACK, WEBHOOK -> throw new IllegalStateException("nothing is sent by " + claim.channel());
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
            claims.stopped(claim, refused.reason());
        } else {
            claims.failed(claim, refused.reason(), null);
        }
    }

    /**
     * The message is out, so that nothing that happens now makes it a failed one. Where that cannot be stored the lease runs
     * out, and the next attempt counts this one as one that may have been sent.
     */
    private void sent(Claim claim) {
        for (int tries = 1; tries <= STORING_TRIES; tries++) {
            try {
                if (!claims.sent(claim)) {
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
