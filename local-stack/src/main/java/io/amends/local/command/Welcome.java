package io.amends.local.command;

import io.amends.local.stack.Credentials;
import io.amends.local.stack.StackPart;
import io.amends.local.stack.StackPaths;
import io.amends.local.stack.StackPorts;

/** What {@code up} says when all is ready: where things are, how to sign in, what to try. */
final class Welcome {
    private static final String DEMO =
            "  ./amends demo      stop this, then this: the same with a sample portal and a tour\n";

    private Welcome() {}

    /** @param demo whether the sample portal is there already, so that it need not be offered */
    static String text(StackPorts ports, Credentials credentials, StackPaths place, boolean demo) {
        return """

                Amends is ready.

                  Pages     %s
                  Sign in   %s   %s
                  Mail      %s   (what Amends sends; nothing leaves this machine)
                  API       %s/q/swagger-ui   and the same on ports %d to %d
                  Kafka     127.0.0.1:%d
                  Key       AMENDS_API_KEY in %s

                Next
                %s  ./amends status    what runs (--json for machines)
                  Ctrl-C             stops everything in order; data is kept
                """
                .formatted(
                        ports.url(StackPart.DASHBOARD_API),
                        credentials.user(),
                        credentials.password(),
                        ports.url(StackPart.MAIL),
                        ports.url(StackPart.SURVEY_INGEST),
                        ports.of(StackPart.RECOVERY_RULES),
                        ports.of(StackPart.NOTES_SERVICE),
                        ports.of(StackPart.KAFKA),
                        place.root().relativize(place.credentials()),
                        demo ? "" : DEMO);
    }
}
