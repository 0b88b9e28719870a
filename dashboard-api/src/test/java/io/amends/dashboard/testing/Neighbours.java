package io.amends.dashboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.amends.contracts.CaseView;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.NoteView;
import io.amends.contracts.Reason;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.CloseRequest;
import io.amends.contracts.api.DigestDetail;
import io.amends.contracts.api.GoldenApi;
import io.amends.contracts.api.MissingCause;
import io.amends.contracts.api.NewNote;
import io.amends.contracts.api.Recovery;
import io.amends.kit.page.Page;
import io.amends.local.testing.PersonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plays notes-service, alerting, survey-ingest and recovery-rules for the page tests, in the shapes that they answer with; the system test has the
 * real ones. Knows the responses that a test gives it, and keeps the notes that the pages post.
 */
public final class Neighbours {
    private static final Pattern FIND = Pattern.compile("/v1/portals/([^/]+)/recovery");
    private static final Pattern NOTE = Pattern.compile("/v1/portals/[^/]+/responses/notes");
    private static final Pattern CLOSE = Pattern.compile("/v1/cases/([^/]+)/close");
    private static final Pattern DIGEST = Pattern.compile("/v1/digests/([^/]+)");

    private static final List<Sample> RESPONSES = new CopyOnWriteArrayList<>();
    private static final Map<String, List<NoteView>> NOTES = new ConcurrentHashMap<>();
    private static final Map<String, CaseView> CASES = new ConcurrentHashMap<>();
    private static final Map<String, DigestDetail> DIGESTS = new ConcurrentHashMap<>();
    private static final Map<String, String> REPLACED_BY = new ConcurrentHashMap<>();
    private static final Map<String, String> QUARANTINED = new ConcurrentHashMap<>();
    private static final Map<String, NoteView> ANSWERED = new ConcurrentHashMap<>();
    private static final Map<String, String> CLOSED_FROM = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = start();

    private Neighbours() {}

    public static int port() {
        return SERVER.getAddress().getPort();
    }

    public static void know(Sample... samples) {
        for (Sample sample : samples) {
            RESPONSES.add(sample);
            CASES.put(sample.id(), sample.openCase());
        }
    }

    /** A response of before there were cases. */
    public static void history(Sample sample) {
        RESPONSES.add(sample);
    }

    /** An update of a response: another group, a NO, whatever takes it out of a list. */
    public static void update(Sample sample) {
        RESPONSES.replaceAll(s -> s.id().equals(sample.id()) ? sample : s);
    }

    /** A newer answer takes a response's place; notes go to it from now on. */
    public static void replace(Sample old, Sample newer) {
        know(newer);
        REPLACED_BY.put(old.id(), newer.id());
    }

    /** In a portal's quarantine waits a response of this group, or of this segment; empty: none does. */
    public static void quarantined(String portal, String groupOrSegment) {
        QUARANTINED.put(portal, groupOrSegment);
    }

    /** How many notes there are on all responses. */
    public static int notes() {
        return NOTES.values().stream().mapToInt(List::size).sum();
    }

    static @Nullable Sample sample(String responseId) {
        return RESPONSES.stream()
                .filter(s -> s.id().equals(responseId))
                .findFirst()
                .orElse(null);
    }

    public static void noted(Sample sample, NoteView note) {
        NOTES.computeIfAbsent(sample.id(), id -> new CopyOnWriteArrayList<>()).add(note);
    }

    public static List<NoteView> notesOf(String responseId) {
        return List.copyOf(NOTES.getOrDefault(responseId, List.of()));
    }

    /** The address that the person came from for whom a case was closed. */
    public static String closedFrom(String caseId) {
        return CLOSED_FROM.getOrDefault(caseId, "");
    }

    public static CaseView caseOf(String responseId) {
        return CASES.get(responseId);
    }

