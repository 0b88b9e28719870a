package io.amends.dashboard.live;

import io.amends.contracts.Json;
import io.amends.dashboard.responses.LiveNews;
import io.amends.dashboard.responses.ResponsesReport;
import io.amends.dashboard.responses.ResponsesReport.LiveItem;
import io.amends.kit.lifecycle.Worker;
import io.amends.kit.rights.Sight;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * What arrives, for whoever listens at this instance. PostgreSQL tells every instance of every commit (LiveNews), so it
 * does not matter which of them consumed the event. A slow listener misses events rather than holding up others.
 */
@ApplicationScoped
public class Arrivals {
    private static final int WAIT_MILLIS = 500;
    private static final Duration DRAIN = Duration.ofSeconds(1);
    private static final int BUFFER = 2_000;

    private final DataSource database;
    private final ResponsesReport report;
    private final BroadcastProcessor<Told> arrivals = BroadcastProcessor.create();
    private final AtomicInteger listeners = new AtomicInteger();
    private final Worker worker = new Worker("arrivals", "the live stream waits for the database", this::listen);

    /**
     * One arrival.
     *
     * @param data the response as the report lists it; of {@code withdrawn}, which response it is
     */
    public record Arrival(String portal, String event, Object data) {}

    /**
     * An arrival, and who may hear of it.
     *
     * @param withoutCase the same for who may not see its case; null where they hear nothing of it
     * @param responseId which response it is about
     * @param groups that response and case are in
     * @param left the group that the response was in until now, where that is another one
     */
    private record Told(
            Arrival arrival,
            @Nullable Arrival withoutCase,
            String responseId,
            GroupsOfTicket groups,
            @Nullable String left) {
        /** What whoever has this sight of responses hears of it: to who saw the group that it left, it is gone. */
        List<Arrival> to(Sight sight) {
            if (sight.shows(groups.response())) {
                return Stream.ofNullable(groups.showCase(sight) ? arrival : withoutCase)
                        .toList();
            }
            return left != null && sight.shows(left)
                    ? List.of(new Arrival(arrival.portal(), LiveNews.WITHDRAWN, new Withdrawn(responseId)))
                    : List.of();
        }
    }

    /**
     * Where a response and the case of its ticket are.
     *
     * @param theCase null where there is none, or nobody has said so
     */
    private record GroupsOfTicket(String response, @Nullable String theCase) {
        boolean showCase(Sight sight) {
            return sight.all() || (theCase != null && sight.shows(theCase));
        }
    }

    /** A response that the report does not list any more. */
    public record Withdrawn(String responseId) {}

    Arrivals(DataSource database, ResponsesReport report) {
        this.database = database;
        this.report = report;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop(DRAIN);
    }

    /** What arrives in a portal from now on, as far as whoever listens may see it (H1). */
    public Multi<Arrival> of(String portal, Sight sight) {
        return arrivals.onSubscription()
                .invoke(listeners::incrementAndGet)
                .onTermination()
                .invoke(listeners::decrementAndGet)
                .filter(told -> told.arrival().portal().equals(portal))
                .onItem()
                .transformToIterable(told -> told.to(sight))
                .onOverflow()
                .buffer(BUFFER)
                .onOverflow()
                .drop();
    }

    private void listen(Worker self) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement listen = connection.createStatement()) {
            listen.execute("listen " + LiveNews.CHANNEL);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!self.isEnding()) {
                PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
                if (heard != null && listeners.get() > 0) {
                    tell(heard);
                }
                self.wentWell();
            }
        }
    }

    private void tell(PGNotification[] heard) {
        Map<String, List<LiveNews.News>> byPortal = new LinkedHashMap<>();
        for (PGNotification notification : heard) {
            LiveNews.News news = read(notification.getParameter());
            byPortal.computeIfAbsent(news.portal(), p -> new ArrayList<>()).add(news);
        }
        byPortal.forEach((portal, news) -> {
            Set<String> ids =
                    news.stream().map(LiveNews.News::responseId).collect(Collectors.toCollection(LinkedHashSet::new));
            Map<String, LiveItem> items = report.items(portal, List.copyOf(ids)).stream()
                    .collect(Collectors.toMap(live -> live.item().responseId(), Function.identity()));
            Map<String, String> groups = report.groups(portal, ids);
            for (LiveNews.News one : news) {
                String group = groups.get(one.responseId());
                Told told = group == null ? null : told(one, group, items.get(one.responseId()));
                if (told != null) {
                    arrivals.onNext(told);
                }
            }
        });
    }

    private static @Nullable Told told(LiveNews.News news, String group, @Nullable LiveItem live) {
        String id = news.responseId();
        if (news.event().equals(LiveNews.WITHDRAWN)) {
            Arrival gone = new Arrival(news.portal(), news.event(), new Withdrawn(id));
            return new Told(gone, gone, id, new GroupsOfTicket(group, null), news.left());
        }
        if (live == null) {
            return null;
        }
        Arrival withoutCase = news.event().equals(LiveNews.CASE)
                ? null
                : new Arrival(news.portal(), news.event(), live.item().withoutCase());
        return new Told(
                new Arrival(news.portal(), news.event(), live.item()),
                withoutCase,
                id,
                new GroupsOfTicket(group, live.caseGroup()),
                news.left());
    }

    private static LiveNews.News read(String payload) {
        try {
            return Json.read(payload.getBytes(StandardCharsets.UTF_8), LiveNews.News.class);
        } catch (IOException e) {
            throw new IllegalStateException("not ours: " + payload, e);
        }
    }
}
