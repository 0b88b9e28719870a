package io.amends.local.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.local.web.Reply;
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
        web.on("GET", "/(?:livez|readyz)", request -> Reply.text(200, "ok"))
                .on("GET", "/", request -> page("index.html"))
                .on("GET", "/(mail\\.css|mail\\.js)", request -> page(request.group(1)))
                .on("GET", "/api/v1/messages", this::list)
                .on("DELETE", "/api/v1/messages", this::delete)
                .on("GET", "/api/v1/message/" + ID, this::message)
                .on("GET", "/api/v1/message/" + ID + "/raw", this::raw)
                .on("GET", "/api/v1/message/" + ID + "/part/([0-9.]+)", this::part)
                .on("GET", "/view/" + ID + "\\.html", this::view);
    }

    private Reply list(Request request) {
        return Reply.json(200, store.page(request.number("start", 0), request.number("limit", 50)));
    }

    /** Deletes the mails that are named, and without a body all of them. */
    private Reply delete(Request request) {
        List<String> ids = new ArrayList<>();
        if (request.text().isBlank()) {
            ids.addAll(store.newestFirst());
        } else {
            try {
                JsonNode asked = JSON.readTree(request.text()).path("IDs");
                asked.forEach(id -> ids.add(id.isTextual() ? id.textValue() : ""));
                if (!asked.isArray() || asked.isEmpty() || ids.contains("")) {
                    return Reply.json(
                            400,
                            Map.of(
                                    "Error",
                                    "IDs must be a list of ids of mails. Without a body all mails are deleted."));
                }
            } catch (JsonProcessingException e) {
                return Reply.json(400, Map.of("Error", "The body is not JSON."));
            }
        }
        ids.forEach(store::delete);
        return Reply.text(200, "ok");
    }

    private Reply message(Request request) {
        Optional<Mailpit.StoredMail> message = store.message(id(request));
        message.ifPresent(it -> store.markRead(it.ids().id()));
        return message.map(it -> Reply.json(200, it)).orElseGet(Reply::missing);
    }

    private Reply raw(Request request) {
        return store.raw(id(request))
                .map(raw -> new Reply(200, "text/plain; charset=utf-8", raw, Map.of()))
                .orElseGet(Reply::missing);
    }

    private Reply part(Request request) {
        Optional<Mailpit.MailPart> part = store.raw(id(request))
                .flatMap(raw -> Optional.ofNullable(MailReader.parts(raw).get(request.group(2))));
        // A browser's PDF viewer refuses to work in a sandbox, and a PDF or a picture runs nothing here.
        return part.map(it -> new Reply(200, it.contentType(), it.content(), Map.of())
                        .with("Content-Security-Policy", HARMLESS.contains(it.contentType()) ? "" : "sandbox")
                        .with("Content-Disposition", "filename=\"" + asciiName(it.fileName()) + "\""))
                .orElseGet(Reply::missing);
    }

    private Reply view(Request request) {
        return store.message(id(request))
                .map(mail -> Reply.html("<base target=\"_blank\">" + withInlineImages(mail))
                        .with("Content-Security-Policy", SANDBOX))
                .orElseGet(Reply::missing);
    }

    private static String withInlineImages(Mailpit.StoredMail mail) {
        String html = mail.content().html();
        for (Mailpit.Attachment image : mail.content().inline()) {
            html = html.replace(
                    "cid:" + image.contentId(), "/api/v1/message/" + mail.ids().id() + "/part/" + image.partId());
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

    private static Reply page(String name) {
        try (InputStream in = MailApi.class.getResourceAsStream(name)) {
            return in == null
                    ? Reply.missing()
                    : new Reply(200, PAGE.getOrDefault(name, "text/plain"), in.readAllBytes(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
