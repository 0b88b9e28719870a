package io.amends.dashboard.recovery;

import io.amends.contracts.Agent;
import io.amends.contracts.CaseView;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Customer;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.StorableText;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.Recovery;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.recovery.core.Reach;
import io.amends.dashboard.responses.ResponsesReport;
import io.amends.dashboard.responses.core.CustomerStanding;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what a customer said, and what was noted on it, into words (D1). */
@ApplicationScoped
class AnswerPresenter {
    // What is read at a glance; a longer comment is folded, so that who it was stays in sight.
    private static final int MOST_CHARACTERS = 700;
    private static final int MOST_LINES = 12;

    private final RecoveryMessages messages;
    private final LayoutMessages layout;
    private final Formats formats;
    private final ResponsesReport report;
    private final RequestWords requests;

    AnswerPresenter(
            RecoveryMessages messages,
            LayoutMessages layout,
            Formats formats,
            ResponsesReport report,
            RequestWords requests) {
        this.messages = messages;
        this.layout = layout;
        this.formats = formats;
        this.report = report;
        this.requests = requests;
    }

    DialogView.Answer answer(
            Recovery.Item item,
            String cpc,
            Portal portal,
            @Nullable Group group,
            @Nullable Segment segment,
            Sight sight,
            CustomerStanding standing) {
        SurveyResponse response = item.response();
        Recovery.Why decision = item.decision();
        return new DialogView.Answer(
                DialogSubject.of(item),
                response == null ? null : rating(response, portal, standing),
                response == null ? null : comment(response),
                customer(item, segment),
                ticket(item, portal, group),
                formats.moment(item.receivedAt(), portal.timeZone()),
                decision == null ? null : text(decision.explanation().summary()),
                earlier(item, cpc, portal, sight));
    }

    private DialogView.Rating rating(SurveyResponse response, Portal portal, CustomerStanding standing) {
        return new DialogView.Rating(
                score(response.score(portal.overall()), portal),
                response.factors(),
                choice(response.contactChoice()),
                response.contactChoice() == ContactChoice.YES && standing == CustomerStanding.WAITING);
    }

    private static DialogView.@Nullable Comment comment(SurveyResponse response) {
        String comment = text(response.comment());
        return comment == null ? null : new DialogView.Comment(comment, folded(comment), text(response.language()));
    }

    private DialogView.Customer customer(Recovery.Item item, @Nullable Segment segment) {
        SurveyResponse response = item.response();
        Customer customer = response == null ? null : response.customer();
        return new DialogView.Customer(
                name(customer).orElseGet(layout::nameless),
                customer == null ? null : text(customer.company()),
                segment == null ? text(response == null ? null : response.segment()) : segment.name(),
                customer == null ? List.of() : ways(customer),
                customer == null ? null : prefers(text(customer.preferredContact())),
                forbidden(item) ? barred(item, messages.theCustomer()) : null);
    }