    public static void digest(String id, String portal, String contactId, String contactName, Sample... items) {
        List<DigestDetail.Item> listed = Arrays.stream(items)
                .map(item -> new DigestDetail.Item(
                        item.id(),
                        item.ticket(),
                        item.group(),
                        item.decided().kind(),
                        item.received(),
                        false,
                        false,
                        false,
                        List.of(),
                        null,
                        null))
                .toList();
        DigestDetail example = GoldenApi.of(DigestDetail.class);
        DIGESTS.put(
                id,
                new DigestDetail(
                        id,
                        portal,
                        contactId,
                        contactName,
                        example.period(),
                        example.state(),
                        items.length,
                        example.refused(),
                        example.builtAt(),
                        listed,
                        List.of()));
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", Neighbours::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (RulesNeighbour.answers(path)) {
                RulesNeighbour.answer(exchange);
                return;
            }
            Matcher note = NOTE.matcher(path);
            Matcher close = CLOSE.matcher(path);
            Matcher digest = DIGEST.matcher(path);
            Matcher find = FIND.matcher(path);
            if (SourceAnswers.answers(path)) {
                SourceAnswers.answer(exchange);
                return;
            }
            if (OptOutAnswers.answers(path)) {
                OptOutAnswers.answer(exchange);
                return;
            }
            if (ChannelAnswers.answers(path)) {
                ChannelAnswers.answer(exchange);
                return;
            }
            if (ProposalAnswers.answers(path)) {
                ProposalAnswers.answer(exchange);
                return;
            }
            if (DeliveryAnswers.answers(path)) {
                DeliveryAnswers.answer(exchange);
                return;
            }
            if (RequestAnswers.answers(exchange)) {
                RequestAnswers.answer(exchange);
                return;
            }
            if (ImportAnswers.answers(path)) {
                ImportAnswers.answer(exchange);
                return;
            }
            if (ReassignAnswers.answers(path)) {
                ReassignAnswers.answer(exchange);
                return;
            }
            if (QuarantineAnswers.answers(exchange)) {
                QuarantineAnswers.answer(exchange);
                return;
            }
            if (path.equals("/v1/quarantine")) {
                quarantine(exchange, exchange.getRequestURI().getQuery());
            } else if (find.matches()) {
                find(exchange, find.group(1));
            } else if (note.matches()) {
                String query = exchange.getRequestURI().getRawQuery();
                String responseId = URLDecoder.decode(query.replaceAll("^.*responseId=", ""), UTF_8);
                Sample on = sample(responseId);
                if (on != null && !Asker.of(exchange).notes(on.group())) {
                    send(exchange, 403, Map.of("status", 403, "detail", "You may see this, and not do it."));
                    return;
                }
                send(exchange, 201, write(exchange, responseId));
            } else if (close.matches()) {
                close(exchange, close.group(1));
            } else if (digest.matches() && DIGESTS.containsKey(digest.group(1))) {
                send(exchange, 200, DIGESTS.get(digest.group(1)));
            } else {
                send(exchange, 404, Map.of("status", 404, "detail", "There is nothing here."));
            }
        }
    }

    private static void quarantine(HttpExchange exchange, String query) throws IOException {
        String portal = query.replaceAll("^(?:.*&)?cpc=([^&]*).*", "$1");
        if (portal.equals("away")) {
            send(exchange, 503, Map.of("status", 503, "detail", "Away."));
            return;
        }
        String waiting = QUARANTINED.getOrDefault(portal, "");
        boolean asked = !query.contains("rgid=") && !query.contains("segment=")
                || query.contains("rgid=" + waiting)
                || query.contains("segment=" + waiting);
        send(exchange, 200, new Page<>(List.of(), 0, 1, asked && !waiting.isEmpty() ? 1 : 0));
    }

    private static NoteView write(HttpExchange exchange, String responseId) throws IOException {
        NewNote posted = Json.read(exchange.getRequestBody().readAllBytes(), NewNote.class);
        String newest = REPLACED_BY.getOrDefault(responseId, responseId);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        NoteView written = new NoteView(
                UUID.randomUUID().toString(),
                newest,
                posted.author(),
                posted.spoke(),
                posted.text(),
                Instant.now(),
                person(exchange).name(),
                null,
                "dashboard",
                null,
                "h");
        NoteView before = key == null ? null : ANSWERED.putIfAbsent(key, written);
        if (before != null) {
            return before;
        }
        NOTES.computeIfAbsent(newest, id -> new CopyOnWriteArrayList<>()).add(written);
        return written;
    }

    private static void close(HttpExchange exchange, String caseId) throws IOException {
        CloseRequest posted = Json.read(exchange.getRequestBody().readAllBytes(), CloseRequest.class);
        if (posted.outcome() == CaseView.Outcome.UNRESPONSIVE) {
            send(exchange, 409, Map.of("status", 409, "detail", "Too early to give up."));
            return;
        }
        CaseView open = byId(caseId);
        int refused = Asker.of(exchange).refusedToDecide(open.supportGroup());
        if (refused > 0) {
            send(exchange, refused, Map.of("status", refused, "detail", "Not for you."));
            return;
        }
        CaseView closed = close(open, posted.outcome(), posted.rootCause());
        String address = person(exchange).address();
        CLOSED_FROM.put(caseId, address == null ? "" : address);
        send(exchange, 200, closed);
    }

    static CaseView byId(String caseId) {
        return CASES.values().stream()
                .filter(c -> c.caseId().equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    /** A case is closed, by whomever. */
    static CaseView close(CaseView open, CaseView.Outcome outcome, @Nullable String rootCause) {
        CaseView closed = new CaseView(
                open.caseId(),
                open.portal(),
                open.ticketId(),
                open.responseId(),
                open.supportGroup(),
                CaseView.CaseState.CLOSED,
                open.owner(),
                open.dueAt(),
                open.tags(),
                outcome,
                rootCause,
                false,
                open.openedAt(),
                Instant.now());
        CASES.put(String.valueOf(open.responseId()), closed);
        return closed;
    }

    /** A case gets another owner, by whomever. */
    static void handOver(CaseView open, @Nullable String owner) {
        CASES.put(
                open.responseId(),
                new CaseView(
                        open.caseId(),
                        open.portal(),
                        open.ticketId(),
                        open.responseId(),
                        open.supportGroup(),
                        open.state(),
                        owner,
                        open.dueAt(),
                        open.tags(),
                        null,
                        null,
                        false,
                        open.openedAt(),
                        null));
    }

    static PersonToken.Said person(HttpExchange exchange) {
        return PersonToken.read(exchange.getRequestHeaders().getFirst(PersonToken.HEADER));
    }

    private static void find(HttpExchange exchange, String cpc) throws IOException {
        Map<String, List<String>> asked = new ConcurrentHashMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            asked.computeIfAbsent(parts[0], k -> new ArrayList<>()).add(URLDecoder.decode(parts[1], UTF_8));
        }
        Asker asker = Asker.of(exchange);
        List<Sample> all = RESPONSES.stream()
                .filter(s -> s.portal().equals(cpc) && asker.sees(s.group()))
                .toList();
        List<Sample> found = all.stream()
                .filter(s -> !REPLACED_BY.containsKey(s.id()))
                .filter(s -> !asked.containsKey("rid") || asked.get("rid").contains(s.id()))
                .filter(s -> !asked.containsKey("tid") || asked.get("tid").contains(s.ticket()))
                .filter(s -> !asked.containsKey("rgid") || asked.get("rgid").contains(s.group()))
                .filter(s -> !asked.containsKey("date") || asked.containsKey("tid") || s.choice() != ContactChoice.NO)
                .toList();
        if (found.isEmpty() && asked.containsKey("tid")) {
            List<Recovery.Item> requested =
                    RequestAnswers.items(cpc, asked.get("tid").get(0), asker);
            if (!requested.isEmpty()) {
                send(exchange, 200, new Recovery(requested, List.of()));
                return;
            }
        }
        if (found.isEmpty()) {
            send(exchange, 404, missing(cpc, asked, all));
            return;
        }
        send(exchange, 200, new Recovery(found.stream().map(Neighbours::item).toList(), List.of()));
    }

    private static Map<String, Object> missing(String cpc, Map<String, List<String>> asked, List<Sample> all) {
        String responseId = asked.getOrDefault("rid", List.of("")).get(0);
        Sample was =
                all.stream().filter(s -> s.id().equals(responseId)).findFirst().orElse(null);
        if (asked.containsKey("rid") && was == null) {
            return Map.of("status", 404, "detail", "nothing", "cause", MissingCause.NONE);
        }
        boolean moved = was != null && !REPLACED_BY.containsKey(responseId);
        return Map.of(
                "status",
                404,
                "detail",
                "nothing",
                "cause",
                moved ? MissingCause.REASSIGNED : MissingCause.REPLACED,
                "location",
                "/service-recovery-notes?cpc=" + cpc + "&rgid=" + (was == null ? "NET" : was.group()) + "&tid="
                        + (was == null ? "T-now" : was.ticket()));
    }

    private static Recovery.Item item(Sample sample) {
        RecoveryDecided decided = sample.decided();
        return new Recovery.Item(
                sample.id(),
                sample.ticket(),
                sample.group(),
                CASES.containsKey(sample.id()) ? "case-" + sample.id() : null,
                sample.received(),
                sample.response(),
                new Recovery.Why(
                        decided.kind(),
                        decided.contact(),
                        decided.priority(),
                        decided.explanation(),
                        decided.tags(),
                        decided.history()),
                notesOf(sample.id()).stream()
                        .sorted(Comparator.comparing(NoteView::at).reversed())
                        .toList(),
                CASES.get(sample.id()));
    }

    /** Refuses a request as a service does: what it cannot do, and what is wrong where. */
    static void refuse(HttpExchange exchange, String detail, List<Reason> errors) throws IOException {
        send(exchange, 400, Map.of("status", 400, "detail", detail, "errors", errors));
    }

    static void send(HttpExchange exchange, int status, Object body) throws IOException {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        if (accept != null && !accept.contains("json") && !accept.contains("*/*")) {
            exchange.sendResponseHeaders(406, -1); // as the real ones, which speak JSON only
            exchange.close();
            return;
        }
        byte[] json = Json.write(body);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }
}
