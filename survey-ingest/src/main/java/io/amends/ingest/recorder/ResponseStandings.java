package io.amends.ingest.recorder;

import io.amends.contracts.StorableText;
import io.amends.ingest.response.HeldResponse;
import io.amends.ingest.response.Replacement;
import io.amends.ingest.response.ResponseKey;
import io.amends.kit.page.Page;
import io.amends.kit.page.PageRequest;
import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tells how responses stand. */
@ApplicationScoped
public class ResponseStandings {
    private static final String WAITING =
            """
            portal = :portal AND state = 'QUARANTINED'
            AND (:group::text IS NULL OR response->>'supportGroup' = :group)
            AND (:segment::text IS NULL OR response->>'segment' = :segment)
            """;

    private final Jdbi jdbi;

    ResponseStandings(Jdbi jdbi) {
        this.jdbi = jdbi;
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
            return held == null ? null : standing(handle, held, sight);
        });
    }

    /**
     * What waits in quarantine, the newest first.
     *
     * @param group only what names that support group; null: all
     * @param segment only what names that segment; null: all
     */
    public Page<ResponseStanding> quarantined(
            String portal, @Nullable String group, @Nullable String segment, PageRequest page) {
        return jdbi.withHandle(handle -> new Page<>(
                handle.createQuery("SELECT row_to_json(r) FROM response r WHERE " + WAITING
                                + " ORDER BY recorded_at DESC, response_id LIMIT :size OFFSET :offset")
                        .bind("portal", portal)
                        .bind("group", group)
                        .bind("segment", segment)
                        .bind("size", page.size())
                        .bind("offset", page.offset())
                        .mapTo(String.class)
                        .map(row -> standing(
                                handle, Rows.read(row, StoredResponse.class).held(), Sight.ALL))
                        .list(),
                page.page(),
                page.size(),
                handle.createQuery("SELECT count(*) FROM response WHERE " + WAITING)
                        .bind("portal", portal)
                        .bind("group", group)
                        .bind("segment", segment)
                        .mapTo(Long.class)
                        .one()));
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

    private static ResponseStanding standing(Handle handle, HeldResponse held, Sight sight) {
        return ResponseStanding.of(held, ResponseHistory.of(handle, held.key(), sight), seen(handle, held, sight));
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
