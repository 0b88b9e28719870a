package io.amends.notes;

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

/** Builds decisions as recovery-rules makes them; a test names only what matters to it. By default an unhappy customer. */
public final class Decisions {
    private String portal = "acme";
    private String responseId = "r-1";
    private String ticketId = "T-1";
    private String group = "EMEA-NET";
    private long version = 1;
    private int overall = 1;
    private ContactChoice choice = ContactChoice.NOT_ASKED;
    private Instant submittedAt = Instant.parse("2026-11-16T09:00:00Z"); // a Monday
    private String supersededBy;
    private String replaces;
    private String previousGroup;
    private String followUpOf;
    private boolean history;
    private boolean withdrawn;

    private Decisions() {}

    public static Decisions decision() {
        return new Decisions();
    }

    public Decisions portal(String value) {
        portal = value;
        return this;
    }

    public Decisions response(String value) {
        responseId = value;
        return this;
    }

    public Decisions ticket(String value) {
        ticketId = value;
        return this;
    }

    public Decisions group(String value) {
        group = value;
        return this;
    }

    public Decisions version(long value) {
        version = value;
        return this;
    }

    public Decisions happy() {
        overall = 5;
        return this;
    }

    public Decisions overall(int value) {
        overall = value;
        return this;
    }

    public Decisions choice(ContactChoice value) {
        choice = value;
        return this;
    }

    public Decisions saysNo() {
        return choice(ContactChoice.NO);
    }

    public Decisions received(String instant) {
        submittedAt = Instant.parse(instant);
        return this;
    }

    public Decisions received(Instant instant) {
        submittedAt = instant;
        return this;
    }

    public Decisions supersededBy(String value) {
        supersededBy = value;
        return this;
    }

    public Decisions replaces(String value) {
        replaces = value;
        return this;
    }

    public Decisions movedFrom(String value) {
        previousGroup = value;
        return this;
    }

    public Decisions answersFollowUpOf(String caseId) {
        followUpOf = caseId;
        return this;
    }

    /** A later version of it is in quarantine. */
    public Decisions withdrawn() {
        withdrawn = true;
        return this;
    }

    public Decisions history() {
        history = true;
        return this;
    }

    /** The table of interfaces.md with the usual policy: threshold 2, lowUnanswered ALLOWED, highUnanswered NONE. */
    public RecoveryDecided build() {
        boolean low = overall <= 2;
        boolean no = choice == ContactChoice.NO;
        Kind kind = low ? Kind.RECOVERY : choice == ContactChoice.YES ? Kind.OPPORTUNITY : Kind.NONE;
        kind = supersededBy == null && !withdrawn ? kind : Kind.NONE;
        Contact contact = no
                ? Contact.FORBIDDEN
                : kind == Kind.NONE || choice == ContactChoice.UNANSWERED ? Contact.ALLOWED : Contact.REQUIRED;
        boolean recovers = kind == Kind.RECOVERY && !no;
        boolean acts = kind != Kind.NONE && !no;
        return new RecoveryDecided(
                "d-" + responseId + "-" + version,
                portal,
                responseId,
                version,
                ticketId,
                group,
                kind,
                contact,
                kind == Kind.NONE ? null : choice == ContactChoice.YES ? 1 : 2,
                acts && !history ? Alert.DIGEST : Alert.NONE,
                recovers ? List.of("service_recovery") : List.of(),
                recovers,
                0,
                "p",
                List.of(),
                new Explanation(
                        "Rated " + overall + " of 5.", BigDecimal.valueOf(overall), BigDecimal.valueOf(2), choice),
                withdrawn ? Standing.WITHDRAWN : supersededBy == null ? Standing.COUNTS : Standing.REPLACED,
                supersededBy,
                replaces,
                previousGroup,
                false,
                history,
                withdrawn,
                submittedAt.plusSeconds(1),
                submittedAt,
                response());
    }

    private SurveyResponse response() {
        return new SurveyResponse(
                portal,
                responseId,
                ticketId,
                group,
                null,
                "acme",
                "phone",
                "de",
                null,
                new Customer("c-9", "Kim Example", "kim@example.com", null, null, null, null, null),
                Map.of("csat", new Answer.Score(BigDecimal.valueOf(overall))),
                List.of(),
                "Third time I had to call.",
                choice,
                List.of(),
                Map.of(),
                submittedAt,
                submittedAt,
                followUpOf);
    }
}
