package io.amends.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.alerting.delivery.Mailer.SmtpSecurity;
import io.amends.alerting.rendering.DigestForms;
import io.amends.local.testing.FaultySmtp;
import io.amends.local.testing.FaultySmtp.SmtpReply;
import io.amends.local.testing.FaultySmtp.Step;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one sending makes of a mail server that goes wrong. No timeout of a single step ends anything here. */
class MailerTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final FaultySmtp server = new FaultySmtp();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        server.close();
        timers.shutdownNow();
    }

    @Test
    @DisplayName("C9: a server that takes the mail and hangs at QUIT has taken it, and nobody waits for it")
    void hangsAtQuit() throws Exception {
        server.once(Step.QUIT, server.freezes());

        assertThat(sending(mailer(SmtpSecurity.NONE, NEVER), 0)).succeedsWithin(SOON);
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a reset may take back the reply before it")
    @DisplayName("C9: a server that takes the mail and resets the connection has taken it")
    void resetsWhenTaken() throws Exception {
        server.once(Step.TAKEN, connection -> {
            SmtpReply.says("250 taken").give(connection);
            connection.setSoLinger(true, 0);
            connection.close();
        });

        assertThat(sending(mailer(SmtpSecurity.NONE, NEVER), 0)).succeedsWithin(SOON);
    }

    @ParameterizedTest
    @EnumSource(names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "TAKEN"})
    @DisplayName("C9: a server that sends a byte from time to time, at whichever step, has until the deadline")
    void trickles(Step step) throws Exception {
        server.once(step, SmtpReply.trickles());

        isLate(sending(mailer(SmtpSecurity.NONE, SHORT), 0));
    }

    @Test
    @DisplayName("C9: so has one that never comes to the end of TLS's handshake")
    void tricklesUnderTls() throws Exception {
        // The head of a handshake's record of 16 KB; of the record there is a byte from time to time.
        SmtpReply handshake = connection -> {
            connection.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
            SmtpReply.trickles().give(connection);
        };
        server.once(Step.GREETING, handshake);
        // The mail library would try once more by itself.
        server.once(Step.GREETING, handshake);

        isLate(sending(mailer(SmtpSecurity.TLS, SHORT), 0));
    }

    @Test
    @DisplayName("C9: so has one that reads no more in the middle of a mail")
    void readsNoMore() throws Exception {
        server.once(Step.DATA, connection -> {
            SmtpReply.says("354 go on").give(connection);
            server.freezes().give(connection);
        });

        isLate(sending(mailer(SmtpSecurity.NONE, SHORT), 30_000_000));
    }

    @Test
    @DisplayName("C9: a deadline that is no shorter than the lease is refused, with both settings named")
    void deadlineBeyondLease() {
        assertThatThrownBy(() -> mailer(SmtpSecurity.NONE, NEVER.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("amends.smtp.deadline (PT1H1S)", "amends.delivery.lease (PT1H1S)");
    }

    private static void isLate(CompletableFuture<Void> sending) {
        assertThat(sending)
                .failsWithin(SOON)
                .withThrowableThat()
                .withCauseInstanceOf(MessagingException.class)
                .havingRootCause()
                .isInstanceOf(SocketTimeoutException.class)
                .withMessageContaining("500 ms");
    }

    private static CompletableFuture<Void> sending(Mailer mailer, int bytes) {
        CompletableFuture<Void> sending = new CompletableFuture<>();
        Thread sender = new Thread(() -> {
            try {
                DigestForms digest = new DigestForms("Subject", "<p>Hello", "Hello", new byte[bytes]);
                mailer.send("kim@example.com", "id", digest, "report.pdf");
                sending.complete(null);
            } catch (MessagingException | RuntimeException e) {
                sending.completeExceptionally(e);
            }
        });
        sender.setDaemon(true);
        sender.start();
        return sending;
    }

    private Mailer mailer(SmtpSecurity security, Duration deadline) throws MessagingException {
        return new Mailer(
                Clock.systemUTC(),
                timers,
                "127.0.0.1",
                server.port(),
                Optional.empty(),
                Optional.empty(),
                security,
                Optional.empty(),
                NEVER,
                deadline,
                NEVER.plusSeconds(1),
                "Amends <amends@localhost>");
    }
}
