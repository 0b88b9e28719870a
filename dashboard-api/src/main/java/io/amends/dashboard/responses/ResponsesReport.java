package io.amends.dashboard.responses;

import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.responses.core.ReportItem;
import io.amends.dashboard.responses.core.ReportQuery;
import io.amends.dashboard.responses.core.WaitingCustomers;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.problem.Problem;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The survey responses report (F1), read page by page or as a whole. */
@ApplicationScoped
public class ResponsesReport {
    private static final int FETCH = 500;
    private static final RowMapper<Row> ROW = ConstructorMapper.of(Row.class);

    private final Jdbi jdbi;
    private final Directory directory;
    private final Clock clock;
    private final Decisions decisions = new Decisions();

    ResponsesReport(Jdbi jdbi, Directory directory, Clock clock) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * One page of the report.
     *
     * @param sight of responses, of whoever asks
     * @throws Problem 404 if there is no such portal
     */
    public Page<ReportItem> page(String cpc, Sight sight, ReportQuery query, PageRequest page) {
        ReportSql sql = sql(cpc, sight, query);
        return jdbi.withHandle(h -> {
            long total = sql.count(h).mapTo(Long.class).one();
            List<Row> rows = sql.page(h, page.size(), page.offset()).map(ROW).list();
            return new Page<>(items(h, cpc, rows, query.srn().showsNotes()), page.page(), page.size(), total);
        });
    }

    /**
     * All of the report, in its order, with notes; one row in memory at a time.
     *
     * @param sight of responses, of whoever asks
     * @throws Problem 404 if there is no such portal
     */
    public void each(String cpc, Sight sight, ReportQuery query, Consumer<ReportItem> to) {
        ReportSql sql = sql(cpc, sight, query);
        jdbi.useTransaction(tx -> {
            List<Row> chunk = new ArrayList<>(FETCH);
            try (Stream<Row> all = sql.all(tx).setFetchSize(FETCH).map(ROW).stream()) {
                all.forEach(row -> {
                    chunk.add(row);
                    if (chunk.size() == FETCH) {
                        flush(tx, cpc, query, chunk, to);
                    }
                });
            }
            flush(tx, cpc, query, chunk, to);
        });
    }

    /**
     * The ids of the responses of the report, in its order.
     *
     * @param sight of responses, of whoever asks
     * @param atMost how many at most
     * @throws Problem 404 if there is no such portal
     */
    public List<String> ids(String cpc, Sight sight, ReportQuery query, int atMost) {
        ReportSql sql = sql(cpc, sight, query);
        return jdbi.withHandle(h -> sql.page(h, atMost, 0).map(ROW).list()).stream()
                .map(Row::responseId)
                .toList();
    }

    /**
     * An item, for whoever tells it to each who may see it.
     *
     * @param caseGroup the group that its case is in, which may be another one than its own; null where there is no case,
     *     or nobody has said so
     */
    public record LiveItem(ReportItem item, @Nullable String caseGroup) {}

    /** The items of these responses, with notes, as far as they are listed. */
    public List<LiveItem> items(String cpc, List<String> responses) {
        return jdbi.withHandle(h -> {
            List<Row> rows = h.createQuery(ReportSql.EVERY_ROW
                            + " where r.portal = :portal and r.listed and r.response_id = any(:ids)")
                    .bind("portal", cpc)
                    .bindArray("ids", String.class, responses)
                    .map(ROW)
                    .list();
            List<ReportItem> items = items(h, cpc, rows, true);
            return IntStream.range(0, rows.size())
                    .mapToObj(i -> new LiveItem(items.get(i), rows.get(i).caseGroup()))
                    .toList();
        });
    }

