package io.amends.dashboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.ImportAccepted;
import io.amends.contracts.api.ImportPreset;
import io.amends.contracts.api.ImportPreview;
import io.amends.contracts.api.ImportPreview.ColumnOrigin;
import io.amends.contracts.api.ImportPreview.ColumnZone;
import io.amends.contracts.api.ImportPreview.PreviewColumn;
import io.amends.contracts.api.ImportPreview.PreviewRow;
import io.amends.contracts.api.ImportPreview.RowFate;
import io.amends.contracts.api.ImportPreview.ZoneOrigin;
import io.amends.contracts.api.ImportState;
import io.amends.contracts.api.NamedImportPreset;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import io.amends.contracts.api.SurveyImport;
import io.amends.kit.page.Page;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What survey-ingest answers about files of surveys (A1): every file has the columns Nr and Score, and one odd row. */
public final class ImportAnswers {
    private static final String TAKE = "/v1/surveys/import";
    private static final String LIST = "/v1/imports";
    private static final long LEFT_OUT = 12;
    private static final Pattern ONE = Pattern.compile("/v1/imports/([^/]+)(/preview|/start|/refused)?");
    private static final Pattern PRESETS = Pattern.compile("/v1/portals/([^/]+)/import-presets(?:/([^/]+))?");

    private static final Map<String, SurveyImport> IMPORTS = new ConcurrentHashMap<>();
    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
    private static final Map<String, ImportPreset> SAVED = new ConcurrentHashMap<>();

    private ImportAnswers() {}

    /** The bytes that came for an import. */
    public static byte[] file(String id) {
        return FILES.get(id);
    }

    /** A preset as it was saved. */
    public static ImportPreset saved(String portal, String name) {
        return SAVED.get(portal + "/" + name);
    }

    /** An import is somewhere else from now on. */
    public static void stands(String id, ImportState state, long accepted, long refused, double progress) {
        SurveyImport of = IMPORTS.get(id);
        IMPORTS.put(
                id,
                new SurveyImport(
                        id,
                        of.portal(),
                        state,
                        accepted + refused + LEFT_OUT,
                        accepted,
                        refused,
                        LEFT_OUT,
                        progress,
                        of.bytes(),
                        of.file(),
                        of.preset(),
                        of.by(),
                        of.at(),
                        null,
                        state == ImportState.FAILED ? "0" : null,
                        false));
    }

    static boolean answers(String path) {
        return path.equals(TAKE)
                || path.equals(LIST)
                || ONE.matcher(path).matches()
                || PRESETS.matcher(path).matches();
    }

