package io.amends.dashboard.responses;

import io.amends.kit.rights.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What a portal's responses carried lately, of everything that rules can compare with. */
@ApplicationScoped
public class ResponseValues {
    /** One query over so many takes a fraction of a second. */
    public static final int MOST = 10_000;

    private static final String VALUES =
            """
            with looked as materialized (
              select decision -> 'response' as r from response
              where portal = :portal and listed and received_at >= :since
                and (:groups::text[] is null or support_group = any(:groups))
              order by received_at desc, response_id limit :most)
            select '' as field, count(*)::text as value from looked
            union all
            select distinct v.field, v.value from looked cross join lateral (
              values ('channel', r ->> 'channel'), ('brand', r ->> 'brand'), ('language', r ->> 'language'),
                     ('agent', r #>> '{agent,id}'), ('supportGroup', r ->> 'supportGroup'), ('segment', r ->> 'segment')
              union all
              select 'tag', jsonb_array_elements_text(case jsonb_typeof(r -> 'tags') when 'array' then r -> 'tags' end)
              union all
              select 'factor', jsonb_array_elements_text(case jsonb_typeof(r -> 'factors') when 'array' then r -> 'factors' end)
              union all
              select 'property', jsonb_object_keys(case jsonb_typeof(r -> 'properties') when 'object' then r -> 'properties' end)
            ) v (field, value) where v.value <> ''
            """;

    private final Jdbi jdbi;

    ResponseValues(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Distinct values, by field ({@code channel}, {@code tag}, {@code property} …).
     *
     * @param responses how many responses were looked at: all since then, or the newest {@link #MOST} of them
     */
    public record Values(long responses, Map<String, Set<String>> byField) {}

    /** A value of a field. */
    record FieldValue(String field, String value) {}

    /**
     * The values of the listed responses that were received since then.
     *
     * @param sight of responses, of whoever asks
     */
    public Values since(String portal, Sight sight, Instant since) {
        Map<String, Set<String>> byField = new TreeMap<>();
        jdbi.useHandle(h -> h.createQuery(VALUES)
                .bind("portal", portal)
                .bind("groups", sight.array())
                .bind("since", since)
                .bind("most", MOST)
                .map(ConstructorMapper.of(FieldValue.class))
                .forEach(v ->
                        byField.computeIfAbsent(v.field(), f -> new TreeSet<>()).add(v.value())));
        Set<String> counted = byField.remove("");
        return new Values(
                counted == null ? 0 : Long.parseLong(counted.iterator().next()), byField);
    }
}
