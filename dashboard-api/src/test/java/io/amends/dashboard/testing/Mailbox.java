package io.amends.dashboard.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.amends.local.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real SMTP server on a free port, to which the service under test sends its invitations. */
public class Mailbox implements QuarkusTestResourceLifecycleManager {
    private final GreenMail mail = new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** The mails that came. */
    public static final class Mails {
        private final GreenMail mail;

        private Mails(GreenMail mail) {
            this.mail = mail;
        }

        /** The texts of all mails to an address, oldest first. */
        public List<String> to(String address) {
            return Stream.of(mail.getReceivedMessages())
                    .filter(one -> text(one, false).equals(address))
                    .map(one -> text(one, true))
                    .toList();
        }

        /** Takes nothing until it is well again. */
        public void away() {
            mail.stop();
        }

        /** Takes mail again. */
        public void back() {
            mail.start();
        }

        private static String text(MimeMessage one, boolean body) {
            try {
                return body ? one.getContent().toString() : one.getAllRecipients()[0].toString();
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Map<String, String> start() {
        mail.start();
        return Map.of(
                "amends.smtp.host",
                "127.0.0.1",
                "amends.smtp.port",
                Integer.toString(mail.getSmtp().getPort()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(new Mails(mail), new TestInjector.MatchesType(Mails.class));
    }

    @Override
    public void stop() {
        mail.stop();
    }
}
