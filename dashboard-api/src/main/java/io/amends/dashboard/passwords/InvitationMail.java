package io.amends.dashboard.passwords;

import io.amends.contracts.directory.MailAddress;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Mails the link of an invitation, which is a secret and so goes past alerting and its deliveries. Each mail has a client
 * of its own: one that hangs takes no connection from the next, and its socket ends when nothing has come for a while.
 * Its settings are alerting's, and are checked at start.
 */
@Startup
@ApplicationScoped
class InvitationMail {
    private static final Logger LOG = Logger.getLogger(InvitationMail.class);
    private static final Pattern SENDER = Pattern.compile("(?:[^<>\\p{Cntrl}]*<)?([^<>\\s@]+@([^<>\\s@]+))>?");

    private final Vertx vertx;
    private final PasswordMessages messages;
    private final MailConfig config;
    private final Duration deadline;
    private final String from;

    InvitationMail(
            Vertx vertx,
            PasswordMessages messages,
            @ConfigProperty(name = "amends.smtp.host") String host,
            @ConfigProperty(name = "amends.smtp.port") int port,
            @ConfigProperty(name = "amends.smtp.user") Optional<String> user,
            @ConfigProperty(name = "amends.smtp.password") Optional<String> password,
            @ConfigProperty(name = "amends.smtp.security") MailSecurity security,
            @ConfigProperty(name = "amends.smtp.ca") Optional<Path> authorities,
            @ConfigProperty(name = "amends.smtp.timeout") Duration timeout,
            @ConfigProperty(name = "amends.smtp.deadline") Duration deadline,
            @ConfigProperty(name = "amends.mail.from") String from) {
        Matcher sender = SENDER.matcher(from.strip());
        if (!sender.matches()) {
            throw new IllegalArgumentException(
                    "AMENDS_MAIL_FROM takes an address such as amends@example.com, or Amends <amends@example.com>");
        }
        this.vertx = vertx;
        this.messages = messages;
        this.deadline = deadline;
        this.from = from.strip();
        this.config = new MailConfig()
                .setHostname(host)
                .setPort(port)
                .setStarttls(security == MailSecurity.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setSsl(security == MailSecurity.TLS)
                .setLogin(user.isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setUsername(user.orElse(null))
                .setPassword(password.orElse(null))
                .setOwnHostname(sender.group(2))
                .setKeepAlive(false)
                .setMaxPoolSize(1);
        config.setConnectTimeout((int) timeout.toMillis());
        config.setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setIdleTimeout((int) timeout.toMillis());
        authorities.ifPresent(this::trust);
    }

    /** How the connection to the mail server is protected. */
    enum MailSecurity {
        NONE,
        STARTTLS,
        TLS
    }

    /** The mail server did not take a mail, or did not say so in time. */
    static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1;

        NotTaken(String why) {
            super(why);
        }
    }

    /**
     * Hands a link to the mail server. Blocks.
     *
     * @throws NotTaken if it did not take it, or did not say so in time: then it may have taken it
     * @throws IllegalArgumentException if nothing can be sent to that address
     */
    void send(String address, String name, String login, String link) throws NotTaken {
        String to = MailAddress.sendable(address);
        if (to == null) {
            throw new IllegalArgumentException("nothing can be sent to this address");
        }
        String text = String.join(
                "\n\n",
                messages.hello(name),
                messages.invitedHere(),
                link,
                messages.signInAs(login),
                messages.leaveAlone());
        MailMessage mail = new MailMessage(from, to, messages.subject(), text + "\n")
                .addHeader("Auto-Submitted", "auto-generated");
        // The client writes into its configuration: where it finds no way to check the server's name it sets one,
        // and where it finds one it takes it away. So each client begins with a copy that has none.
        MailClient client = MailClient.create(vertx, new MailConfig(config));
        try {
            client.sendMail(mail)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // What the server says can name the person, so that only its kind is told.
            Throwable why = e.getCause() == null ? e : e.getCause();
            LOG.warnf("an invitation is not sent: %s", why.getClass().getSimpleName());
            throw new NotTaken("the mail server did not take it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken("the service stops");
        } finally {
            client.close();
        }
    }

    private void trust(Path authorities) {
        try (InputStream pem = Files.newInputStream(authorities)) {
            if (CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .isEmpty()) {
                throw new CertificateException("it has none");
            }
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException(
                    "AMENDS_SMTP_CA must be a PEM file with certificates: " + authorities, e);
        }
        config.setTrustOptions(new PemTrustOptions().addCertPath(authorities.toString()));
    }
}
