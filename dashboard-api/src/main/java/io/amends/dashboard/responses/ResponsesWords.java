package io.amends.dashboard.responses;

import io.amends.contracts.Agent;
import io.amends.contracts.Customer;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.page.Say;
import io.amends.dashboard.page.Words;
import io.amends.dashboard.recovery.NotesAddress;
import io.amends.dashboard.responses.report.ReportItem;
import io.amends.dashboard.responses.report.Srn;
import io.amends.dashboard.responses.report.Waiting;
import io.amends.dashboard.studio.RulesAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts responses and who waits into words. */
@ApplicationScoped
class ResponsesWords {
    private final Words words;
    private final Say say;

    ResponsesWords(Words words, Say say) {
        this.words = words;
        this.say = say;
    }

    /** The page's first line. */
    String headline(Waiting waiting) {
        if (waiting.count() == 0 || waiting.since() == null) {
            return words.nobodyWaits();
        }
        String wish =
                switch (waiting.wish()) {
                    case CALL -> words.forCall();
                    case EMAIL -> words.forEmail();
                    case ANY -> words.toBeContacted();
                };
        if (waiting.older() == 0) {
            return words.waitingSinceToday(waiting.count(), wish);
        }
        return waiting.sinceYesterday()
                ? words.waitingSinceYesterday(waiting.count(), waiting.older(), wish)
                : words.waitingSince(waiting.count(), say.date(waiting.since()), wish);
    }

    String filter(Srn srn) {
        return switch (srn) {
            case N -> words.srnN();
            case Y -> words.srnY();
            case R -> words.srnR();
            case X -> words.srnX();
            case W -> words.srnW();
            case V -> words.srnV();
            case S -> words.srnS();
        };
    }

    ResponsesView.Row row(String cpc, ReportItem item, Portal portal, Map<String, Group> groups) {
        Customer customer = item.customer();
        Group group = groups.get(item.supportGroup());
        Measure overall = portal.measures().get(portal.overall());
        BigDecimal override = group == null ? null : group.threshold();
        BigDecimal threshold = override == null ? portal.serviceRecoveryThreshold() : override;
        return new ResponsesView.Row(
                item.responseId(),
                name(customer),
                customer == null ? null : customer.company(),
                say.moment(item.receivedAt(), portal.timeZone()),
                say.score(item.overall(), overall == null ? null : overall.max()),
                item.overall() != null && item.overall().compareTo(threshold) <= 0,
                tag(item),
                item.factors(),
                blankToNull(item.comment()),
                item.language(),
                note(item, portal),
                group == null ? item.supportGroup() : group.name(),
                item.ticketId() == null ? "" : item.ticketId(),
                agent(item.agent()),
                NotesAddress.ofTicket(cpc, item.supportGroup(), item.ticketId() == null ? "" : item.ticketId()),
                RulesAddress.why(cpc, item.responseId()));
    }

    private String name(@Nullable Customer customer) {
        String name = customer == null ? null : blankToNull(customer.name());
        return name == null ? words.nameless() : name;
    }

    private ResponsesView.@Nullable Tag tag(ReportItem item) {
        if (item.contact() == RecoveryDecided.Contact.FORBIDDEN) {
            return new ResponsesView.Tag(words.tagDoNotContact(), "");
        }
        if ("CLOSED".equals(item.caseState())) {
            return new ResponsesView.Tag(words.tagClosed(), "done");
        }
        if (item.kind() == RecoveryDecided.Kind.NONE) {
            return null;
        }
        return item.contact() == RecoveryDecided.Contact.REQUIRED
                        && Integer.valueOf(1).equals(item.priority())
                ? new ResponsesView.Tag(words.tagFirst(), "urgent")
                : new ResponsesView.Tag(words.tagToContact(), "due");
    }

    private ResponsesView.@Nullable NoteLine note(ReportItem item, Portal portal) {
        if (item.notes() == null || item.notes().isEmpty()) {
            return null;
        }
        NoteView newest = item.notes().get(0);
        return new ResponsesView.NoteLine(
                newest.author(),
                newest.text(),
                newest.spoke() ? words.yes() : words.no(),
                say.moment(newest.at(), portal.timeZone()));
    }

    private static String agent(@Nullable Agent agent) {
        if (agent == null) {
            return "";
        }
        return agent.name() != null ? agent.name() : agent.id() == null ? "" : agent.id();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static List<Srn> order() {
        return List.of(Srn.Y, Srn.R, Srn.X, Srn.W, Srn.V, Srn.S, Srn.N);
    }
}
