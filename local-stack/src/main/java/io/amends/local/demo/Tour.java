package io.amends.local.demo;

import io.amends.local.stack.StackPart;
import io.amends.local.stack.StackPorts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** The way through the main job with the sample portal: what to open, what to post, what happens. */
public final class Tour {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalTime ALERT = LocalTime.of(9, 0);

    private Tour() {}

    public static String text(StackPorts ports, String user, String password, Instant now) {
        // Just before the last alert time: then the digest that can be run now has it.
        Instant received = lastAlert(now).minus(Duration.ofMinutes(20));
        return """

                The sample portal "acme" is loaded. A tour of the main job, in this order:

                1  Look    %1$s/portals/acme/responses   (sign in: %2$s  %3$s)

                2  Post an unhappy customer, from another terminal in this folder:

                     . .amends/credentials.env
                     curl -s %4$s/v1/surveys -H "Authorization: Bearer $AMENDS_API_KEY" -H 'Content-Type: application/json' -d '{
                       "portal": "acme", "responseId": "tour-%5$d", "ticketId": "TOUR-%5$d", "supportGroup": "EMEA-NET",
                       "customer": {"id": "k-tour", "name": "Kim Example", "email": "kim@example.com", "company": "Example GmbH"},
                       "measures": {"csat": 1, "nps": 2}, "factors": ["Kept informed"], "contactChoice": "YES",
                       "comment": "Third time I had to call, and nobody told me why.", "submittedAt": "%6$s"}'

                   It is at the top of the responses within two seconds, and a case is open for Ada Brandt's team.

                3  Send the digest of the last 09:00 in Berlin (once: if it went out before today, Kim is in the next one):

                     curl -s %7$s/v1/portals/acme/digests/run -H "Authorization: Bearer $AMENDS_API_KEY" \\
                       -H 'Content-Type: application/json' -d '{"at": "%8$s"}'

                4  Read    %9$s   Every lead with customers to contact has one mail with a PDF;
                           Ada Brandt's (Network EMEA) has Kim Example, who asked to be contacted.

                5  Write   "Write notes" in the mail opens the dialog, without signing in. Type what was said, Save.

                6  Close   The link of a mail only reads and notes. In the same dialog: "Sign in to close the case", which
                           leads back to it; then "Close the case", choose the outcome. The follow-up survey's trigger
                           is then on Kafka, topic amends.recovery.followups.v1 at 127.0.0.1:%10$d.

                7  Rules   %1$s/portals/acme/rules   Three versions decided these months, each published with
                           its reason; a draft waits with its backtest. "why" beside any response says which rule matched.

                Run ./amends demo again any day: it adds the days since, and nothing twice. Ctrl-C stops; data is kept.
                """
                .formatted(
                        ports.url(StackPart.DASHBOARD_API),
                        user,
                        password,
                        ports.url(StackPart.SURVEY_INGEST),
                        now.getEpochSecond() % 1_000_000,
                        received,
                        ports.url(StackPart.ALERTING),
                        now.truncatedTo(ChronoUnit.SECONDS),
                        ports.url(StackPart.MAIL),
                        ports.of(StackPart.KAFKA));
    }

    static Instant lastAlert(Instant now) {
        ZonedDateTime today = now.atZone(ZONE).toLocalDate().atTime(ALERT).atZone(ZONE);
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }
}
