package io.amends.notes.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.api.MissingCause;
import io.amends.contracts.api.PagePaths;
import io.amends.contracts.api.Recovery.Missing;
import io.amends.kit.rights.Sight;
import io.amends.notes.cases.Case;
import io.amends.notes.dossier.Dossier;
import io.amends.notes.search.SearchResult.Match;
import io.amends.notes.ticket.TicketResponse;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the responses of a dialog among the files of the tickets in question, or says where they went (D3, D4). Pure. */
public final class RecoverySearch {
    private final String portal;
    private final ZoneId zone;
    private final Sight sight;

    /**
     * @param zone the portal's: dates are its days
     * @param sight what whoever asks may see: all else is not there, and not told where it is
     */
    public RecoverySearch(String portal, ZoneId zone, Sight sight) {
        this.portal = portal;
        this.zone = zone;
        this.sight = sight;
    }

    /** Searches these files, which hold all responses that the query could mean. */
    public SearchResult find(RecoveryQuery query, List<Dossier> dossiers) {
        if (query instanceof RecoveryQuery.TicketInGroup asked) {
            Predicate<TicketResponse> matches = r -> r.decision().supportGroup().equals(asked.group());
            SearchResult found = newest(dossiers, matches, r -> r.everIn(asked.group()));
            return orWithoutSurvey(
                    found, dossiers, c -> c.assignment().supportGroup().equals(asked.group()));
        }
        if (query instanceof RecoveryQuery.TicketOnDay asked) {
            Predicate<TicketResponse> matches = r -> receivedOn(r, asked.date());
            SearchResult found = newest(dossiers, matches, matches);
            return orWithoutSurvey(
                    found, dossiers, c -> day(c.course().openedAt()).equals(asked.date()));
        }
        if (query instanceof RecoveryQuery.GroupOnDay asked) {
            return candidates(asked, dossiers);
        }
        return report((RecoveryQuery.ReportedResponses) query, dossiers);
    }

    private SearchResult newest(
            List<Dossier> dossiers, Predicate<TicketResponse> matches, Predicate<TicketResponse> onceMatched) {
        List<Match> found = dossiers.stream()
                .flatMap(d -> d.current().stream()
                        .filter(this::seen)
                        .filter(matches)
                        .reduce((a, b) -> b)
                        .map(r -> new Match(d, r))
                        .stream())
                .toList();
        return new SearchResult(found, found.isEmpty() ? gone(dossiers, onceMatched) : List.of());
    }

    /** What was found, or else the ticket's case if it has no survey yet (A9). */
    private SearchResult orWithoutSurvey(SearchResult found, List<Dossier> dossiers, Predicate<Case> matches) {
        if (!found.found().isEmpty()) {
            return found;
        }
        List<Match> cases = dossiers.stream()
                .filter(d -> d.recoveryCase() != null && withoutSurvey(d.recoveryCase(), matches))
                .map(d -> new Match(d, null))
                .toList();
        return cases.isEmpty() ? found : new SearchResult(cases, List.of());
    }

    private boolean withoutSurvey(Case known, Predicate<Case> matches) {
        return known.assignment().responseId() == null
                && sight.shows(known.assignment().supportGroup())
                && matches.test(known);
    }

    private SearchResult candidates(RecoveryQuery.GroupOnDay asked, List<Dossier> dossiers) {
        Predicate<TicketResponse> that = r -> receivedOn(r, asked.date()) && toRecover(r.decision());
        List<Match> found = matches(dossiers)
                .filter(m -> m.response().current() && seen(m.response()) && that.test(m.response()))
                .filter(m -> m.response().decision().supportGroup().equals(asked.group()))
                .sorted(Comparator.comparing((FiledAnswer m) ->
                                m.response().decision().response().submittedAt())
                        .thenComparing(m -> m.response().responseId()))
                .map(FiledAnswer::match)
                .toList();
        if (!found.isEmpty()) {
            return new SearchResult(found, List.of());
        }
        // A replaced response is decided anew as kind NONE, so it is asked only whether it was here.
        return new SearchResult(
                found,
                gone(
                        dossiers,
                        r -> r.everIn(asked.group()) && receivedOn(r, asked.date()) && (!r.current() || that.test(r))));
    }

    private SearchResult report(RecoveryQuery.ReportedResponses asked, List<Dossier> dossiers) {
        List<Match> found = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (String responseId : asked.responseIds()) {
            Optional<FiledAnswer> known = matches(dossiers)
                    .filter(m -> m.response().responseId().equals(responseId) && onceSeen(m.response()))
                    .findFirst();
            if (known.isEmpty()) {
                missing.add(new Missing(responseId, MissingCause.NONE, null));
            } else if (here(known.get().response(), asked.groups())) {
                found.add(known.get().match());
            } else {
                missing.add(missing(known.get()));
            }
        }
        return new SearchResult(List.copyOf(found), List.copyOf(missing));
    }

    private boolean here(TicketResponse response, Set<String> groups) {
        return response.current()
                && seen(response)
                && (groups.isEmpty() || groups.contains(response.decision().supportGroup()));
    }

    private List<Missing> gone(List<Dossier> dossiers, Predicate<TicketResponse> wasMeant) {
        return matches(dossiers)
                .filter(m -> onceSeen(m.response()) && wasMeant.test(m.response()))
                .map(this::missing)
                .toList();
    }

    private Missing missing(FiledAnswer was) {
        String responseId = was.response().responseId();
        TicketResponse now = was.dossier().standingFor(responseId).orElse(was.response());
        if (!now.current()) {
            return new Missing(
                    responseId, MissingCause.NONE, null); // withdrawn (A5), and the ticket has no other answer
        }
        MissingCause cause = was.response().current() ? MissingCause.REASSIGNED : MissingCause.REPLACED;
        return new Missing(
                responseId,
                cause,
                seen(now)
                        ? location(
                                now.decision().supportGroup(),
                                was.dossier().id().ticketId())
                        : null);
    }

    private boolean seen(TicketResponse response) {
        return sight.shows(response.decision().supportGroup());
    }

    /** Whether it is seen, or was before it went to another group: then it is told that it did, and not where to. */
    private boolean onceSeen(TicketResponse response) {
        return seen(response) || response.earlierGroups().stream().anyMatch(sight::shows);
    }

    private String location(String group, String ticketId) {
        return PagePaths.NOTES + "?cpc=" + encoded(portal) + "&rgid=" + encoded(group) + "&tid=" + encoded(ticketId);
    }

    private boolean receivedOn(TicketResponse response, LocalDate date) {
        return day(response.decision().response().submittedAt()).equals(date);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static boolean toRecover(RecoveryDecided decision) {
        return decision.kind() == Kind.RECOVERY && decision.candidate();
    }

    /** A response with the file that it is in. */
    private record FiledAnswer(Dossier dossier, TicketResponse response) {
        Match match() {
            return new Match(dossier, response);
        }
    }

    private static Stream<FiledAnswer> matches(List<Dossier> dossiers) {
        return dossiers.stream().flatMap(d -> d.responses().stream().map(r -> new FiledAnswer(d, r)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