    /** The other answers of a ticket that are seen, newest first, replaced ones included. */
    public List<RecoveryDecided> ofTicket(String cpc, Sight sight, String ticketId, String but) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select decision from response
                        where portal = :portal and ticket_id = :ticket and response_id <> :but
                          and (listed or superseded_by is not null)
                          and (:groups::text[] is null or support_group = any(:groups))
                        order by received_at desc limit 20
                        """)
                .bind("portal", cpc)
                .bind("ticket", ticketId)
                .bind("groups", sight.array())
                .bind("but", but)
                .mapTo(String.class)
                .map(json -> JsonColumn.read(json, RecoveryDecided.class))
                .list());
    }

    /** The groups of these responses, listed or not, by response. */
    public Map<String, String> groups(String cpc, Collection<String> responses) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select response_id, support_group from response where portal = :portal and response_id = any(:ids)")
                .bind("portal", cpc)
                .bindArray("ids", String.class, responses)
                .setMapKeyColumn("response_id")
                .setMapValueColumn("support_group")
                .collectInto(new GenericType<Map<String, String>>() {}));
    }

    /**
     * The names of the customers of these responses, replaced ones included, by response; those that are known.
     *
     * @param sight of responses, of whoever asks
     */
    public Map<String, String> customers(String cpc, Sight sight, Collection<String> responses) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select response_id, customer from response
                        where portal = :portal and response_id = any(:ids) and customer <> ''
                          and (:groups::text[] is null or support_group = any(:groups))
                        """)
                .bind("portal", cpc)
                .bind("groups", sight.array())
                .bindArray("ids", String.class, responses)
                .setMapKeyColumn("response_id")
                .setMapValueColumn("customer")
                .collectInto(new GenericType<Map<String, String>>() {}));
    }

    /**
     * Who waits to be contacted, within the group, the days and the words of a query.
     *
     * @param sight of responses, of whoever asks
     * @param portal of that code
     * @param groups of that portal
     */
    public WaitingCustomers waiting(
            String cpc, Sight sight, Portal portal, Map<String, Group> groups, ReportQuery query) {
        ZoneId zone = portal.timeZone();
        ReportSql sql = new ReportSql(cpc, sight, query.whoWaits(), portal, () -> groups);
        Instant now = clock.instant();
        Instant today = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        WaitingRow row = jdbi.withHandle(h -> sql.waiting(h, today)
                .map(ConstructorMapper.of(WaitingRow.class))
                .one());
        return WaitingCustomers.of(
                row.everyone(),
                row.older(),
                row.oldest(),
                WaitingCustomers.Wish.of(row.everyone(), row.byCall(), row.byEmail()),
                zone,
                now);
    }

    private ReportSql sql(String cpc, Sight sight, ReportQuery query) {
        return new ReportSql(cpc, sight, query, directory.require(cpc), () -> directory.groups(cpc));
    }

    private void flush(Handle h, String cpc, ReportQuery query, List<Row> chunk, Consumer<ReportItem> to) {
        items(h, cpc, chunk, query.srn().showsNotes()).forEach(to);
        chunk.clear();
    }

    private List<ReportItem> items(Handle h, String cpc, List<Row> rows, boolean withNotes) {
        Map<String, RecoveryDecided> decided = decisions.of(
                h,
                cpc,
                rows.stream()
                        .map(row -> new Decisions.Version(cpc, row.responseId(), row.version()))
                        .toList());
        List<ReportItem> items = rows.stream()
                .map(row -> ReportItem.of(
                        Objects.requireNonNull(decided.get(row.responseId())),
                        new ReportItem.Progress(row.caseId(), row.caseState(), row.everSpoke())))
                .toList();
        return withNotes ? withNotes(h, cpc, items) : items;
    }

    private static List<ReportItem> withNotes(Handle h, String cpc, List<ReportItem> items) {
        Map<String, List<NoteView>> notes = new LinkedHashMap<>();
        h.createQuery(
                        """
                        select response_id, note from note
                        where portal = :portal and response_id = any(:ids) order by at desc, note_id
                        """)
                .bind("portal", cpc)
                .bindArray(
                        "ids",
                        String.class,
                        items.stream().map(ReportItem::responseId).toList())
                .map(ConstructorMapper.of(NoteRow.class))
                .forEach(row -> notes.computeIfAbsent(row.responseId(), k -> new ArrayList<>())
                        .add(JsonColumn.read(row.note(), NoteView.class)));
        return items.stream()
                .map(i -> i.withNotes(notes.getOrDefault(i.responseId(), List.of())))
                .toList();
    }

    /** What the report knows of a response, its decision aside; of a case in a group that is not seen, nothing. */
    record Row(
            String responseId,
            long version,
            boolean everSpoke,
            @Nullable String caseId,
            @Nullable CaseState caseState,
            @Nullable String caseGroup) {}

    /**
     * Those who wait, counted.
     *
     * @param older how many of them were received before today
     * @param oldest when the first of them was received; null where nobody waits
     */
    record WaitingRow(long everyone, long older, @Nullable Instant oldest, long byCall, long byEmail) {}

    /** A note, as it is stored. */
    record NoteRow(String responseId, String note) {}
}
