package io.amends.rules.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.amends.contracts.Json;
import io.amends.kit.page.PageRequest;
import io.amends.rules.backtest.Backtest.Order;
import io.amends.rules.backtest.Backtest.State;
import io.amends.rules.backtest.tally.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Backtests in PostgreSQL, as those see them who ask; {@link BacktestQueue} is for those who run them. */
@ApplicationScoped
class BacktestStore {
    private static final int KEPT = 100;
    private static final String SHOWN =
            """
            SELECT id, state, progress, author, key, requested_at, started_at, finished_at, from_at, to_at, rules, tag, read,
                   judged, held_from, note, error, gained, lost, kept,
                   CASE WHEN state = 'QUEUED' THEN (SELECT count(*) FROM backtest b
                     WHERE b.state IN ('QUEUED', 'RUNNING') AND b.number < backtest.number) END AS queued""";

    private final Jdbi jdbi;
    private final Clock clock;

    BacktestStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Puts a backtest at the end of the queue. */
    UUID add(Order order) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(sql -> sql.createUpdate(
                        """
                        INSERT INTO backtest (id, portal, state, author, key, requested_at, from_at, to_at, rules, rule_set, tag)
                        VALUES (:id, :portal, 'QUEUED', :author, :key, :now, :from, :to, :rules, :ruleSet, :tag)""")
                .bind("id", id)
                .bind("portal", order.portal())
                .bind("author", order.by().name())
                .bind("key", order.by().key())
                .bind("now", clock.instant())
                .bind("from", order.period().from())
                .bind("to", order.period().to())
                .bind("rules", order.rules().name())
                .bind("ruleSet", order.rules().json())
                .bind("tag", order.rules().tag())
                .execute());
        return id;
    }

    /** How many of a portal wait or run. */
    long open(String portal) {
        return jdbi.withHandle(sql -> sql.createQuery(
                        "SELECT count(*) FROM backtest WHERE portal = :portal AND state IN ('QUEUED', 'RUNNING')")
                .bind("portal", portal)
                .mapTo(Long.class)
                .one());
    }

    Optional<Backtest> one(String portal, UUID id) {
        return jdbi.withHandle(
                sql -> sql.createQuery(SHOWN + ", result FROM backtest WHERE portal = :portal AND id = :id")
                        .bind("portal", portal)
                        .bind("id", id)
                        .map((row, context) -> read(row, parts(row.getString("result"))))
                        .findOne());
    }

    /** A page of them, newest first, with counts only. */
    List<Backtest> newest(String portal, PageRequest page) {
        return jdbi.withHandle(sql -> sql.createQuery(
                        SHOWN + " FROM backtest WHERE portal = :portal ORDER BY number DESC LIMIT :size OFFSET :offset")
                .bind("portal", portal)
                .bind("size", page.size())
                .bind("offset", page.offset())
                .map((row, context) -> read(row, counts(row)))
                .list());
    }

    long count(String portal) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT count(*) FROM backtest WHERE portal = :portal")
                .bind("portal", portal)
                .mapTo(Long.class)
                .one());
    }

    /** A page of the cases that are kept of one side, newest first. */
    List<JsonNode> cases(UUID id, Share.Side side, PageRequest page) {
        return jdbi.withHandle(sql -> sql.createQuery(
                        """
                        SELECT example FROM backtest_case WHERE backtest = :id AND side = :side
                        ORDER BY number LIMIT :size OFFSET :offset""")
                .bind("id", id)
                .bind("side", side.name())
                .bind("size", page.size())
                .bind("offset", page.offset())
                .map((row, context) -> tree(row.getString(1)))
                .list());
    }

    /** How many cases of one side are kept. */
    long countCases(UUID id, Share.Side side) {
        return jdbi.withHandle(
                sql -> sql.createQuery("SELECT count(*) FROM backtest_case WHERE backtest = :id AND side = :side")
                        .bind("id", id)
                        .bind("side", side.name())
                        .mapTo(Long.class)
                        .one());
    }

    /** Calls one off that waits or runs; whoever runs it sees that it is no longer theirs. False if it is over. */
    boolean cancel(String portal, UUID id) {
        return jdbi.withHandle(sql -> sql.createUpdate(
                                """
                                UPDATE backtest SET state = 'CANCELLED', finished_at = :now, lease_until = NULL, rule_set = NULL
                                WHERE portal = :portal AND id = :id AND state IN ('QUEUED', 'RUNNING')""")
                        .bind("portal", portal)
                        .bind("id", id)
                        .bind("now", clock.instant())
                        .execute())
                > 0;
    }

    /** Lets go of what is long over: the newest of each portal stay. */
    void tidy(String portal) {
        jdbi.useHandle(sql -> sql.createUpdate(
                        """
                        DELETE FROM backtest WHERE portal = :portal AND state NOT IN ('QUEUED', 'RUNNING')
                        AND number < (SELECT min(number) FROM (SELECT number FROM backtest WHERE portal = :portal
                          AND state NOT IN ('QUEUED', 'RUNNING') ORDER BY number DESC LIMIT :kept) newest)""")
                .bind("portal", portal)
                .bind("kept", KEPT)
                .execute());
    }

    private static Backtest read(ResultSet row, Backtest.@Nullable Outcome result) throws SQLException {
        Long queued = row.getObject("queued", Long.class);
        return new Backtest(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getDouble("progress"),
                queued,
                row.getString("author"),
                row.getString("key"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("to_at").toInstant(),
                row.getString("rules"),
                row.getString("tag"),
                row.getLong("read"),
                row.getLong("judged"),
                instant(row.getTimestamp("held_from")),
                row.getString("note"),
                row.getString("error"),
                result);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Backtest.@Nullable Outcome parts(@Nullable String result) {
        if (result == null) {
            return null;
        }
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        tree(result).properties().forEach(part -> parts.put(part.getKey(), part.getValue()));
        return new Backtest.Outcome(parts);
    }

    private static JsonNode tree(String stored) {
        try {
            return Json.MAPPER.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored outcome is not JSON", e);
        }
    }

    private static Backtest.@Nullable Outcome counts(ResultSet row) throws SQLException {
        if (row.getObject("gained") == null) {
            return null;
        }
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        for (String side : List.of("gained", "lost", "kept")) {
            parts.put(side, JsonNodeFactory.instance.objectNode().put("count", row.getLong(side)));
        }
        return new Backtest.Outcome(parts);
    }
}
