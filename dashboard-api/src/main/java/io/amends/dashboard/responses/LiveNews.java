package io.amends.dashboard.responses;

import io.amends.contracts.CaseChanged;
import io.amends.contracts.Json;
import io.amends.contracts.RecoveryDecided;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells every instance what arrived, with the commit that made it visible: PostgreSQL's NOTIFY carries only which
 * response it is; whoever has listeners reads the rest.
 */
public final class LiveNews {
    /** The channel that instances listen on. */
    public static final String CHANNEL = "amends_live";

    /** The event of a response that is not listed any more, since a version of it was quarantined. */
    public static final String WITHDRAWN = "withdrawn";

    /** The event of a case that has changed, which only who may see the case hears. */
    public static final String CASE = "case";

    private LiveNews() {}

    /**
     * What arrived.
     *
     * @param event response, decision, note, case, or withdrawn
     * @param left the group that the response was in before, where that is another one than now
     */
    public record News(String portal, String event, String responseId, @Nullable String left) {
        News(String portal, String event, String responseId) {
            this(portal, event, responseId, null);
        }
    }

    /** @param left the groups that responses have left by it, of those that were in another one before */
    static void responses(Handle tx, Collection<RecoveryDecided> decided, Map<ToldResponse, String> left) {
        send(
                tx,
                decided.stream()
                        .flatMap(d -> Stream.of(
                                new News(d.portal(), "response", d.responseId(), left.get(ToldResponse.of(d))),
                                new News(d.portal(), "decision", d.responseId())))
                        .toList());
    }

    static void withdrawn(Handle tx, Collection<ResponseChange.Withdrawn> withdrawn) {
        send(
                tx,
                withdrawn.stream()
                        .map(w -> new News(w.portal(), WITHDRAWN, w.responseId()))
                        .toList());
    }

    static void cases(Handle tx, Collection<CaseChanged> changed) {
        send(
                tx,
                changed.stream()
                        .filter(c -> c.responseId() != null) // without a survey nothing is listed yet (A9)
                        .map(c ->
                                new News(c.portal(), c.note() == null ? CASE : "note", String.valueOf(c.responseId())))
                        .toList());
    }

    private static void send(Handle tx, List<News> news) {
        if (news.isEmpty()) {
            return;
        }
        List<String> payloads = news.stream()
                .map(n -> new String(Json.write(n), StandardCharsets.UTF_8))
                .toList();
        tx.createQuery("select count(pg_notify(:channel, p)) from unnest(:payloads) as p")
                .bind("channel", CHANNEL)
                .bindArray("payloads", String.class, payloads)
                .mapTo(Long.class)
                .one();
    }
}
