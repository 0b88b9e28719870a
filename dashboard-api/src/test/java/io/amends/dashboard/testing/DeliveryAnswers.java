package io.amends.dashboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.DeliveryState;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.api.GoldenApi;
import io.amends.contracts.api.ListedDelivery;
import io.amends.contracts.api.ListedDelivery.Attachment;
import io.amends.contracts.api.ListedDelivery.DeliveredMessage;
import io.amends.contracts.api.NewResend;
import io.amends.contracts.api.ResendRefusal;
import io.amends.kit.page.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What alerting answers about deliveries (F7). For a portal that is called "away" it does not answer. */
public final class DeliveryAnswers {
    private static final Pattern LIST = Pattern.compile("/v1/portals/([^/]+)/deliveries");
    private static final Pattern ONE = Pattern.compile("/v1/deliveries/([^/]+)");
    private static final Pattern RESEND = Pattern.compile("/v1/deliveries/([^/]+)/resend");
    private static final Pattern PDF = Pattern.compile("/v1/digests/[^/]+/pdf");
    private static final String FAILED = "HTTP 400, error 21610";
    private static final String MAIL_TEXT = "As text.";
    private static final String SMS_TEXT = "1 to contact.";
    private static final String POSTED = "{\"type\": \"message\"}";
    private static final String DOMAIN = "@example.com";
    private static final ListedDelivery EXAMPLE = GoldenApi.of(ListedDelivery.class);

    private static final Map<String, ListedDelivery> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, ResendRefusal> REFUSED = new ConcurrentHashMap<>();
    private static final List<NewResend> RESENT = new CopyOnWriteArrayList<>();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    private DeliveryAnswers() {}

    /** A mail of a digest to a contact of a portal, which shows this HTML; returns its id. */
    public static String mail(String cpc, String contact, DeliveryState state, String html) {
        DeliveredMessage said = EXAMPLE.message();
        List<Attachment> files = said == null ? List.of() : said.attachments();
        return know(cpc, Channel.EMAIL, contact, state, null, new DeliveredMessage(html, MAIL_TEXT, null, files));
    }

    /** A text message to a contact of a portal; returns its id. */
    public static String text(String cpc, String contact, DeliveryState state, @Nullable DeliveryWhy why) {
        return know(cpc, Channel.SMS, contact, state, why, new DeliveredMessage(null, SMS_TEXT, 1, List.of()));
    }

    /** A post on a channel of a portal; returns its id. */
    public static String post(String cpc, String channel, DeliveryState state) {
        ListedDelivery mail = KNOWN.get(text(cpc, channel, state, null));
        String id = Objects.requireNonNull(mail).id();
        KNOWN.put(
                id,
                new ListedDelivery(
                        id,
                        cpc,
                        Channel.TEAMS,
                        null,
                        null,
                        channel,
                        state,
                        mail.resends(),
                        mail.error(),
                        mail.createdAt(),
                        mail.sentAt(),
                        null,
                        null,
                        null,
                        mail.attempts(),
                        new DeliveredMessage(null, POSTED, null, List.of())));
        return id;
    }

    /** Whoever sends this one again is refused. */
    public static void refuse(String id, ResendRefusal cause) {
        REFUSED.put(id, cause);
    }

    /** What pages have asked to be sent again. */
    public static List<NewResend> resent() {
        return List.copyOf(RESENT);
    }

    /** The queries of lists that pages have asked for. */
    public static List<String> asked() {
        return List.copyOf(ASKED);
    }

    /** All that these deliveries say, or were answered. */
    public static Stream<String> said() {
        Stream<String> answers = EXAMPLE.attempts().stream()
                .flatMap(attempt -> Stream.of(attempt.error(), attempt.answer()))
                .filter(Objects::nonNull);
        Stream<String> files = EXAMPLE.message() == null
                ? Stream.of()
                : EXAMPLE.message().attachments().stream().map(Attachment::name);
        return Stream.of(
                        answers,
                        files,
                        Stream.of(String.valueOf(EXAMPLE.subject()), FAILED, MAIL_TEXT, SMS_TEXT, POSTED, DOMAIN))
                .flatMap(each -> each);
    }

    private static String know(
            String cpc,
            Channel channel,
            String contact,
            DeliveryState state,
            @Nullable DeliveryWhy why,
            DeliveredMessage message) {
        String id = UUID.randomUUID().toString();
        boolean mail = channel == Channel.EMAIL;
        KNOWN.put(
                id,
                new ListedDelivery(
                        id,
                        cpc,
                        channel,
                        EXAMPLE.digestId(),
                        contact,
                        mail ? contact + DOMAIN : "+4915112345678",
                        state,
                        state == DeliveryState.SENT ? 1 : 0,
                        state == DeliveryState.FAILED ? FAILED : null,
                        EXAMPLE.createdAt(),
                        state == DeliveryState.SENT ? EXAMPLE.sentAt() : null,
                        state == DeliveryState.HELD ? Instant.parse("2026-11-23T09:00:00Z") : null,
                        why,
                        mail ? EXAMPLE.subject() : null,
                        why == null ? EXAMPLE.attempts() : List.of(),
                        message));
        return id;
    }

    static boolean answers(String path) {
        return LIST.matcher(path).matches()
                || ONE.matcher(path).matches()
                || RESEND.matcher(path).matches()
                || PDF.matcher(path).matches();
    }

    static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher list = LIST.matcher(path);
        Matcher one = ONE.matcher(path);
        Matcher resend = RESEND.matcher(path);
        if (list.matches()) {
            list(exchange, list.group(1));
        } else if (one.matches()) {
            ListedDelivery found = KNOWN.get(one.group(1));
            Neighbours.send(exchange, found == null ? 404 : 200, found == null ? Map.of("status", 404) : found);
        } else if (resend.matches()) {
            resend(exchange, resend.group(1));
        } else {
            byte[] pdf = "%PDF-1.7".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/pdf");
            exchange.sendResponseHeaders(200, pdf.length);
            exchange.getResponseBody().write(pdf);
        }
    }

    private static void list(HttpExchange exchange, String cpc) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        ASKED.add(query);
        if (cpc.equals("away")) {
            Neighbours.send(exchange, 503, Map.of("status", 503, "detail", "Away."));
            return;
        }
        if (query.contains("digest=none")) {
            Neighbours.refuse(exchange, "None.", List.of(new Reason("?digest", "must be the id of one")));
            return;
        }
        List<ListedDelivery> found = KNOWN.values().stream()
                .filter(one -> one.portal().equals(cpc))
                .filter(one -> !query.contains("state=") || query.contains("state=" + one.state()))
                .filter(one -> !query.contains("contact=") || query.contains("contact=" + one.contactId()))
                .toList();
        Neighbours.send(exchange, 200, new Page<>(found, query.contains("page=1") ? 1 : 0, 50, found.size()));
    }

    private static void resend(HttpExchange exchange, String id) throws IOException {
        NewResend asked = Json.read(exchange.getRequestBody().readAllBytes(), NewResend.class);
        ResendRefusal cause = REFUSED.get(id);
        if (cause == null || (cause == ResendRefusal.STOPPED && Boolean.TRUE.equals(asked.wantedAgain()))) {
            RESENT.add(asked);
            Neighbours.send(exchange, 202, KNOWN.get(id));
        } else {
            Neighbours.send(exchange, 409, Map.of("status", 409, "detail", "No.", "cause", cause));
        }
    }
}
