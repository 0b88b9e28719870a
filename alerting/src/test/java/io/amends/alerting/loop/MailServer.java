package io.amends.alerting.loop;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.amends.local.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A real SMTP server, a Twilio look-alike and an end of webhooks on free ports, with fast ticks for the service under test. */
public class MailServer implements QuarkusTestResourceLifecycleManager {
    // A port of its own, so that a server that was stopped comes back where it was.
    private final GreenMail mail = new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final TextServer texts = new TextServer();
    private final HookServer hooks = new HookServer();

    @Override
    public Map<String, String> start() {
        mail.start();
        Map<String, String> settings = new HashMap<>(texts.settings());
        settings.putAll(ofMail());
        return settings;
    }

    private Map<String, String> ofMail() {
        return Map.of(
                "amends.delivery.dead-look",
                "1S",
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
                "AMENDS_PRIVATE_TARGETS",
                "allow",
                "amends.channels.deadline",
                "PT1S",
                "amends.delivery.renewal",
                "PT0.5S");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(new DigestMails(mail), new TestInjector.MatchesType(DigestMails.class));
        injector.injectIntoFields(hooks, new TestInjector.MatchesType(HookServer.class));
        injector.injectIntoFields(texts, new TestInjector.MatchesType(TextServer.class));
    }

    @Override
    public void stop() {
        mail.stop();
        texts.close();
        hooks.close();
    }
}
