package io.amends.dashboard.responses;

import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.dashboard.responses.core.SearchText;
import io.amends.dashboard.responses.core.Sort;
import io.amends.dashboard.responses.core.Srn;
import io.amends.kit.rights.Sight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A report query as SQL. Only fixed words become SQL; all that was asked for is bound. */
final class ReportSql {
    // Ticket by ticket, which "limit" holds the planner to: of a portal that is new to it, it would hold every response
    // against every case.
    private static final String ROWS =
            """
            select r.response_id, r.version, r.ever_spoke, t.case_id, t.state as case_state, t.support_group as case_group
            from response r
            left join lateral (select case_id, state, support_group from ticket_case c
                               where c.portal = r.portal and c.ticket_id = r.ticket_id%s limit 1) t on true
            """;

    /** The rows whoever may see them; whoever reads them so tells each case to who may see its group. */
    static final String EVERY_ROW = ROWS.formatted("");

    /** The case of a ticket may be in another group than its response, and is there for that group alone (H1). */
    private static final String SEEN_CASE = " and c.support_group = any(:own)";

    /** The rule of {@code CustomerStanding.WAITING}; a candidate is of some kind, and its contact is not forbidden. */
    private static final String WAITING =
            """
             and r.candidate and not r.ever_spoke
             and exists (select from ticket_case c
                         where c.portal = r.portal and c.ticket_id = r.ticket_id and c.state in (%s)%s)
            """;

    private static final String OPEN_STATES = Arrays.stream(CaseState.values())
            .filter(CaseState::open)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", "));

    private final StringBuilder where = new StringBuilder(" where r.portal = :portal and r.listed");
    private final Map<String, Object> bound = new HashMap<>();
    private final Sort sort;
    private final String seenCase;

    /**
     * @param sight whose responses and cases there are at all for whoever asks
     * @param groups of that portal, asked for where the thresholds matter
     */
    ReportSql(String cpc, Sight sight, ReportQuery query, Portal portal, Supplier<Map<String, Group>> groups) {
        sort = query.sort();
        seenCase = sight.all() ? "" : SEEN_CASE;
        bound.put("portal", cpc);
        if (!sight.all()) {
            and("r.support_group = any(:own)", "own", Objects.requireNonNull(sight.array()));
        }
        if (query.srn().rating() == Srn.Rating.AT_MOST_THRESHOLD) {
            atMostThreshold(portal, groups.get());
        }
        where.append(
                switch (query.srn().notes()) {
                    case ANY -> "";
                    case NONE -> " and r.note_count = 0";
                    case SOME -> " and r.note_count > 0";
                    case NEVER_SPOKEN -> " and r.note_count > 0 and not r.ever_spoke";
                    case SPOKEN -> " and r.note_count > 0 and r.ever_spoke";
                });
        if (query.waiting()) {
            where.append(WAITING.formatted(OPEN_STATES, seenCase));
        }
        LocalDate from = query.from();
        if (from != null) {
            and(
                    "r.received_at >= :from",
                    "from",
                    from.atStartOfDay(portal.timeZone()).toInstant());
        }
        LocalDate to = query.to();
        if (to != null) {
            and(
                    "r.received_at < :to",
                    "to",
                    to.plusDays(1).atStartOfDay(portal.timeZone()).toInstant());
        }
        String group = query.rgid();
        if (group != null) {
            and("r.support_group = :rgid", "rgid", group);
        }
        List<String> patterns = SearchText.patterns(query.q());
        for (int i = 0; i < patterns.size(); i++) {
            and("r.search like :q" + i, "q" + i, patterns.get(i));
        }
    }

    Query count(Handle h) {
        return h.createQuery("select count(*) from response r" + where).bindMap(bound);
    }

    /** How many they are, how many of them from before today, the oldest, and how many prefer a call or an email. */
    Query waiting(Handle h, Instant today) {
        return h.createQuery(
                        """
                        select count(*) as everyone, count(*) filter (where r.received_at < :today) as older,
                               min(r.received_at) as oldest,
                               count(*) filter (where lower(r.preferred_contact) = 'call') as by_call,
                               count(*) filter (where lower(r.preferred_contact) = 'email') as by_email
                        from response r
                        """
                                + where)
                .bindMap(bound)
                .bind("today", today);
    }

    Query page(Handle h, int size, long offset) {
        return h.createQuery(ROWS.formatted(seenCase) + where + order() + " limit :size offset :offset")
                .bindMap(bound)
                .bind("size", size)
                .bind("offset", offset);
    }

    Query all(Handle h) {
        return h.createQuery(ROWS.formatted(seenCase) + where + order()).bindMap(bound);
    }

    private void atMostThreshold(Portal portal, Map<String, Group> groups) {
        BigDecimal highest = portal.serviceRecoveryThreshold();
        StringBuilder threshold = new StringBuilder("case r.support_group");
        int n = 0;
        for (Map.Entry<String, Group> group : groups.entrySet()) {
            BigDecimal override = group.getValue().threshold();
            if (override != null) {
                threshold.append(" when :group" + n + " then :threshold" + n + "::numeric");
                bound.put("group" + n, group.getKey());
                bound.put("threshold" + n, override);
                highest = highest.max(override);
                n++;
            }
        }
        // The constant bound lets an index narrow before each row is held against its own group's threshold.
        and("r.overall <= :highest", "highest", highest);
        if (n > 0) {
            and("r.overall <= " + threshold + " else :usual::numeric end", "usual", portal.serviceRecoveryThreshold());
        }
    }

    private void and(String condition, String name, Object value) {
        where.append(" and ").append(condition);
        bound.put(name, value);
    }

    private String order() {
        String direction = sort.descending() ? " desc" : " asc";
        return switch (sort.by()) {
            case RECEIVED -> " order by r.received_at" + direction + ", r.response_id";
            case OVERALL -> " order by r.overall" + direction + " nulls last, r.received_at desc, r.response_id";
            case GROUP -> " order by r.support_group" + direction + ", r.received_at desc, r.response_id";
            case CUSTOMER ->
                " order by lower(r.customer)" + direction + " nulls last, r.received_at desc, r.response_id";
        };
    }
}
