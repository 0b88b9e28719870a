package io.amends.alerting.archive;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.alerting.period.DigestPeriod;
import io.amends.contracts.api.DeliveryState;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * One digest in a list.
 *
 * @param state of its delivery
 * @param cases how many it lists, and how many wait for a later one
 */
public record DigestSummary(
        String id,
        String portal,
        String contactId,
        @Nested("period") DigestPeriod period,
        DeliveryState state,
        @Nested @JsonUnwrapped CaseCounts cases,
        Instant builtAt) {

    /**
     * The cases of a digest, counted.
     *
     * @param responses the same as listed, by its first name
     * @param deferred cases of the contact's groups that wait for a later digest (B8)
     */
    public record CaseCounts(int responses, int listed, int deferred) {}

    static final RowMapper<DigestSummary> MAPPER = ConstructorMapper.of(DigestSummary.class);

    static final String SELECT =
            """
            SELECT d.id, d.portal, d.contact_id, d.period_from, d.period_to, d.responses, d.responses AS listed,
                   d.deferred, d.built_at, v.state
            FROM digest d JOIN delivery v ON v.digest_id = d.id AND v.channel = 'EMAIL'""";
}
