package io.amends.alerting.loop;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.amends.local.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real SMTP server on a free port, with fast ticks and a short lease for the service under test. */
public class MailServer implements QuarkusTestResourceLifecycleManager {
    // A port of its own, so that a server that was stopped comes back where it was.
    private final GreenMail mail = new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Override
    public Map<String, String> start() {
        mail.start();
        return Map.of(
                "AMENDS_SMTP_HOST",
                "127.0.0.1",
                "AMENDS_SMTP_PORT",
                Integer.toString(mail.getSmtp().getPort()),
                "AMENDS_LINK_KEYS",
                "test:" + java.util.Base64.getEncoder().encodeToString(new byte[32]),
                "AMENDS_API_KEY_HASHES",
                Keys.hashes(),
                "amends.alerting.tick",
                "PT0.2S",
                "amends.delivery.first-backoff",
                "PT0.1S",
                "amends.delivery.renewal",
                "PT0.5S");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(new DigestMails(mail), new TestInjector.MatchesType(DigestMails.class));
    }

    @Override
    public void stop() {
        mail.stop();
    }
}
