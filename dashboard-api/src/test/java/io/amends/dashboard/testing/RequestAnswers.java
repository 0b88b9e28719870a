package io.amends.dashboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.CaseView;
import io.amends.contracts.FileRequest;
import io.amends.contracts.Json;
import io.amends.contracts.NoteView;
import io.amends.contracts.RequestFacts;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.api.ListedRequest;
import io.amends.contracts.api.ListedRequest.RequestState;
import io.amends.contracts.api.NewNote;
import io.amends.contracts.api.Recovery;
import io.amends.contracts.api.RequestAccepted;
import io.amends.kit.id.Ids;
import io.amends.kit.page.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What survey-ingest answers about requests, and notes-service about the cases that they open (A9). */
public final class RequestAnswers {
    private static final Pattern LIST = Pattern.compile("/v1/portals/([^/]+)/requests");
    private static final Pattern CASE = Pattern.compile("/v1/cases/([^/]+)");
    private static final Pattern NOTE = Pattern.compile("/v1/cases/([^/]+)/notes");
    private static final List<RequestFiled> FILED = new CopyOnWriteArrayList<>();
    private static final Map<String, List<NoteView>> NOTES = new ConcurrentHashMap<>();
    private static final Set<String> REFUSING = ConcurrentHashMap.newKeySet();

    private RequestAnswers() {}

    /** The customer of this ticket said NO. */
    public static void refuse(String ticket) {
        REFUSING.add(ticket);
    }

    /** What was filed about a ticket, in order. */
    public static List<RequestFiled> of(String ticket) {
        return FILED.stream().filter(r -> r.ticketId().equals(ticket)).toList();
    }

    /** The notes that were written on a ticket's case. */
    public static List<NoteView> notesOf(String cpc, String ticket) {
        return List.copyOf(NOTES.getOrDefault(Ids.ofCase(cpc, ticket), List.of()));
    }

    static boolean answers(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.equals("/v1/requests")
                || LIST.matcher(path).matches()
                || CASE.matcher(path).matches()
                || NOTE.matcher(path).matches();
    }

    static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher list = LIST.matcher(path);
        Matcher note = NOTE.matcher(path);
        Matcher one = CASE.matcher(path);
        if (path.equals("/v1/requests")) {
            file(exchange);
        } else if (list.matches()) {
            list(exchange, list.group(1));
        } else if (note.matches()) {
            note(exchange, note.group(1));
        } else if (one.matches()) {
            CaseView found = caseOf(one.group(1));
            boolean seen = found != null && Asker.of(exchange).sees(found.supportGroup());
            Neighbours.send(exchange, seen ? 200 : 404, seen ? found : Map.of("status", 404, "detail", "None."));
        }
    }

    /** The cases of requests about a ticket, as a dialog opens them. */
    static List<Recovery.Item> items(String cpc, String ticket, Asker asker) {
        CaseView theCase = caseOf(Ids.ofCase(cpc, ticket));
        if (theCase == null || !asker.sees(theCase.supportGroup())) {
            return List.of();
        }
        List<NoteView> notes = Stream.concat(
                        notesOf(cpc, ticket).stream(), of(ticket).stream().map(RequestAnswers::note))
                .toList();
        return List.of(new Recovery.Item(
                null,
                ticket,
                theCase.supportGroup(),
                theCase.caseId(),
                theCase.openedAt(),
                null,
                null,
                notes,
                theCase));
    }

    private static void file(HttpExchange exchange) throws IOException {
        FileRequest sent = Json.read(exchange.getRequestBody().readAllBytes(), FileRequest.class);
        String ticket = Objects.requireNonNull(sent.ticketId());
        if (REFUSING.contains(ticket)) {
            Neighbours.send(exchange, 409, Map.of("status", 409, "detail", "Refused.", "cause", "CONTACT_REFUSED"));
            return;
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String id = UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString();
        String caseId = Ids.ofCase(String.valueOf(sent.portal()), ticket);
        if (FILED.stream().noneMatch(known -> known.requestId().equals(id))) {
            FILED.add(new RequestFiled(
                    id,
                    sent.portal(),
                    caseId,
                    ticket,
                    sent.supportGroup(),
                    sent.type(),
                    sent.format(),
                    sent.description(),
                    sent.questions(),
                    Boolean.TRUE.equals(sent.urgent()),
                    sent.region(),
                    null,
                    sent.customer(),
                    sent.author(),
                    Neighbours.person(exchange).name(),
                    "dashboard",
                    Instant.now()));
        }
        Neighbours.send(exchange, 202, new RequestAccepted(id, caseId));
    }

    private static void list(HttpExchange exchange, String cpc) throws IOException {
        Asker asker = Asker.of(exchange);
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        List<ListedRequest> all = FILED.stream()
                .filter(r -> r.portal().equals(cpc) && asker.sees(r.supportGroup()))
                .map(r ->
                        ListedRequest.of(r, REFUSING.contains(r.ticketId()) ? RequestState.REFUSED : RequestState.OPEN))
                .filter(r -> !query.contains("state=") || query.contains("state=" + r.state()))
                .toList();
        Neighbours.send(exchange, 200, new Page<>(all, 0, 50, all.size()));
    }

    private static void note(HttpExchange exchange, String caseId) throws IOException {
        NewNote posted = Json.read(exchange.getRequestBody().readAllBytes(), NewNote.class);
        NoteView written = new NoteView(
                UUID.randomUUID().toString(),
                null,
                posted.author(),
                Boolean.TRUE.equals(posted.spoke()),
                posted.text(),
                Instant.now(),
                Neighbours.person(exchange).name(),
                null,
                "dashboard",
                null,
                "h");
        NOTES.computeIfAbsent(caseId, id -> new CopyOnWriteArrayList<>()).add(written);
        Neighbours.send(exchange, 201, written);
    }

    private static @Nullable CaseView caseOf(String caseId) {
        return FILED.stream()
                .filter(r -> r.caseId().equals(caseId))
                .findFirst()
                .map(r -> new CaseView(
                        caseId,
                        r.portal(),
                        r.ticketId(),
                        null,
                        r.supportGroup(),
                        CaseView.CaseState.OPEN,
                        "c-1",
                        r.filedAt().plusSeconds(3600),
                        List.of("service_recovery"),
                        null,
                        null,
                        false,
                        r.filedAt(),
                        null))
                .orElse(null);
    }

    private static NoteView note(RequestFiled request) {
        return new NoteView(
                request.requestId(),
                null,
                request.author(),
                false,
                request.description(),
                request.filedAt(),
                request.identity(),
                null,
                request.key(),
                new RequestFacts(request.type(), request.format(), request.urgent()),
                "h");
    }
}
