package io.amends.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads stored mails into the shapes of the API. */
final class MailReader {
    private static final int SNIPPET = 250;
    private static final Session SESSION = Session.getInstance(new Properties());

    private MailReader() {}

    static Mail.Message message(String id, Instant created, byte[] raw) {
        try {
            MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            Parts parts = new Parts(mail);
            List<Mail.Address> from = addresses(mail, "From");
            @Nullable Date date = mail.getSentDate();
            return new Mail.Message(
                    id,
                    header(mail, "Message-ID").replaceAll("[<>\\s]", ""),
                    from.isEmpty() ? null : from.get(0),
                    addresses(mail, "To"),
                    addresses(mail, "Cc"),
                    addresses(mail, "Bcc"),
                    addresses(mail, "Reply-To"),
                    header(mail, "Return-Path").replaceAll("[<>\\s]", ""),
                    decoded(header(mail, "Subject")),
                    (date == null ? created : date.toInstant()).toString(),
                    List.of(),
                    parts.text.toString(),
                    parts.html.toString(),
                    raw.length,
                    parts.attachments,
                    parts.inline);
        } catch (MessagingException e) {
            throw new IllegalStateException("unreadable mail " + id, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Mail.Summary summary(Mail.Message mail, Instant created) {
        String words = mail.text().isBlank()
                ? mail.html()
                        .replaceAll("(?is)<(style|script|head).*?</\\1>", " ")
                        .replaceAll("<[^>]*>", " ")
                : mail.text();
        String snippet = words.replaceAll("\\s+", " ").trim();
        return new Mail.Summary(
                mail.id(),
                mail.messageId(),
                false,
                mail.from(),
                mail.to(),
                mail.cc(),
                mail.bcc(),
                mail.replyTo(),
                mail.subject(),
                created.toString(),
                mail.tags(),
                mail.size(),
                mail.attachments().size(),
                snippet.length() > SNIPPET ? snippet.substring(0, SNIPPET) : snippet);
    }

    /** The bytes of the mail's parts by number. */
    static Map<String, Mail.Part> parts(byte[] raw) {
        try {
            return new Parts(new MimeMessage(SESSION, new ByteArrayInputStream(raw))).byNumber;
        } catch (MessagingException e) {
            throw new IllegalStateException("unreadable mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : values[0];
    }

    private static String decoded(String text) throws UnsupportedEncodingException {
        return MimeUtility.decodeText(MimeUtility.unfold(text));
    }

    private static List<Mail.Address> addresses(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        if (values == null) {
            return List.of();
        }
        try {
            return Arrays.stream(InternetAddress.parseHeader(String.join(",", values), false))
                    .map(it -> new Mail.Address(it.getPersonal() == null ? "" : it.getPersonal(), it.getAddress()))
                    .toList();
        } catch (AddressException e) {
            return List.of(new Mail.Address("", values[0]));
        }
    }
}
