package io.amends.local.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.local.web.Answer;
import io.amends.local.web.Request;
import io.amends.local.web.WebServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The common part of Mailpit's HTTP API over the stored mails, and the page that reads them. */
final class MailApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "([0-9A-Za-z-]+|latest)";
    // A mail's HTML is a stranger's: it gets no script, no form, no request of its own.
    private static final String SANDBOX = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " img-src data: 'self'; style-src 'unsafe-inline'; font-src data:";
    private static final Set<String> HARMLESS = Set.of("application/pdf", "image/png", "image/jpeg", "image/gif");
    private static final Map<String, String> PAGE = Map.of(
            "index.html", "text/html; charset=utf-8",
            "mail.css", "text/css; charset=utf-8",
            "mail.js", "text/javascript; charset=utf-8");

    private final MailStore store;

    MailApi(MailStore store) {
        this.store = store;
    }

    void addTo(WebServer web) {
        web.on("GET", "/(?:livez|readyz)", request -> Answer.text(200, "ok"))
                .on("GET", "/", request -> page("index.html"))
                .on("GET", "/(mail\\.css|mail\\.js)", request -> page(request.group(1)))
                .on("GET", "/api/v1/messages", this::list)
                .on("DELETE", "/api/v1/messages", this::delete)
                .on("GET", "/api/v1/message/" + ID, this::message)
                .on("GET", "/api/v1/message/" + ID + "/raw", this::raw)
                .on("GET", "/api/v1/message/" + ID + "/part/([0-9.]+)", this::part)
                .on("GET", "/view/" + ID + "\\.html", this::view);
    }

    private Answer list(Request request) {
        return Answer.json(200, store.page(request.number("start", 0), request.number("limit", 50)));
    }

    /** Deletes the mails that are named, and without a body all of them. */
    private Answer delete(Request request) {
        List<String> ids = new ArrayList<>();
        if (request.text().isBlank()) {
            ids.addAll(store.newestFirst());
        } else {
            try {
                JsonNode asked = JSON.readTree(request.text()).path("IDs");
                asked.forEach(id -> ids.add(id.isTextual() ? id.textValue() : ""));
                if (!asked.isArray() || asked.isEmpty() || ids.contains("")) {
                    return Answer.json(
                            400,
                            Map.of(
                                    "Error",
                                    "IDs must be a list of ids of mails. Without a body all mails are deleted."));
                }
            } catch (JsonProcessingException e) {
                return Answer.json(400, Map.of("Error", "The body is not JSON."));
            }
        }
        ids.forEach(store::delete);
        return Answer.text(200, "ok");
    }

    private Answer message(Request request) {
        Optional<Mail.Message> message = store.message(id(request));
        message.ifPresent(it -> store.markRead(it.id()));
        return message.map(it -> Answer.json(200, it)).orElseGet(Answer::missing);
    }

    private Answer raw(Request request) {
        return store.raw(id(request))
                .map(raw -> new Answer(200, "text/plain; charset=utf-8", raw, Map.of()))
                .orElseGet(Answer::missing);
    }

    private Answer part(Request request) {
        Optional<Mail.Part> part = store.raw(id(request))
                .flatMap(raw -> Optional.ofNullable(MailReader.parts(raw).get(request.group(2))));
        // A browser's PDF viewer refuses to work in a sandbox, and a PDF or a picture runs nothing here.
        return part.map(it -> new Answer(200, it.contentType(), it.content(), Map.of())
                        .with("Content-Security-Policy", HARMLESS.contains(it.contentType()) ? "" : "sandbox")
                        .with("Content-Disposition", "filename=\"" + asciiName(it.fileName()) + "\""))
                .orElseGet(Answer::missing);
    }

    private Answer view(Request request) {
        return store.message(id(request))
                .map(mail -> Answer.html("<base target=\"_blank\">" + withInlineImages(mail))
                        .with("Content-Security-Policy", SANDBOX))
                .orElseGet(Answer::missing);
    }

    private static String withInlineImages(Mail.Message mail) {
        String html = mail.html();
        for (Mail.Attachment image : mail.inline()) {
            html = html.replace("cid:" + image.contentId(), "/api/v1/message/" + mail.id() + "/part/" + image.partId());
        }
        return html;
    }

    private String id(Request request) {
        List<String> all = store.newestFirst();
        return request.group(1).equals("latest") && !all.isEmpty() ? all.get(0) : request.group(1);
    }

    private static String asciiName(String name) {
        return name.replaceAll("[^A-Za-z0-9._ -]", "_");
    }

    private static Answer page(String name) {
        try (InputStream in = MailApi.class.getResourceAsStream(name)) {
            return in == null
                    ? Answer.missing()
                    : new Answer(200, PAGE.getOrDefault(name, "text/plain"), in.readAllBytes(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
