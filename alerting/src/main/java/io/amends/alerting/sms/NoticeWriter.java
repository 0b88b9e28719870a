package io.amends.alerting.sms;

import io.amends.alerting.report.OperationsMessages;
import io.amends.alerting.report.RequestMail.MailHead;

/** Writes the text message beside a mail to admins, in at most two parts: names that are too long are cut (A7, C3). Pure. */
public final class NoticeWriter {
    private final OperationsMessages messages;

    /** @param messages in the language of the reader */
    public NoticeWriter(OperationsMessages messages) {
        this.messages = messages;
    }

    /** What the mail is about, and that it is there. */
    public String text(MailHead mail) {
        String text = messages.text(mail.portal(), mail.subject());
        for (int kept = Math.max(length(mail.portal()), length(mail.subject()));
                SmsParts.of(text) > SmsWriter.MOST_PARTS && kept > 0;
                kept--) {
            text = messages.text(SmsWriter.cut(mail.portal(), kept), SmsWriter.cut(mail.subject(), kept));
        }
        return text;
    }

    private static int length(String words) {
        return words.codePointCount(0, words.length());
    }
}
