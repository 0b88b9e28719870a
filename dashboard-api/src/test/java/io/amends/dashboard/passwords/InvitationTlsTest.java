package io.amends.dashboard.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.dashboard.passwords.InvitationMail.MailSecurity;
import io.amends.dashboard.passwords.InvitationMail.NotTaken;
import io.amends.local.testing.FaultySmtp;
import io.amends.local.testing.FaultySmtp.SmtpReply;
import io.amends.local.testing.FaultySmtp.Step;
import io.amends.local.testing.Logged;
import io.amends.local.testing.TestCertificate;
import io.amends.messages.testing.PlainMessages;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** H1, H3: what an invitation makes of a mail server behind TLS. Its link is a secret, and so is the server's password. */
class InvitationTlsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final TestCertificate CERTIFICATE = TestCertificate.make();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String LINK = "https://a.example/invite?t=s3cret";
    private static final String PASSWORD = "very-secret";
    /** What a server must never be told in plain text. */
    private static final String TOLD = "(AUTH|MAIL|RCPT|DATA).*";

    @AfterAll
    static void end() {
        VERTX.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    @DisplayName("H1, H3: the link goes out over TLS, and so do the address and the password of the mail server")
    void sends(MailSecurity security) throws Exception {
        try (FaultySmtp server = server(security, CERTIFICATE)) {
            InvitationMail mail = mail(server.port(), security, Optional.of(CERTIFICATE.authority()));
            send(mail);
            send(mail);

            assertThat(server.mails()).hasSize(2).allMatch(one -> one.contains("To: kim@example.com"));
            assertThat(server.inTheOpen()).noneMatch(command -> command.matches(TOLD));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    @DisplayName("H1, H3: a server with a certificate of an authority that nobody trusts gets nothing")
    void untrusted(MailSecurity security) {
        try (FaultySmtp server = server(security, CERTIFICATE)) {
            refused(server, security, Optional.of(TestCertificate.make().authority()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    @DisplayName(
            "H1, H3: where no authority is named those of Java count, and a certificate that it signed itself is refused")
    void selfSigned(MailSecurity security) {
        try (FaultySmtp server = server(security, CERTIFICATE)) {
            refused(server, security, Optional.empty());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    @DisplayName("H1, H3: a server with a certificate of another name gets nothing")
    void otherName(MailSecurity security) {
        TestCertificate elsewhere = TestCertificate.make("dns:elsewhere.example");
        try (FaultySmtp server = server(security, elsewhere)) {
            refused(server, security, Optional.of(elsewhere.authority()));
        }
    }

    @Test
    @DisplayName(
            "H1, H3: where STARTTLS is wanted, a server that does not offer it gets neither the link nor the password")
    void withoutStartTls() {
        try (FaultySmtp server = new FaultySmtp()) {
            server.once(Step.EHLO, SmtpReply.says("250-hello\r\n250 AUTH PLAIN"));
            server.once(Step.EHLO, SmtpReply.says("250-hello\r\n250 AUTH PLAIN"));

            refused(server, MailSecurity.STARTTLS, Optional.of(CERTIFICATE.authority()));
        }
    }

    @Test
    @DisplayName("H1, H3: a file without a certificate is refused at the start, by the name of its setting")
    void noCertificate() {
        assertThatThrownBy(() -> mail(25, MailSecurity.STARTTLS, Optional.of(CERTIFICATE.key())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AMENDS_SMTP_CA");
    }

    /**
     * Nothing is sent, also not the second time; nothing was told in plain text, and the log has neither the person nor a
     * secret.
     */
    private static void refused(FaultySmtp server, MailSecurity security, Optional<Path> authorities) {
        InvitationMail mail = mail(server.port(), security, authorities);
        try (Logged logged = new Logged()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> send(mail)).isInstanceOf(NotTaken.class);
            }

            assertThat(logged.text())
                    .contains("an invitation is not sent")
                    .doesNotContain("s3cret", PASSWORD, "kim@example.com");
        }
        assertThat(server.mails()).isEmpty();
        assertThat(server.inTheOpen()).noneMatch(command -> command.matches(TOLD));
    }

    private static FaultySmtp server(MailSecurity security, TestCertificate certificate) {
        return security == MailSecurity.TLS ? FaultySmtp.withTls(certificate) : FaultySmtp.withStartTls(certificate);
    }

    private static void send(InvitationMail mail) throws NotTaken {
        mail.send("kim@example.com", "Kim", "kim", LINK);
    }

    private static InvitationMail mail(int port, MailSecurity security, Optional<Path> authorities) {
        return new InvitationMail(
                VERTX,
                PlainMessages.english(PasswordMessages.class),
                "127.0.0.1",
                port,
                Optional.of("amends"),
                Optional.of(PASSWORD),
                security,
                authorities,
                LONG,
                LONG,
                "Amends <amends@example.com>");
    }
}
