package io.amends.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.local.demo.AmendsApi.Reply;
import io.amends.local.process.StartRefused;
import io.amends.local.stack.StackPart;
import io.amends.local.stack.StackPorts;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Loads the sample portal through the public ways in: directory, rules and surveys in batches (the older ones decided by
 * earlier rules), notes, closings, and the answers to the follow-up surveys. Ids are stable and every step looks before it acts or repeats itself harmlessly, so a second run
 * adds only what is new since.
 */
public final class DemoLoader {
    private static final int BATCH = 500;
    private static final int LAST_FEW = 16;
    private static final Duration UNTIL_KNOWN = Duration.ofMinutes(2);

    private final AmendsApi api;
    private final StackPorts ports;
    private final PrintStream out;
    private final DemoData data = DemoData.load();
    private int puts;

    public DemoLoader(String apiKey, StackPorts ports, PrintStream out) {
        this.api = new AmendsApi(apiKey);
        this.ports = ports;
        this.out = out;
    }

    /** @throws StartRefused with what stopped it */
    public void load(Instant now) {
        directory();
        SampleMonths months = SampleMonths.until(now, data);
        SampleRules rules = new SampleRules(api, portal(StackPart.RECOVERY_RULES) + "/rule-set", data.rules());
        decided(months.parts(rules.versions(), now), rules);
        out.printf(
                "  %,d responses of %d days sent, %d of them invalid, %d twice, %d replacing an earlier one%n",
                months.samples().size(),
                SampleMonths.DAYS,
                months.invalid(),
                months.duplicates(),
                months.replacements());
        List<Handling> handled = months.samples().stream()
                .flatMap(sample -> Handling.of(sample, now, data).stream())
                .toList();
        Map<String, JsonNode> before = cases();
        inParallel(handled, handling -> notes(handling, before));
        Map<String, JsonNode> cases = cases();
        inParallel(handled, handling -> close(handling, cases));
        // All is decided by now: a backtest reads what is there when it begins.
        if (rules.draft(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            out.printf("  %d versions of the rules published, a draft with a backtest%n", rules.versions());
        }
        List<Map<String, Object>> answers = handled.stream()
                .filter(handling -> cases.containsKey(handling.sample().responseId()))
                .flatMap(handling -> handling.followUp(caseId(cases, handling), now, data).stream())
                .toList();
        surveys(answers);
        out.printf("  %,d cases handled, %,d follow-up surveys answered%n", handled.size(), answers.size());
    }

    /** Each part is decided by its own version: the next one is published once the part before has been decided. */
    private void decided(List<List<Sample>> parts, SampleRules rules) {
        for (int i = 0; i < parts.size(); i++) {
            int version = i + 1;
            if (i > 0 && rules.lacks(version)) {
                awaitDecisions(parts.get(i - 1));
            }
            rules.publish(version);
            surveys(parts.get(i).stream().map(Sample::body).toList());
        }
    }

    // Partitions are not worked on evenly: the last few responses lie in all of them.
    private void awaitDecisions(List<Sample> part) {
        List<Sample> valid = part.stream().filter(Sample::valid).toList();
        for (Sample sample : valid.subList(Math.max(0, valid.size() - LAST_FEW), valid.size())) {
            String url = portal(StackPart.RECOVERY_RULES) + "/responses/" + sample.responseId() + "/explanation";
            until(pageOf(url), "the decisions");
        }
    }

    // What is there already stays as it is: someone may have changed it.
    private void directory() {
        String portal = portal(StackPart.DASHBOARD_API);
        long known = directoryOffset();
        putIfAbsent(portal, data.directory().path("portal"));
        for (String collection : List.of("segments", "contacts", "calendars", "regions", "groups")) {
            data.directory()
                    .path(collection)
                    .properties()
                    .forEach(entry -> putIfAbsent(portal + "/" + collection + "/" + entry.getKey(), entry.getValue()));
        }
        awaitDirectory(known + puts);
        out.printf("  portal acme with %d groups%n", data.groups().size());
    }

    // A change acts in every service within 2 s; surveys sent before would wait in quarantine for their group.
    private void awaitDirectory(long wanted) {
        long deadline = System.nanoTime() + UNTIL_KNOWN.toNanos();
        while (directoryOffset() < wanted) {
            if (System.nanoTime() > deadline) {
                throw new StartRefused("survey-ingest has not heard of the sample portal: see .amends/logs");
            }
            pause(100);
        }
    }

    private long directoryOffset() {
        for (JsonNode check : api.get(ports.url(StackPart.SURVEY_INGEST) + "/q/health/ready")
                .body()
                .path("checks")) {
            if (check.path("name").asText().equals("directory")) {
                return check.path("data").path("offset").asLong();
            }
        }
        return 0;
    }

    private void putIfAbsent(String url, JsonNode entry) {
        if (api.get(url).status() == 404) {
            AmendsApi.expected(api.put(url, entry), url);
            puts++;
        }
    }

    private void surveys(List<Map<String, Object>> bodies) {
        String url = ports.url(StackPart.SURVEY_INGEST) + "/v1/surveys/batch";
        for (int from = 0; from < bodies.size(); from += BATCH) {
            List<Map<String, Object>> batch = bodies.subList(from, Math.min(from + BATCH, bodies.size()));
            Reply reply = until(() -> api.postLines(url, batch), "the surveys");
            JsonNode refused = reply.body().path("refused");
            if (!refused.isEmpty()) {
                throw new StartRefused("survey-ingest refused a sample response: " + refused.get(0));
            }
        }
    }

    private void notes(Handling handling, Map<String, JsonNode> cases) {
        JsonNode known = cases.get(handling.sample().responseId());
        if (known != null && known.path("state").asText().equals("CLOSED")) {
            return;
        }
        String url = portal(StackPart.NOTES_SERVICE) + "/responses/"
                + handling.sample().responseId() + "/notes";
        int number = 0;
        for (Map<String, Object> note : handling.notes()) {
            String key = "demo-" + handling.sample().responseId() + "-" + ++number;
            until(() -> api.post(url, note, Map.of("Idempotency-Key", key)), "a note");
        }
    }

    private void close(Handling handling, Map<String, JsonNode> cases) {
        JsonNode known = cases.get(handling.sample().responseId());
        if (known == null
                || handling.closing().isEmpty()
                || known.path("state").asText().equals("CLOSED")
                || reopened(handling)) {
            return;
        }
        String url = ports.url(StackPart.NOTES_SERVICE) + "/v1/cases/"
                + known.path("caseId").asText() + "/close";
        AmendsApi.expected(api.post(url, handling.closing().get(), Map.of()), "a closing");
    }

    // An unhappy answer to the follow-up reopened it: that is how it should look.
    private boolean reopened(Handling handling) {
        String url = ports.url(StackPart.SURVEY_INGEST) + "/v1/surveys/" + handling.followUpId() + "?cpc="
                + SampleDay.PORTAL;
        return handling.answer() && api.get(url).ok();
    }

    private Map<String, JsonNode> cases() {
        Map<String, JsonNode> byResponse = new HashMap<>();
        for (int page = 0; ; page++) {
            Reply reply = until(
                    pageOf(portal(StackPart.NOTES_SERVICE) + "/cases?size=500&page=" + page), "the list of cases");
            JsonNode items = reply.body().path("items");
            items.forEach(item -> byResponse.put(item.path("responseId").asText(), item));
            if (items.size() < 500) {
                return byResponse;
            }
        }
    }

    private Call pageOf(String url) {
        return () -> api.get(url);
    }

    private static String caseId(Map<String, JsonNode> cases, Handling handling) {
        JsonNode known = cases.get(handling.sample().responseId());
        return known == null ? "" : known.path("caseId").asText();
    }

    private interface Call {
        Reply make();
    }

    // What was just sent is not known everywhere at once, and a busy service says so: both pass.
    private Reply until(Call call, String what) {
        long deadline = System.nanoTime() + UNTIL_KNOWN.toNanos();
        while (true) {
            Reply reply = call.make();
            boolean passes = reply.status() == 404 || reply.status() == 429 || reply.status() == 503;
            if (!passes || System.nanoTime() > deadline) {
                return AmendsApi.expected(reply, what);
            }
            pause(250);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted", e);
        }
    }

    private static void inParallel(List<Handling> handled, Consumer<Handling> work) {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Handling handling : handled) {
                running.add(threads.submit(() -> work.accept(handling)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartRefused refused ? refused : new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private String portal(StackPart service) {
        return ports.url(service) + "/v1/portals/" + SampleDay.PORTAL;
    }
}
