package io.amends.rules.backtest;

import io.amends.kit.rights.Sight;
import io.amends.rules.backtest.core.Balance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What backtests found in the groups that somebody sees (H1): a lead is told of their own groups alone. */
@ApplicationScoped
class BacktestGroups {
    private final Jdbi jdbi;

    BacktestGroups(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many responses of some groups were judged, and how many cases of each side are theirs. */
    record GroupCounts(long judged, long gained, long lost, long kept) {
        static final GroupCounts NONE = new GroupCounts(0, 0, 0, 0);
    }

    /** The counts of groups that are seen, by backtest; one that has no groups at all is not among them. */
    Map<UUID, GroupCounts> counts(Collection<UUID> backtests, Sight sight) {
        Map<UUID, GroupCounts> counts = new HashMap<>();
        jdbi.useHandle(sql -> sql.createQuery(
                        """
                        SELECT backtest, coalesce(sum(judged) FILTER (WHERE seen), 0),
                          coalesce(sum(gained) FILTER (WHERE seen), 0), coalesce(sum(lost) FILTER (WHERE seen), 0),
                          coalesce(sum(kept) FILTER (WHERE seen), 0)
                        FROM (SELECT *, CAST(:groups AS text[]) IS NULL
                                OR support_group = ANY(CAST(:groups AS text[])) AS seen
                              FROM backtest_group WHERE backtest = ANY(:ids)) of_group
                        GROUP BY backtest""")
                .bind("groups", sight.array())
                .bindArray("ids", UUID.class, backtests)
                .map((row, context) -> Map.entry(
                        row.getObject(1, UUID.class),
                        new GroupCounts(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))))
                .forEach(one -> counts.put(one.getKey(), one.getValue())));
        return counts;
    }

    /** The balances of the groups that are seen. */
    List<Balance> balances(UUID backtest, Sight sight) {
        return jdbi.withHandle(sql -> sql.createQuery(
                        """
                        SELECT balance FROM backtest_group WHERE backtest = :id
                          AND (CAST(:groups AS text[]) IS NULL OR support_group = ANY(CAST(:groups AS text[])))
                        ORDER BY support_group""")
                .bind("id", backtest)
                .bind("groups", sight.array())
                .map((row, context) -> BacktestStore.stored(row.getString(1), Balance.class))
                .list());
    }
}
