package io.amends.rules.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.amends.contracts.AuditAction;
import io.amends.contracts.Json;
import io.amends.contracts.api.Backtest;
import io.amends.contracts.api.BacktestState;
import io.amends.kit.access.Signature;
import io.amends.kit.audit.AuditChange;
import io.amends.kit.audit.AuditTrail;
import io.amends.kit.page.PageRequest;
import io.amends.kit.rights.Sight;
import io.amends.messages.Languages;
import io.amends.rules.backtest.BacktestGroups.GroupCounts;
import io.amends.rules.backtest.core.BacktestPeriod;
import io.amends.rules.backtest.core.Share;
import io.amends.rules.versions.NamedRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Backtests in PostgreSQL, as those see them who ask; {@link BacktestQueue} is for those who run them. */
@ApplicationScoped
class BacktestStore {
    private static final int KEPT = 100;
    private static final String KEPT_CASES =
            """
             FROM backtest_case WHERE backtest = :id AND side = :side
            AND (CAST(:groups AS text[]) IS NULL OR support_group = ANY(CAST(:groups AS text[])))""";

    private final StoredBacktests backtests;
    private final BacktestGroups groups;
    private final Function<Locale, BacktestMessages> messages;
    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final Clock clock;

    BacktestStore(
            StoredBacktests backtests,
            BacktestGroups groups,
            @Any Instance<BacktestMessages> messages,
            Jdbi jdbi,
            AuditTrail trail,
            Clock clock) {
        this.messages = Languages.each(messages);
        this.backtests = backtests;
        this.groups = groups;
        this.jdbi = jdbi;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is asked for. */
    record BacktestOrder(String portal, Signature by, BacktestPeriod period, NamedRules rules) {}

    /** What a run left, as it is told: read as a tree first, in which the score 4.0 is 4. */
    static <T> T stored(String json, Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(Json.MAPPER.readTree(json), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored outcome cannot be read", e);
        }
    }

    /** Puts a backtest at the end of the queue. */
    @Transactional
    UUID add(BacktestOrder order) {
        UUID id = UUID.randomUUID();
        backtests.persist(new StoredBacktest(id, order, clock.instant()));
        AuditChange started = AuditChange.of(order.portal(), AuditAction.BACKTEST_STARTED, subject(id))
                .now(Map.of(
                        "rules", order.rules().name(),
                        "from", order.period().from(),
                        "to", order.period().to()));
        jdbi.useHandle(tx -> trail.add(tx, order.by(), started));
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

    /** One with its outcome, as far as it is of groups that are seen. */
    @Transactional
    Optional<Backtest> one(String portal, UUID id, Sight sight, Locale reader) {
        BacktestWords words = words(reader);
        return backtests.one(portal, id).map(found -> {
            if (sight.all()) {
                return found.whole(words);
            }
            Map<Share.Side, List<Backtest.Example>> shown = new EnumMap<>(Share.Side.class);
            for (Share.Side side : Share.Side.values()) {
                shown.put(side, cases(id, side, sight, new PageRequest(0, BacktestRun.SHOWN)));
            }
            return found.whole(groups.counts(List.of(id), sight).get(id), groups.balances(id, sight), shown, words);
        });
    }

    /** How far one is. */
    @Transactional
    Optional<BacktestState> state(String portal, UUID id) {
        return backtests.one(portal, id).map(StoredBacktest::state);
    }

    /** A page of them, newest first, with counts only, of groups that are seen. */
    @Transactional
    List<Backtest> newest(String portal, PageRequest page, Sight sight, Locale reader) {
        BacktestWords words = words(reader);
        List<StoredBacktest> found = backtests.newest(portal, page);
        if (sight.all()) {
            return found.stream().map(one -> one.brief(words)).toList();
        }
        Map<UUID, GroupCounts> counts =
                groups.counts(found.stream().map(StoredBacktest::id).toList(), sight);
        return found.stream().map(one -> one.brief(counts.get(one.id()), words)).toList();
    }

    private BacktestWords words(Locale reader) {
        return new BacktestWords(messages.apply(reader), messages.apply(Locale.ENGLISH));
    }

    long count(String portal) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT count(*) FROM backtest WHERE portal = :portal")
                .bind("portal", portal)
                .mapTo(Long.class)
                .one());
    }

    /** A page of the cases that are kept of one side, newest first, of groups that are seen. */
    List<Backtest.Example> cases(UUID id, Share.Side side, Sight sight, PageRequest page) {
        return jdbi.withHandle(
                sql -> sql.createQuery("SELECT example" + KEPT_CASES + " ORDER BY number LIMIT :size OFFSET :offset")
                        .bind("id", id)
                        .bind("side", side.name())
                        .bind("groups", sight.array())
                        .bind("size", page.size())
                        .bind("offset", page.offset())
                        .map((row, context) -> stored(row.getString(1), Backtest.Example.class))
                        .list());
    }

    /** How many cases of one side are kept, of groups that are seen. */
    long countCases(UUID id, Share.Side side, Sight sight) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT count(*)" + KEPT_CASES)
                .bind("id", id)
                .bind("side", side.name())
                .bind("groups", sight.array())
                .mapTo(Long.class)
                .one());
    }

    /** Calls one off that waits or runs; whoever runs it sees that it is no longer theirs. False if it is over. */
    @Transactional
    boolean cancel(String portal, UUID id, Signature by) {
        boolean cancelled = backtests
                .held(portal, id)
                .filter(open -> open.cancel(clock.instant()))
                .isPresent();
        if (cancelled) {
            AuditChange change = AuditChange.of(portal, AuditAction.BACKTEST_CANCELLED, subject(id));
            jdbi.useHandle(tx -> trail.add(tx, by, change));
        }
        return cancelled;
    }

    private static String subject(UUID id) {
        return "backtest/" + id;
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
}
