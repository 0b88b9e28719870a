package io.amends.alerting.delivery;

import io.amends.alerting.archive.DigestStore;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.rendering.DigestForms;
import io.amends.kit.failure.Failures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends what was claimed (C9). SMTP knows no idempotency: if this process dies between the server's 250 and
 * {@link ClaimStore#sent}, the mail goes out once more, with the same Message-ID. That window is counted as
 * {@code amends_delivery_possible_repeats_total}; everywhere else a crash sends nothing twice.
 */
@ApplicationScoped
public class DigestSender {
    private static final Logger LOG = Logger.getLogger(DigestSender.class);
    private static final int STORING_TRIES = 5;
    private static final Duration STORING_PAUSE = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final DigestStore digests;
    private final AlertMails alerts;
    private final Renderings renderings;
    private final BeingRendered beingRendered;
    private final ClaimStore claims;
    private final Mailer mailer;
    private final Backoff backoff;

    DigestSender(
            Jdbi jdbi,
            DigestStore digests,
            AlertMails alerts,
            Renderings renderings,
            BeingRendered beingRendered,
            ClaimStore claims,
            Mailer mailer,
            @ConfigProperty(name = "amends.delivery.first-backoff") Duration first,
            @ConfigProperty(name = "amends.delivery.attempts") int attempts) {
        this.jdbi = jdbi;
        this.digests = digests;
        this.alerts = alerts;
        this.renderings = renderings;
        this.beingRendered = beingRendered;
        this.claims = claims;
        this.mailer = mailer;
        this.backoff = new Backoff(first, attempts);
    }

    /**
     * Renders the digest, asks whether the claim still holds, sends, and says how it went. What was tried as often as it
     * may be without an answer, such as a digest on which its worker dies, has failed.
     */
    public void send(Claim claim) {
        if (claim.tries() > backoff.tries()) {
            claims.failed(claim, "its worker did not come back after " + backoff.tries() + " attempts", null);
            return;
        }
        try {
            ReadyMail message = message(claim);
            if (!claims.mayStillSend(claim)) {
                LOG.warnf("delivery %s: attempt %d was lost before sending", claim.id(), claim.attempt());
                return;
            }
            mailer.send(claim.address(), messageId(claim), message.rendered(), message.fileName());
        } catch (AddressException e) {
            claims.failed(claim, reason(e), null);
            return;
        } catch (MessagingException e) {
            claims.failed(claim, reason(e), refusedForGood(e) ? null : backoff.after(claim.tries()));
            return;
        } catch (RuntimeException e) {
            LOG.warnf(Failures.withoutWords(e), "delivery %s: attempt %d failed", claim.id(), claim.attempt());
            claims.failed(claim, Failures.said(e), backoff.after(claim.tries()));
            return;
        }
        sent(claim);
    }

    /**
     * The mail is out, so that nothing that happens now makes it a failed one. Where that cannot be stored the lease runs
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

    private record ReadyMail(DigestForms rendered, String fileName) {}

    private ReadyMail message(Claim claim) {
        try {
            UUID digestId = claim.digestId();
            if (digestId == null) {
                return new ReadyMail(jdbi.withHandle(handle -> alerts.of(handle, claim.id())), "");
            }
            Digest digest =
                    jdbi.withHandle(handle -> digests.find(handle, digestId)).orElseThrow();
            return new ReadyMail(renderings.of(digest), Renderings.fileName(digest));
        } finally {
            beingRendered.done(claim);
        }
    }

    /** Mail programs drop what has a Message-ID they know, so a resend by hand gets its own. */
    private static String messageId(Claim claim) {
        UUID told = claim.digestId() == null ? claim.id() : claim.digestId();
        return told + (claim.resends() == 0 ? "" : "." + claim.resends());
    }

    /** Whether the server answered to the mail with 5yz, which stays (RFC 5321, 4.2.1). All else may pass. */
    private static boolean refusedForGood(MessagingException e) {
        return Failures.chain(e).anyMatch(part -> replyCode(part) / 100 == 5);
    }

    private static int replyCode(Throwable e) {
        if (e instanceof SMTPSendFailedException refused) {
            return refused.getReturnCode();
        }
        return e instanceof SMTPAddressFailedException refused ? refused.getReturnCode() : -1;
    }

    private static String reason(MessagingException e) {
        Exception last = e;
        while (last instanceof MessagingException mail && mail.getNextException() != null) {
            last = mail.getNextException();
        }
        String reason = last.getClass().getSimpleName() + ": " + last.getMessage();
        return reason.substring(0, Math.min(reason.length(), 500));
    }
}
