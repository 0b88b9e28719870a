package io.amends.local.mail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.local.web.Reply;
import io.amends.local.web.Request;
import io.amends.local.web.WebServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Text messages by Twilio's way of posting them, and posts to chat and CRM webhooks: taken, listed, sent nowhere. */
final class Sinks {
    private static final int KEPT = 1_000;
    // What is nested deeper is kept as the text that it came as: writing it again takes more stack than a thread has.
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build())
            .build());

    private final Journal sms;
    private final Journal hooks;
    private final Clock clock;

    Sinks(Path folder, Clock clock) {
        this.sms = new Journal(folder.resolve("sms.jsonl"), KEPT);
        this.hooks = new Journal(folder.resolve("hooks.jsonl"), KEPT);
        this.clock = clock;
    }

    void addTo(WebServer web) {
        web.on("POST", "/2010-04-01/Accounts/([^/]+)/Messages\\.json", this::takeSms)
                .on("GET", "/api/v1/sms", request -> list(sms))
                .on("POST", "/hooks/([^/]+)", this::takeHook)
                .on("GET", "/api/v1/hooks", request -> list(hooks));
    }

    private Reply takeSms(Request request) {
        Map<String, String> form = Request.form(request.text());
        if (form.getOrDefault("To", "").isBlank()
                || form.getOrDefault("Body", "").isBlank()) {
            return Reply.json(400, Map.of("code", 21604, "message", "To and Body are required", "status", 400));
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("sid", "SM" + UUID.randomUUID().toString().replace("-", ""));
        message.put("account_sid", request.group(1));
        message.put("from", form.getOrDefault("From", ""));
        message.put("to", form.get("To"));
        message.put("body", form.get("Body"));
        message.put("status", "queued");
        message.put("date_created", clock.instant().toString());
        sms.add(message);
        return Reply.json(201, message);
    }

    private Reply takeHook(Request request) {
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("id", UUID.randomUUID().toString());
        post.put("name", request.group(1));
        post.put("received", clock.instant().toString());
        post.put("contentType", request.contentType());
        post.put("body", body(request));
        hooks.add(post);
        return Reply.text(200, "ok");
    }

    private static Object body(Request request) {
        try {
            Object parsed = JSON.readValue(request.text(), Object.class);
            return parsed == null ? "" : parsed;
        } catch (JsonProcessingException e) {
            return request.text();
        }
    }

    private static Reply list(Journal journal) {
        List<Map<String, Object>> items = journal.newestFirst();
        return Reply.json(200, Map.of("items", items, "total", items.size()));
    }
}
