package io.amends.alerting.loop;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.stream.Stream;

/** The mails that a server has taken. */
record DigestMails(GreenMail server) {

    /** Those of a portal's contacts. */
    List<MimeMessage> to(String cpc) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> address(mail).endsWith("@" + cpc + ".example"))
                .toList();
    }

    /** The first one to an address. */
    MimeMessage one(String address) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> address(mail).equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** The plain text of a digest's mail. */
    static String text(MimeMessage mail) throws Exception {
        MimeMultipart mixed = (MimeMultipart) mail.getContent();
        MimeMultipart bodies = (MimeMultipart) mixed.getBodyPart(0).getContent();
        return bodies.getBodyPart(0).getContent().toString();
    }

    private static String address(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
