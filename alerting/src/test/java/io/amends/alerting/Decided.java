package io.amends.alerting;

import io.amends.contracts.Agent;
import io.amends.contracts.Answer;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Explanation;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.SurveyResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds decisions: an unhappy customer of NET at portal acme unless said otherwise. */
public final class Decided {
    public String portal = "acme";
    public String response = "r-1";
    public long version = 1;
    public @Nullable String decisionId;
    public String ticket = "T-1";
    public String group = "NET";
    public Kind kind = Kind.RECOVERY;
    public Contact contact = Contact.REQUIRED;
    public @Nullable Integer priority = 2;
    public Alert alert = Alert.DIGEST;
    public @Nullable String supersededBy;
    public @Nullable String replaces;
    public @Nullable String previousGroup;
    public boolean repaired;
    public boolean history;
    public boolean withdrawn;
    public @Nullable Integer overall = 1;
    public ContactChoice choice = ContactChoice.NOT_ASKED;
    public Instant received = Instant.parse("2026-11-20T07:55:00Z");
    public @Nullable Instant recorded;
    public @Nullable String comment = "Third time I had to call.";
    public @Nullable Customer customer =
            new Customer("c-9", "Kim Example", null, null, "Example GmbH", null, null, null);
    public @Nullable Agent agent = new Agent("a-7", "Robin Example");
    public @Nullable String language = "en";
    public @Nullable String followUpOf;
    public List<String> factors = List.of("Speed of response", "Kept informed");
    public String why = "CSAT 1 is at or below the threshold of 2.";

    public static Decided response(String id) {
        Decided decided = new Decided();
        decided.response = id;
        decided.ticket = "T-" + id;
        return decided;
    }

    public Decided received(String instant) {
        received = Instant.parse(instant);
        return this;
    }

    public Decided asked() {
        choice = ContactChoice.YES;
        priority = 1;
        return this;
    }

    public Decided refused() {
        choice = ContactChoice.NO;
        contact = Contact.FORBIDDEN;
        alert = Alert.NONE;
        return this;
    }

    public Decided happy() {
        kind = Kind.OPPORTUNITY;
        choice = ContactChoice.YES;
        priority = 3;
        overall = 5;
        why = "The customer is happy and asked to be contacted.";
        return this;
    }

    public Decided says(String name, @Nullable String text, @Nullable String in) {
        customer = new Customer("c", name, null, null, null, null, null, null);
        comment = text;
        language = in;
        return this;
    }

    public Decided prefers(String contact) {
        customer = new Customer("c-9", "Kim Example", null, null, "Example GmbH", null, contact, null);
        return this;
    }

    public Decided repairedAt(String instant) {
        repaired = true;
        recorded = Instant.parse(instant);
        return this;
    }

    public Decided in(String supportGroup) {
        group = supportGroup;
        return this;
    }

    public RecoveryDecided build() {
        Instant at = recorded == null ? received.plusSeconds(1) : recorded;
        BigDecimal score = overall == null ? null : BigDecimal.valueOf(overall);
        return new RecoveryDecided(
                decisionId == null ? "d-" + portal + response + version : decisionId,
                portal,
                response,
                version,
                ticket,
                group,
                kind,
                contact,
                kind == Kind.NONE ? null : priority,
                alert,
                List.of(),
                true,
                0,
                "p",
                List.of(),
                new Explanation(why, score, BigDecimal.valueOf(2), choice),
                withdrawn ? Standing.WITHDRAWN : supersededBy == null ? Standing.COUNTS : Standing.REPLACED,
                supersededBy,
                replaces,
                previousGroup,
                repaired,
                history,
                withdrawn,
                at,
                at,
                new SurveyResponse(
                        portal,
                        response,
                        ticket,
                        group,
                        "ENT",
                        null,
                        "phone",
                        language,
                        agent,
                        customer,
                        score == null ? Map.of() : Map.of("csat", new Answer.Score(score)),
                        factors,
                        comment,
                        choice,
                        List.of(),
                        Map.of(),
                        received,
                        null,
                        followUpOf));
    }
}
