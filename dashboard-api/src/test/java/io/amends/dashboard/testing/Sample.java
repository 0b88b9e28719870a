package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Agent;
import io.amends.contracts.Answer;
import io.amends.contracts.CaseChanged;
import io.amends.contracts.CaseView;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.NoteView;
import io.amends.contracts.Reason;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.TicketKey;
import io.amends.contracts.Topics;
import io.amends.kit.event.OutboundEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decided response with defaults; a test names only what matters to it. */
public record Sample(
        String portal,
        String id,
        String ticket,
        String group,
        @Nullable Integer csat,
        ContactChoice choice,
        @Nullable String customer,
        @Nullable String company,
        @Nullable String comment,
        String language,
        List<String> factors,
        Instant received,
        long version,
        @Nullable String supersededBy,
        String prefers) {

    public static Sample of(String portal, String id) {
        return new Sample(
                portal,
                id,
                "T-" + id,
                "NET",
                1,
                ContactChoice.YES,
                "Kim Example",
                "Example GmbH",
                "Third time I had to call.",
                "en",
                List.of("Speed of response"),
                Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS),
                1,
                null,
                "call");
    }

    /** How the customer would rather be reached. */
    public Sample prefers(String way) {
        return new Sample(
                portal,
                id,
                ticket,
                group,
                csat,
                choice,
                customer,
                company,
                comment,
                language,
                factors,
                received,
                version,
                supersededBy,
                way);
    }

    public Sample ticket(String t) {
        return copy(t, group, csat, choice, customer, comment, received, version, supersededBy);
    }

    public Sample group(String g) {
        return copy(ticket, g, csat, choice, customer, comment, received, version, supersededBy);
    }

    public Sample csat(@Nullable Integer score) {
        return copy(ticket, group, score, choice, customer, comment, received, version, supersededBy);
    }

    public Sample choice(ContactChoice c) {
        return copy(ticket, group, csat, c, customer, comment, received, version, supersededBy);
    }

    public Sample customer(String name) {
        return copy(ticket, group, csat, choice, name, comment, received, version, supersededBy);
    }

    public Sample comment(@Nullable String text) {
        return copy(ticket, group, csat, choice, customer, text, received, version, supersededBy);
    }

    public Sample received(Instant at) {
        return copy(ticket, group, csat, choice, customer, comment, at, version, supersededBy);
    }

    public Sample version(long v) {
        return copy(ticket, group, csat, choice, customer, comment, received, v, supersededBy);
    }

    public Sample supersededBy(String other) {
        return copy(ticket, group, csat, choice, customer, comment, received, version + 1, other);
    }

    public Sample said(String lang, String companyName, List<String> chosen) {
        return new Sample(
                portal,
                id,
                ticket,
                group,
                csat,
                choice,
                customer,
                companyName,
                comment,
                lang,
                chosen,
                received,
                version,
                supersededBy,
                prefers);
    }

    public SurveyResponse response() {
        return new SurveyResponse(
                portal,
                id,
                ticket,
                group,
                "ENTERPRISE",
                null,
                "phone",
                language,
                new Agent("a-7", "Robin Desk"),
                new Customer("c-9", customer, "kim@example.com", "+495550100", company, null, prefers, null),
                csat == null ? Map.of() : Map.of("csat", new Answer.Score(BigDecimal.valueOf(csat))),
                factors,
                comment,
                choice,
                List.of(),
                Map.of(),
                received,
                received,
                null);
    }

    public RecoveryDecided decided() {
        boolean low = csat != null && csat <= 2;
        Kind kind = supersededBy != null || !low ? Kind.NONE : Kind.RECOVERY;
        Contact contact = choice == ContactChoice.NO ? Contact.FORBIDDEN : low ? Contact.REQUIRED : Contact.ALLOWED;
        return new RecoveryDecided(
                UUID.randomUUID().toString(),
                portal,
                id,
                version,
                ticket,
                group,
                kind,
                contact,
                kind == Kind.NONE ? null : choice == ContactChoice.YES ? 1 : 2,
                kind == Kind.NONE || contact == Contact.FORBIDDEN ? Alert.NONE : Alert.DIGEST,
                List.of("service_recovery"),
                true,
                0,
                "p",
                List.of(),
                new RecoveryDecided.Explanation(
                        "The overall rating of " + csat + " is at or below the threshold of 2.",
                        csat == null ? null : BigDecimal.valueOf(csat),
                        BigDecimal.valueOf(2),
                        choice),
                supersededBy == null ? Standing.COUNTS : Standing.REPLACED,
                supersededBy,
                null,
                null,
                false,
                false,
                false,
                received,
                received,
                response());
    }

    /** What recovery-rules says of a version that waits in quarantine: its group is one that nobody knows. */
    public OutboundEvent withdrawn() {
        ObjectNode data = Json.MAPPER.valueToTree(group("NOSUCH").csat(null).decided());
        return OutboundEvent.of(
                Topics.DECIDED,
                TicketKey.of(portal, ticket, id),
                data.path("decisionId").asText(),
                EventTypes.RECOVERY_DECIDED,
                data.put("standing", Standing.WITHDRAWN.name()));
    }

    /** What the recorder says of it. */
    public OutboundEvent quarantined() {
        SurveyRecorded recorded = new SurveyRecorded(
                portal,
                id,
                version,
                ResponseState.QUARANTINED,
                group("NOSUCH").response(),
                List.of(new Reason("/supportGroup", "unknown support group NOSUCH")),
                null,
                null,
                null,
                true,
                false,
                received,
                0);
        return OutboundEvent.of(
                Topics.RECORDED,
                TicketKey.of(portal, ticket, id),
                UUID.randomUUID().toString(),
                EventTypes.SURVEY_QUARANTINED,
                recorded);
    }

    public OutboundEvent event() {
        RecoveryDecided decided = decided();
        return OutboundEvent.of(
                Topics.DECIDED,
                TicketKey.of(portal, ticket, id),
                decided.decisionId(),
                EventTypes.RECOVERY_DECIDED,
                decided);
    }

    public NoteView note(String author, boolean spoke, String text) {
        return new NoteView(
                UUID.randomUUID().toString(),
                id,
                author,
                spoke,
                text,
                Instant.now(),
                "user:robin",
                null,
                "dashboard",
                "h");
    }

    public OutboundEvent noted(NoteView note) {
        CaseChanged changed = new CaseChanged(portal, null, ticket, id, group, 1, note, 1, note.spoke(), note.at());
        return OutboundEvent.of(
                Topics.CASES, TicketKey.of(portal, ticket, id), note.noteId(), EventTypes.CASE_NOTE_ADDED, changed);
    }

    /** That a case was opened for it; one of a higher version than what was said of its ticket before. */
    public OutboundEvent opened() {
        return of(openCase(), 1);
    }

    /** That its case was closed. */
    public OutboundEvent closed() {
        CaseView open = openCase();
        return of(
                new CaseView(
                        open.caseId(),
                        portal,
                        ticket,
                        id,
                        group,
                        CaseView.CaseState.CLOSED,
                        open.owner(),
                        open.dueAt(),
                        open.tags(),
                        CaseView.Outcome.RESOLVED,
                        null,
                        false,
                        open.openedAt(),
                        Instant.now()),
                2);
    }

    private OutboundEvent of(CaseView view, long caseVersion) {
        CaseChanged changed =
                new CaseChanged(portal, view, ticket, id, group, caseVersion, null, 0, false, Instant.now());
        return OutboundEvent.of(
                Topics.CASES,
                TicketKey.of(portal, ticket, id),
                UUID.randomUUID().toString(),
                view.state() == CaseView.CaseState.CLOSED ? EventTypes.CASE_CLOSED : EventTypes.CASE_OPENED,
                changed);
    }

    public CaseView openCase() {
        return new CaseView(
                "case-" + id,
                portal,
                ticket,
                id,
                group,
                CaseView.CaseState.OPEN,
                "c-1",
                Instant.now().plus(3, ChronoUnit.HOURS),
                List.of("service_recovery"),
                null,
                null,
                false,
                received,
                null);
    }

    private Sample copy(
            String t,
            String g,
            @Nullable Integer score,
            ContactChoice c,
            @Nullable String name,
            @Nullable String text,
            Instant at,
            long v,
            @Nullable String by) {
        return new Sample(portal, id, t, g, score, c, name, company, text, language, factors, at, v, by, prefers);
    }
}
