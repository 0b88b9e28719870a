package io.amends.alerting.delivery;

import io.amends.alerting.archive.DigestStore;
import io.amends.alerting.delivery.Message.MailMessage;
import io.amends.alerting.digest.Digest;
import io.amends.kit.failure.Failures;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Mail: digests, which it renders first, and alerts, which have their words already. */
@Singleton
final class MailChannel implements MessageChannel<MailMessage> {
    private static final int LONGEST_REASON = 500;

    private final Jdbi jdbi;
    private final DigestStore digests;
    private final AlertMails alerts;
    private final Renderings renderings;
    private final BeingRendered beingRendered;
    private final Mailer mailer;

    MailChannel(
            Jdbi jdbi,
            DigestStore digests,
            AlertMails alerts,
            Renderings renderings,
            BeingRendered beingRendered,
            Mailer mailer) {
        this.jdbi = jdbi;
        this.digests = digests;
        this.alerts = alerts;
        this.renderings = renderings;
        this.beingRendered = beingRendered;
        this.mailer = mailer;
    }

    @Override
    public MailMessage message(Claim claim) {
        String address = claim.to().address();
        try {
            UUID digestId = claim.digestId();
            if (digestId == null) {
                return new MailMessage(
                        address, messageId(claim), jdbi.withHandle(handle -> alerts.of(handle, claim.id())), "");
            }
            Digest digest =
                    jdbi.withHandle(handle -> digests.find(handle, digestId)).orElseThrow();
            return new MailMessage(address, messageId(claim), renderings.of(digest), Renderings.fileName(digest));
        } finally {
            beingRendered.done(claim);
        }
    }

    @Override
    public ChannelReply send(MailMessage message) {
        try {
            return new Sent(mailer.send(message.address(), message.id(), message.forms(), message.fileName()));
        } catch (AddressException e) {
            return new Refused(reason(e), false);
        } catch (MessagingException e) {
            ServerAnswer said = said(e);
            return refusedForGood(e) ? new Refused(reason(e), false, said) : new Later(reason(e), null, said);
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

    private static @Nullable ServerAnswer said(MessagingException e) {
        return Failures.chain(e)
                .filter(part -> replyCode(part) > 0)
                .findFirst()
                .map(part -> ServerAnswer.ofMail(replyCode(part), part.getMessage()))
                .orElse(null);
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
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
