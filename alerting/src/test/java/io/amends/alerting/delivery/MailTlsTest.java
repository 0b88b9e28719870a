package io.amends.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.alerting.delivery.Mailer.SmtpSecurity;
import io.amends.alerting.rendering.DigestForms;
import io.amends.local.testing.FaultySmtp;
import io.amends.local.testing.FaultySmtp.SmtpReply;
import io.amends.local.testing.FaultySmtp.Step;
import io.amends.local.testing.Logged;
import io.amends.local.testing.TestCertificate;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sending makes of a mail server behind TLS, whose certificate is signed by an authority of one's own. */
class MailTlsTest {
    private static final TestCertificate CERTIFICATE = TestCertificate.make();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String PASSWORD = "very-secret";

    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timers.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    @DisplayName("H3: a mail goes out over TLS, and so does the password")
    void sends(SmtpSecurity security) throws Exception {
        try (FaultySmtp server = server(security, CERTIFICATE)) {
            send(server, security, CERTIFICATE.authority(), LONG);

            assertThat(server.mails()).hasSize(1);
            assertThat(server.inTheOpen()).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    @DisplayName("H3: a server with another certificate gets nothing, and the error says why")
    void otherAuthority(SmtpSecurity security) {
        try (FaultySmtp server = server(security, CERTIFICATE)) {
            Path other = TestCertificate.make().authority();

            try (Logged logged = new Logged()) {
                assertThatThrownBy(() -> send(server, security, other, LONG))
                        .isInstanceOf(MessagingException.class)
                        .hasStackTraceContaining("PKIX path");
                assertThat(logged.text()).contains("the mail server takes nothing", "PKIX path");
            }
            assertThat(server.mails()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    @DisplayName("H3: a server with a certificate of another name gets nothing")
    void otherName(SmtpSecurity security) {
        TestCertificate elsewhere = TestCertificate.make("dns:elsewhere.example");
        try (FaultySmtp server = server(security, elsewhere)) {
            assertThatThrownBy(() -> send(server, security, elsewhere.authority(), LONG))
                    .isInstanceOf(MessagingException.class)
                    .rootCause()
                    .hasMessageContaining("127.0.0.1");
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    @DisplayName("H3: where STARTTLS is wanted, a server without it gets neither mail nor password")
    void withoutStartTls() {
        try (FaultySmtp server = new FaultySmtp()) {
            assertThatThrownBy(() -> send(server, SmtpSecurity.STARTTLS, CERTIFICATE.authority(), LONG))
                    .isInstanceOf(MessagingException.class)
                    .hasMessageContaining("STARTTLS");
            assertThat(server.inTheOpen()).noneMatch(command -> command.matches("(AUTH|MAIL|DATA).*"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    @DisplayName(
            "H3: a password that the server refuses fails the sending, is told by the server's words, and stands nowhere")
    void wrongPassword(SmtpSecurity security) {
        try (FaultySmtp server = server(security, CERTIFICATE)) {
            server.once(Step.AUTH, SmtpReply.says("535 5.7.8 who are you"));

            try (Logged logged = new Logged()) {
                assertThatThrownBy(() -> send(server, security, CERTIFICATE.authority(), LONG))
                        .isInstanceOf(MessagingException.class)
                        .hasMessageContaining("535 5.7.8 who are you")
                        .hasMessageNotContaining(PASSWORD);
                assertThat(logged.text())
                        .contains("the mail server takes nothing: 535 5.7.8 who are you")
                        .doesNotContain(PASSWORD, "kim@example.com");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    @DisplayName("C9: a server that sends a byte from time to time has until the deadline, over TLS too")
    void trickles(SmtpSecurity security) {
        try (FaultySmtp server = server(security, CERTIFICATE)) {
            server.once(Step.MAIL, SmtpReply.trickles());

            assertThatThrownBy(() -> send(server, security, CERTIFICATE.authority(), Duration.ofMillis(1_500)))
                    .isInstanceOf(MessagingException.class)
                    .rootCause()
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    @DisplayName("H3: a file without a certificate is refused at the start, by the name of its setting")
    void noCertificate() {
        assertThatThrownBy(() -> mailer(25, SmtpSecurity.TLS, CERTIFICATE.key(), LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AMENDS_SMTP_CA");
        assertThatCode(() -> mailer(25, SmtpSecurity.TLS, CERTIFICATE.authority(), LONG))
                .doesNotThrowAnyException();
    }

    private static FaultySmtp server(SmtpSecurity security, TestCertificate certificate) {
        return security == SmtpSecurity.TLS ? FaultySmtp.withTls(certificate) : FaultySmtp.withStartTls(certificate);
    }

    private void send(FaultySmtp server, SmtpSecurity security, Path authority, Duration deadline)
            throws MessagingException {
        mailer(server.port(), security, authority, deadline)
                .send(
                        "kim@example.com",
                        "id",
                        new DigestForms("Subject", "<p>Hello", "Hello", new byte[0]),
                        "report.pdf");
    }

    private Mailer mailer(int port, SmtpSecurity security, Path authority, Duration deadline)
            throws MessagingException {
        return new Mailer(
                Clock.systemUTC(),
                timers,
                "127.0.0.1",
                port,
                Optional.of("amends"),
                Optional.of(PASSWORD),
                security,
                Optional.of(authority),
                Duration.ofHours(1),
                deadline,
                Duration.ofHours(2),
                "Amends <amends@localhost>");
    }
}
