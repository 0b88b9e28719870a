package io.amends.dashboard.testing;

import static org.awaitility.Awaitility.await;

import io.amends.local.testing.PersonToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** What the live stream of a portal says, line by line, until it is cancelled; a last line {@code closed} where it ends. */
public final class StreamLines implements Flow.Subscriber<String> {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private volatile Flow.@Nullable Subscription subscription;

    private StreamLines() {}

    /** Listens by the key for all portals. */
    public static StreamLines of(URI base, String cpc) {
        return byKey(base, cpc, Keys.KEY);
    }

    /** Listens by a key. */
    public static StreamLines byKey(URI base, String cpc, String key) {
        return listen(request(base, cpc).header("Authorization", "Bearer " + key));
    }

    /** Listens in somebody's name. */
    public static StreamLines of(URI base, String cpc, PersonToken person) {
        return listen(request(base, cpc)
                .header("Authorization", "Bearer " + Keys.KEY)
                .header(PersonToken.HEADER, person.signed()));
    }

    /** Listens by a session. */
    public static StreamLines of(URI base, String cpc, String cookie) {
        return listen(request(base, cpc).header("Cookie", cookie));
    }

    private static HttpRequest.Builder request(URI base, String cpc) {
        return HttpRequest.newBuilder(base.resolve("/v1/portals/" + cpc + "/stream"))
                .header("Accept", "text/event-stream");
    }

    private static StreamLines listen(HttpRequest.Builder request) {
        StreamLines heard = new StreamLines();
        HttpClient.newHttpClient().sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(heard));
        await().atMost(Duration.ofSeconds(10)).until(() -> heard.lines.contains(":listening"));
        return heard;
    }

    /** What was heard so far. */
    public Collection<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
        subscription = s;
        s.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        lines.add(line.replace(": ", ":"));
    }

    @Override
    public void onError(Throwable e) {
        lines.add("closed: " + e);
    }

    @Override
    public void onComplete() {
        lines.add("closed");
    }

    /** Listens no more. */
    public void cancel() {
        Flow.Subscription begun = subscription;
        if (begun != null) {
            begun.cancel();
        }
    }
}
