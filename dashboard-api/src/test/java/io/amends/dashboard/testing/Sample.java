package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Agent;
import io.amends.contracts.CaseChanged;
import io.amends.contracts.CaseView;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import io.amends.contracts.EventTypes;
import io.amends.contracts.Json;
import io.amends.contracts.NoteView;
import io.amends.contracts.Reason;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.Topics;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.RecordedBuilder;
import io.amends.contracts.testing.ResponseBuilder;
import io.amends.kit.event.OutboundEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A decided response with defaults; a test names only what matters to it. */
public record Sample(SurveyResponse response, long version, @Nullable String supersededBy) {

    public static Sample of(String portal, String id) {
        Instant received = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        return new Sample(
                ResponseBuilder.response(id)
                        .portal(portal)
                        .segment("ENTERPRISE")
                        .language("en")
                        .agent(new Agent("a-7", "Robin Desk"))
                        .customer(customer("Kim Example", "Example GmbH", "call"))
                        .factors(List.of("Speed of response"))
                        .comment("Third time I had to call.")
                        .choice(ContactChoice.YES)
                        .submittedAt(received)
                        .updatedAt(received)
                        .build(),
                1,
                null);
    }

    private static Customer customer(@Nullable String name, @Nullable String company, String prefers) {
        return new Customer("c-9", name, "kim@example.com", "+495550100", company, null, prefers, null);
    }

    public String portal() {
        return response.portal();
    }

    public String id() {
        return response.responseId();
    }

    public String ticket() {
        return Objects.requireNonNull(response.ticketId());
    }

    public String group() {
        return Objects.requireNonNull(response.supportGroup());
    }

    public @Nullable Integer csat() {
        BigDecimal score = response.score("csat");
        return score == null ? null : score.intValue();
    }

    public ContactChoice choice() {
        return response.contactChoice();
    }

    public @Nullable String comment() {
        return response.comment();
    }

    public Instant received() {
        return response.submittedAt();
    }

    /** How the customer would rather be reached. */
    public Sample prefers(String way) {
        return but(r -> r.customer(customer(who().name(), who().company(), way)));
    }

    public Sample ticket(String t) {
        return but(r -> r.ticket(t));
    }

    public Sample group(String g) {
        return but(r -> r.group(g));
    }

    public Sample csat(@Nullable Integer score) {
        return but(r -> r.overall(score == null ? null : score.toString()));
    }

    public Sample choice(ContactChoice c) {
        return but(r -> r.choice(c));
    }

    public Sample customer(String name) {
        return but(r -> r.customer(customer(name, who().company(), Objects.requireNonNull(who().preferredContact()))));
    }

    public Sample comment(@Nullable String text) {
        return but(r -> r.comment(text));
    }

    public Sample received(Instant at) {
        return but(r -> r.submittedAt(at).updatedAt(at));
    }

    public Sample version(long v) {
        return new Sample(response, v, supersededBy);
    }

    public Sample supersededBy(String other) {
        return new Sample(response, version + 1, other);
    }

    public Sample said(String lang, String companyName, List<String> chosen) {
        return but(r -> r.language(lang)
                .factors(chosen)
                .customer(customer(who().name(), companyName, Objects.requireNonNull(who().preferredContact()))));
    }

    private Customer who() {
        return Objects.requireNonNull(response.customer());
    }

    private Sample but(UnaryOperator<ResponseBuilder> change) {
        return new Sample(change.apply(ResponseBuilder.like(response)).build(), version, supersededBy);
    }

    public RecoveryDecided decided() {
        Integer csat = csat();
        boolean low = csat != null && csat <= 2;
        Kind kind = supersededBy != null || !low ? Kind.NONE : Kind.RECOVERY;
        Contact contact = choice() == ContactChoice.NO ? Contact.FORBIDDEN : low ? Contact.REQUIRED : Contact.ALLOWED;
        return DecisionBuilder.about(ResponseBuilder.like(response))
                .decisionId(UUID.randomUUID().toString())
                .version(version)
                .kind(kind)
                .contact(contact)
                .tags(List.of("service_recovery"))
                .followUp(true)
                .also("c-9", "Night shift")
                .summary("The overall rating of " + csat + " is at or below the threshold of 2.")
                .supersededBy(supersededBy)
                .build();
    }

    /** What recovery-rules says of a version that waits in quarantine: its group is one that nobody knows. */
    public OutboundEvent withdrawn() {
        ObjectNode data = Json.MAPPER.valueToTree(group("NOSUCH").csat(null).decided());
        return OutboundEvent.of(
                Topics.DECIDED,
                response.ticketKey(),
                data.path("decisionId").asText(),
                EventTypes.RECOVERY_DECIDED,
                data.put("standing", Standing.WITHDRAWN.name()));
    }

    /** What the recorder says of it. */
    public OutboundEvent quarantined() {
        SurveyRecorded recorded = RecordedBuilder.recorded(group("NOSUCH").response())
                .version(version)
                .quarantined(new Reason("/supportGroup", "unknown support group NOSUCH"))
                .wasRecorded(true)
                .recordedAt(received())
                .build();
        return OutboundEvent.of(
                Topics.RECORDED,
                response.ticketKey(),
                UUID.randomUUID().toString(),
                EventTypes.SURVEY_QUARANTINED,
                recorded);
    }

    public OutboundEvent event() {
        RecoveryDecided decided = decided();
        return OutboundEvent.of(
                Topics.DECIDED, response.ticketKey(), decided.decisionId(), EventTypes.RECOVERY_DECIDED, decided);
    }

    public NoteView note(String author, boolean spoke, String text) {
        return new NoteView(
                UUID.randomUUID().toString(),
                id(),
                author,
                spoke,
                text,
                Instant.now(),
                "user:robin",
                null,
                "dashboard",
                null,
                "h");
    }

    public OutboundEvent noted(NoteView note) {
        CaseChanged changed =
                new CaseChanged(portal(), null, ticket(), id(), group(), 1, note, 1, note.spoke(), note.at());
        return OutboundEvent.of(Topics.CASES, response.ticketKey(), note.noteId(), EventTypes.CASE_NOTE_ADDED, changed);
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
                        portal(),
                        ticket(),
                        id(),
                        group(),
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
                new CaseChanged(portal(), view, ticket(), id(), group(), caseVersion, null, 0, false, Instant.now());
        return OutboundEvent.of(
                Topics.CASES,
                response.ticketKey(),
                UUID.randomUUID().toString(),
                view.state() == CaseView.CaseState.CLOSED ? EventTypes.CASE_CLOSED : EventTypes.CASE_OPENED,
                changed);
    }

    public CaseView openCase() {
        return new CaseView(
                "case-" + id(),
                portal(),
                ticket(),
                id(),
                group(),
                CaseView.CaseState.OPEN,
                "c-1",
                Instant.now().plus(3, ChronoUnit.HOURS),
                List.of("service_recovery"),
                null,
                null,
                false,
                received(),
                null);
    }
}
