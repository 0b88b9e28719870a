package io.amends.dashboard.responses;

import io.amends.contracts.Customer;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RecoveryDecided.Standing;
import io.amends.dashboard.directory.RecordedResponses;
import io.amends.dashboard.responses.core.SearchText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The report's table, written by one upsert per response; a lower version changes nothing. */
@ApplicationScoped
public class ResponseTable implements RecordedResponses {
    private final Jdbi jdbi;

    ResponseTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean anyIn(String portal, @Nullable String group, @Nullable String segment) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select exists (select from response
                                       where portal = :portal and (:group::text is null or support_group = :group)
                                       and (:segment::text is null or decision #>> '{response,segment}' = :segment))
                        """)
                .bind("portal", portal)
                .bind("group", group)
                .bind("segment", segment)
                .mapTo(Boolean.class)
                .one());
    }

    /** The groups that listed responses will have left by these decisions: whoever sees no more than that group loses them. */
    static Map<ToldResponse, String> leaving(Handle tx, Collection<RecoveryDecided> decided) {
        Map<ToldResponse, String> left = new HashMap<>();
        Map<String, List<RecoveryDecided>> byPortal =
                decided.stream().collect(Collectors.groupingBy(RecoveryDecided::portal));
        byPortal.forEach((portal, inPortal) -> {
            Map<String, RecoveryDecided> byId =
                    inPortal.stream().collect(Collectors.toMap(RecoveryDecided::responseId, Function.identity()));
            tx.createQuery(
                            """
                            select response_id, version, support_group from response
                            where portal = :portal and listed and response_id = any(:ids)
                            """)
                    .bind("portal", portal)
                    .bindArray("ids", String.class, byId.keySet())
                    .map(ConstructorMapper.of(Place.class))
                    .forEach(place -> {
                        RecoveryDecided now = Objects.requireNonNull(byId.get(place.responseId()));
                        if (place.version() < now.responseVersion()
                                && !place.supportGroup().equals(now.supportGroup())) {
                            left.put(ToldResponse.of(now), place.supportGroup());
                        }
                    });
        });
        return left;
    }

    /** In which group a version of a response is. */
    record Place(String responseId, long version, String supportGroup) {}

    static void upsert(Handle tx, Collection<RecoveryDecided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.prepareBatch(
                """
                insert into response (portal, response_id, version, ticket_id, support_group, received_at, listed,
                                      superseded_by, overall, candidate, customer, preferred_contact, search, folded, decision)
                values (:portal, :responseId, :version, :ticketId, :supportGroup, :receivedAt,
                        :counts and not exists (
                            select from withdrawal w
                            where w.portal = :portal and w.response_id = :responseId and w.version >= :version),
                        :supersededBy, :overall, :candidate, :customer, :preferred, :search, :version, :decision::jsonb)
                on conflict (portal, response_id) do update
                set version = excluded.version, ticket_id = excluded.ticket_id,
                    support_group = excluded.support_group, received_at = excluded.received_at,
                    listed = excluded.listed, superseded_by = excluded.superseded_by, overall = excluded.overall,
                    candidate = excluded.candidate, customer = excluded.customer,
                    preferred_contact = excluded.preferred_contact, search = excluded.search,
                    folded = excluded.folded, decision = excluded.decision
                where response.version < excluded.version
                """);
        for (RecoveryDecided d : decided) {
            Customer customer = d.response().customer();
            batch.bind("portal", d.portal())
                    .bind("responseId", d.responseId())
                    .bind("version", d.responseVersion())
                    .bind("ticketId", d.ticketId())
                    .bind("supportGroup", d.supportGroup())
                    .bind("receivedAt", d.response().submittedAt())
                    .bind("counts", d.standing() == Standing.COUNTS)
                    .bind("supersededBy", d.supersededBy())
                    .bind("overall", d.explanation().overall())
                    .bind("candidate", d.candidate())
                    .bind("customer", customer == null ? null : storable(customer.name()))
                    .bind("preferred", customer == null ? null : storable(customer.preferredContact()))
                    .bind("search", SearchText.of(d.response()))
                    .bind("decision", JsonColumn.of(d))
                    .add();
        }
        batch.execute();
    }

    /** Remembered by itself: it may come before the decision that it withdraws. */
    static void withdraw(Handle tx, Collection<ResponseChange.Withdrawn> withdrawn) {
        for (ResponseChange.Withdrawn w : withdrawn) {
            tx.createUpdate(
                            """
                            with kept as (
                                insert into withdrawal (portal, response_id, version)
                                values (:portal, :response, :version)
                                on conflict (portal, response_id) do update
                                set version = greatest(withdrawal.version, excluded.version))
                            update response set listed = false
                            where portal = :portal and response_id = :response and version <= :version
                            """)
                    .bind("portal", w.portal())
                    .bind("response", w.responseId())
                    .bind("version", w.version())
                    .execute();
        }
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : SearchText.storable(text);
    }
}
