package io.amends.alerting.delivery;

import io.amends.alerting.rendering.DigestForms;
import io.amends.alerting.report.Clean;
import io.amends.contracts.directory.MailAddress;
import io.amends.kit.failure.Failures;
import io.quarkus.runtime.Startup;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends one mail over SMTP, with timeouts, a deadline and a Message-ID of our own choosing. Blocks; opens one connection
 * per mail. Its settings are checked at start.
 */
@Startup
@ApplicationScoped
public class Mailer {
    private static final Logger LOG = Logger.getLogger(Mailer.class);

    private final Properties properties = new Properties();
    private final Authenticator signIn;
    private final @Nullable SSLSocketFactory trusting;
    private final ScheduledExecutorService timers;
    private final Duration deadline;
    private final InternetAddress from;
    private final Clock clock;

    Mailer(
            Clock clock,
            ScheduledExecutorService timers,
            @ConfigProperty(name = "amends.smtp.host") String host,
            @ConfigProperty(name = "amends.smtp.port") int port,
            @ConfigProperty(name = "amends.smtp.user") Optional<String> user,
            @ConfigProperty(name = "amends.smtp.password") Optional<String> password,
            @ConfigProperty(name = "amends.smtp.security") SmtpSecurity security,
            @ConfigProperty(name = "amends.smtp.ca") Optional<Path> authorities,
            @ConfigProperty(name = "amends.smtp.timeout") Duration timeout,
            @ConfigProperty(name = "amends.smtp.deadline") Duration deadline,
            @ConfigProperty(name = "amends.delivery.lease") Duration lease,
            @ConfigProperty(name = "amends.mail.from") String from)
            throws MessagingException {
        if (deadline.compareTo(lease) >= 0) {
            throw new IllegalStateException("amends.smtp.deadline (" + deadline
                    + ") must be shorter than amends.delivery.lease (" + lease
                    + "): a mail that is still on its way when its lease ends is sent a second time");
        }
        this.clock = clock;
        this.timers = timers;
        this.trusting = authorities.map(DeadlineTls::trusting).orElse(null);
        this.deadline = deadline;
        this.from = sender(from);
        String millis = Long.toString(timeout.toMillis());
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.starttls.required", security == SmtpSecurity.STARTTLS);
        properties.put("mail.smtp.starttls.enable", security == SmtpSecurity.STARTTLS);
        properties.put("mail.smtp.ssl.enable", security == SmtpSecurity.TLS);
        properties.put("mail.smtp.ssl.checkserveridentity", true);
        properties.put("mail.smtp.auth", user.isPresent());
        // The mail is taken before QUIT: no worker waits for how a server says goodbye.
        properties.put("mail.smtp.quitwait", false);
        properties.put("mail.smtp.socketFactory", new DeadlineSockets(timers, deadline));
        // Else a connection that fails is tried once more, with a socket that has no deadline.
        properties.put("mail.smtp.socketFactory.fallback", false);
        this.signIn = new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user.orElse(""), password.orElse(""));
            }
        };
    }

    /** How the connection to the mail server is protected. */
    public enum SmtpSecurity {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * Hands a digest to the mail server.
     *
     * @param id the local part of the Message-ID: the same for every try of one delivery
     * @return what the server said when it took the mail; null where it is not known
     * @throws AddressException if nothing can be sent to that address
     * @throws MessagingException if the server did not take it, or did not say so in time: then it may have taken it
     */
    public @Nullable ServerAnswer send(String address, String id, DigestForms digest, String fileName)
            throws MessagingException {
        long began = System.nanoTime();
        Session session = session();
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@" + domain() + ">");
            }
        };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, mailbox(address));
        message.setSubject(Clean.line(digest.subject()), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(content(digest, fileName));
        message.saveChanges();
        try {
            return handOver(session, message);
        } catch (MessagingException e) {
            throw System.nanoTime() - began < deadline.toNanos() ? e : late(e);
        }
    }

    /** The settings of one mail: by a certificate of one's own, its deadline has begun. */
    private Session session() {
        if (trusting == null) {
            return Session.getInstance(properties, signIn);
        }
        Properties own = new Properties();
        own.putAll(properties);
        own.put("mail.smtp.ssl.socketFactory", new DeadlineTls(trusting, timers, deadline));
        return Session.getInstance(own, signIn);
    }

    private static @Nullable ServerAnswer handOver(Session session, MimeMessage message) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        try {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
            return said(transport);
        } finally {
            leave(transport);
        }
    }

    private static @Nullable ServerAnswer said(Transport transport) {
        if (!(transport instanceof SMTPTransport smtp) || smtp.getLastReturnCode() <= 0) {
            return null;
        }
        return ServerAnswer.ofMail(smtp.getLastReturnCode(), smtp.getLastServerResponse());
    }

    /** What goes wrong before any recipient is named is the mail server's, and ops are told. */
    private static void connect(Transport transport) throws MessagingException {
        try {
            transport.connect();
        } catch (MessagingException e) {
            LOG.warnf(
                    "the mail server takes nothing: %s",
                    Failures.chain(e)
                            .map(Throwable::getMessage)
                            .filter(Objects::nonNull)
                            .map(words -> words.replaceAll("\\s+", " "))
                            .distinct()
                            .collect(Collectors.joining("; ")));
            throw e;
        }
    }

    /** Whether the mail was taken is known by now; a connection that ends badly says nothing about it. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the connection to the mail server ended badly", e);
        }
    }

    /** What a connection meets that was closed from outside is not what happened to the mail. */
    private MessagingException late(MessagingException met) {
        MessagingException late = new MessagingException(
                "late",
                new SocketTimeoutException(
                        "the mail server had not said after " + deadline.toMillis() + " ms that it took the mail"));
        late.addSuppressed(met);
        return late;
    }

    private static InternetAddress mailbox(String address) throws AddressException {
        String fault = MailAddress.fault(address);
        if (fault != null) {
            throw new AddressException("The address " + fault, address);
        }
        return new InternetAddress(MailAddress.sendable(address), true);
    }

    private static MimeMultipart content(DigestForms digest, String fileName) throws MessagingException {
        MimeMultipart bodies = new MimeMultipart("alternative");
        bodies.addBodyPart(text(digest.text(), "text/plain"));
        bodies.addBodyPart(text(digest.html(), "text/html"));
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(bodies);
        MimeMultipart mail = new MimeMultipart("mixed", body);
        byte[] printed = digest.pdf();
        if (printed != null) {
            MimeBodyPart pdf = new MimeBodyPart();
            pdf.setDataHandler(new DataHandler(new ByteArrayDataSource(printed, "application/pdf")));
            pdf.setFileName(fileName);
            mail.addBodyPart(pdf);
        }
        return mail;
    }

    private static MimeBodyPart text(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), type + "; charset=UTF-8")));
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    // One's own server may be called localhost, so more is taken here than of recipients.
    private static InternetAddress sender(String from) throws MessagingException {
        InternetAddress sender = new InternetAddress(from, true);
        String sendable = MailAddress.sendable(sender.getAddress());
        if (sendable != null) {
            sender.setAddress(sendable);
        }
        try {
            sender.setPersonal(sender.getPersonal(), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return sender;
    }

    private String domain() {
        String address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }
}
