package io.amends.dashboard.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.amends.dashboard.passwords.InvitationMail.MailSecurity;
import io.amends.dashboard.passwords.InvitationMail.NotTaken;
import io.amends.local.process.Ports;
import io.amends.local.testing.Logged;
import io.amends.messages.testing.PlainMessages;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H1: how an invitation reaches a mail server, and what a faulty one does. */
class InvitationMailTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String FROM = "Amends <amends@example.com>";
    private static final Duration SHORT = Duration.ofMillis(500);

    @AfterAll
    static void end() {
        VERTX.close();
    }

    @Test
    @DisplayName("H1: after a dozen mails on which the server hung the next one goes out, and no socket is left")
    void hangs() throws Exception {
        int port = Ports.free();
        InvitationMail mail = mail(port, FROM);
        try (Silent silent = new Silent(port)) {
            for (int i = 0; i < 12; i++) {
                assertThatThrownBy(() -> send(mail, "kim@example.com")).isInstanceOf(NotTaken.class);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> silent.ended.get() == 12);
        }
        GreenMail well = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        well.start();
        try {
            send(mail, "kim@example.com");

            assertThat(well.getReceivedMessages()).hasSize(1);
            assertThat(well.getReceivedMessages()[0].getHeader("From")[0]).contains("amends@example.com");
            assertThat(well.getReceivedMessages()[0].getContent().toString())
                    .contains("Bcc: evil@example.com,", "https://a.example/invite?t=s3cret");
            assertThat(well.getReceivedMessages()[0].getHeader("Bcc")).isNull();
        } finally {
            well.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim@example.com\r\nRCPT TO:<evil@example.com>",
                "kim@example.com\nBcc: evil@example.com",
                "kim@example.com, evil@example.com",
                "Kim <kim@example.com>",
                "kim",
                ""
            })
    @DisplayName("H6: an address that is not one is sent nothing")
    void oddAddress(String address) {
        assertThatThrownBy(() -> send(mail(1, FROM), address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amends\r\nBcc: evil@example.com <amends@example.com>", "amends", "a@b@c", "A <a@b> <c@d>"})
    @DisplayName("H6: a sender that is no address is refused at the start, by the name of its setting")
    void oddSender(String from) {
        assertThatThrownBy(() -> mail(1, from))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AMENDS_MAIL_FROM");
    }

    @Test
    @DisplayName("H1, G3: what is not sent is one line in the log, without the link and without the person")
    void logged() throws IOException {
        try (Logged logged = new Logged()) {
            assertThatThrownBy(() -> send(mail(Ports.free(), FROM), "kim@example.com"))
                    .isInstanceOf(NotTaken.class)
                    .hasMessageNotContaining("s3cret");
            assertThat(logged.text()).contains("an invitation is not sent").doesNotContain("s3cret", "kim");
        }
    }

    private static void send(InvitationMail mail, String to) throws NotTaken {
        mail.send(to, "Kim\r\nBcc: evil@example.com", "kim", "https://a.example/invite?t=s3cret");
    }

    private static InvitationMail mail(int port, String from) {
        return new InvitationMail(
                VERTX,
                PlainMessages.english(PasswordMessages.class),
                "127.0.0.1",
                port,
                Optional.empty(),
                Optional.empty(),
                MailSecurity.NONE,
                Optional.empty(),
                SHORT,
                SHORT,
                from);
    }

    /** Greets, and says nothing more, as a server that hangs. */
    private static final class Silent implements AutoCloseable {
        private final AtomicInteger ended = new AtomicInteger();
        private final ServerSocket door;
        private final ExecutorService guests = Executors.newCachedThreadPool();

        Silent(int port) throws IOException {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            guests.submit(() -> {
                while (true) {
                    Socket guest = door.accept();
                    guests.submit(() -> hold(guest));
                }
            });
        }

        private void hold(Socket guest) {
            try (guest) {
                guest.getOutputStream().write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
                while (guest.getInputStream().read() >= 0) {
                    // It listens, and answers nothing.
                }
            } catch (IOException e) {
                // The guest has left this way, too.
            }
            ended.incrementAndGet();
        }

        @Override
        public void close() throws IOException {
            door.close();
            guests.shutdownNow();
        }
    }
}
