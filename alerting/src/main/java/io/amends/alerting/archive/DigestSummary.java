package io.amends.alerting.archive;

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
 * @param responses how many cases it lists
 */
public record DigestSummary(
        String id,
        String portal,
        String contactId,
        @Nested("period") DigestPeriod period,
        DeliveryState state,
        int responses,
        Instant builtAt) {

    static final RowMapper<DigestSummary> MAPPER = ConstructorMapper.of(DigestSummary.class);

    static final String SELECT =
            """
            SELECT d.id, d.portal, d.contact_id, d.period_from, d.period_to, d.responses, d.built_at, v.state
            FROM digest d JOIN delivery v ON v.digest_id = d.id AND v.channel = 'EMAIL'""";
}
