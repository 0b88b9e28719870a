package io.amends.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.local.stack.StackPart;
import io.amends.local.stack.StackPorts;
import io.amends.local.web.Reply;
import io.amends.local.web.Request;
import io.amends.local.web.WebServer;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Loads the demo into a server that writes down what it is asked, and answers as Amends' public API does. */
class DemoLoaderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private static final Pattern ID = Pattern.compile("\"responseId\":\"([^\"]+)\"");

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Map<Integer, String> reasons = new LinkedHashMap<>();
    private final List<Map<String, Object>> cases = new ArrayList<>();
    private final WebServer amends = new WebServer(0);
    private boolean editing;
    private String draft = "";

    @BeforeEach
    void start() {
        String rules = "/v1/portals/acme/rule-set";
        amends.on(
                        "GET",
                        "/q/health/ready",
                        request -> Reply.json(
                                200,
                                Map.of(
                                        "checks",
                                        List.of(Map.of("name", "directory", "data", Map.of("offset", 1_000))))))
                .on("GET", rules + "/versions", request -> Reply.json(200, Map.of("total", reasons.size())))
                .on("PUT", rules + "/draft", this::save)
                .on("POST", rules + "/publish", this::publish)
                .on("POST", rules + "/backtest", request -> {
                    told.add("backtest " + request.text());
                    return Reply.json(202, Map.of("backtestId", "b"));
                })
                .on("POST", "/v1/surveys/batch", this::surveys)
                .on("GET", "/v1/portals/acme/responses/([^/]+)/explanation", request -> {
                    told.add("decided?");
                    return Reply.json(200, Map.of());
                })
                .on("GET", "/v1/portals/acme/cases", this::cases)
                .on("GET", "/v1/portals/.*", request -> Reply.json(200, Map.of()))
                .start();
    }

    @AfterEach
    void stop() {
        amends.close();
    }

    @Test
    @DisplayName("G1: the demo's months are decided by three versions, one after the other, each with its reason")
    void versions() {
        load();

        assertThat(reasons).hasSize(3);
        assertThat(reasons.values()).doesNotHaveDuplicates().allMatch(reason -> reason.length() > 40);
        List<String> order = told.stream()
                .filter(line -> !line.startsWith("draft"))
                .distinct()
                .toList();
        assertThat(order.subList(0, 7))
                .containsExactly(
                        "publish 1",
                        "surveys by 1",
                        "decided?",
                        "publish 2",
                        "surveys by 2",
                        "publish 3",
                        "surveys by 3");
        assertThat(told.subList(told.lastIndexOf("surveys by 2"), told.indexOf("publish 3")))
                .as("only once the part before was decided")
                .contains("decided?");
    }

    @Test
    @DisplayName("G1: a draft that has one rule more is left to go on with, and a backtest of its last 30 days")
    void draftAndBacktest() throws Exception {
        load();

        JsonNode rules = json.readTree(draft).path("rules");
        assertThat(rules).hasSize(7);
        String backtest = told.stream()
                .filter(line -> line.startsWith("backtest"))
                .findFirst()
                .orElseThrow();
        assertThat(backtest).contains("\"from\":\"2026-10-23\"", "\"to\":\"2026-11-22\"");
    }

    @Test
    @DisplayName("G1: a second run publishes nothing and drafts nothing, and waits for nothing")
    void again() {
        load();
        told.clear();
        load();

        assertThat(told).isNotEmpty().allMatch(line -> line.equals("surveys by 3"));
    }

    @Test
    @DisplayName("G1: where somebody edits rules, the demo leaves them alone")
    void edited() {
        editing = true;
        load();

        assertThat(reasons).isEmpty();
        assertThat(told).noneMatch(line -> line.startsWith("backtest"));
    }

    private Reply surveys(Request request) {
        told.add("surveys by " + reasons.size());
        Matcher ids = ID.matcher(request.text());
        while (ids.find()) {
            cases.add(Map.of("responseId", ids.group(1), "caseId", "case-" + ids.group(1), "state", "CLOSED"));
        }
        return Reply.json(202, Map.of("refused", List.of()));
    }

    /** All of them closed, so that nothing is left to be handled. */
    private Reply cases(Request request) {
        return Reply.json(
                200,
                Map.of(
                        "items",
                        cases.stream()
                                .skip(500L * request.number("page", 0))
                                .limit(500)
                                .toList()));
    }

    private Reply save(Request request) {
        if (editing) {
            return Reply.json(428, Map.of());
        }
        draft = request.text();
        told.add("draft");
        return Reply.json(200, Map.of());
    }

    private Reply publish(Request request) {
        try {
            reasons.put(
                    reasons.size() + 1,
                    json.readTree(request.text()).path("reason").asText());
        } catch (JsonProcessingException e) {
            return Reply.json(400, Map.of());
        }
        told.add("publish " + reasons.size());
        return Reply.json(201, Map.of("version", reasons.size()));
    }

    private void load() {
        Map<StackPart, Integer> ports = new EnumMap<>(StackPart.class);
        for (StackPart part : StackPart.values()) {
            ports.put(part, amends.port());
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new DemoLoader("key", new StackPorts(ports, 1), nowhere).load(NOW);
    }
}
