package io.amends.ingest.recorder;

import io.amends.contracts.ResponseState;
import io.amends.contracts.StorableText;
import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ResponseStanding;
import io.amends.contracts.api.ResponseStanding.HistoryEntry;
import io.amends.contracts.api.ResponseStanding.HistoryKind;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.contracts.api.ResponseStanding.RepairTiming;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.RepairTimings;
import io.amends.ingest.response.Replacement;
import io.amends.ingest.response.ResponseKey;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.produce.EventProducer;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Tells how responses stand. */
@ApplicationScoped
public class ResponseStandings {
    private static final String WAITING =
            """
            portal = :portal AND state = 'QUARANTINED'
            AND (:group::text IS NULL OR response->>'supportGroup' = :group)
            AND (:segment::text IS NULL OR response->>'segment' = :segment)
            AND (:cause::text IS NULL OR reasons @> jsonb_build_array(jsonb_build_object('cause', :cause::text)))
            """;

    private final Jdbi jdbi;
    private final DirectoryView directory;
    private final Clock clock;

    ResponseStandings(Jdbi jdbi, DirectoryView directory, Clock clock) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What of the quarantine is asked for.
     *
     * @param group only what names that support group; null: all
     * @param segment only what names that segment; null: all
     * @param cause only what waits for that reason, and perhaps for others; null: all
     */
    public record WaitingFilter(@Nullable String group, @Nullable String segment, @Nullable QuarantineCause cause) {
        Query bound(Query query, String portal) {
            return query.bind("portal", portal)
                    .bind("group", group)
                    .bind("segment", segment)
                    .bind("cause", cause == null ? null : cause.name());
        }
    }

    /**
     * One response, or null if it is not known.
     *
     * @param sight what it was in other groups, and responses of other groups that it is linked with, are left out; whether
     *     the response itself is seen is for whoever asks
     */
    public @Nullable ResponseStanding of(ResponseKey key, Sight sight) {
        if (StorableText.fault(key.responseId()) != null) {
            return null; // no stored text has that
        }
        return jdbi.withHandle(handle -> {
            HeldResponse held = Responses.find(handle, key);
            return held == null
                    ? null
                    : standing(handle, held, sight, sources(handle, key.portal(), List.of(key.responseId())));
        });
    }

    /** What waits in quarantine, the newest first. */
    public Page<ResponseStanding> quarantined(String portal, WaitingFilter filter, PageRequest page) {
        return jdbi.withHandle(handle -> {
            List<HeldResponse> held = filter.bound(
                            handle.createQuery("SELECT row_to_json(r) FROM response r WHERE " + WAITING
                                    + " ORDER BY recorded_at DESC, response_id LIMIT :size OFFSET :offset"),
                            portal)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .mapTo(String.class)
                    .map(row -> Rows.read(row, StoredResponse.class).held())
                    .list();
            Map<String, String> sources = sources(
                    handle,
                    portal,
                    held.stream().map(one -> one.key().responseId()).toList());
            return new Page<>(
                    held.stream()
                            .map(one -> standing(handle, one, Sight.ALL, sources))
                            .toList(),
                    page.page(),
                    page.size(),
                    filter.bound(handle.createQuery("SELECT count(*) FROM response WHERE " + WAITING), portal)
                            .mapTo(Long.class)
                            .one());
        });
    }

    /** The ids of what waits in quarantine, in their order. */
    public static List<String> waiting(Handle handle, String portal, WaitingFilter filter) {
        return filter.bound(
                        handle.createQuery(
                                "SELECT response_id FROM response WHERE " + WAITING + " ORDER BY response_id"),
                        portal)
                .mapTo(String.class)
                .list();
    }

    /** Deliveries with another body under an id used before, the newest first. */
    public Page<Conflict> conflicts(String portal, PageRequest page) {
        return jdbi.withHandle(handle -> new Page<>(
                handle.createQuery(
                                """
                                SELECT row_to_json(c) FROM conflict c WHERE portal = :portal
                                ORDER BY id DESC LIMIT :size OFFSET :offset""")
                        .bind("portal", portal)
                        .bind("size", page.size())
                        .bind("offset", page.offset())
                        .mapTo(String.class)
                        .map(row -> Rows.read(row, Conflict.class))
                        .list(),
                page.page(),
                page.size(),
                handle.createQuery("SELECT count(*) FROM conflict WHERE portal = :portal")
                        .bind("portal", portal)
                        .mapTo(Long.class)
                        .one()));
    }

    private ResponseStanding standing(Handle handle, HeldResponse held, Sight sight, Map<String, String> sources) {
        SurveyResponse response = held.response();
        List<HistoryEntry> history = ResponseHistory.of(handle, held.key(), sight);
        Replacement.Links links = seen(handle, held, sight);
        return new ResponseStanding(
                response.portal(),
                response.responseId(),
                response.ticketId(),
                response.supportGroup(),
                held.state(),
                held.version(),
                held.reasons(),
                history,
                links.replacedBy(),
                links.replaces(),
                held.recording().at(),
                held.valid() ? null : waitingSince(held, history),
                sources.getOrDefault(response.responseId(), named(history)),
                repair(held),
                response);
    }

    private static Instant waitingSince(HeldResponse held, List<HistoryEntry> history) {
        Instant since = held.recording().at();
        for (int i = history.size() - 1; i >= 0; i--) {
            HistoryEntry entry = history.get(i);
            if (entry.state() == ResponseState.QUARANTINED) {
                since = entry.at();
            } else if (entry.state() != null) {
                break;
            }
        }
        return since;
    }

    /** What the newest version's event names as its source; null where that is one of ours. */
    private static @Nullable String named(List<HistoryEntry> history) {
        String named = history.stream()
                .filter(entry -> entry.what() != HistoryKind.STALE)
                .map(HistoryEntry::source)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
        return named == null || named.startsWith(EventProducer.OWN_SOURCES) ? null : named;
    }

    private @Nullable RepairTiming repair(HeldResponse held) {
        PortalDirectory portal = directory.portal(held.key().portal());
        boolean repaired =
                held.state() == ResponseState.RECORDED && held.recording().repaired();
        if (portal == null || (held.valid() && !repaired)) {
            return null;
        }
        return RepairTimings.of(
                portal.portal(),
                held.response().submittedAt(),
                repaired ? held.recording().at() : clock.instant());
    }

    /** The sources of the directory whose webhooks brought these responses, by response; the newest of each. */
    private static Map<String, String> sources(Handle handle, String portal, List<String> responses) {
        return handle.createQuery(
                        """
                        SELECT DISTINCT ON (response_id) response_id, source FROM source_delivery
                        WHERE portal = :portal AND response_id = ANY(:ids) AND outcome = 'ACCEPTED'
                        ORDER BY response_id, id DESC""")
                .bind("portal", portal)
                .bindArray("ids", String.class, responses)
                .setMapKeyColumn("response_id")
                .setMapValueColumn("source")
                .collectInto(new GenericType<Map<String, String>>() {});
    }

    private static Replacement.Links seen(Handle handle, HeldResponse held, Sight sight) {
        Replacement.Links links = held.links();
        if (sight.all() || links.equals(Replacement.Links.NONE)) {
            return links;
        }
        List<String> ids = Stream.of(links.replacedBy(), links.replaces())
                .flatMap(Stream::ofNullable)
                .toList();
        List<String> seen = new ResponseSelection(held.key().portal(), ids, null, sight).found(handle);
        return new Replacement.Links(
                seen.contains(links.replacedBy()) ? links.replacedBy() : null,
                seen.contains(links.replaces()) ? links.replaces() : null);
    }
}
