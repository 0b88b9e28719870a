package io.amends.local.command;

import io.amends.local.stack.Credentials;
import io.amends.local.stack.Part;
import io.amends.local.stack.Place;
import io.amends.local.stack.StackPorts;

/** What {@code up} says when all is ready: where things are, how to sign in, what to try. */
final class Welcome {
    private static final String DEMO =
            "  ./amends demo      stop this, then this: the same with a sample portal and a tour\n";

    private Welcome() {}

    /** @param demo whether the sample portal is there already, so that it need not be offered */
    static String text(StackPorts ports, Credentials credentials, Place place, boolean demo) {
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
                        ports.url(Part.DASHBOARD_API),
                        credentials.user(),
                        credentials.password(),
                        ports.url(Part.MAIL),
                        ports.url(Part.SURVEY_INGEST),
                        ports.of(Part.RECOVERY_RULES),
                        ports.of(Part.NOTES_SERVICE),
                        ports.of(Part.KAFKA),
                        place.root().relativize(place.credentials()),
                        demo ? "" : DEMO);
    }
}