    private static DialogView.Ticket ticket(Recovery.Item item, Portal portal, @Nullable Group group) {
        String prefix = portal.ticketUrlPrefix();
        return new DialogView.Ticket(
                item.ticketId(),
                prefix == null
                        ? null
                        : prefix
                                + URLEncoder.encode(item.ticketId(), StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                group == null ? item.supportGroup() : group.name(),
                agent(item.response() == null ? null : item.response().agent()));
    }

    static CustomerStanding standing(Recovery.Item item) {
        CaseView theCase = item.caseView();
        return CustomerStanding.of(
                item.decision() == null
                        ? RecoveryDecided.Kind.RECOVERY
                        : item.decision().kind(),
                forbidden(item) ? RecoveryDecided.Contact.FORBIDDEN : RecoveryDecided.Contact.ALLOWED,
                theCase == null ? null : theCase.state(),
                item.notes().stream().anyMatch(NoteView::spoke));
    }

    /** How things stand with this customer now: the dialog's first line. */
    String headline(Recovery.Item item, CustomerStanding standing) {
        Optional<String> given =
                name(item.response() == null ? null : item.response().customer());
        String name = given.orElseGet(messages::thisCustomer);
        return switch (standing) {
            case FORBIDDEN -> barred(item, name);
            case CLOSED -> given.map(messages::closedFor).orElseGet(messages::closed);
            case NOT_NEEDED -> messages.noContactNeeded(name);
            case SPOKEN_TO -> messages.spokenTo(name);
            case NO_CASE -> messages.noCase(name);
            case WAITING ->
                // A request asks that somebody speaks with the customer: nobody has tried by it (A9).
                item.notes().stream().allMatch(note -> note.request() != null)
                        ? messages.waitsToHear(name)
                        : messages.notReached(name);
        };
    }

    /** Whose time the dialog's times are. */
    String times(Portal portal) {
        return layout.timesIn(formats.zone(portal.timeZone()));
    }

    /** Whether the customer must not be contacted, whatever else stands (B4). */
    private static boolean forbidden(Recovery.Item item) {
        return saidNo(item)
                || (item.decision() != null && item.decision().contact() == RecoveryDecided.Contact.FORBIDDEN);
    }

    private static boolean saidNo(Recovery.Item item) {
        return item.response() != null && item.response().contactChoice() == ContactChoice.NO;
    }

    private String barred(Recovery.Item item, String name) {
        return saidNo(item) ? messages.doNotContact(name) : messages.notToBeContacted(name);
    }

    private static Optional<String> name(@Nullable Customer customer) {
        return Optional.ofNullable(customer == null ? null : text(customer.name()));
    }

    List<DialogView.LogEntry> log(Recovery.Item item, Portal portal) {
        return item.notes().stream()
                .map(n -> new DialogView.LogEntry(
                        n.author(),
                        formats.moment(n.at(), portal.timeZone()),
                        n.spoke() ? layout.yes() : layout.no(),
                        n.text(),
                        requests.of(n.request())))
                .toList();
    }

    private List<DialogView.Earlier> earlier(Recovery.Item item, String cpc, Portal portal, Sight sight) {
        return report.ofTicket(cpc, sight, item.ticketId(), DialogSubject.of(item)).stream()
                .map(d -> new DialogView.Earlier(
                        formats.moment(d.response().submittedAt(), portal.timeZone()),
                        score(d.explanation().overall(), portal),
                        text(d.response().comment())))
                .toList();
    }

    private String score(@Nullable BigDecimal overall, Portal portal) {
        Measure measure = portal.measures().get(portal.overall());
        return formats.score(overall, measure == null ? null : measure.max());
    }

    private String choice(ContactChoice choice) {
        return switch (choice) {
            case YES -> layout.choiceYes();
            case NO -> layout.choiceNo();
            case UNANSWERED -> layout.choiceUnanswered();
            case NOT_ASKED -> layout.choiceNotAsked();
        };
    }

    private static List<DialogView.Way> ways(Customer customer) {
        return Stream.of(way(customer.phone(), Reach::call), way(customer.email(), Reach::write))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DialogView.Way> way(@Nullable String given, Function<String, @Nullable String> address) {
        return Optional.ofNullable(text(given)).map(t -> new DialogView.Way(t, address.apply(t)));
    }

    private @Nullable String prefers(@Nullable String way) {
        if (way == null) {
            return null;
        }
        return switch (way.strip().toLowerCase(Locale.ROOT)) {
            case "call", "phone" -> messages.prefersCall();
            case "email", "mail" -> messages.prefersEmail();
            default -> messages.prefersOther(way.strip());
        };
    }

    private static boolean folded(String comment) {
        return comment.length() > MOST_CHARACTERS || comment.lines().count() > MOST_LINES;
    }

    private static @Nullable String agent(@Nullable Agent agent) {
        return agent == null ? null : agent.name() == null ? agent.id() : agent.name();
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || StorableText.blank(text) ? null : text;
    }
}
