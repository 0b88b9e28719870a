package io.amends.alerting.loop;

import io.amends.local.testing.FaultySmtp;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A mail server that can go wrong, in place of the one of {@link MailServer}, with one worker and a short deadline. It goes
 * wrong for the one mail of a test: what has failed for good is told to no admin, whose mail would come between.
 */
public class FaultyMailServer implements QuarkusTestResourceLifecycleManager {
    private final FaultySmtp server = new FaultySmtp();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "amends.smtp.port",
                Integer.toString(server.port()),
                "amends.smtp.deadline",
                "PT2S",
                "amends.delivery.workers",
                "1",
                "amends.delivery.dead-look",
                "off");
    }

    /** After that of {@link MailServer}, whose settings it changes. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(FaultySmtp.class));
    }

    @Override
    public void stop() {
        server.close();
    }
}