    static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher one = ONE.matcher(path);
        Matcher presets = PRESETS.matcher(path);
        if (path.equals(TAKE)) {
            take(exchange);
        } else if (path.equals(LIST)) {
            List<SurveyImport> all = IMPORTS.values().stream()
                    .filter(of -> of.portal().equals(parameter(exchange, "cpc")))
                    .toList();
            Neighbours.send(exchange, 200, new Page<>(all, 0, 50, all.size()));
        } else if (presets.matches()) {
            preset(exchange, presets.group(1), presets.group(2));
        } else if (one.matches()) {
            one(exchange, one.group(1), one.group(2) == null ? "" : one.group(2));
        }
    }

    private static void take(HttpExchange exchange) throws IOException {
        byte[] file = exchange.getRequestBody().readAllBytes();
        if (file.length == 0) {
            Neighbours.refuse(exchange, "0", List.of(new Reason("", "0")));
            return;
        }
        String id = UUID.randomUUID().toString();
        FILES.put(id, file);
        IMPORTS.put(
                id,
                new SurveyImport(
                        id,
                        parameter(exchange, "cpc"),
                        ImportState.HELD,
                        0,
                        0,
                        0,
                        0,
                        0,
                        file.length,
                        parameter(exchange, "file"),
                        null,
                        Neighbours.person(exchange).name(),
                        Instant.now(),
                        null,
                        null,
                        false));
        Neighbours.send(exchange, 202, new ImportAccepted(id));
    }

    private static void preset(HttpExchange exchange, String portal, String name) throws IOException {
        if (name == null) {
            List<NamedImportPreset> all = SAVED.entrySet().stream()
                    .filter(saved -> saved.getKey().startsWith(portal + "/"))
                    .map(saved ->
                            new NamedImportPreset(saved.getKey().substring(portal.length() + 1), saved.getValue()))
                    .toList();
            Neighbours.send(exchange, 200, new Page<>(all, 0, 500, all.size()));
        } else if (exchange.getRequestMethod().equals("PUT")) {
            if (name.equals(".")) {
                Neighbours.refuse(exchange, "0", List.of(new Reason("{name}", "0")));
                return;
            }
            ImportPreset sent = Json.read(exchange.getRequestBody().readAllBytes(), ImportPreset.class);
            SAVED.put(portal + "/" + name, sent);
            Neighbours.send(exchange, 200, sent);
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            delete(exchange, portal + "/" + name);
        } else {
            Neighbours.send(exchange, 200, SAVED.getOrDefault(portal + "/" + name, ImportPreset.NONE));
        }
    }

    private static void delete(HttpExchange exchange, String preset) throws IOException {
        if (SAVED.remove(preset) == null) {
            Neighbours.send(exchange, 404, Map.of("status", 404, "detail", "There is no preset."));
        } else {
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** One that is held is gone, one that runs is cancelled at once unless it is to be one that is held. */
    private static void end(HttpExchange exchange, SurveyImport of) throws IOException {
        if (of.state() != ImportState.HELD && parameter(exchange, "state").equals(ImportState.HELD.name())) {
            Neighbours.send(exchange, 409, Map.of("status", 409, "detail", "It runs."));
            return;
        }
        if (of.state() == ImportState.HELD) {
            IMPORTS.remove(of.importId());
        } else {
            stands(of.importId(), ImportState.CANCELLED, of.accepted(), of.refused(), of.progress());
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private static void one(HttpExchange exchange, String id, String what) throws IOException {
        SurveyImport of = IMPORTS.get(id);
        if (of == null) {
            Neighbours.send(exchange, 404, Map.of("status", 404, "detail", "There is no import."));
            return;
        }
        if (exchange.getRequestMethod().equals("DELETE")) {
            end(exchange, of);
            return;
        }
        String preset = parameter(exchange, "preset");
        switch (what) {
            case "/preview" -> Neighbours.send(exchange, 200, preview(of.portal(), preset));
            case "/start" -> {
                if (preset.isEmpty()) {
                    Neighbours.refuse(exchange, "0", List.of(new Reason("/responseId", "0")));
                    return;
                }
                stands(id, ImportState.RUNNING, 3, 1, 0.4);
                Neighbours.send(exchange, 200, IMPORTS.get(id));
            }
            case "/refused" -> {
                byte[] csv = "line,reason,content\r\n3,odd,x\r\n".getBytes(UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/csv; charset=utf-8");
                exchange.sendResponseHeaders(200, csv.length);
                exchange.getResponseBody().write(csv);
            }
            default -> Neighbours.send(exchange, 200, of);
        }
    }

    private static ImportPreview preview(String portal, String preset) throws IOException {
        ImportPreset by = SAVED.getOrDefault(portal + "/" + preset, ImportPreset.NONE);
        String nr = by.columns().getOrDefault("Nr", "");
        boolean ready = nr.equals("responseId");
        JsonNode response = Json.MAPPER.readTree(
                "{\"portal\":\"0\",\"responseId\":\"0\",\"supportGroup\":\"T-0\",\"measures\":{\"csat\":4},"
                        + "\"factors\":[\"0\",\"0\"],\"submittedAt\":\"2026-11-20T08:00:00Z\"}");
        Reason missing = new Reason("/responseId", "0");
        return new ImportPreview(
                "UTF-8",
                ";",
                "\"",
                2,
                List.of(
                        new PreviewColumn(
                                "Nr", "0", nr.isEmpty() ? null : nr, nr.isEmpty() ? null : ColumnOrigin.PRESET, null),
                        new PreviewColumn("Score", null, "measures.csat", ColumnOrigin.HEADER, null),
                        times("EndDate", ZoneOrigin.FILE),
                        times("Modified", ready ? ZoneOrigin.PRESET : ZoneOrigin.PORTAL)),
                List.of(
                        ready
                                ? new PreviewRow(2, List.of("0", "4"), RowFate.TAKEN, response, List.of(), List.of())
                                : new PreviewRow(
                                        2, List.of("0", "4"), RowFate.REFUSED, null, List.of(missing), List.of()),
                        new PreviewRow(3, List.of("0"), RowFate.REFUSED, null, List.of(missing), List.of()),
                        new PreviewRow(4, List.of("0"), RowFate.LEFT_OUT, null, List.of(missing), List.of()),
                        new PreviewRow(
                                5,
                                List.of("0"),
                                RowFate.QUARANTINED,
                                response,
                                List.of(),
                                List.of(
                                        new QuarantineReason(
                                                "/supportGroup",
                                                "a phrase that no page says",
                                                QuarantineCause.GROUP_UNKNOWN),
                                        new QuarantineReason(
                                                "/ticketId",
                                                "a phrase that no page says",
                                                QuarantineCause.TICKET_MISSING)))),
                ready ? List.of() : List.of(missing));
    }

    private static PreviewColumn times(String header, ZoneOrigin by) {
        ColumnZone zone = new ColumnZone("America/Denver", by);
        return new PreviewColumn(header, null, "submittedAt", ColumnOrigin.HEADER, zone);
    }

    private static String parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
            }
        }
        return "";
    }
}
