package io.amends.alerting.archive;

import io.amends.alerting.period.Period;
import io.amends.contracts.api.DeliveryState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;

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
        Period period,
        DeliveryState state,
        int responses,
        Instant builtAt) {

    static final String SELECT =
            """
            SELECT d.id, d.portal, d.contact_id, d.period_from, d.period_to, d.responses, d.built_at, v.state
            FROM digest d JOIN delivery v ON v.digest_id = d.id AND v.channel = 'EMAIL'""";

    static DigestSummary map(ResultSet row, StatementContext context) throws SQLException {
        return new DigestSummary(
                row.getString("id"),
                row.getString("portal"),
                row.getString("contact_id"),
                new Period(
                        row.getTimestamp("period_from").toInstant(),
                        row.getTimestamp("period_to").toInstant()),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("responses"),
                row.getTimestamp("built_at").toInstant());
    }
}
