package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.api.BulkRepaired;
import io.amends.contracts.api.NewBulkRepair;
import io.amends.contracts.api.ResponseStanding;
import io.amends.contracts.api.ResponseStanding.DigestTiming;
import io.amends.contracts.api.ResponseStanding.HistoryEntry;
import io.amends.contracts.api.ResponseStanding.HistoryKind;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import io.amends.contracts.api.ResponseStanding.RepairTiming;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What survey-ingest answers about the quarantine of portals that have something in it here (A5, A6). A correction of the
 * field of a reason takes the reason away.
 */
public final class QuarantineAnswers {
    private static final List<ResponseStanding> WAITING = new CopyOnWriteArrayList<>();
    private static final List<String> REPAIRED = new CopyOnWriteArrayList<>();

    private QuarantineAnswers() {}

    /** A response waits for a reason, and is late or not if it is repaired now. */
    public static void waits(Sample of, DigestTiming timing, @Nullable String source, QuarantineReason... reasons) {
        Instant at = Instant.now().minusSeconds(3_600);
        WAITING.add(new ResponseStanding(
                of.portal(),
                of.id(),
                of.ticket(),
                of.group(),
                ResponseState.QUARANTINED,
                1,
                List.of(reasons),
                Arrays.stream(HistoryKind.values())
                        .map(kind -> new HistoryEntry(
                                at,
                                kind,
                                2L,
                                ResponseState.QUARANTINED,
                                kind == HistoryKind.REASSIGNED ? "user:" + Keys.USER : null,
                                null,
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                of.response()))
                        .toList(),
                null,
                null,
                at,
                at,
                source,
                new RepairTiming(timing, Instant.parse("2026-11-21T08:00:00Z")),
                of.response()));
    }

    /** A reason, by its cause. */
    public static QuarantineReason because(String pointer, QuarantineCause cause) {
        return new QuarantineReason(pointer, "a phrase that no page says", cause);
    }

    /** Who has repaired what by which corrections, in order. */
    public static List<String> repaired(String portal) {
        return REPAIRED.stream().filter(one -> one.startsWith(portal + " ")).toList();
    }

    static boolean answers(HttpExchange exchange) {
        if (!exchange.getRequestURI().getPath().equals("/v1/quarantine")) {
            return false;
        }
        String query = exchange.getRequestURI().getRawQuery();
        return !exchange.getRequestMethod().equals("GET")
                || query == null
                || WAITING.stream().anyMatch(one -> query.contains("cpc=" + one.portal()));
    }

    static void answer(HttpExchange exchange) throws IOException {
        boolean sees = Asker.of(exchange).administers(false);
        boolean mends = Asker.of(exchange).administers(true);
        boolean reads = exchange.getRequestMethod().equals("GET");
        if (reads ? !sees : !mends) {
            Neighbours.send(exchange, sees ? 403 : 404, Map.of("status", sees ? 403 : 404, "detail", "Not so."));
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET" -> list(exchange);
            case "PATCH" -> one(exchange);
            default -> many(exchange);
        }
    }

    private static void list(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange);
        List<ResponseStanding> found = WAITING.stream()
                .filter(one -> one.portal().equals(asked.get("cpc")))
                .filter(one -> !asked.containsKey("cause")
                        || one.reasons().stream()
                                .anyMatch(r -> String.valueOf(r.cause()).equals(asked.get("cause"))))
                .filter(one -> !asked.containsKey("rgid") || asked.get("rgid").equals(one.supportGroup()))
                .toList();
        Neighbours.send(
                exchange,
                200,
                ProposalAnswers.page(found, exchange.getRequestURI().getQuery()));
    }

    private static void one(HttpExchange exchange) throws IOException {
        ObjectNode corrections =
                (ObjectNode) Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
        Map<String, String> asked = query(exchange);
        ResponseStanding waiting = WAITING.stream()
                .filter(one -> one.portal().equals(asked.get("cpc"))
                        && one.responseId().equals(asked.get("responseId")))
                .findFirst()
                .orElse(null);
        if (waiting == null) {
            Neighbours.send(exchange, 409, Map.of("status", 409, "detail", "Not so."));
            return;
        }
        if (corrections.path("measures").path("csat").decimalValue().intValue() > 5) {
            Neighbours.refuse(exchange, "Not so.", List.of(new Reason("/measures/csat", "Not so.")));
            return;
        }
        Neighbours.send(exchange, 200, repair(exchange, waiting, corrections));
    }

    private static void many(HttpExchange exchange) throws IOException {
        NewBulkRepair posted = Json.read(exchange.getRequestBody().readAllBytes(), NewBulkRepair.class);
        List<ResponseStanding> selected = WAITING.stream()
                .filter(one -> one.portal().equals(posted.portal()))
                .filter(one ->
                        posted.responseIds() == null || posted.responseIds().contains(one.responseId()))
                .filter(one -> posted.filter() == null
                        || posted.filter().supportGroup() == null
                        || posted.filter().supportGroup().equals(one.supportGroup()))
                .toList();
        boolean dry = Boolean.TRUE.equals(posted.dryRun());
        List<ResponseStanding> after = new ArrayList<>();
        for (ResponseStanding one : selected) {
            after.add(dry ? mended(one, posted.corrections()) : repair(exchange, one, posted.corrections()));
        }
        long recorded = after.stream()
                .filter(one -> one.state() == ResponseState.RECORDED)
                .count();
        long late = after.stream()
                .filter(one -> one.state() == ResponseState.RECORDED)
                .filter(one -> one.repair() != null && one.repair().digest() != DigestTiming.IN_TIME)
                .count();
        Neighbours.send(
                exchange, 200, new BulkRepaired(selected.size(), recorded, late, selected.size() - recorded, 0));
    }

    private static ResponseStanding repair(HttpExchange exchange, ResponseStanding one, ObjectNode corrections) {
        ResponseStanding after = mended(one, corrections);
        WAITING.remove(one);
        if (after.state() == ResponseState.QUARANTINED) {
            WAITING.add(after);
        }
        REPAIRED.add(one.portal() + " " + one.responseId() + " " + corrections + " "
                + Neighbours.person(exchange).name());
        return after;
    }

    private static ResponseStanding mended(ResponseStanding of, ObjectNode corrections) {
        JsonNode fields = corrections;
        List<QuarantineReason> left = of.reasons().stream()
                .filter(reason -> fields.at(reason.pointer()).isMissingNode())
                .toList();
        return new ResponseStanding(
                of.portal(),
                of.responseId(),
                of.ticketId(),
                of.supportGroup(),
                left.isEmpty() ? ResponseState.RECORDED : ResponseState.QUARANTINED,
                of.version() + 1,
                left,
                of.history(),
                null,
                null,
                of.recordedAt(),
                left.isEmpty() ? null : of.waitingSince(),
                of.source(),
                of.repair(),
                of.response());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
