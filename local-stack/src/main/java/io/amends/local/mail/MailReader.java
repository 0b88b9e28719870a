package io.amends.local.mail;

import static io.amends.local.mail.Parts.readable;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
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

    static Mailpit.StoredMail message(String id, Instant created, byte[] raw) {
        MimeMessage mail = read(raw);
        Parts parts = new Parts(mail);
        List<Mailpit.Address> from = addresses(mail, "From");
        return new Mailpit.StoredMail(
                new Mailpit.MailIds(id, header(mail, "Message-ID").replaceAll("[<>\\s]", "")),
                new Mailpit.Correspondents(
                        from.isEmpty() ? null : from.get(0),
                        addresses(mail, "To"),
                        addresses(mail, "Cc"),
                        addresses(mail, "Bcc"),
                        addresses(mail, "Reply-To")),
                header(mail, "Return-Path").replaceAll("[<>\\s]", ""),
                decoded(header(mail, "Subject")),
                sent(mail, created).toString(),
                List.of(),
                new Mailpit.MailContent(
                        parts.text.toString(), parts.html.toString(), raw.length, parts.attachments, parts.inline));
    }

    /** The mail; what has no head at all is one without any. */
    private static MimeMessage read(byte[] raw) {
        return readable(() -> new MimeMessage(SESSION, new ByteArrayInputStream(raw)), new MimeMessage(SESSION));
    }

    static Mailpit.MailSummary summary(Mailpit.StoredMail mail, Instant created) {
        Mailpit.MailContent content = mail.content();
        String words = content.text().isBlank()
                ? content.html()
                        .replaceAll("(?is)<(style|script|head).*?</\\1>", " ")
                        .replaceAll("<[^>]*>", " ")
                : content.text();
        String snippet = words.replaceAll("\\s+", " ").trim();
        return new Mailpit.MailSummary(
                mail.ids(),
                false,
                mail.correspondents(),
                mail.subject(),
                created.toString(),
                mail.tags(),
                new Mailpit.Glance(
                        content.size(),
                        content.attachments().size(),
                        snippet.length() > SNIPPET ? snippet.substring(0, SNIPPET) : snippet));
    }

    /** The bytes of the mail's parts by number. */
    static Map<String, Mailpit.MailPart> parts(byte[] raw) {
        return new Parts(read(raw)).byNumber;
    }

    private static List<String> headers(MimeMessage mail, String name) {
        return readable(
                () -> {
                    String[] values = mail.getHeader(name);
                    return values == null ? List.of() : List.of(values);
                },
                List.of());
    }

    private static String header(MimeMessage mail, String name) {
        return headers(mail, name).stream().findFirst().orElse("");
    }

    private static String decoded(String text) {
        return readable(() -> MimeUtility.decodeText(MimeUtility.unfold(text)), text);
    }

    private static Instant sent(MimeMessage mail, Instant created) {
        return readable(
                () -> {
                    @Nullable Date date = mail.getSentDate();
                    return date == null ? created : date.toInstant();
                },
                created);
    }

    private static List<Mailpit.Address> addresses(MimeMessage mail, String name) {
        List<String> values = headers(mail, name);
        return values.isEmpty()
                ? List.of()
                : readable(
                        () -> Arrays.stream(InternetAddress.parseHeader(String.join(",", values), false))
                                .map(MailReader::address)
                                .toList(),
                        List.of(new Mailpit.Address("", values.get(0))));
    }

    private static Mailpit.Address address(InternetAddress address) {
        return new Mailpit.Address(address.getPersonal() == null ? "" : address.getPersonal(), address.getAddress());
    }
}
