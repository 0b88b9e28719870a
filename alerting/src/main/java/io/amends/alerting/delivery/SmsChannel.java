package io.amends.alerting.delivery;

import io.amends.alerting.delivery.Message.SmsMessage;
import io.amends.alerting.delivery.TwilioApi.TwilioReply;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Text messages by Twilio's API (C3). What an answer means is told by its status and the number of its error, and never by its
 * words: those name numbers, and change.
 */
@Singleton
final class SmsChannel implements MessageChannel<SmsMessage> {
    /** Twilio's errors, by their numbers (https://www.twilio.com/docs/api/errors). */
    private static final int STOPPED = 21610;
    /** Too many at once, of the account or of the sender, though some come with status 400. */
    private static final Set<Integer> TOO_MANY = Set.of(14107, 20429, 21611, 30001);

    private static final int BAD_REQUEST = 400;
    private static final String SECONDS = "[0-9]{1,6}";

    private final Jdbi jdbi;
    private final DigestTexts texts;
    private final TwilioApi api;

    SmsChannel(Jdbi jdbi, DigestTexts texts, TwilioApi api) {
        this.jdbi = jdbi;
        this.texts = texts;
        this.api = api;
    }

    @Override
    public SmsMessage message(Claim claim) {
        return new SmsMessage(claim.to().address(), jdbi.withHandle(handle -> texts.body(handle, claim.id())));
    }

    @Override
    public ChannelReply send(SmsMessage message) {
        try {
            return answer(api.post(message.number(), message.body()));
        } catch (IOException e) {
            return new Later(String.valueOf(e.getMessage()), null);
        }
    }

    /**
     * What a reply says. A number that is none, or none that takes text messages (21211, 21614 and their kin), is refused for
     * good, and so is every other request that Twilio finds wrong. What is not of Twilio, and what is for ops to mend, such as
     * a wrong token, may pass.
     */
    static ChannelReply answer(TwilioReply reply) {
        if (reply.status() / 100 == 2) {
            return new Sent(new ServerAnswer(reply.status(), null));
        }
        String error = reply.code() == 0 ? null : "error " + reply.code();
        String reason = "HTTP " + reply.status() + (error == null ? "" : ", " + error);
        ServerAnswer said = new ServerAnswer(reply.status(), error);
        if (reply.code() == STOPPED) {
            return new Refused(reason, true, said);
        }
        boolean refused = reply.status() == BAD_REQUEST && reply.code() != 0 && !TOO_MANY.contains(reply.code());
        if (refused) {
            return new Refused(reason, false, said);
        }
        String after = reply.retryAfter();
        return new Later(
                reason,
                after != null && after.matches(SECONDS) ? Duration.ofSeconds(Long.parseLong(after)) : null,
                said);
    }
}
